package dev.capstan.check.tree;

/** The input cannot be judged. Its message is a sentence for the person who wrote the file. */
public final class BadInput extends Exception {

    private static final long serialVersionUID = 1L;

    private final int line;

    /** A fault in a line, counted from 1. */
    public BadInput(int line, String message) {
        super(message, null, false, false);
        this.line = line;
    }

    /** The line that it is to be found in, counted from 1. */
    public int line() {
        return line;
    }

    /** What is wrong. */
    public String what() {
        return String.valueOf(getMessage());
    }
}

package dev.capstan.check;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharsetEncoder;

/** A report's way to the standard output: in large pieces, with escapes for what its character set does not have. */
final class Printer implements Appender, AutoCloseable {

    private final BufferedWriter writer;
    private final CharsetEncoder encoder;

    Printer(PrintStream out) {
        this.writer = new BufferedWriter(new OutputStreamWriter(out, out.charset()));
        this.encoder = out.charset().newEncoder();
    }

    @Override
    public void append(String text) {
        try {
            writer.write(encoder.canEncode(text) ? text : escaped(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(codePoint -> {
            String character = Character.toString(codePoint);
            escaped.append(encoder.canEncode(character) ? character : "\\u{%x}".formatted(codePoint));
        });
        return escaped.toString();
    }

    /** Writes out what is left, and leaves the standard output open. */
    @Override
    public void close() {
        try {
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

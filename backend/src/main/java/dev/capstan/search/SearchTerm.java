package dev.capstan.search;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What to look for.
 *
 * @param text in lower case, without blanks around it
 */
record SearchTerm(String text) {

    private static final int SHORTEST = 2;

    /** Longer than any name that Kubernetes takes, and than any reference of an image that is met. */
    private static final int LONGEST = 512;

    /** Without three letters or digits in a row an index of trigrams has little or nothing to go by. */
    private static final Pattern TRIGRAM = Pattern.compile("[\\p{L}\\p{N}]{3}");

    /** What is wrong with what was typed, as a sentence that says what to type instead. */
    static Optional<String> refusal(String typed) {
        String text = typed.strip();
        if (text.codePointCount(0, text.length()) < SHORTEST) {
            return Optional.of("Type at least two characters.");
        }
        if (text.length() > LONGEST) {
            return Optional.of("No name is that long. Type a part of it.");
        }
        if (text.indexOf('\0') >= 0) {
            return Optional.of("No name holds the zero character. Type it without.");
        }
        return Optional.empty();
    }

    static SearchTerm of(String typed) {
        return new SearchTerm(typed.strip().toLowerCase(Locale.ROOT));
    }

    /** Whether it can be looked for inside of names; otherwise names are found that begin with it. */
    boolean insideNames() {
        return TRIGRAM.matcher(text).find();
    }

    /** The pattern for {@code like} that finds it inside of names. */
    String part() {
        return "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }

    /** What follows every name that begins with it, in the order of bytes. */
    String end() {
        return text + Character.toString(Character.MAX_CODE_POINT);
    }

    /** How well a name fits: 0 exactly, 1 begins so, 2 holds it, 3 not at all. */
    int rank(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.equals(text)) {
            return 0;
        }
        return lower.startsWith(text) ? 1 : lower.contains(text) ? 2 : 3;
    }
}

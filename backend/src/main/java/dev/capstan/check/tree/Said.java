package dev.capstan.check.tree;

/** Text from a file as it may be shown on a terminal. */
public final class Said {

    /** As long as the longest name that Kubernetes takes. */
    private static final int LONGEST_NAME = 253;

    private static final int LONGEST_SENTENCE = 4000;

    private Said() {}

    /** A name: without characters that steer a terminal or turn the reading direction, and not too long. */
    public static String name(String raw) {
        return said(raw, LONGEST_NAME);
    }

    /** A sentence that quotes names of the file: as {@link #name}, and of any length that is to be read. */
    public static String sentence(String raw) {
        return said(raw, LONGEST_SENTENCE);
    }

    private static String said(String raw, int longest) {
        StringBuilder said = new StringBuilder();
        int[] codePoints = raw.codePoints().limit(longest + 1L).toArray();
        for (int i = 0; i < Math.min(codePoints.length, longest); i++) {
            append(said, codePoints[i]);
        }
        return codePoints.length > longest ? said.append("...").toString() : said.toString();
    }

    private static void append(StringBuilder said, int codePoint) {
        switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> said.append("\\u{%x}".formatted(codePoint));
            default -> said.appendCodePoint(codePoint);
        }
    }
}

package dev.capstan.collection;

import java.util.List;

/**
 * A cluster's texts as they are kept. The API server checks neither an image nor an owner's name nor a capability's:
 * whoever may create a pod can write anything into them, and must not keep a whole cluster from being recorded. A
 * database holds no zero character, and an entry of its indexes no more than some 2,700 bytes.
 */
public final class Kept {

    /** As long as the longest name that Kubernetes checks. */
    private static final int LONGEST_NAME = 253;

    /** Longer than the longest reference: 255 letters, a tag of 128 and a digest of 71. */
    private static final int LONGEST_IMAGE = 512;

    private Kept() {}

    /** A name, cut where it is longer than any that means something. */
    public static String name(String raw) {
        return kept(raw, LONGEST_NAME);
    }

    /** An image, cut where it is longer than any that could be pulled. */
    public static String image(String raw) {
        return kept(raw, LONGEST_IMAGE);
    }

    /** A label's or an annotation's value, of which longer ones are not kept at all. */
    static String mark(String raw) {
        return kept(raw, MarkRules.LONGEST);
    }

    static List<String> names(List<String> raw) {
        return raw.stream().map(Kept::name).toList();
    }

    private static String kept(String raw, int longest) {
        if (raw.length() <= longest && raw.chars().noneMatch(c -> c == 0 || Character.isSurrogate((char) c))) {
            return raw;
        }
        StringBuilder kept = new StringBuilder();
        raw.codePoints()
                .map(c -> c == 0 || Character.getType(c) == Character.SURROGATE ? 0xFFFD : c)
                .takeWhile(c -> kept.length() + Character.charCount(c) <= longest)
                .forEachOrdered(kept::appendCodePoint);
        return kept.toString();
    }
}

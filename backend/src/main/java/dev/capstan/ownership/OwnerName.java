package dev.capstan.ownership;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An owner's name as it is kept. Whoever may write a label can write anything into it: characters that cannot be seen, or
 * that turn the direction of what follows them, are left out, so that no two owners look alike.
 */
final class OwnerName {

    /** As long as Azure's longest tag. */
    static final int LONGEST = 256;

    private static final Pattern UNSEEN = Pattern.compile("[\\p{Z}\\p{C}]+");

    private OwnerName() {}

    /** The name in a text, if there is one. */
    static Optional<String> parse(@Nullable String raw) {
        if (raw == null) {
            return Optional.empty();
        }
        String name = isPlain(raw) ? raw : UNSEEN.matcher(raw).replaceAll(" ").strip();
        if (name.length() > LONGEST) {
            int end = Character.isHighSurrogate(name.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
            name = name.substring(0, end).strip();
        }
        return name.isEmpty() ? Optional.empty() : Optional.of(name);
    }

    // Nearly every name is, and there are hundreds of thousands.
    private static boolean isPlain(String raw) {
        return raw.chars().allMatch(c -> c > ' ' && c < 0x7F);
    }
}

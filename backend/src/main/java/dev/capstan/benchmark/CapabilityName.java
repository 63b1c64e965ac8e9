package dev.capstan.benchmark;

import java.util.List;

/**
 * A name in {@code capabilities.add} or {@code capabilities.drop}, read as containerd reads it: upper-cased, prefixed
 * with {@code CAP_} and looked up, without any other tolerance. The API server checks none of it.
 */
public sealed interface CapabilityName {

    /** The one capability it names. */
    record Known(Capability capability) implements CapabilityName {}

    /** {@code ALL}: every capability. */
    record All() implements CapabilityName {}

    /**
     * A spelling that does nothing at run time, whichever list it stands in.
     *
     * @param raw the name as written
     * @param why a sentence that says what is wrong with it
     */
    record Inert(String raw, String why) implements CapabilityName {}

    /** What the name means to containerd. */
    static CapabilityName parse(String raw) {
        String name = upper(raw);
        if (name.equals("ALL")) {
            return new All();
        }
        return Capability.named(name).<CapabilityName>map(Known::new).orElseGet(() -> new Inert(raw, whyInert(name)));
    }

    /** What each of the names means, in the same order, each meaning once. */
    static List<CapabilityName> parseAll(List<String> raw) {
        return raw.stream().map(CapabilityName::parse).distinct().toList();
    }

    /** The name for people and for counting: without CAP_ and in upper case, or as written where it does nothing. */
    default String written() {
        return switch (this) {
            case Known(Capability capability) -> capability.name();
            case All() -> "ALL";
            case Inert(String raw, String why) -> raw.isBlank() ? "\"" + raw + "\"" : raw;
        };
    }

    private static String whyInert(String name) {
        if (name.isBlank()) {
            return "An empty name stands for no capability.";
        }
        String stripped = name.strip();
        String bare = stripped.startsWith("CAP_") ? stripped.substring("CAP_".length()) : stripped;
        if (bare.equals("ALL") || Capability.named(bare).isPresent()) {
            return bare.equals(stripped)
                    ? "Spaces around the name make it unknown to containerd, which knows it as %s.".formatted(bare)
                    : "The prefix CAP_ makes the name unknown to containerd, which knows it as %s.".formatted(bare);
        }
        if (name.contains("*") || name.contains("?")) {
            return "Containerd knows no wildcards: only ALL stands for more than one capability.";
        }
        return "The Linux kernel has no capability of that name.";
    }

    /** Rune by rune as in Go, so that nothing grows into a known name (German sharp s, ligatures). */
    private static String upper(String raw) {
        return raw.codePoints()
                .map(Character::toUpperCase)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}

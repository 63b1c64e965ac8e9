package dev.capstan.benchmark;

import java.util.List;

/**
 * A name in {@code capabilities.add} or {@code capabilities.drop}, read as the container runtime reads it. Containerd
 * puts it in upper case, prefixes it with {@code CAP_} and looks it up, without any other tolerance; CRI-O and Docker
 * take the prefix as well. The API server checks none of it.
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
        return parse(raw, ContainerRuntime.CONTAINERD);
    }

    /** What the name means to the runtime. */
    static CapabilityName parse(String raw, ContainerRuntime runtime) {
        String name = upper(raw);
        if (name.equals("ALL")) {
            return new All();
        }
        String bare = runtime.knowsPrefix() ? withoutPrefix(name) : name;
        return Capability.named(bare)
                .<CapabilityName>map(Known::new)
                .orElseGet(() -> new Inert(raw, whyInert(name, runtime)));
    }

    /** What each of the names means to the runtime, in the same order, each meaning once. */
    static List<CapabilityName> parseAll(List<String> raw, ContainerRuntime runtime) {
        return raw.stream().map(name -> parse(name, runtime)).distinct().toList();
    }

    /** The name for people and for counting: without CAP_ and in upper case, or as written where it does nothing. */
    default String written() {
        return switch (this) {
            case Known(Capability capability) -> capability.name();
            case All() -> "ALL";
            case Inert(String raw, String why) -> raw.isBlank() ? "\"" + raw + "\"" : raw;
        };
    }

    private static String whyInert(String name, ContainerRuntime runtime) {
        if (name.isBlank()) {
            return "An empty name stands for no capability.";
        }
        String stripped = name.strip();
        String bare = withoutPrefix(stripped);
        if (bare.equals("ALL") || Capability.named(bare).isPresent()) {
            return bare.equals(stripped) || runtime.knowsPrefix() && !bare.equals("ALL")
                    ? "Spaces around the name make it unknown to %s, which knows it as %s."
                            .formatted(runtime.title(), bare)
                    : "The prefix CAP_ makes the name unknown to %s, which knows it as %s."
                            .formatted(runtime.title(), bare);
        }
        if (name.contains("*") || name.contains("?")) {
            return "No container runtime knows wildcards: only ALL stands for more than one capability.";
        }
        return "The Linux kernel has no capability of that name.";
    }

    private static String withoutPrefix(String name) {
        return name.startsWith("CAP_") ? name.substring("CAP_".length()) : name;
    }

    /** Rune by rune as in Go, so that nothing grows into a known name (German sharp s, ligatures). */
    private static String upper(String raw) {
        return raw.codePoints()
                .map(Character::toUpperCase)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}

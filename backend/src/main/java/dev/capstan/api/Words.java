package dev.capstan.api;

import dev.capstan.benchmark.Capability;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The words of the glossary as they travel: in lower case, joined by hyphens. Capabilities keep their own names. */
final class Words {

    private static final int MOST_NAMED = 20;

    private Words() {}

    /** The word for the value. */
    static String of(Enum<?> value) {
        return isName(value.getDeclaringClass())
                ? value.name()
                : value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** All words of the type, in its order. */
    static List<String> all(Class<? extends Enum<?>> type) {
        return Arrays.stream(constants(type)).map(Words::of).toList();
    }

    /**
     * The value of the word.
     *
     * @throws IllegalArgumentException when the type has no such word
     */
    static Enum<?> parse(String word, Class<? extends Enum<?>> type) {
        return Arrays.stream(constants(type))
                .filter(value -> of(value).equals(word))
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException("Unknown word"));
    }

    /** What a parameter of the type takes, in a few words, or null where its name says enough. */
    @SuppressWarnings("unchecked")
    static @Nullable String allowed(@Nullable Class<?> type) {
        if (type == null) {
            return null;
        }
        if (type.isEnum()) {
            List<String> words = all((Class<? extends Enum<?>>) type);
            return words.stream().limit(MOST_NAMED).collect(Collectors.joining(", "))
                    + (words.size() > MOST_NAMED ? ", …" : "");
        }
        return switch (type.getSimpleName()) {
            case "boolean", "Boolean" -> "true, false";
            case "int", "Integer", "long", "Long" -> "a whole number";
            case "Instant" -> "an instant like 2026-11-24T12:00:00Z, from 1970 on";
            case "AsOf" -> "now, or an instant like 2026-11-24T12:00:00Z that has passed, from 1970 on";
            case "LocalDate" -> "a day like 2026-11-24, from 1970 on";
            case "Tag" -> "a tag as name=value";
            default -> null;
        };
    }

    private static Enum<?>[] constants(Class<? extends Enum<?>> type) {
        return type.getEnumConstants();
    }

    private static boolean isName(Class<?> type) {
        return type == Capability.class;
    }
}

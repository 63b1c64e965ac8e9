package dev.capstan.check.tree;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One value of a manifest. */
public sealed interface Node {

    /** The line it begins in, counted from 1. */
    int line();

    /** An object: fields in the order written. */
    record Fields(int line, Map<String, Field> byName) implements Node {

        /** The value of the field, or null where the object has no such field or the field is null. */
        public @Nullable Node value(String name) {
            Field field = byName.get(name);
            return field == null || field.value() instanceof Nothing ? null : field.value();
        }
    }

    /** A list. */
    record Items(int line, List<Node> items) implements Node {}

    /** A string. */
    record Text(int line, String text) implements Node {}

    /** A whole number that fits in 64 bits. */
    record Whole(int line, long number) implements Node {}

    /** Any other number, as written. */
    record OtherNumber(int line, String written) implements Node {}

    /** A truth value. */
    record Truth(int line, boolean value) implements Node {}

    /** Null, or nothing where a value could stand. */
    record Nothing(int line) implements Node {}

    /** A value that was checked for its form but not kept, because no control asks for it. */
    record Skipped(int line) implements Node {}

    /**
     * A field of an object.
     *
     * @param line the line of its name, counted from 1
     * @param value its value
     */
    record Field(int line, Node value) {}

    /** What it is, in words that fit after "not". */
    default String described() {
        return switch (this) {
            case Fields ignored -> "an object";
            case Items ignored -> "a list";
            case Text(int ignored, String text) -> "the text \"" + text + "\"";
            case Whole(int ignored, long number) -> "the number " + number;
            case OtherNumber(int ignored, String written) -> "the number " + written;
            case Truth(int ignored, boolean value) ->
                value
                        ? "true (true, yes and on are truth values in YAML)"
                        : "false" + " (false, no and off are truth values in YAML)";
            case Nothing ignored -> "null";
            case Skipped ignored -> "something else";
        };
    }
}

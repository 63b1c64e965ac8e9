package dev.capstan.collection.kubernetes;

import org.jspecify.annotations.Nullable;

/** How much of a kind is read at most: beyond it somebody floods the API, and memory is to stay bounded. */
final class Allowance {

    // A policy has a few thousand characters, a namespace one thousand.
    private static final long CHARACTERS = 16 * 1024 * 1024;

    private final int most;
    private int objects;
    private long characters;

    private Allowance(int most, int objects, long characters) {
        this.most = most;
        this.objects = objects;
        this.characters = characters;
    }

    /** Lets so many objects through. */
    static Allowance of(int objects) {
        return new Allowance(objects, 0, 0);
    }

    Allowance copy() {
        return new Allowance(most, objects, characters);
    }

    /** Goes back to what it once was. */
    void become(Allowance other) {
        objects = other.objects;
        characters = other.characters;
    }

    /** Counts an object, and answers the end of a sentence where it is one too many. */
    @Nullable String take(int length) {
        objects++;
        characters += length;
        if (objects > most) {
            return "are more than %d, which is more than is read".formatted(most);
        }
        return characters > CHARACTERS
                ? "are larger than %d MB, which is more than is read".formatted(CHARACTERS >> 20)
                : null;
    }
}

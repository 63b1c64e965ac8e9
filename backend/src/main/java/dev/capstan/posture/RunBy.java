package dev.capstan.posture;

import dev.capstan.collection.Origin;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Who answers for containers, as lists tell them apart. */
public enum RunBy {
    /** The clusters' users: what the score is made of, injected containers among it. */
    CUSTOMER,
    /** AKS, as far as three facts or two of them say so: counted apart. */
    PLATFORM;

    /** The origins that belong to it; all of them for null. */
    static String[] origins(@Nullable RunBy runBy) {
        return Arrays.stream(Origin.values())
                .filter(origin -> runBy == null || origin.isPlatform() == (runBy == PLATFORM))
                .map(Enum::name)
                .toArray(String[]::new);
    }
}

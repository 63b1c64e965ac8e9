package dev.capstan.workload;

import dev.capstan.collection.ContainerKind;
import dev.capstan.collection.ContainerSettings;
import dev.capstan.collection.Origin;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A container with one image, one origin and one set of settings, while it ran.
 *
 * @param origin who answers for it
 * @param profile the key under which the settings are kept
 * @param from the first snapshot that had it
 * @param until the first snapshot that no longer had it, or null while it runs
 */
public record ContainerRange(
        ContainerKind kind,
        String name,
        String image,
        Origin origin,
        long profile,
        ContainerSettings settings,
        Instant from,
        @Nullable Instant until) {

    /** Whether the last snapshot by then had it. */
    public boolean runsAt(Instant instant) {
        return !from.isAfter(instant) && (until == null || until.isAfter(instant));
    }
}

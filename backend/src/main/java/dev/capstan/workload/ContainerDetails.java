package dev.capstan.workload;

import dev.capstan.collection.ContainerKind;
import dev.capstan.collection.ContainerSettings;
import dev.capstan.collection.Origin;
import dev.capstan.evaluation.Judgement;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A container with one image and one set of settings, while it ran.
 *
 * @param origin who answers for it
 * @param profile the key under which the settings are kept
 * @param judgement what the criteria that hold for the workload say of the settings
 * @param seenFrom the first snapshot that had it
 * @param seenUntil the first snapshot that no longer had it, or null while it runs
 */
public record ContainerDetails(
        ContainerKind kind,
        String name,
        String image,
        Origin origin,
        long profile,
        ContainerSettings settings,
        Judgement judgement,
        Instant seenFrom,
        @Nullable Instant seenUntil) {}

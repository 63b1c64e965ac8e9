package dev.capstan.bench;

import dev.capstan.bench.LivingWorkload.Content;
import dev.capstan.bench.LivingWorkload.Slot;
import dev.capstan.benchmark.Control;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was written of a workload so far, and what is still open. */
final class ToldWorkload {

    record Range(Content content, Instant from) {}

    record Unit(Slot slot, Control control) {}

    record Finding(Instant from, Instant openedAt, int rank, List<String> askedFor, String began) {}

    /** A span of how it stands, with what its columns say. */
    record Standing(Instant from, String columns) {}

    final Map<Slot, Range> ranges = new HashMap<>();
    final Map<Unit, Finding> findings = new HashMap<>();
    /** Units of which a finding has ended before, by a pass or by going. */
    final Map<Unit, Boolean> closed = new HashMap<>();

    @Nullable Standing standing;

    /** Its part of the cluster's counts. Who failed can change without a change of how it stands. */
    Counts counts = Counts.none();
}

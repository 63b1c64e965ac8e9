package dev.capstan.bench;

import dev.capstan.collection.ContainerFact;
import dev.capstan.collection.ContainerKind;
import dev.capstan.collection.ContainerSettings;
import dev.capstan.collection.Marks;
import dev.capstan.collection.Origin;
import dev.capstan.collection.WorkloadRef;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One workload with the containers that it has now; empty while nothing of it runs. */
final class LivingWorkload {

    /** What says who owns it. */
    static final String LABEL = "team";

    record Slot(ContainerKind kind, String name) {}

    record Content(String image, ContainerSettings settings, Origin origin) {}

    final int number;
    final WorkloadRef ref;
    final @Nullable String owner;
    final int pods;
    final int bornOn;
    final Map<Slot, Content> containers = new LinkedHashMap<>();

    LivingWorkload(int number, WorkloadRef ref, @Nullable String owner, int pods, int bornOn) {
        this.number = number;
        this.ref = ref;
        this.owner = owner;
        this.pods = pods;
        this.bornOn = bornOn;
    }

    Stream<ContainerFact> facts() {
        return containers.entrySet().stream()
                .map(entry -> new ContainerFact(
                        ref,
                        entry.getKey().kind(),
                        entry.getKey().name(),
                        entry.getValue().image(),
                        entry.getValue().settings(),
                        entry.getValue().origin(),
                        pods));
    }

    Marks marks() {
        return owner == null ? Marks.NONE : Marks.of(Map.of(LABEL, owner), Map.of());
    }

    List<Slot> slots() {
        return List.copyOf(containers.keySet());
    }
}

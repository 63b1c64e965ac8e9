package dev.capstan.simulator;

import dev.capstan.simulator.world.ContainerSpec;
import dev.capstan.simulator.world.Dice;
import dev.capstan.simulator.world.History;
import dev.capstan.simulator.world.PodSettings;
import dev.capstan.simulator.world.PodTemplate;
import dev.capstan.simulator.world.Span;
import dev.capstan.simulator.world.Workload;
import dev.capstan.simulator.world.WorkloadKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** A workload of a {@link ClusterFixture} while it is being described. */
final class WorkloadDraft {
    final String namespace;
    final NavigableMap<Instant, List<String>> containers = new TreeMap<>();
    final NavigableMap<Instant, Integer> replicas = new TreeMap<>();
    final Map<String, String> labels = new TreeMap<>();
    final Map<String, String> ownLabels = new TreeMap<>();
    final Map<String, String> annotations = new TreeMap<>();
    String podSettings = "";
    Span span = Span.since(ClusterFixture.LONG_AGO);
    private final WorkloadKind kind;
    private final String name;

    WorkloadDraft(WorkloadKind kind, String namespacedName, int pods, String... lines) {
        this.kind = kind;
        this.namespace = namespacedName.substring(0, namespacedName.indexOf('/'));
        this.name = namespacedName.substring(namespacedName.indexOf('/') + 1);
        replicas.put(ClusterFixture.LONG_AGO, pods);
        containers.put(ClusterFixture.LONG_AGO, List.of(lines));
        labels.put("app", name);
    }

    Workload of(Dice cluster) {
        Map<Instant, PodTemplate> templates = new TreeMap<>();
        containers.forEach((from, lines) -> templates.put(
                from,
                new PodTemplate(
                        PodSettings.parse(podSettings),
                        lines.stream().map(ContainerSpec::parse).toList(),
                        annotations)));
        return new Workload(
                cluster.of(namespace).of(kind.kind()).of(name),
                namespace,
                kind,
                name,
                labels,
                ownLabels,
                span,
                History.of(templates),
                t -> replicas.floorEntry(t).getValue(),
                Duration.ofHours(1),
                t -> Optional.empty());
    }
}

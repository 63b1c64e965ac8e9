package dev.capstan.search;

import static dev.capstan.posture.Csv.Column.text;

import dev.capstan.benchmark.Benchmark;
import dev.capstan.posture.Csv;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The columns of the file of what was found. */
final class HitCsv {

    static final Csv<Hit> FILE = new Csv<>(List.of(
            text("Kind", hit -> hit.kind().noun()),
            text("Name", Hit::name),
            text("Type", HitCsv::type),
            text("Namespace", HitCsv::namespace),
            text("Cluster", HitCsv::cluster),
            text("Workloads", HitCsv::workloads),
            text("Clusters", HitCsv::clusters),
            text("Benchmarks", HitCsv::benchmarks)));

    private HitCsv() {}

    private static @Nullable String type(Hit hit) {
        return hit instanceof Hit.OfWorkload workload ? workload.type() : null;
    }

    private static @Nullable String namespace(Hit hit) {
        return hit instanceof Hit.OfWorkload workload ? workload.namespace() : null;
    }

    private static @Nullable String cluster(Hit hit) {
        return hit instanceof Hit.OfWorkload workload ? workload.clusterName() : null;
    }

    private static @Nullable String workloads(Hit hit) {
        return switch (hit) {
            case Hit.OfNamespace namespace -> Long.toString(namespace.workloads());
            case Hit.OfImage image -> Long.toString(image.workloads());
            case Hit.OfOwner owner -> Long.toString(owner.workloads());
            case Hit.OfCluster _, Hit.OfWorkload _, Hit.OfCapability _, Hit.OfControl _ -> null;
        };
    }

    private static @Nullable String clusters(Hit hit) {
        return switch (hit) {
            case Hit.OfNamespace namespace -> Long.toString(namespace.clusters());
            case Hit.OfImage image -> Long.toString(image.clusters());
            case Hit.OfOwner owner -> Long.toString(owner.clusters());
            case Hit.OfCluster _, Hit.OfWorkload _, Hit.OfCapability _, Hit.OfControl _ -> null;
        };
    }

    private static @Nullable String benchmarks(Hit hit) {
        return hit instanceof Hit.OfControl control
                ? control.benchmarks().stream().map(Benchmark::shortTitle).collect(Collectors.joining("; "))
                : null;
    }
}

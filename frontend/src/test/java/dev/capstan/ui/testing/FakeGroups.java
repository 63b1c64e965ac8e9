package dev.capstan.ui.testing;

import dev.capstan.benchmark.Risk;
import dev.capstan.fleet.ClusterId;
import dev.capstan.posture.ClusterPosture;
import dev.capstan.posture.FleetPosture;
import dev.capstan.posture.GroupScore;
import dev.capstan.posture.Grouping;
import dev.capstan.posture.HeatMapCell;
import dev.capstan.posture.Score;
import dev.capstan.posture.Tag;
import dev.capstan.posture.WorkloadPosture;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The made-up fleet told apart by something. */
final class FakeGroups {

    static final List<Tag> TAGS = List.of(new Tag("environment", "development"), new Tag("environment", "production"));

    private FakeGroups() {}

    static Tag tagOf(ClusterPosture cluster) {
        return TAGS.get(cluster.production() ? 1 : 0);
    }

    static List<GroupScore> scores(Grouping grouping, FleetPosture fleet, List<WorkloadPosture> workloads) {
        return switch (grouping) {
            case Grouping.BySubscription() -> clusters(fleet, ClusterPosture::subscription);
            case Grouping.ByCluster() -> clusters(fleet, ClusterPosture::name);
            case Grouping.ByTag(String name) ->
                clusters(fleet, c -> name.equals("environment") ? tagOf(c).value() : null);
            case Grouping.ByNamespace() -> workloads(workloads, WorkloadPosture::namespace);
            case Grouping.ByOwner() -> workloads(workloads, WorkloadPosture::owner);
        };
    }

    static List<HeatMapCell> heatMap(@Nullable List<ClusterId> among, List<WorkloadPosture> workloads) {
        record Place(ClusterId cluster, String namespace) {}
        return workloads.stream()
                .filter(w -> among == null || among.contains(w.cluster()))
                .collect(Collectors.groupingBy(w -> new Place(w.cluster(), w.namespace())))
                .entrySet()
                .stream()
                .map(e -> new HeatMapCell(
                        e.getKey().cluster(),
                        e.getKey().namespace(),
                        e.getValue().stream().map(FakeGroups::score).reduce(Score.NONE, Score::plus),
                        e.getValue().size(),
                        risk(e.getValue().stream())))
                .toList();
    }

    private static List<GroupScore> clusters(FleetPosture fleet, Function<ClusterPosture, @Nullable String> name) {
        return sorted(fleet.clusters().stream()
                .map(c -> new GroupScore(name.apply(c), c.score(), c.workloads(), 1, null, null)));
    }

    private static List<GroupScore> workloads(
            List<WorkloadPosture> workloads, Function<WorkloadPosture, @Nullable String> name) {
        return sorted(
                workloads.stream().map(w -> new GroupScore(name.apply(w), score(w), 1, 1, w.risk(), w.failingSince())));
    }

    private static List<GroupScore> sorted(Stream<GroupScore> parts) {
        Map<Optional<String>, GroupScore> groups = new LinkedHashMap<>();
        parts.forEach(part -> groups.merge(
                Optional.ofNullable(part.name()),
                part,
                (a, b) -> new GroupScore(
                        a.name(),
                        a.score().plus(b.score()),
                        a.workloads() + b.workloads(),
                        a.clusters() + b.clusters(),
                        null,
                        null)));
        return groups.values().stream()
                .sorted(Comparator.<GroupScore>comparingLong(
                                group -> group.score().failing())
                        .reversed())
                .toList();
    }

    private static Score score(WorkloadPosture workload) {
        return new Score(workload.containers() - workload.failing(), workload.failing(), 0, 0);
    }

    private static @Nullable Risk risk(Stream<WorkloadPosture> workloads) {
        return workloads
                .map(WorkloadPosture::risk)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }
}

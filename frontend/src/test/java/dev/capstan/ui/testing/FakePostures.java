package dev.capstan.ui.testing;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.nullable;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.capstan.benchmark.Control;
import dev.capstan.benchmark.Risk;
import dev.capstan.evaluation.Criteria;
import dev.capstan.fleet.ClusterId;
import dev.capstan.posture.Apart;
import dev.capstan.posture.AsOf;
import dev.capstan.posture.CapabilityCount;
import dev.capstan.posture.ClusterFilter;
import dev.capstan.posture.ClusterPosture;
import dev.capstan.posture.FleetPosture;
import dev.capstan.posture.Freshness;
import dev.capstan.posture.GroupScore;
import dev.capstan.posture.Grouping;
import dev.capstan.posture.HeatMapCell;
import dev.capstan.posture.PostureExport;
import dev.capstan.posture.Postures;
import dev.capstan.posture.RunBy;
import dev.capstan.posture.Scope;
import dev.capstan.posture.Score;
import dev.capstan.posture.TrendPoint;
import dev.capstan.posture.WorkloadFilter;
import dev.capstan.posture.WorkloadPosture;
import dev.capstan.ui.component.CapabilityChips;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mockito.invocation.InvocationOnMock;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;

/** Answers as the real service does, out of the made-up fleet. */
public final class FakePostures {

    /** What to look for so that an export breaks off. */
    public static final String BREAKS = "breaks-off";

    private FakePostures() {}

    /** The made-up fleet. */
    public static Postures create() {
        Postures postures = mock(Postures.class);
        when(postures.criteria(any())).thenReturn(Criteria.STRICT);
        when(postures.fleet(any(), any())).thenAnswer(i -> fleet(i.getArgument(0)));
        when(postures.trend(any(), any(), any(), any())).thenAnswer(i -> trend(i, AsOf.NOW));
        when(postures.trend(any(), any(), any(), any(), any())).thenAnswer(i -> trend(i, i.getArgument(4)));
        when(postures.scores(any(), any(), any()))
                .thenAnswer(i -> i.getArgument(0) instanceof Grouping.ByOwner
                        ? owners(i.getArgument(1))
                        : FakeGroups.scores(i.getArgument(0), fleet(i.getArgument(1)), all(i.getArgument(1))));
        when(postures.heatMap(any(), any(), any()))
                .thenAnswer(i -> FakeGroups.heatMap(i.getArgument(1), all(i.getArgument(0))));
        when(postures.tags()).thenReturn(FakeGroups.TAGS);
        when(postures.tagNames()).thenReturn(List.of("environment"));
        when(postures.resourceGroups())
                .thenReturn(FakeFleet.clusters(Control.ADDED).stream()
                        .map(ClusterPosture::resourceGroup)
                        .distinct()
                        .sorted()
                        .toList());
        when(postures.askedFor(nullable(ClusterId.class), any(), anyInt()))
                .thenAnswer(i -> askedFor(i.getArgument(0), i.getArgument(2)));
        when(postures.askedForBy(any(), any(), anyInt())).thenAnswer(i -> askedFor(null, i.getArgument(2)));
        when(postures.owners(any()))
                .thenAnswer(i -> owners(Control.ADDED).stream()
                        .map(GroupScore::name)
                        .filter(Objects::nonNull)
                        .toList());
        when(postures.clusters(any(), any(), any(), any()))
                .thenAnswer(i -> page(
                        clusters(i.getArgument(0), i.getArgument(1)), i.getArgument(3), FakePostures::clusterOrder));
        when(postures.countClusters(any(), any(), any())).thenAnswer(i ->
                (long) clusters(i.getArgument(0), i.getArgument(1)).size());
        when(postures.cluster(any(), any(), any())).thenAnswer(i -> {
            long id = i.<ClusterId>getArgument(0).value();
            return id > FakeFleet.size()
                    ? Optional.empty()
                    : Optional.of(FakeFleet.cluster((int) id, i.getArgument(1)));
        });
        when(postures.subscriptions()).thenReturn(List.of("Payments Production", "Platform", "Research"));
        when(postures.namespaces(nullable(ClusterId.class), any()))
                .thenAnswer(i -> workloads(Control.ADDED, WorkloadFilter.ALL.withCluster(i.getArgument(0))).stream()
                        .map(WorkloadPosture::namespace)
                        .distinct()
                        .sorted()
                        .toList());
        when(postures.workloads(any(), any(), any(), any()))
                .thenAnswer(i -> page(
                        workloads(i.getArgument(0), i.getArgument(1)), i.getArgument(3), FakePostures::workloadOrder));
        when(postures.countWorkloads(any(), any(), any())).thenAnswer(i ->
                (long) workloads(i.getArgument(0), i.getArgument(1)).size());
        return postures;
    }

    /** Writes the names of the list's rows; under the text {@link #BREAKS} it breaks off after many of them. */
    public static PostureExport export(Postures postures) throws IOException {
        PostureExport export = mock(PostureExport.class);
        doAnswer(i -> write(
                        postures
                                .clusters(i.getArgument(0), i.getArgument(1), AsOf.NOW, unpaged(i.getArgument(3)))
                                .stream()
                                .map(ClusterPosture::name),
                        i.getArgument(5)))
                .when(export)
                .clusters(any(), any(), any(), any(), any(), any());
        doAnswer(i -> {
                    if (i.<WorkloadFilter>getArgument(1).text().equals(BREAKS)) {
                        write(Stream.generate(() -> "row").limit(100_000), i.getArgument(4));
                        throw new IllegalStateException("The database went away");
                    }
                    return write(
                            postures
                                    .workloads(i.getArgument(0), i.getArgument(1), AsOf.NOW, unpaged(i.getArgument(3)))
                                    .stream()
                                    .map(WorkloadPosture::name),
                            i.getArgument(4));
                })
                .when(export)
                .workloads(any(), any(), any(), any(), any());
        doAnswer(i -> write(
                        postures.heatMap(i.getArgument(0), null, AsOf.NOW).stream()
                                .map(HeatMapCell::namespace),
                        i.getArgument(3)))
                .when(export)
                .heatMap(any(), any(), any(), any());
        doAnswer(i -> write(
                        postures.scores(i.getArgument(0), i.getArgument(1), AsOf.NOW).stream()
                                .map(group -> String.valueOf(group.name())),
                        i.getArgument(3)))
                .when(export)
                .scores(any(), any(), any(), any());
        return export;
    }

    private static Pageable unpaged(Sort sort) {
        return Pageable.unpaged(sort);
    }

    private static @Nullable Void write(Stream<String> rows, OutputStream to) throws IOException {
        to.write(Stream.concat(Stream.of("Name"), rows)
                .collect(Collectors.joining("\r\n", "", "\r\n"))
                .getBytes(StandardCharsets.UTF_8));
        return null;
    }

    private static FleetPosture fleet(Control control) {
        List<ClusterPosture> clusters = FakeFleet.clusters(control).stream()
                .sorted(Comparator.comparing(ClusterPosture::freshness)
                        .reversed()
                        .thenComparing(ClusterPosture::name))
                .toList();
        return new FleetPosture(
                clusters.stream().map(ClusterPosture::score).reduce(Score.NONE, Score::plus),
                clusters.stream().map(ClusterPosture::apart).reduce(Apart.NONE, Apart::plus),
                clusters);
    }

    private static List<WorkloadPosture> all(Control control) {
        return workloads(control, WorkloadFilter.SCORED);
    }

    private static List<TrendPoint> trend(InvocationOnMock call, AsOf asOf) {
        Control control = call.getArgument(1);
        Score now = call.getArgument(0) instanceof Scope.OfCluster(ClusterId id)
                ? FakeFleet.cluster((int) id.value(), control).score()
                : fleet(control).score();
        LocalDate to = call.getArgument(3);
        return trend(asOf.isNow() ? now : new Score(now.passing() / 2, now.failing(), 0, 0), call.getArgument(2), to);
    }

    private static List<TrendPoint> trend(Score now, LocalDate from, LocalDate to) {
        List<TrendPoint> points = new ArrayList<>();
        LocalDate first = LocalDate.of(2026, 7, 28);
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
            long age = day.datesUntil(to).count();
            boolean gap = day.isBefore(first) || (age > 40 && age < 46);
            long back = (long) (age * 0.6 + 6 * Math.sin(age / 5.0));
            points.add(new TrendPoint(
                    day,
                    gap
                            ? null
                            : new Score(
                                    Math.max(0, now.passing() - age / 3 - back),
                                    Math.max(0, now.failing() + back),
                                    age > 70 ? 20 : now.notAssessed(),
                                    0)));
        }
        return points;
    }

    private static List<ClusterPosture> clusters(Control control, ClusterFilter filter) {
        return FakeFleet.clusters(control).stream()
                .filter(c -> (c.name() + c.resourceGroup() + c.location()).contains(filter.text()))
                .filter(c ->
                        filter.subscription() == null || filter.subscription().equals(c.subscription()))
                .filter(c ->
                        filter.resourceGroup() == null || filter.resourceGroup().equalsIgnoreCase(c.resourceGroup()))
                .filter(c -> filter.tag() == null || FakeGroups.tagOf(c).equals(filter.tag()))
                .filter(c -> filter.freshness() == null || filter.freshness() == c.freshness())
                .filter(c -> filter.among() == null || filter.among().contains(c.id()))
                .toList();
    }

    private static List<WorkloadPosture> workloads(Control control, WorkloadFilter filter) {
        return FakeFleet.clusters(control).stream()
                .filter(c -> c.lastSnapshotAt() != null && c.freshness() != Freshness.NOT_ASSESSED)
                .filter(c ->
                        filter.subscription() == null || filter.subscription().equals(c.subscription()))
                .filter(c -> filter.cluster() == null || filter.cluster().equals(c.id()))
                .flatMap(c -> FakeWorkloads.of(c.id()).stream()
                        .map(w -> FakeWorkloads.posture(c, w, control, filter.runBy())))
                .filter(w -> w.containers() > 0)
                .filter(w -> w.name().contains(filter.text()))
                .filter(w -> filter.namespace() == null || filter.namespace().equals(w.namespace()))
                .filter(w -> filter.owner() == null
                        || filter.owner().equals(w.owner() == null ? WorkloadFilter.NO_OWNER : w.owner()))
                .filter(w -> filter.capability() == null || w.askedFor().contains(filter.capability()))
                .filter(w -> filter.risk() == null || filter.risk() == w.risk())
                .filter(w -> !filter.failingOnly() || w.failing() > 0)
                .toList();
    }

    private static List<GroupScore> owners(Control control) {
        Map<Optional<String>, List<WorkloadPosture>> owned = workloads(control, WorkloadFilter.SCORED).stream()
                .collect(Collectors.groupingBy(w -> Optional.ofNullable(w.owner())));
        return owned.entrySet().stream()
                .map(owner -> new GroupScore(
                        owner.getKey().orElse(null),
                        owner.getValue().stream()
                                .map(w -> new Score(w.containers() - w.failing(), w.failing(), 0, 0))
                                .reduce(Score.NONE, Score::plus),
                        owner.getValue().size(),
                        owner.getValue().stream()
                                .map(WorkloadPosture::cluster)
                                .distinct()
                                .count(),
                        Risk.HIGH,
                        FakeFleet.NOW))
                .toList();
    }

    private static List<CapabilityCount> askedFor(@Nullable ClusterId cluster, int limit) {
        Map<String, Long> counts =
                workloads(Control.ADDED, WorkloadFilter.ALL.withCluster(cluster).withRunBy(RunBy.CUSTOMER)).stream()
                        .flatMap(w -> w.askedFor().stream())
                        .collect(Collectors.groupingBy(name -> name, Collectors.counting()));
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(limit)
                .map(e -> new CapabilityCount(e.getKey(), riskOf(e.getKey()), e.getValue(), e.getValue(), 1))
                .toList();
    }

    private static Risk riskOf(String name) {
        Risk risk = CapabilityChips.riskOf(name, Criteria.STRICT);
        return risk == null ? Risk.LOW : risk;
    }

    private static <T> List<T> page(
            List<T> all, Pageable page, java.util.function.Function<String, Comparator<T>> orders) {
        Stream<T> rows = all.stream();
        for (var order : page.getSort()) {
            Comparator<T> comparator = orders.apply(order.getProperty());
            rows = rows.sorted(order.isAscending() ? comparator : comparator.reversed());
        }
        return page.isPaged()
                ? rows.skip(page.getOffset()).limit(page.getPageSize()).toList()
                : rows.toList();
    }

    private static Comparator<ClusterPosture> clusterOrder(String property) {
        return switch (property) {
            case "failing" -> Comparator.comparing(c -> c.score().failing());
            case "score" -> Comparator.comparing(c -> c.score().strictPercent().orElse(-1));
            case "freshness" -> Comparator.comparing(ClusterPosture::freshness);
            default -> Comparator.comparing(ClusterPosture::name);
        };
    }

    private static Comparator<WorkloadPosture> workloadOrder(String property) {
        return switch (property) {
            case "failing" -> Comparator.comparing(WorkloadPosture::failing);
            case "risk" ->
                Comparator.comparing(w -> w.risk() == null ? -1 : w.risk().ordinal());
            default -> Comparator.comparing(WorkloadPosture::name);
        };
    }
}

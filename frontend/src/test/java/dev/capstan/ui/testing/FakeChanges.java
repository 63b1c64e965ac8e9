package dev.capstan.ui.testing;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.nullable;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.capstan.benchmark.Risk;
import dev.capstan.collection.ContainerKind;
import dev.capstan.fleet.ClusterId;
import dev.capstan.posture.AgeBucket;
import dev.capstan.posture.Ages;
import dev.capstan.posture.Change;
import dev.capstan.posture.ChangeCounts;
import dev.capstan.posture.ChangeFilter;
import dev.capstan.posture.ChangeKind;
import dev.capstan.posture.Changes;
import dev.capstan.posture.Period;
import dev.capstan.posture.ResolutionRow;
import dev.capstan.posture.Resolutions;
import dev.capstan.posture.Resolved;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Pageable;

/** What changed in the made-up fleet, and how long it took. */
public final class FakeChanges {

    /** When the first snapshot was taken. */
    public static final Instant FIRST = FakeFleet.NOW.minus(Duration.ofDays(40));

    private FakeChanges() {}

    /** The changes, all of the last two days. */
    public static Changes changes() throws IOException {
        Changes changes = mock(Changes.class);
        when(changes.count(any(), any(), any()))
                .thenAnswer(i -> counts(
                        changed(i.getArgument(1), i.<ChangeFilter>getArgument(2).withKind(null))));
        when(changes.list(any(), any(), any(), any())).thenAnswer(i -> {
            Pageable page = i.getArgument(3);
            var rows = changed(i.getArgument(1), i.getArgument(2)).stream();
            return page.isPaged()
                    ? rows.skip(page.getOffset()).limit(page.getPageSize()).toList()
                    : rows.toList();
        });
        doAnswer(i -> write(changed(i.getArgument(1), i.getArgument(2)), i.getArgument(4)))
                .when(changes)
                .export(any(), any(), any(), any(), any());
        when(changes.snapshots(any(), anyInt()))
                .thenReturn(List.of(FakeFleet.NOW, FakeFleet.NOW.minus(Duration.ofHours(6))));
        when(changes.sinceTheSnapshotBefore(any()))
                .thenAnswer(i -> i.<ClusterId>getArgument(0).value() == 13
                        ? Optional.empty()
                        : Optional.of(Period.since(FakeFleet.NOW.minus(Duration.ofHours(6)))));
        when(changes.recordedSince(nullable(ClusterId.class))).thenReturn(Optional.of(FIRST));
        return changes;
    }

    /** Old findings, and resolved ones. */
    public static Resolutions resolutions() {
        Resolutions resolutions = mock(Resolutions.class);
        Ages open = new Ages(
                Map.of(AgeBucket.UP_TO_7, 4L, AgeBucket.UP_TO_30, 21L, AgeBucket.UP_TO_90, 9L, AgeBucket.OVER_180, 3L));
        Resolved resolved = new Resolved(12, Duration.ofDays(9), Duration.ofDays(5), Duration.ofDays(31));
        when(resolutions.open(any(), nullable(ClusterId.class), nullable(String.class), any()))
                .thenReturn(open);
        when(resolutions.resolved(any(), nullable(ClusterId.class), nullable(String.class), any()))
                .thenReturn(resolved);
        when(resolutions.byCluster(any(), any()))
                .thenReturn(List.of(new ResolutionRow(FakeFleet.name(1), new ClusterId(1), open, resolved)));
        when(resolutions.byOwner(any(), any()))
                .thenReturn(List.of(
                        new ResolutionRow("team-checkout", null, open, resolved),
                        new ResolutionRow(null, null, open, Resolved.NONE)));
        return resolutions;
    }

    private static ChangeCounts counts(List<Change> changes) {
        return new ChangeCounts(
                changes.stream().collect(Collectors.groupingBy(Change::kind, Collectors.counting())),
                changes.stream()
                        .filter(c -> c.kind() == ChangeKind.POLICY && c.before() == null)
                        .count(),
                changes.stream()
                        .filter(c -> c.kind() == ChangeKind.POLICY && c.after() == null)
                        .count());
    }

    private static List<Change> changed(Period period, ChangeFilter filter) {
        Instant end = period.to().isNow()
                ? FakeFleet.NOW
                : Objects.requireNonNull(period.to().instant());
        return all().stream()
                .filter(c -> c.at().isAfter(period.from()) && !c.at().isAfter(end))
                .filter(c -> c.workloadName().contains(filter.text()))
                .filter(c -> filter.kind() == null || filter.kind() == c.kind())
                .filter(c -> filter.cluster() == null || filter.cluster().equals(c.cluster()))
                .filter(c -> filter.capability() == null
                        || (filter.newlyAsked() ? c.added() : asked(c)).contains(filter.capability()))
                .toList();
    }

    private static List<String> asked(Change change) {
        Change.State state = change.after() == null ? change.before() : change.after();
        return state == null ? List.of() : state.askedFor();
    }

    private static List<Change> all() {
        List<Change> all = new ArrayList<>();
        Change.State admin = new Change.State(List.of("NET_ADMIN", "SYS_ADMIN"), Risk.CRITICAL);
        Change.State net = new Change.State(List.of("NET_ADMIN", "NET_RAW"), Risk.HIGH);
        for (int cluster = 1; cluster <= 3; cluster++) {
            all.add(change(ChangeKind.NEW, cluster, 1, 2, null, admin, null));
            all.add(change(
                    ChangeKind.CHANGED,
                    cluster,
                    2,
                    5,
                    net,
                    admin,
                    new Change.Images("registry.example.com/cart:2.1", "registry.example.com/cart:2.2")));
            all.add(change(ChangeKind.FIXED, cluster, 3, 9, net, null, null));
        }
        all.add(change(ChangeKind.REOPENED, 1, 4, 30, null, net, null));
        all.add(change(ChangeKind.POLICY, 2, 5, 31, null, net, null));
        all.add(change(ChangeKind.POLICY, 2, 6, 31, net, null, null));
        return all;
    }

    private static Change change(
            ChangeKind kind,
            int cluster,
            int workload,
            int hoursAgo,
            Change.@Nullable State before,
            Change.@Nullable State after,
            Change.@Nullable Images images) {
        return new Change(
                kind,
                FakeFleet.NOW.minus(Duration.ofHours(hoursAgo)),
                new ClusterId(cluster),
                FakeFleet.name(cluster),
                workload,
                "checkout",
                "Deployment",
                workload == 4 ? FakeWorkloads.HOSTILE : "workload-" + workload,
                workload % 2 == 0 ? "team-checkout" : null,
                ContainerKind.APP,
                "app",
                before,
                after,
                images,
                FakeFleet.NOW.minus(Duration.ofHours(hoursAgo + (before == null ? 0 : 900L))));
    }

    private static @Nullable Void write(List<Change> changes, OutputStream to) throws IOException {
        to.write(changes.stream()
                .map(Change::workloadName)
                .collect(Collectors.joining("\r\n", "Workload\r\n", "\r\n"))
                .getBytes(StandardCharsets.UTF_8));
        return null;
    }
}

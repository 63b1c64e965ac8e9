package dev.capstan.bench;

import dev.capstan.bench.LivingWorkload.Slot;
import dev.capstan.bench.ToldWorkload.Finding;
import dev.capstan.bench.ToldWorkload.Range;
import dev.capstan.bench.ToldWorkload.Standing;
import dev.capstan.bench.ToldWorkload.Unit;
import dev.capstan.benchmark.Control;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rows of histories, gathered by table and sent by COPY, the storage's own way in. */
final class HistoryRows {

    private static final String OF_EACH_CONTROL = Arrays.stream(Control.values())
            .map(control -> control.name().toLowerCase(Locale.ROOT))
            .flatMap(control ->
                    Stream.of("passing", "failing", "unknown", "risk", "since").map(column -> control + "_" + column))
            .collect(Collectors.joining(", "));

    private final CopyText workloads = new CopyText(
            "workload (cluster_id, id, namespace, kind, name, first_seen_at, pods, criteria_id, owner," + " labels)");
    private final CopyText ranges = new CopyText(
            "workload_container (cluster_id, workload_id, kind, name, image, profile_id, origin, seen_from, seen_until)");
    private final CopyText findings =
            new CopyText("finding (cluster_id, workload_id, control, kind, name, seen_from, seen_until,"
                    + " opened_at, platform, risk, asked_for, began, ended)");
    private final CopyText postures = new CopyText("workload_posture (cluster_id, workload_id, seen_from, seen_until,"
            + " namespace, kind, name, owner, platform, injected, containers, asked_for, asked_containers, "
            + OF_EACH_CONTROL + ")");
    private final CopyText snapshots =
            new CopyText("snapshot (cluster_id, taken_at, policy_version, pods, workloads, containers, consistent)");
    private final CopyText points = new CopyText("posture_point (cluster_id, counted_at, control, policy_version,"
            + " snapshot_at, passing, failing, not_assessed, not_applicable, platform_passing, platform_failing,"
            + " injected_passing, injected_failing)");
    private final CopyText runs = new CopyText(
            "assessment_run (cluster_id, id, started_at, finished_at, outcome, pods, containers, opened, closed)");
    private final List<CopyText> all = List.of(workloads, ranges, findings, postures, snapshots, points, runs);
    private final int criteria;
    private final int policyVersion;

    HistoryRows(int criteria, int policyVersion) {
        this.criteria = criteria;
        this.policyVersion = policyVersion;
    }

    void flush(Connection connection, boolean everything) throws SQLException {
        for (CopyText text : all) {
            text.flush(connection, everything);
        }
    }

    long rows() {
        return all.stream().mapToLong(CopyText::rows).sum();
    }

    void workload(long cluster, long id, LivingWorkload workload, Instant firstDay) {
        workloads.row(
                cluster,
                id,
                workload.ref.namespace(),
                workload.ref.kind(),
                workload.ref.name(),
                firstDay.plus(Duration.ofDays(workload.bornOn)),
                workload.containers.isEmpty() ? 0 : workload.pods,
                criteria,
                workload.owner,
                workload.owner == null ? "{}" : "{\"" + LivingWorkload.LABEL + "\": \"" + workload.owner + "\"}");
    }

    void range(long cluster, long id, Slot slot, Range range, Judged judged, @Nullable Instant until) {
        ranges.row(
                cluster,
                id,
                slot.kind(),
                slot.name(),
                range.content().image(),
                judged.profile(),
                range.content().origin(),
                range.from(),
                until);
    }

    void finding(
            long cluster,
            long id,
            Unit unit,
            Finding finding,
            boolean platform,
            @Nullable Instant until,
            @Nullable String ended) {
        findings.row(
                cluster,
                id,
                unit.control(),
                unit.slot().kind(),
                unit.slot().name(),
                finding.from(),
                until == null ? "infinity" : until,
                finding.openedAt(),
                platform,
                finding.rank(),
                "{" + String.join(",", finding.askedFor()) + "}",
                finding.began(),
                ended);
    }

    void posture(long cluster, long id, Standing standing, @Nullable Instant until) {
        postures.row(cluster, id, standing.from(), until == null ? "infinity" : until, standing.columns());
    }

    void snapshot(long cluster, Instant at, int pods, int running, int containers) {
        snapshots.row(cluster, at, policyVersion, pods, running, containers, true);
        String id = "%08x-0000-4000-8000-%012x".formatted(cluster, at.getEpochSecond());
        runs.row(cluster, id, at, at.plusSeconds(20), "RECORDED", pods, containers, 0, 0);
    }

    void point(long cluster, Instant at, Control control, int[] of) {
        points.row(
                cluster,
                at,
                control,
                policyVersion,
                at,
                of[Counts.PASSING],
                of[Counts.FAILING],
                of[Counts.NOT_ASSESSED],
                of[Counts.NOT_APPLICABLE],
                of[Counts.PLATFORM_PASSING],
                of[Counts.PLATFORM_FAILING],
                of[Counts.INJECTED_PASSING],
                of[Counts.INJECTED_FAILING]);
    }
}

package dev.capstan.exceptionrequest;

import dev.capstan.evaluation.Excess;
import dev.capstan.fleet.ClusterId;
import dev.capstan.workload.Excuses;
import dev.capstan.workload.FailingUnit;
import dev.capstan.workload.FailingUnits;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Marks which of a cluster's failing containers are excepted at an instant, and keeps since when each exception covers what.
 * A container is excepted when all that it has beyond the control is granted, by one exception or by several together.
 */
@Component
class Marking implements Excuses {

    private final RequestRows requests;
    private final FailingUnits units;
    private final CoverRows covers;
    private final JdbcClient jdbc;

    Marking(RequestRows requests, FailingUnits units, CoverRows covers, JdbcClient jdbc) {
        this.requests = requests;
        this.units = units;
        this.covers = covers;
        this.jdbc = jdbc;
    }

    @Override
    public void mark(ClusterId cluster, Instant at) {
        List<ExceptionRequest> inForce = of(cluster, RequestRows.GRANTED_AND_DUE, at).stream()
                .filter(exception -> exception.inForceAt(at))
                .toList();
        List<ExceptionRequest> waiting = of(cluster, RequestRows.WAITING, at);
        if (inForce.isEmpty() && waiting.isEmpty()) {
            covers.move(cluster, List.of(), at);
            return;
        }
        List<FailingUnit> excused = new ArrayList<>();
        List<FailingUnit> requested = new ArrayList<>();
        List<CoverRows.Cover> covered = new ArrayList<>();
        for (FailingUnit unit : units.staged(cluster)) {
            List<ExceptionRequest> covering = covering(inForce, unit);
            Set<String> left = left(covering, unit);
            covering.forEach(exception -> covered.add(new CoverRows.Cover(exception.id(), unit, left)));
            if (left.isEmpty()) {
                excused.add(unit);
            } else if (!covering(waiting, unit).isEmpty()) {
                requested.add(unit);
            }
        }
        write("excused", cluster, excused);
        write("requested", cluster, requested);
        covers.move(cluster, covered, at);
    }

    private List<ExceptionRequest> of(ClusterId cluster, String which, Instant at) {
        return requests.read(
                which + " and (cardinality(r.clusters) = 0 or :cluster = any(r.clusters)) order by r.id",
                Map.of("cluster", cluster.value(), "at", at.atOffset(ZoneOffset.UTC)));
    }

    private static List<ExceptionRequest> covering(List<ExceptionRequest> exceptions, FailingUnit unit) {
        return exceptions.stream()
                .filter(exception ->
                        Coverage.of(exception.content(), unit).findAny().isPresent())
                .toList();
    }

    /** What of the unit's excess none of them grants. */
    private static Set<String> left(List<ExceptionRequest> covering, FailingUnit unit) {
        Set<String> left = new TreeSet<>();
        unit.running().forEach(running -> left.addAll(Excess.of(unit.control(), running.settings(), unit.criteria())));
        for (ExceptionRequest exception : covering) {
            left.retainAll(exception.content().grant().beyond(left));
        }
        return left;
    }

    private void write(String column, ClusterId cluster, List<FailingUnit> marked) {
        if (marked.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        update unit_staging u set %s = true
                        from unnest(cast(:workloads as bigint[]), cast(:controls as text[]), cast(:kinds as text[]),
                            cast(:names as text[])) m (workload_id, control, kind, name)
                        where u.cluster_id = :cluster and u.workload_id = m.workload_id and u.control = m.control
                          and u.kind = m.kind and u.name = m.name
                        """.formatted(column))
                .param("cluster", cluster.value())
                .param("workloads", marked.stream().map(FailingUnit::workload).toArray(Long[]::new))
                .param(
                        "controls",
                        marked.stream().map(unit -> unit.control().name()).toArray(String[]::new))
                .param("kinds", marked.stream().map(FailingUnit::kind).toArray(String[]::new))
                .param("names", marked.stream().map(FailingUnit::container).toArray(String[]::new))
                .update();
    }
}

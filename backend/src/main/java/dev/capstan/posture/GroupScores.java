package dev.capstan.posture;

import dev.capstan.benchmark.Control;
import dev.capstan.benchmark.Risk;
import dev.capstan.fleet.ClusterId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Scores told apart by something: whole clusters by what is known of them, their parts by what is known of workloads. */
@Component
class GroupScores {

    private static final Comparator<GroupScore> MOST_FAILING_FIRST = Comparator.<GroupScore>comparingLong(
                    group -> group.score().failing())
            .reversed()
            .thenComparing(GroupScore::name, Comparator.nullsFirst(Comparator.naturalOrder()));

    // Added up before the clusters are joined, which is done once for each group and not for each workload.
    private static final String GROUPS = WorkloadRow.PLACE + """
            , posture as (
                select p.cluster_id, %2$s as name, sum(p.%1$s_passing) as passing, sum(p.%1$s_failing) as failing,
                    sum(p.%1$s_unknown) as not_assessed,
                    sum(p.%1$s_excused) as excused, sum(p.%1$s_requested) as requested,
                    sum(p.containers - p.%1$s_passing - p.%1$s_failing - p.%1$s_excused - p.%1$s_unknown)
                        as not_applicable,
                    count(*) as workloads, max(p.%1$s_risk) as risk, min(p.%1$s_since) as since
                from %3$s p
                where %4$s
                group by p.cluster_id, %2$s
            )
            select p.*, c.freshness = 'NOT_ASSESSED' as forgotten
            from posture p
            join place c on c.id = p.cluster_id
            """;

    private static final int FETCHED = 200;

    private final ClusterList clusters;
    private final JdbcClient jdbc;
    private final PostureSettings settings;
    private final Clock clock;

    GroupScores(ClusterList clusters, JdbcClient jdbc, PostureSettings settings, Clock clock) {
        this.clusters = clusters;
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    /** Those with most failing units first. */
    List<GroupScore> read(Grouping grouping, Control control, AsOf asOf) {
        return switch (grouping) {
            case Grouping.BySubscription() -> added(ofClusters(ClusterPosture::subscription, control, asOf));
            // Two clusters of one name stay two.
            case Grouping.ByCluster() -> sorted(ofClusters(ClusterPosture::name, control, asOf));
            case Grouping.ByTag(String name) -> {
                Map<ClusterId, String> values = clusters.tagValues(name);
                yield added(ofClusters(cluster -> values.get(cluster.id()), control, asOf));
            }
            case Grouping.ByNamespace() -> ofWorkloads("p.namespace", control, asOf);
            case Grouping.ByOwner() -> ofWorkloads("p.owner", control, asOf);
        };
    }

    private List<GroupScore> ofClusters(Function<ClusterPosture, @Nullable String> name, Control control, AsOf asOf) {
        return clusters.all(control, asOf).stream()
                .map(cluster ->
                        new GroupScore(name.apply(cluster), cluster.score(), cluster.workloads(), 1, null, null))
                .toList();
    }

    private List<GroupScore> ofWorkloads(String key, Control control, AsOf asOf) {
        // Cluster by cluster, since some are not believed any more; few enough to be added up here.
        return added(statement(key, new Where(), control, asOf)
                .query((row, _) -> new GroupScore(
                        row.getString("name"),
                        score(row),
                        row.getLong("workloads"),
                        1,
                        row.getBoolean("forgotten") ? null : risk(row),
                        row.getBoolean("forgotten") ? null : ClusterRow.instant(row, "since")))
                .list());
    }

    private static List<GroupScore> added(List<GroupScore> parts) {
        Map<Optional<String>, GroupScore> groups = new LinkedHashMap<>();
        parts.forEach(part -> groups.merge(Optional.ofNullable(part.name()), part, GroupScore::plus));
        return sorted(groups.values());
    }

    private static List<GroupScore> sorted(Collection<GroupScore> groups) {
        return groups.stream().sorted(MOST_FAILING_FIRST).toList();
    }

    /** Every namespace of these clusters; of all when null. */
    List<HeatMapCell> heatMap(Control control, @Nullable List<ClusterId> among, AsOf asOf) {
        return statement("p.namespace", among(among), control, asOf)
                .query(GroupScores::cell)
                .list();
    }

    /** The same by cluster and namespace, a few rows at a time. Needs a transaction, and the stream is to be closed. */
    Stream<HeatMapCell> heatMapStream(Control control, List<ClusterId> among, AsOf asOf) {
        String order = "\norder by lower(c.name), p.cluster_id, p.name";
        return jdbc
                .sql(sql("p.namespace", among(among), control, asOf) + order)
                .params(parameters(among(among), asOf))
                .withFetchSize(FETCHED)
                .query(GroupScores::cell)
                .stream();
    }

    private static Where among(@Nullable List<ClusterId> among) {
        return new Where()
                .and(
                        "p.cluster_id = any(:among)",
                        "among",
                        among == null
                                ? null
                                : among.stream().map(ClusterId::value).toArray(Long[]::new));
    }

    private static HeatMapCell cell(ResultSet row, int number) throws SQLException {
        return new HeatMapCell(
                new ClusterId(row.getLong("cluster_id")),
                row.getString("name"),
                score(row),
                row.getLong("workloads"),
                row.getBoolean("forgotten") ? null : risk(row));
    }

    private StatementSpec statement(String key, Where where, Control control, AsOf asOf) {
        return jdbc.sql(sql(key, where, control, asOf)).params(parameters(where, asOf));
    }

    private static String sql(String key, Where where, Control control, AsOf asOf) {
        return GROUPS.formatted(
                WorkloadRow.prefix(control),
                key,
                asOf.postures(),
                where.and("not p.platform").sql());
    }

    private Map<String, Object> parameters(Where where, AsOf asOf) {
        Map<String, Object> parameters = new HashMap<>(where.parameters());
        parameters.putAll(FreshnessLimits.at(asOf.on(clock), settings).parameters());
        parameters.put("asOf", asOf.bound());
        return parameters;
    }

    private static Score score(ResultSet row) throws SQLException {
        Score score = ClusterRow.score(row);
        return row.getBoolean("forgotten") ? score.forgotten() : score;
    }

    private static @Nullable Risk risk(ResultSet row) throws SQLException {
        int rank = row.getInt("risk");
        return rank == 0 ? null : Risk.values()[rank - 1];
    }
}

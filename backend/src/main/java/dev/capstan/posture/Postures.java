package dev.capstan.posture;

import dev.capstan.benchmark.Control;
import dev.capstan.evaluation.Criteria;
import dev.capstan.exceptionrequest.ReadsByExceptions;
import dev.capstan.fleet.ClusterId;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Pageable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** Reads the posture of the fleet. */
@Service
@ReadsByExceptions
@PreAuthorize("hasRole('VIEWER')")
public class Postures {

    private final ClusterList clusters;
    private final WorkloadList workloads;
    private final TrendLine trend;
    private final AskedForCount askedFor;
    private final GroupScores groups;
    private final Remembered remembered;

    Postures(
            ClusterList clusters,
            WorkloadList workloads,
            TrendLine trend,
            AskedForCount askedFor,
            GroupScores groups,
            Remembered remembered) {
        this.clusters = clusters;
        this.workloads = workloads;
        this.trend = trend;
        this.askedFor = askedFor;
        this.groups = groups;
        this.remembered = remembered;
    }

    /**
     * What the policy that holds, or held, says for the whole fleet, by which risks are rated; the strictest before there
     * is any.
     */
    public Criteria criteria(AsOf asOf) {
        return askedFor.criteria(asOf);
    }

    /** The fleet as it stands, or stood. */
    public FleetPosture fleet(Control control, AsOf asOf) {
        List<ClusterPosture> all = clusters.all(control, asOf);
        return new FleetPosture(
                all.stream().map(ClusterPosture::score).reduce(Score.NONE, Score::plus),
                all.stream().map(ClusterPosture::apart).reduce(Apart.NONE, Apart::plus),
                all);
    }

    /**
     * Scores told apart by something, those with most failing units first. They add up to the fleet's, except for
     * clusters that were never read, which have no parts.
     */
    public List<GroupScore> scores(Grouping grouping, Control control, AsOf asOf) {
        return remembered.get(asOf, List.of("scores", grouping, control), () -> groups.read(grouping, control, asOf));
    }

    /** Every namespace of these clusters, or of all when null, in no order. */
    public List<HeatMapCell> heatMap(Control control, @Nullable List<ClusterId> among, AsOf asOf) {
        return remembered.get(
                asOf,
                Arrays.asList("heat map", control, among == null ? null : List.copyOf(among)),
                () -> groups.heatMap(control, among, asOf));
    }

    /** The names of the tags that clusters carry, in lower case and in order. */
    public List<String> tagNames() {
        return clusters.tagNames();
    }

    /** The values that clusters carry of a tag, in order. */
    public List<String> tagValues(String name) {
        return clusters.tagValuesOf(name);
    }

    /** Every tag that a cluster carries, its name in lower case, by name and then by value. */
    public List<Tag> tags() {
        return clusters.tags();
    }

    /** The resource groups that hold clusters, in order. */
    public List<String> resourceGroups() {
        return clusters.resourceGroups();
    }

    /** The bands of a part of the fleet day by day, both days included. */
    public List<TrendPoint> trend(Scope scope, Control control, LocalDate from, LocalDate to) {
        return trend(scope, control, from, to, AsOf.NOW);
    }

    /** The same as it was known at an instant: the day of that instant ends with it, and later days are gaps. */
    public List<TrendPoint> trend(Scope scope, Control control, LocalDate from, LocalDate to, AsOf asOf) {
        return trend.read(scope, control, from, to, asOf);
    }

    /**
     * What containers ask for, most containers first; of one cluster, or of all when null. Spellings that do nothing are
     * left out, and so are the containers of a cluster that is not assessed: what they ask for now is not known.
     */
    public List<CapabilityCount> askedFor(@Nullable ClusterId cluster, AsOf asOf, int limit) {
        return remembered.get(
                asOf, Arrays.asList("asked for", cluster, limit), () -> askedFor.read(cluster, asOf, limit));
    }

    /**
     * The same of what somebody owns.
     *
     * @param owner the owner, or {@link WorkloadFilter#NO_OWNER} for what nobody owns
     */
    public List<CapabilityCount> askedForBy(String owner, AsOf asOf, int limit) {
        return remembered.get(asOf, List.of("asked for by", owner, limit), () -> askedFor.readOf(owner, asOf, limit));
    }

    /**
     * Clusters that are not gone. Sortable by name, subscription, location, kubernetesVersion, score, failing,
     * lastSnapshotAt, freshness (not assessed first); by freshness, then name when unsorted. Without a score or a snapshot
     * a cluster comes last in both directions.
     *
     * @throws IllegalArgumentException when the page is sorted by something else
     */
    public List<ClusterPosture> clusters(Control control, ClusterFilter filter, AsOf asOf, Pageable page) {
        return clusters.list(control, filter, asOf, page);
    }

    /** How many clusters the filter leaves. */
    public long countClusters(Control control, ClusterFilter filter, AsOf asOf) {
        return clusters.count(control, filter, asOf);
    }

    /** One cluster, if it is known; also one that is gone. */
    public Optional<ClusterPosture> cluster(ClusterId id, Control control, AsOf asOf) {
        return clusters.find(id, control, asOf);
    }

    /** The names of the subscriptions that hold clusters, in order. */
    public List<String> subscriptions() {
        return clusters.subscriptions();
    }

    /** The owners of workloads that run, in order; that there are some of nobody is not among them. */
    public List<String> owners(AsOf asOf) {
        return remembered.get(asOf, List.of("owners"), () -> workloads.owners(asOf));
    }

    /** The namespaces that run workloads, in order; of one cluster, or of all when null. */
    public List<String> namespaces(@Nullable ClusterId cluster, AsOf asOf) {
        return remembered.get(asOf, Arrays.asList("namespaces", cluster), () -> workloads.namespaces(cluster, asOf));
    }

    /**
     * Workloads that run. Sortable by clusterName, namespace, name, kind, owner, containers, failing, risk,
     * failingSince, pods (how many there are now); by risk (worst first), then failing, namespace, name, cluster when
     * unsorted. Where nothing fails there is neither risk nor date, and the workload comes last in both directions.
     *
     * @throws IllegalArgumentException when the page is sorted by something else
     */
    public List<WorkloadPosture> workloads(Control control, WorkloadFilter filter, AsOf asOf, Pageable page) {
        return page.isUnpaged()
                ? workloads.list(control, filter, asOf, page)
                : remembered.get(
                        asOf,
                        List.of("workloads", control, filter, page),
                        () -> workloads.list(control, filter, asOf, page));
    }

    /** How many workloads the filter leaves. */
    public long countWorkloads(Control control, WorkloadFilter filter, AsOf asOf) {
        return remembered.get(
                asOf, List.of("count of workloads", control, filter), () -> workloads.count(control, filter, asOf));
    }
}

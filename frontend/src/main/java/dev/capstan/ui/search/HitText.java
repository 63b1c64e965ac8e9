package dev.capstan.ui.search;

import dev.capstan.benchmark.Benchmark;
import dev.capstan.benchmark.Benchmarks;
import dev.capstan.benchmark.Control;
import dev.capstan.search.Hit;
import dev.capstan.search.SearchGroup;
import dev.capstan.ui.Navigation;
import dev.capstan.ui.component.Words;
import dev.capstan.ui.posture.WorkloadLinks;
import java.util.List;

/** What was found, in words, and where it leads. */
final class HitText {

    private static final int BENCHMARKS_NAMED = 2;

    private final Benchmarks benchmarks;

    HitText(Benchmarks benchmarks) {
        this.benchmarks = benchmarks;
    }

    /** How many there are; where they were not all counted, it says so. */
    static String count(SearchGroup group) {
        return Words.number(group.count()) + (group.more() ? "+" : "");
    }

    /** What stands below the name. */
    String detail(Hit hit) {
        return switch (hit) {
            case Hit.OfCluster cluster -> cluster.resourceGroup() + ", " + cluster.subscription();
            case Hit.OfNamespace namespace -> within(namespace.workloads(), namespace.clusters());
            case Hit.OfWorkload workload ->
                "%s in %s, %s".formatted(workload.type(), workload.namespace(), workload.clusterName());
            case Hit.OfImage image -> within(image.workloads(), image.clusters());
            case Hit.OfOwner owner -> within(owner.workloads(), owner.clusters());
            case Hit.OfCapability found ->
                benchmarks.capability(found.capability()).allows();
            case Hit.OfControl found -> detail(found.control(), found.benchmarks());
        };
    }

    /** Where it is shown. */
    static String url(Hit hit) {
        return switch (hit) {
            case Hit.OfCluster cluster -> Navigation.cluster(cluster.id());
            case Hit.OfNamespace namespace ->
                namespace.only() == null
                        ? WorkloadLinks.inNamespace(namespace.name())
                        : Navigation.namespace(namespace.only(), namespace.name());
            case Hit.OfWorkload workload -> Navigation.workload(workload.cluster(), workload.id());
            case Hit.OfImage image -> WorkloadLinks.running(image.name());
            case Hit.OfOwner owner -> Navigation.owner(owner.name(), Control.ADDED);
            case Hit.OfCapability found -> Navigation.capability(found.capability());
            case Hit.OfControl found -> Navigation.control(found.control());
        };
    }

    private String detail(Control control, List<Benchmark> listing) {
        if (listing.isEmpty()) {
            return benchmarks.guide(control).title();
        }
        String named = String.join(
                ", ",
                listing.stream()
                        .limit(BENCHMARKS_NAMED)
                        .map(Benchmark::shortTitle)
                        .toList());
        int left = listing.size() - BENCHMARKS_NAMED;
        return "In " + named + (left > 0 ? " and " + Words.count(left, "other benchmark") : "");
    }

    private static String within(long workloads, long clusters) {
        return "%s in %s".formatted(Words.count(workloads, "workload"), Words.count(clusters, "cluster"));
    }
}

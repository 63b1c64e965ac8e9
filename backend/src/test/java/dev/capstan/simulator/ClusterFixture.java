package dev.capstan.simulator;

import dev.capstan.simulator.world.Cluster;
import dev.capstan.simulator.world.ClusterLife;
import dev.capstan.simulator.world.ContainerSpec;
import dev.capstan.simulator.world.Dice;
import dev.capstan.simulator.world.NodePool;
import dev.capstan.simulator.world.PodSettings;
import dev.capstan.simulator.world.Span;
import dev.capstan.simulator.world.Subscription;
import dev.capstan.simulator.world.WorkloadKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A cluster in words. Workloads are written {@code namespace/name}, containers as in {@link ContainerSpec#parse}:
 *
 * <pre>{@code
 * SimulatedFleet fleet = ClusterFixture.fleet(ClusterFixture.named("quay")
 *         .deployment("shop/cart", 3, "app cart example.test/cart:1 drop=ALL add=NET_ADMIN")
 *         .changesAt(later, "app cart example.test/cart:2 drop=ALL")
 *         .daemonSet("kube-system/agent", "app agent example.test/agent:1 privileged"));
 * }</pre>
 */
public final class ClusterFixture extends AdmissionFixture<ClusterFixture> {
    /** The subscription of clusters of which nothing else is said. */
    public static final Subscription HARBOUR =
            new Subscription("5c1f5a1e-0000-4000-8000-000000000001", "Harbour", true);

    private final String name;
    private final Map<String, String> tags = new LinkedHashMap<>();
    private final NavigableMap<Instant, String> versions = new TreeMap<>(Map.of(LONG_AGO, "1.33.4"));
    private final List<WorkloadDraft> drafts = new ArrayList<>();
    private Subscription subscription = HARBOUR;
    private String region = "westeurope";
    private String tier = "Standard";
    private int nodes = 2;
    private int windowsNodes = 0;
    private @Nullable String runtime;
    private boolean localAccounts = true;
    private Span span = Span.since(LONG_AGO);
    private @Nullable Instant stoppedFrom;
    private @Nullable Instant unreachableFrom;
    private @Nullable Instant forbiddenFrom;

    private ClusterFixture(String name) {
        this.name = name;
    }

    /** A fleet of these clusters, in one tenant. */
    public static SimulatedFleet fleet(ClusterFixture... clusters) {
        List<Cluster> built = Arrays.stream(clusters).map(ClusterFixture::build).toList();
        Dice dice = Dice.seeded(1);
        return new SimulatedFleet(
                dice.of("tenant").uuid().toString(),
                dice.of("application").uuid().toString(),
                built.stream().map(Cluster::subscription).distinct().toList(),
                built);
    }

    /** A running cluster without workloads: version 1.33.4, two Linux nodes, local accounts enabled. */
    public static ClusterFixture named(String name) {
        return new ClusterFixture(name);
    }

    public ClusterFixture deployment(String namespacedName, int pods, String... containers) {
        return with(WorkloadKind.DEPLOYMENT, namespacedName, pods, containers);
    }

    public ClusterFixture statefulSet(String namespacedName, int pods, String... containers) {
        return with(WorkloadKind.STATEFUL_SET, namespacedName, pods, containers);
    }

    /** One pod per node. */
    public ClusterFixture daemonSet(String namespacedName, String... containers) {
        return with(WorkloadKind.DAEMON_SET, namespacedName, 0, containers);
    }

    /** A CronJob that runs every hour; its last three Jobs are kept. */
    public ClusterFixture cronJob(String namespacedName, String... containers) {
        return with(WorkloadKind.CRON_JOB, namespacedName, 1, containers);
    }

    public ClusterFixture job(String namespacedName, String... containers) {
        return with(WorkloadKind.JOB, namespacedName, 1, containers);
    }

    /** A pod that nothing owns. */
    public ClusterFixture pod(String namespacedName, String... containers) {
        return with(WorkloadKind.POD, namespacedName, 1, containers);
    }

    /** A ReplicaSet's pods whose owner is an Argo Rollout. */
    public ClusterFixture rollout(String namespacedName, int pods, String... containers) {
        return with(WorkloadKind.ROLLOUT, namespacedName, pods, containers);
    }

    /** The last workload gets other containers. */
    public ClusterFixture changesAt(Instant t, String... containers) {
        last().containers.put(t, List.of(containers));
        return this;
    }

    /** The last workload gets another number of pods. */
    public ClusterFixture scalesAt(Instant t, int pods) {
        last().replicas.put(t, pods);
        return this;
    }

    /** The last workload begins at an instant. */
    public ClusterFixture startsAt(Instant t) {
        last().span = new Span(t, last().span.until());
        return this;
    }

    /** The last workload is gone from an instant on. */
    public ClusterFixture endsAt(Instant t) {
        last().span = new Span(last().span.from(), t);
        return this;
    }

    /** The last workload's pod settings, as in {@link PodSettings#parse}: {@code windows}, {@code hostusers=false}… */
    public ClusterFixture withPodSettings(String settings) {
        last().podSettings = settings;
        return this;
    }

    /** The last workload carries a label, and so do its pods. */
    public ClusterFixture labelled(String label, String value) {
        last().labels.put(label, value);
        return this;
    }

    /** The last workload carries a label that its pods do not. */
    public ClusterFixture ownerLabelled(String label, String value) {
        last().ownLabels.put(label, value);
        return this;
    }

    /** The pods of the last workload carry an annotation. */
    public ClusterFixture annotated(String annotation, String value) {
        last().annotations.put(annotation, value);
        return this;
    }

    /** The Linux nodes' container runtime, such as cri-o://1.30.1. */
    public ClusterFixture runtime(String containerRuntimeVersion) {
        runtime = containerRuntimeVersion;
        return this;
    }

    public ClusterFixture in(Subscription other) {
        subscription = other;
        return this;
    }

    public ClusterFixture region(String other) {
        region = other;
        return this;
    }

    /** Free, Standard or Premium. */
    public ClusterFixture tier(String other) {
        tier = other;
        return this;
    }

    public ClusterFixture tagged(String tag, String value) {
        tags.put(tag, value);
        return this;
    }

    /** From the beginning; a full version such as 1.33.4. */
    public ClusterFixture version(String version) {
        return versionFrom(LONG_AGO, version);
    }

    public ClusterFixture versionFrom(Instant t, String version) {
        versions.put(t, version);
        return this;
    }

    public ClusterFixture nodes(int linux, int windows) {
        nodes = linux;
        windowsNodes = windows;
        return this;
    }

    public ClusterFixture localAccountsDisabled() {
        localAccounts = false;
        return this;
    }

    public ClusterFixture existsFrom(Instant t) {
        span = new Span(t, span.until());
        return this;
    }

    public ClusterFixture existsUntil(Instant t) {
        span = new Span(span.from(), t);
        return this;
    }

    public ClusterFixture stoppedFrom(Instant t) {
        stoppedFrom = t;
        return this;
    }

    public ClusterFixture unreachableFrom(Instant t) {
        unreachableFrom = t;
        return this;
    }

    public ClusterFixture forbiddenFrom(Instant t) {
        forbiddenFrom = t;
        return this;
    }

    @Override
    ClusterFixture self() {
        return this;
    }

    private ClusterFixture with(WorkloadKind kind, String namespacedName, int pods, String... containers) {
        drafts.add(new WorkloadDraft(kind, namespacedName, pods, containers));
        return this;
    }

    private WorkloadDraft last() {
        return drafts.getLast();
    }

    private Cluster build() {
        Dice dice = Dice.seeded(1).of(name);
        NodePool linux = NodePool.of("nodepool1", true, false, nodes, "Standard_D4ds_v5");
        List<NodePool> pools = new ArrayList<>();
        pools.add(runtime == null ? linux : new NodePool(linux.name(), true, false, nodes, linux.vmSize(), runtime));
        if (windowsNodes > 0) {
            pools.add(NodePool.of("npwin", false, true, windowsNodes, "Standard_D4ds_v5"));
        }
        return new Cluster(
                dice,
                subscription,
                name,
                "rg-" + name,
                region,
                tier,
                tags,
                versions,
                pools,
                new ClusterLife(span, localAccounts, true, stoppedFrom, unreachableFrom, forbiddenFrom),
                namespaces(drafts.stream().map(draft -> draft.namespace)),
                drafts.stream().map(draft -> draft.of(dice)).toList(),
                admission(dice),
                azure);
    }
}

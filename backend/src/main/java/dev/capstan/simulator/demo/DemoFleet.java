package dev.capstan.simulator.demo;

import dev.capstan.simulator.world.Cluster;
import dev.capstan.simulator.world.ClusterLife;
import dev.capstan.simulator.world.Dice;
import dev.capstan.simulator.world.Namespace;
import dev.capstan.simulator.world.NodePool;
import dev.capstan.simulator.world.Span;
import dev.capstan.simulator.world.Subscription;
import dev.capstan.simulator.world.Workload;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The demo's fleet.
 *
 * @param dice the root of its chance
 * @param subscriptions its subscriptions
 * @param clusters its clusters
 */
public record DemoFleet(Dice dice, List<Subscription> subscriptions, List<Cluster> clusters) {
    private static final List<String> OF_KUBERNETES =
            List.of("default", "kube-node-lease", "kube-public", "kube-system");
    private static final List<String> OF_AKS =
            List.of("kube-system", "gatekeeper-system", "aks-istio-system", "aks-istio-ingress");
    private static final int LARGEST_SYSTEM_POOL = 3;

    /** The fleet of a seed, whose 120 busy days begin at the epoch. */
    public static DemoFleet of(long seed, Instant epoch) {
        Catalogue catalogue = Catalogue.load();
        Dice dice = Dice.seeded(seed);
        Calendar calendar = new Calendar(epoch);
        Map<String, Subscription> subscriptions = new LinkedHashMap<>();
        catalogue
                .fleet()
                .subscriptions()
                .forEach((key, plan) -> subscriptions.put(
                        key,
                        new Subscription(
                                dice.of("subscription").of(key).uuid().toString(), plan.name(), !plan.disabled())));
        List<Cluster> clusters = catalogue.fleet().clusters().stream()
                .map(plan ->
                        cluster(catalogue, calendar, plan, dice, Catalogue.named(plan.subscription(), subscriptions)))
                .toList();
        return new DemoFleet(dice, List.copyOf(subscriptions.values()), clusters);
    }

    private static Cluster cluster(
            Catalogue catalogue, Calendar calendar, ClusterPlan plan, Dice fleet, Subscription subscription) {
        Dice dice = fleet.of("clusters").of(plan.name());
        Gatekeeping gate = new Gatekeeping(catalogue.admission(), calendar, plan, subscription, dice);
        List<Workload> workloads = new ClusterBuilder(catalogue, calendar, plan, fleet, dice).workloads();
        Map<String, String> tags = new TreeMap<>(Map.of(
                "environment", plan.environment(),
                "owner", plan.owner(),
                "cost-center", plan.costCenter()));
        tags.putAll(Ownership.tags(plan));
        NavigableMap<Instant, String> versions = new TreeMap<>();
        plan.versions().forEach((day, version) -> versions.put(calendar.workingHour(calendar.day(day), dice), version));
        return new Cluster(
                dice,
                subscription,
                plan.name(),
                plan.group(),
                plan.region(),
                plan.tier(),
                tags,
                versions,
                pools(plan),
                life(plan, calendar),
                namespaces(plan, catalogue, workloads, gate, dice),
                workloads,
                gate.admission(),
                gate.azure());
    }

    private static ClusterLife life(ClusterPlan plan, Calendar calendar) {
        Instant from = plan.from() == null ? calendar.epoch().minus(Duration.ofDays(700)) : calendar.day(plan.from());
        return new ClusterLife(
                Span.since(from),
                plan.localAccounts() == null || plan.localAccounts(),
                true,
                calendar.dayOrNull(plan.stoppedFrom()),
                calendar.dayOrNull(plan.unreachableFrom()),
                calendar.dayOrNull(plan.forbiddenFrom()));
    }

    private static List<NodePool> pools(ClusterPlan plan) {
        int system = Math.min(LARGEST_SYSTEM_POOL, plan.nodes());
        List<NodePool> pools = new ArrayList<>();
        pools.add(NodePool.of("system", true, false, system, "Standard_D4ds_v5"));
        if (plan.nodes() > system) {
            pools.add(NodePool.of("apps", false, false, plan.nodes() - system, "Standard_D8ds_v5"));
        }
        if (plan.windowsNodes() > 0) {
            pools.add(NodePool.of("npwin", false, true, plan.windowsNodes(), "Standard_D4s_v5"));
        }
        return pools;
    }

    private static List<Namespace> namespaces(
            ClusterPlan plan, Catalogue catalogue, List<Workload> workloads, Gatekeeping gate, Dice dice) {
        return Stream.concat(OF_KUBERNETES.stream(), workloads.stream().map(Workload::namespace))
                .distinct()
                .sorted()
                .map(name -> new Namespace(name, gate.labels(name, labels(name, plan, catalogue, dice))))
                .toList();
    }

    private static Map<String, String> labels(String namespace, ClusterPlan plan, Catalogue catalogue, Dice dice) {
        boolean gatekeeper = namespace.equals("gatekeeper-system"); // which is Azure's with the add-on alone
        if (OF_AKS.contains(namespace) && (!gatekeeper || plan.platform().contains("policy"))) {
            return Map.of("kubernetes.azure.com/managedby", "aks");
        }
        if (!plan.teams().contains(namespace)) {
            return OF_KUBERNETES.contains(namespace) ? Map.of() : Ownership.ofOtherNamespace(namespace, plan, dice);
        }
        Map<String, String> labels = new TreeMap<>(Ownership.ofTeamsNamespace(namespace, plan, dice));
        labels.put("pod-security.kubernetes.io/warn", "baseline");
        if (plan.mesh()
                && Catalogue.named(namespace, catalogue.services().teams()).mesh()) {
            labels.put("istio.io/rev", "asm-1-25");
        }
        return labels;
    }
}

package dev.capstan.simulator.world;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * An AKS cluster with all it ever runs.
 *
 * @param dice the chance that names its parts
 * @param subscription where it is paid for
 * @param name its name, unique in the simulated fleet
 * @param resourceGroup its resource group
 * @param region its Azure region
 * @param tier the tier of its control plane: Free, Standard or Premium
 * @param tags its tags
 * @param versions its Kubernetes version, each from its instant on
 * @param pools its node pools
 * @param life when it exists and how it can be reached
 * @param namespaces its namespaces
 * @param workloads everything that ever runs in it
 * @param admission the objects that decide what may run in it
 * @param azure what Azure says about its admission, each from its instant on
 */
public record Cluster(
        Dice dice,
        Subscription subscription,
        String name,
        String resourceGroup,
        String region,
        String tier,
        Map<String, String> tags,
        NavigableMap<Instant, String> versions,
        List<NodePool> pools,
        ClusterLife life,
        List<Namespace> namespaces,
        List<Workload> workloads,
        Admission admission,
        NavigableMap<Instant, AzureSettings> azure) {

    public Cluster {
        pools = List.copyOf(pools);
        namespaces = List.copyOf(namespaces);
        workloads = List.copyOf(workloads);
    }

    /** What tells it apart in addresses: its name and eight digits, as AKS forms its DNS labels. */
    public String dnsLabel() {
        return name + "-" + dice.of("dns").hex(8);
    }

    /** Its id in Azure Resource Manager, with the lower-case resourcegroups that the real service answers. */
    public String armId() {
        return "/subscriptions/" + subscription.id() + "/resourcegroups/" + resourceGroup
                + "/providers/Microsoft.ContainerService/managedClusters/" + name;
    }

    /** Its full Kubernetes version at an instant, for example 1.33.4. */
    public String versionAt(Instant t) {
        Map.Entry<Instant, String> entry = versions.floorEntry(t);
        return entry == null ? versions.firstEntry().getValue() : entry.getValue();
    }

    /** What Azure says about its admission at an instant. */
    public AzureSettings azureAt(Instant t) {
        Map.Entry<Instant, AzureSettings> entry = azure.floorEntry(t);
        return entry == null ? AzureSettings.PLAIN : entry.getValue();
    }

    /** Its nodes, in the order of the pools. */
    public List<Node> nodes() {
        List<Node> nodes = new ArrayList<>();
        for (NodePool pool : pools) {
            for (int i = 0; i < pool.count(); i++) {
                String number = Integer.toString(i, 36);
                String name = pool.windows()
                        ? "aks" + pool.name() + "0".repeat(6 - number.length()) + number
                        : "aks-" + pool.name() + "-"
                                + (10_000_000 + dice.of("scaleset").below(89_999_999)) + "-vmss"
                                + "0".repeat(6 - number.length()) + number;
                nodes.add(new Node(name, pool, pool.windows(), "10.224.0." + (4 + nodes.size())));
            }
        }
        return nodes;
    }

    /** Its pods at an instant, in the order in which the API server lists them. */
    public List<Pod> podsAt(Instant t) {
        List<Node> linux = nodes().stream().filter(node -> !node.windows()).toList();
        List<Node> windows = nodes().stream().filter(Node::windows).toList();
        TreeMap<String, Pod> pods = new TreeMap<>();
        for (Workload workload : workloads) {
            boolean onWindows = workload.history().at(t).template().settings().windows();
            for (Pod pod : Pods.of(workload, t, onWindows ? windows : linux)) {
                pods.put(pod.key(), pod);
            }
        }
        return List.copyOf(pods.values());
    }

    /** Its ReplicaSets at an instant, those without pods included. */
    public List<Owned> replicaSetsAt(Instant t) {
        return listed(workload -> Pods.replicaSetsOf(workload, t));
    }

    /** Its Jobs at an instant. */
    public List<Owned> jobsAt(Instant t) {
        return listed(workload -> Pods.jobsOf(workload, t));
    }

    /** Its workloads of one kind at an instant. */
    public List<Owned> workloadsAt(WorkloadKind kind, Instant t) {
        return listed(workload ->
                workload.kind() == kind && workload.span().contains(t) ? List.of(Pods.object(workload, t)) : List.of());
    }

    private List<Owned> listed(Function<Workload, List<Owned>> objects) {
        return workloads.stream()
                .flatMap(workload -> objects.apply(workload).stream())
                .sorted(Comparator.comparing(Owned::key))
                .toList();
    }
}

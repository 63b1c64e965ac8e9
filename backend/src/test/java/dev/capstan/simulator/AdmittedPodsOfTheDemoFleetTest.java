package dev.capstan.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.simulator.world.Cluster;
import dev.capstan.simulator.world.ContainerSpec;
import dev.capstan.simulator.world.Namespace;
import dev.capstan.simulator.world.Pod;
import dev.capstan.simulator.world.PodTemplate;
import dev.capstan.simulator.world.WorkloadKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The pods of the demo's fleet in the light of admission: who runs them, who put containers in, who let them in. */
class AdmittedPodsOfTheDemoFleetTest {
    /** The seed that the demo runs with, for whose story the gates were placed. */
    private static final long SEED = 20_260_401;

    private static final Instant EPOCH = Instant.parse("2026-07-27T00:00:00Z");
    private static final SimulatedFleet FLEET = SimulatedFleet.demo(SEED, EPOCH);
    private static final String ENFORCE = "pod-security.kubernetes.io/enforce";
    private static final String MANAGED = "kubernetes.azure.com/managedby";

    /** What Pod Security's baseline lets containers add. */
    private static final Set<String> BASELINE = Set.of(
            "AUDIT_WRITE",
            "CHOWN",
            "DAC_OVERRIDE",
            "FOWNER",
            "FSETID",
            "KILL",
            "MKNOD",
            "NET_BIND_SERVICE",
            "SETFCAP",
            "SETGID",
            "SETPCAP",
            "SETUID",
            "SYS_CHROOT");

    private static Instant day(double day) {
        return EPOCH.plusSeconds((long) (day * 86_400));
    }

    private static Cluster cluster(String name) {
        return FLEET.cluster(name).orElseThrow();
    }

    /** Otherwise somebody who looks at the demo sees a pod that cannot be there. */
    @Test
    void noPodComesIntoBeingAgainstTheLabelsOfItsNamespace() {
        Set<String> intruders = new TreeSet<>();
        for (double day = 0; day < 120; day += 0.5) {
            Instant t = day(day);
            for (Cluster cluster : FLEET.clusters()) {
                Map<String, String> levels = cluster.namespaces().stream()
                        .filter(namespace -> namespace.labelsAt(t).containsKey(ENFORCE))
                        .collect(Collectors.toMap(
                                Namespace::name, it -> it.labelsAt(t).get(ENFORCE)));
                Predicate<Pod> refused = pod -> switch (levels.getOrDefault(pod.namespace(), "privileged")) {
                    case "baseline" -> !obeysBaseline(pod.shape().template());
                    case "restricted" -> !obeysRestricted(pod.shape().template());
                    default -> false;
                };
                cluster.podsAt(t).stream()
                        .filter(refused)
                        .filter(pod -> namespace(cluster.name(), pod.namespace())
                                .labelsAt(pod.created())
                                .containsKey(ENFORCE))
                        .forEach(pod ->
                                intruders.add(cluster.name() + " " + pod.shape().workload()));
            }
        }
        assertThat(intruders).isEmpty();
    }

    @Test
    void theLabelOfWhatAksRunsIsOnThePodsButForOneDaemonSet() {
        Cluster cluster = cluster("hbm-data-weu-01");
        assertThat(cluster.workloadsAt(WorkloadKind.DAEMON_SET, day(10)))
                .filteredOn(set -> set.namespace().equals("kube-system"))
                .allSatisfy(set -> assertThat(set.labels()).containsEntry(MANAGED, "aks"));
        assertThat(cluster.podsAt(day(10)).stream()
                        .filter(pod -> pod.namespace().equals("kube-system"))
                        .filter(pod -> !pod.shape().workload().labels().containsKey(MANAGED))
                        .map(pod -> pod.shape().workload().name())
                        .distinct())
                .containsExactly("azure-ip-masq-agent");
    }

    @Test
    void customersRunSomeOfTheirOwnAmongThePlatformsPods() {
        assertThat(images("hbm-prod-weu-01", "reloader")).allMatch(image -> image.startsWith("ghcr.io/"));
        assertThat(images("hbm-platform-weu-01", "azureserviceoperator-controller-manager"))
                .allMatch(image -> image.startsWith("mcr.microsoft.com/"));
    }

    @Test
    void podsWithInjectedContainersSaySoInTheirAnnotations() {
        Set<String> kinds = new TreeSet<>();
        for (Cluster cluster : FLEET.clusters()) {
            for (Pod pod : cluster.podsAt(day(30))) {
                PodTemplate template = pod.shape().template();
                boolean meshed =
                        template.containers().stream().anyMatch(c -> c.name().matches("istio-(init|validation)"));
                boolean identity =
                        template.containers().stream().anyMatch(c -> c.name().equals("azwi-proxy-init"));
                Map<String, String> annotations = template.annotations();
                assertThat(annotations.containsKey("sidecar.istio.io/status")).isEqualTo(meshed);
                assertThat(annotations.containsKey("azure.workload.identity/inject-proxy-sidecar"))
                        .isEqualTo(identity);
                annotations.keySet().stream()
                        .filter(key -> !key.equals("a8r.io/owner"))
                        .forEach(kinds::add);
                if (meshed) {
                    assertThat(Json.MAPPER
                                    .readTree(annotations.get("sidecar.istio.io/status"))
                                    .path("initContainers"))
                            .hasSize(2);
                }
            }
        }
        assertThat(kinds).hasSize(2);
    }

    private static List<String> images(String cluster, String workload) {
        List<String> images = cluster(cluster).podsAt(day(10)).stream()
                .filter(pod -> pod.shape().workload().name().equals(workload))
                .filter(pod -> pod.namespace().equals("kube-system"))
                .filter(pod -> !pod.shape().workload().labels().containsKey(MANAGED))
                .flatMap(pod -> pod.shape().template().containers().stream())
                .map(ContainerSpec::image)
                .toList();
        assertThat(images).isNotEmpty();
        return images;
    }

    private static Namespace namespace(String cluster, String name) {
        return cluster(cluster).namespaces().stream()
                .filter(namespace -> namespace.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static boolean obeysBaseline(PodTemplate template) {
        return !template.settings().hostNetwork()
                && !template.settings().hostPid()
                && template.containers().stream()
                        .allMatch(c -> !Boolean.TRUE.equals(
                                        c.settings().fields() == null
                                                ? null
                                                : c.settings().fields().get("privileged"))
                                && BASELINE.containsAll(capabilities(c, "add")));
    }

    private static boolean obeysRestricted(PodTemplate template) {
        return obeysBaseline(template)
                && template.containers().stream()
                        .allMatch(c -> capabilities(c, "drop").contains("ALL")
                                && Set.of("NET_BIND_SERVICE").containsAll(capabilities(c, "add")));
    }

    private static List<?> capabilities(ContainerSpec container, String field) {
        Map<String, Object> fields = container.settings().fields();
        return fields != null
                        && fields.get("capabilities") instanceof Map<?, ?> capabilities
                        && capabilities.get(field) instanceof List<?> names
                ? names
                : List.of();
    }
}

package dev.capstan.assessment;

import static dev.capstan.simulator.ClusterFixture.fleet;
import static dev.capstan.simulator.ClusterFixture.named;
import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.admission.Admissions;
import dev.capstan.admission.RecordedAdmission;
import dev.capstan.evaluation.admission.AdmissionVerdict;
import dev.capstan.evaluation.admission.Strength;
import dev.capstan.simulator.RequestKind;
import dev.capstan.testing.CapstanWithFleet;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Who answers for a container, what runs it and what admission stops, from the API's objects to the database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OriginOverTheWireTest {

    private static final String MANAGED_BY = "kubernetes.azure.com/managedby";
    private static final String THEIRS = "app main mcr.microsoft.com/aks/agent:1 privileged";

    private CapstanWithFleet capstan;

    @BeforeAll
    void start() {
        capstan = CapstanWithFleet.start(fleet(
                named("harbour")
                        .daemonSet("kube-system/labelled", THEIRS)
                        .labelled(MANAGED_BY, "aks")
                        .daemonSet("kube-system/owner-labelled", THEIRS)
                        .ownerLabelled(MANAGED_BY, "aks")
                        .deployment("kube-system/owner-labelled-too", 2, THEIRS)
                        .ownerLabelled(MANAGED_BY, "aks")
                        .deployment("kube-system/unlabelled", 1, THEIRS)
                        .deployment("kube-system/tool", 1, "app main example.test/tool:1 privileged")
                        .deployment(
                                "shop/cart",
                                1,
                                "init istio-init example.test/proxy:1 add=NET_ADMIN",
                                "app cart a.test/c:1")
                        .annotated(
                                "sidecar.istio.io/status",
                                "{\"initContainers\":[\"istio-init\"],\"containers\":[\"istio-proxy\"]}")
                        .deployment("shop/pay", 1, "init istio-init example.test/proxy:1 add=NET_ADMIN")
                        .annotated("sidecar.istio.io/status", "no JSON")
                        .deployment("shop/identity", 1, "init azwi-proxy-init example.test/azwi:1 privileged")
                        .annotated("azure.workload.identity/inject-proxy-sidecar", "true")
                        .namespace("shop", Map.of("pod-security.kubernetes.io/enforce", "baseline"))
                        .namespace("kube-system", Map.of()),
                named("other")
                        .runtime("cri-o://1.30.1")
                        .nodes(2, 1)
                        .deployment("shop/cart", 1, "app cart a.test/c:1 drop=ALL add=CAP_SYS_ADMIN")
                        .deployment("shop/printer", 1, "app printer a.test/p:1")
                        .withPodSettings("windows")));
        capstan.discover();
    }

    @BeforeEach
    void later() {
        capstan.clock.forward(Duration.ofHours(1));
        capstan.faults().clear();
    }

    @AfterAll
    void stop() {
        capstan.close();
    }

    @Test
    void threeFactsAreFollowedToTheOwnerAndInjectorsAreBelievedByTheirOwnNotes() {
        capstan.assess("harbour");

        assertThat(containers("harbour", "c.origin"))
                .containsExactlyInAnyOrder(
                        "kube-system/labelled/main PLATFORM",
                        "kube-system/owner-labelled/main PLATFORM",
                        "kube-system/owner-labelled-too/main PLATFORM",
                        "kube-system/unlabelled/main ASSUMED_UNLABELLED",
                        "kube-system/tool/main CUSTOMER",
                        "shop/cart/istio-init INJECTED",
                        "shop/cart/cart CUSTOMER",
                        "shop/pay/istio-init CUSTOMER",
                        "shop/identity/azwi-proxy-init INJECTED");
    }

    @Test
    void aNodesRuntimeDecidesWhatASpellingGrants() {
        capstan.assess("other");

        assertThat(containers("other", "p.runtime || case when p.windows then ' Windows' else '' end"))
                .containsExactlyInAnyOrder("shop/cart/cart CRI_O", "shop/printer/printer CONTAINERD Windows");
        assertThat(capstan.jdbc()
                        .sql("select array_to_string(j.effective, ',') from judgement j"
                                + " join capability_profile p on p.id = j.profile_id where p.runtime = 'CRI_O'")
                        .query(String.class)
                        .list())
                .containsExactly("SYS_ADMIN");
    }

    @Test
    void whereNodesOrOwnersMayNotBeListedThePodsAreReadAllTheSame() {
        capstan.faults().cluster("other").only(RequestKind.NODES).fail(1, 403);
        assertThat(capstan.assess("other")).isEqualTo(RunSummary.Outcome.RECORDED);
        assertThat(containers("other", "p.runtime")).contains("shop/cart/cart CONTAINERD");
    }

    @Test
    void whatAdmissionStopsIsRecordedWithTheSnapshot() {
        capstan.assess("harbour");

        RecordedAdmission recorded = AsCollector.call(() -> capstan.bean(Admissions.class)
                .current(capstan.cluster("harbour").id())
                .orElseThrow());
        assertThat(recorded.admission().verdict()).isEqualTo(new AdmissionVerdict.Met(Strength.BASELINE));
        assertThat(recorded.admission().namespaces())
                .anySatisfy(namespace -> assertThat(namespace.namespace()).isEqualTo("shop"));
    }

    private List<String> containers(String cluster, String what) {
        return capstan.jdbc()
                .sql("select w.namespace || '/' || w.name || '/' || c.name || ' ' || " + what
                        + " from workload_container c"
                        + " join workload w on w.cluster_id = c.cluster_id and w.id = c.workload_id"
                        + " join capability_profile p on p.id = c.profile_id"
                        + " where c.seen_until is null and c.cluster_id = :cluster")
                .param("cluster", capstan.cluster(cluster).id().value())
                .query(String.class)
                .list();
    }
}

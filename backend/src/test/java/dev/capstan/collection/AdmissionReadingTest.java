package dev.capstan.collection;

import static dev.capstan.simulator.ClusterFixture.fleet;
import static dev.capstan.simulator.ClusterFixture.named;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.capstan.assessment.AsCollector;
import dev.capstan.collection.admission.AdmissionFacts;
import dev.capstan.collection.admission.AdmissionPolicy;
import dev.capstan.collection.admission.AzureAdmission;
import dev.capstan.collection.admission.Constraint;
import dev.capstan.collection.admission.KyvernoPolicy;
import dev.capstan.collection.admission.Listing;
import dev.capstan.collection.admission.NamespaceFact;
import dev.capstan.collection.admission.Webhook;
import dev.capstan.simulator.ClusterFixture;
import dev.capstan.simulator.Faults;
import dev.capstan.simulator.RequestKind;
import dev.capstan.simulator.world.Admission;
import dev.capstan.simulator.world.AzureSettings;
import dev.capstan.testing.CapstanWithFleet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

/** What decides at admission, read over the wire, with everything that can go wrong with one kind of object. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AdmissionReadingTest {

    private static final String KYVERNO = "/apis/kyverno.io/";
    private static final String SAFEGUARDED = "guarded";

    private CapstanWithFleet capstan;

    @BeforeAll
    void start() {
        capstan = CapstanWithFleet.start(
                fleet(
                        everything("full"),
                        named("plain").deployment("shop/cart", 1, "app cart example.test/cart:1"),
                        named("old")
                                .version("1.24.9")
                                .azure(AzureSettings.PLAIN.withPodSecurityPolicy(true))
                                .deployment("shop/cart", 1, "app cart example.test/cart:1")
                                .admission(Admission.POD_SECURITY_POLICIES, """
                                        metadata: {name: restricted}
                                        spec: {allowedCapabilities: [NET_BIND_SERVICE], requiredDropCapabilities: [ALL]}
                                        """),
                        named("shut")
                                .deployment("shop/cart", 1, "app cart example.test/cart:1")
                                .forbids(Admission.TEMPLATES, KYVERNO),
                        named("odd")
                                .deployment("shop/cart", 1, "app cart example.test/cart:1")
                                .admission(Admission.TEMPLATES, template("../../../api/v1/secrets"), template("A?b=c"))
                                .admission(KYVERNO + "v1/clusterpolicies", """
                                        metadata: {name: fine}
                                        spec: {rules: []}
                                        """, """
                                        metadata: {name: strange}
                                        spec: {rules: "none"}
                                        """)
                                .admission(KYVERNO + "v2beta1/policyexceptions", """
                                        metadata: {name: older, namespace: shop}
                                        spec: {exceptions: [{policyName: strange}]}
                                        """)
                                .admission("/apis/policies.kyverno.io/v1beta1/validatingpolicies", """
                                        metadata: {name: newer}
                                        spec: {validationActions: [Audit]}
                                        """),
                        flooded("flood"),
                        named(SAFEGUARDED)
                                .deployment("shop/cart", 1, "app cart example.test/cart:1")
                                .azure(AzureSettings.PLAIN
                                        .withSku("Automatic")
                                        .withAzurePolicy(true)
                                        .withSafeguards("Enforce", "Restricted", "lab"))),
                Map.of("capstan.collection.page-size", "3", "capstan.collection.page-limit", "2s"));
        capstan.discover();
    }

    private static ClusterFixture everything(String name) {
        ClusterFixture cluster = named(name)
                .deployment("shop/cart", 3, "app cart example.test/cart:1")
                .namespace("shop", Map.of("pod-security.kubernetes.io/enforce", "restricted"))
                .admission(Admission.TEMPLATES, template("K8sPSPCapabilities"), template("K8sRequiredLabels"))
                .admission(Admission.CONSTRAINTS + "k8spspcapabilities", """
                        metadata: {name: no-adds}
                        spec: {enforcementAction: deny, parameters: {requiredDropCapabilities: [ALL]}}
                        """)
                .admission(Admission.CONSTRAINTS + "k8srequiredlabels", "{metadata: {name: labels}}")
                .admission(Admission.CONFIGS, """
                        metadata: {name: config, namespace: gatekeeper-system}
                        spec: {match: [{excludedNamespaces: [kube-*], processes: [webhook]}]}
                        """)
                .admission(Admission.BINDINGS, """
                        metadata: {name: adds}
                        spec: {policyName: p0, validationActions: [Deny]}
                        """)
                .admission(KYVERNO + "v1/clusterpolicies", "{metadata: {name: drop-all}, spec: {rules: []}}")
                .admission(KYVERNO + "v1/policies", "{metadata: {name: own, namespace: shop}, spec: {rules: []}}")
                .admission(KYVERNO + "v2/policyexceptions", """
                        metadata: {name: agent, namespace: shop}
                        spec: {exceptions: [{policyName: drop-all}]}
                        """)
                .admission("/apis/policies.kyverno.io/v1alpha1/validatingpolicies", "{metadata: {name: cel}}");
        for (int i = 0; i < 7; i++) {
            cluster.namespace("team-" + i, Map.of());
            cluster.admission(Admission.POLICIES, "{metadata: {name: p" + i + "}}");
            cluster.admission(Admission.WEBHOOKS, "{metadata: {name: w" + i + "}, webhooks: [{name: only}]}");
        }
        return cluster;
    }

    private static String template(String kind) {
        String code = kind.contains("Labels") ? "labels" : "securityContext.capabilities.add";
        return "{metadata: {name: \"" + kind + "\"}, spec: {crd: {spec: {names: {kind: \"" + kind
                + "\"}}}, targets: [{rego: \"" + code + "\"}]}}";
    }

    private static ClusterFixture flooded(String name) {
        ClusterFixture cluster = named(name).deployment("shop/cart", 1, "app cart example.test/cart:1");
        IntStream.range(0, 2_001)
                .forEach(i -> cluster.admission(
                        Admission.POLICIES, Map.<String, Object>of("metadata", Map.of("name", "p" + i))));
        cluster.admission(
                Admission.BINDINGS,
                Map.of("metadata", Map.of("name", "long"), "spec", Map.of("policyName", "x".repeat(70_000))));
        return cluster;
    }

    @AfterEach
    void mend() {
        capstan.faults().clear();
    }

    @AfterAll
    void stop() {
        capstan.close();
    }

    @Test
    void everyKindIsReadOverAllItsPages() {
        AdmissionFacts facts = read("full");

        assertThat(facts.kubernetesVersion()).startsWith("1.");
        assertThat(facts.namespaces().known())
                .contains(
                        new NamespaceFact("team-6", Map.of("kubernetes.io/metadata.name", "team-6")),
                        new NamespaceFact(
                                "shop",
                                Map.of(
                                        "kubernetes.io/metadata.name", "shop",
                                        "pod-security.kubernetes.io/enforce", "restricted")));
        assertThat(facts.constraints().known())
                .extracting(Constraint::kind, Constraint::name)
                .containsExactlyInAnyOrder(
                        tuple("K8sPSPCapabilities", "no-adds"), tuple("K8sRequiredLabels", "labels"));
        assertThat(facts.webhooks().known()).extracting(Webhook::configuration).hasSize(7);
        assertThat(facts.admissionPolicies().known())
                .extracting(AdmissionPolicy::name)
                .hasSize(7);
        assertThat(facts.kyvernoPolicies().known())
                .extracting(KyvernoPolicy::name)
                .containsExactly("drop-all", "own");
        assertThat(unread(facts)).isEmpty();
        assertThat(facts.podSecurityPolicies()).isEqualTo(new Listing.Absent<>());
    }

    @Test
    void whatIsNotInstalledIsAbsent() {
        AdmissionFacts facts = read("plain");

        assertThat(facts.constraintTemplates()).isEqualTo(new Listing.Absent<>());
        assertThat(facts.constraints()).isEqualTo(new Listing.Absent<>());
        assertThat(facts.kyvernoPolicies()).isEqualTo(new Listing.Absent<>());
        assertThat(facts.kyvernoExceptions()).isEqualTo(new Listing.Absent<>());
        assertThat(facts.kyvernoValidatingPolicies()).isEqualTo(new Listing.Absent<>());
        assertThat(facts.webhooks()).isEqualTo(new Listing.Read<>(List.of()));
        assertThat(unread(facts)).isEmpty();
        assertThat(capstan.faults().mostInFlight("plain")).isEqualTo(1);
    }

    @Test
    void podSecurityPoliciesAreReadWhereKubernetesStillHasThem() {
        AdmissionFacts facts = read("old");

        assertThat(facts.podSecurityPolicies().known())
                .singleElement()
                .satisfies(
                        policy -> assertThat(policy.requiredDropCapabilities()).containsExactly("ALL"));
        assertThat(facts.admissionPolicies()).isEqualTo(new Listing.Absent<>());
        assertThat(facts.azure().podSecurityPolicy()).isTrue();
    }

    @Test
    void aKindThatIsForbiddenSaysWhichPermissionIsMissing() {
        AdmissionFacts facts = read("shut");

        assertThat(facts.constraintTemplates())
                .isEqualTo(new Listing.Unread<>("Constraint templates may not be listed: the permission list on"
                        + " constrainttemplates.templates.gatekeeper.sh is missing"));
        assertThat(unread(facts))
                .containsOnlyKeys("constraintTemplates", "constraints", "kyvernoPolicies", "kyvernoExceptions");
    }

    @Test
    void anObjectThatIsNotUnderstoodCostsItsKindAndIsNamed() {
        AdmissionFacts facts = read("odd");

        assertThat(unread(facts)).containsOnlyKeys("kyvernoPolicies");
        assertThat(unread(facts).get("kyvernoPolicies"))
                .startsWith("Kyverno's cluster policies could not be read: strange is not understood");
    }

    @Test
    void aTemplatesKindThatIsNoNameNeverBecomesAPath() {
        int others = capstan.faults().count(RequestKind.OTHER, "odd");
        AdmissionFacts facts = read("odd");

        assertThat(facts.constraintTemplates().known()).hasSize(2);
        assertThat(facts.constraints()).isEqualTo(new Listing.Read<>(List.of()));
        assertThat(capstan.faults().count(RequestKind.CONSTRAINTS, "odd")).isZero();
        // Other versions of Kyverno's and Gatekeeper's kinds, and nothing else.
        assertThat(capstan.faults().count(RequestKind.OTHER, "odd") - others).isLessThanOrEqualTo(8);
    }

    @Test
    void olderAndNewerVersionsOfAKindAreFound() {
        AdmissionFacts facts = read("odd");

        assertThat(facts.kyvernoExceptions()).isInstanceOf(Listing.Read.class);
        assertThat(facts.kyvernoExceptions().known()).singleElement().satisfies(exception -> {
            assertThat(exception.namespace()).isEqualTo("shop");
            assertThat(exception.policies()).containsExactly("strange");
        });
        assertThat(facts.kyvernoValidatingPolicies().known())
                .singleElement()
                .satisfies(policy -> assertThat(policy.actions()).containsExactly("Audit"));
    }

    @Test
    void aFloodOfObjectsOrAnEndlessTextIsNotTakenIn() {
        AdmissionFacts facts = read("flood");

        assertThat(unread(facts)).containsOnlyKeys("admissionPolicies", "admissionPolicyBindings");
        assertThat(unread(facts).get("admissionPolicies")).contains("more than 2000");
        assertThat(unread(facts).get("admissionPolicyBindings"))
                .contains("long is not understood")
                .contains("a text of more than 65536 characters");
    }

    @Test
    void whatAzureSaysComesFromTheListingAndFromTheSafeguards() {
        AzureAdmission azure = read(SAFEGUARDED).azure();

        assertThat(azure.policyAddOn()).isTrue();
        assertThat(azure.automatic()).isTrue();
        assertThat(azure.safeguardsLevel()).isEqualTo("Enforce");
        assertThat(azure.safeguardsStandard()).isEqualTo("Restricted");
        assertThat(azure.safeguardsExcluded()).startsWith("lab").contains("kube-system");
        assertThat(read("plain").azure()).isEqualTo(AzureAdmission.silent());
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 404})
    void safeguardsThatCannotBeReadCostNothingElse(int status) {
        capstan.faults().azure(SAFEGUARDED).only(RequestKind.SAFEGUARDS).fail(5, status);

        AzureAdmission azure = read(SAFEGUARDED).azure();

        assertThat(azure.safeguardsLevel()).isNull();
        assertThat(azure.policyAddOn()).isTrue();
        assertThat(azure.unread() == null).as("not set is no failure").isEqualTo(status == 404);
    }

    @ParameterizedTest
    @EnumSource(
            value = RequestKind.class,
            mode = Mode.MATCH_ANY,
            names = {"NAMESPACES", "CONSTRAINT.*", "GATEKEEPER.*", "WEBHOOKS", "ADMISSION.*", "KYVERNO.*"})
    void whateverHappensToOneKindTheOthersAndThePodsAreRead(RequestKind kind) {
        Map<String, Runnable> faults = new LinkedHashMap<>();
        faults.put("403", () -> fault(kind).fail(1, 403));
        faults.put("500", () -> fault(kind).fail(1, 500));
        faults.put("429", () -> fault(kind).fail(1, 429));
        faults.put("garbage", () -> fault(kind).garble(1));
        faults.put("cut off", () -> fault(kind).cutOff(1));
        faults.put("dropped", () -> fault(kind).drop(20));
        faults.forEach((name, fault) -> {
            fault.run();
            Map<String, String> unread = unread(read("full"));
            assertThat(unread)
                    .as(name + ": " + unread)
                    .isNotEmpty()
                    .allSatisfy((_, why) -> assertThat(why).matches("[A-Z].*"));
            assertThat(unread.size()).as(name).isLessThanOrEqualTo(kind == RequestKind.CONSTRAINT_TEMPLATES ? 2 : 1);
            mend();
        });
    }

    @Test
    void aKindWhosePageStallsIsGivenUpAfterThePagesLimit() {
        fault(RequestKind.WEBHOOKS).stall();

        assertThat(unread(read("full"))).containsOnlyKeys("webhooks");
    }

    @Test
    void anExpiredTokenStartsTheKindOverOnce() {
        fault(RequestKind.WEBHOOKS).expireContinueTokens(1);
        assertThat(read("full").webhooks().known()).hasSize(7);

        fault(RequestKind.WEBHOOKS).expireContinueTokens(2);
        assertThat(unread(read("full")))
                .containsExactlyEntriesOf(
                        Map.of("webhooks", "Validating webhook configurations expired twice while they were read"));
    }

    @Test
    void namespacesThatAreSaidNotToExistAreUnread() {
        fault(RequestKind.NAMESPACES).fail(1, 404);

        assertThat(unread(read("full"))).containsOnlyKeys("namespaces");
    }

    @Test
    void aConstraintThatHasNothingToDoWithCapabilitiesCostsNoVerdict() {
        // The constraints of the first template are read, those of the second, which is about labels, are not.
        fault(RequestKind.CONSTRAINTS).hold().open();
        fault(RequestKind.CONSTRAINTS).fail(1, 500);

        AdmissionFacts facts = read("full");

        assertThat(facts.constraints().known()).extracting(Constraint::name).containsExactly("no-adds");
    }

    private Faults.Target fault(RequestKind kind) {
        return capstan.faults().cluster("full").only(kind);
    }

    private AdmissionFacts read(String cluster) {
        Reading reading =
                AsCollector.call(() -> capstan.bean(Collector.class).collect(capstan.cluster(cluster), _ -> {}));
        assertThat(reading).isInstanceOf(Reading.Complete.class);
        ClusterSnapshot snapshot = ((Reading.Complete) reading).snapshot();
        assertThat(snapshot.pods()).isEqualTo(cluster.equals("full") ? 3 : 1);
        return snapshot.admission();
    }

    /** The kinds that are unread, with why. */
    private static Map<String, String> unread(AdmissionFacts facts) {
        Map<String, Function<AdmissionFacts, Listing<?>>> kinds = new LinkedHashMap<>();
        kinds.put("namespaces", AdmissionFacts::namespaces);
        kinds.put("constraintTemplates", AdmissionFacts::constraintTemplates);
        kinds.put("constraints", AdmissionFacts::constraints);
        kinds.put("gatekeeperExclusions", AdmissionFacts::gatekeeperExclusions);
        kinds.put("webhooks", AdmissionFacts::webhooks);
        kinds.put("admissionPolicies", AdmissionFacts::admissionPolicies);
        kinds.put("admissionPolicyBindings", AdmissionFacts::admissionPolicyBindings);
        kinds.put("kyvernoPolicies", AdmissionFacts::kyvernoPolicies);
        kinds.put("kyvernoValidatingPolicies", AdmissionFacts::kyvernoValidatingPolicies);
        kinds.put("kyvernoExceptions", AdmissionFacts::kyvernoExceptions);
        kinds.put("podSecurityPolicies", AdmissionFacts::podSecurityPolicies);
        Map<String, String> unread = new LinkedHashMap<>();
        kinds.forEach((name, kind) -> {
            if (kind.apply(facts) instanceof Listing.Unread<?>(String why)) {
                unread.put(name, why);
            }
        });
        return unread;
    }
}

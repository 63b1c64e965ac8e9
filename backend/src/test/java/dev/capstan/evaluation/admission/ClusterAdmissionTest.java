package dev.capstan.evaluation.admission;

import static dev.capstan.evaluation.admission.Admissions.PODS;
import static dev.capstan.evaluation.admission.Admissions.kyverno;
import static dev.capstan.evaluation.admission.Admissions.labelled;
import static dev.capstan.evaluation.admission.Admissions.webhook;
import static dev.capstan.evaluation.admission.Situation.on;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.capstan.collection.admission.LabelSelector;
import dev.capstan.evaluation.admission.AdmissionVerdict.Met;
import dev.capstan.evaluation.admission.AdmissionVerdict.MetFailsOpen;
import dev.capstan.evaluation.admission.AdmissionVerdict.NotMet;
import dev.capstan.evaluation.admission.AdmissionVerdict.Unknown;
import dev.capstan.evaluation.admission.Situation.Kind;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What several mechanisms come to in a namespace, and several namespaces in a cluster. */
class ClusterAdmissionTest {

    private static final String ENFORCE = "pod-security.kubernetes.io/enforce";

    @Test
    @DisplayName("Rule: a namespace has the strongest mechanism that enforces")
    void theStrongestProtectionThatAlwaysAnswersCounts() {
        NamespaceAdmission judged = on("1.33")
                .namespace("shop", ENFORCE, "baseline")
                .with(webhook("validation.gatekeeper.sh", true, PODS, LabelSelector.EVERYTHING))
                .with(AConstraint.allowing())
                .judged();

        assertThat(judged.verdict()).isEqualTo(new Met(Strength.BASELINE));
        assertThat(judged.protections())
                .extracting(Protection::mechanism)
                .containsExactly(Mechanism.GATEKEEPER, Mechanism.POD_SECURITY_ADMISSION);
    }

    @Test
    @DisplayName("Rule: of equal strength, what does not fail open comes first")
    void ofEqualStrengthWhatDoesNotFailOpenComesFirst() {
        NamespaceAdmission judged = on("1.33")
                .namespace("shop")
                .with(webhook("validation.gatekeeper.sh", true, PODS, LabelSelector.EVERYTHING), kyverno())
                .with(AConstraint.allowing("CHOWN"))
                .with(Admissions.clusterPolicy("Enforce", Admissions.standard("baseline", null)))
                .judged();

        assertThat(judged.protections())
                .extracting(Protection::mechanism)
                .containsExactly(Mechanism.KYVERNO, Mechanism.GATEKEEPER);
    }

    @Test
    @DisplayName("Rule: what suffices is met, though something else could not be read")
    void whatSufficesIsNotUnknown() {
        Situation situation = on("1.33")
                .namespace("shop")
                .with(webhook("validation.gatekeeper.sh", true, PODS, LabelSelector.EVERYTHING), kyverno())
                .with(AConstraint.allowing())
                .unread(Kind.KYVERNO_POLICIES);
        assertThat(situation.verdict()).isEqualTo(new MetFailsOpen(Strength.BLOCKS_ALL_ADDS));

        assertThat(on("1.33")
                        .namespace("shop", ENFORCE, "restricted")
                        .unread(Kind.CONSTRAINTS, Kind.WEBHOOKS, Kind.POLICIES, Kind.BINDINGS)
                        .verdict())
                .isEqualTo(new Met(Strength.RESTRICTED));
    }

    @Test
    @DisplayName("Rule: the cluster has the worst of its customers' namespaces; AKS's own do not count")
    void theWorstOfTheCustomersNamespacesCounts() {
        Situation situation = on("1.33")
                .namespace("kube-system")
                .namespace("shop", ENFORCE, "restricted")
                .namespace("bank", ENFORCE, "baseline");

        ClusterAdmission cluster = situation.cluster();
        assertThat(cluster.verdict()).isEqualTo(new Met(Strength.BASELINE));
        assertThat(cluster.namespaces())
                .extracting(NamespaceAdmission::namespace, NamespaceAdmission::platform)
                .containsExactly(tuple("bank", false), tuple("kube-system", true), tuple("shop", false));
        assertThat(situation.namespace("test").cluster().verdict()).isEqualTo(new NotMet(Strength.NONE));
    }

    @Test
    @DisplayName("Rule: a label alone makes no namespace AKS's own")
    void aLabelAloneMakesNoNamespaceAksOwn() {
        ClusterAdmission cluster = on("1.33")
                .namespace("shop", "kubernetes.azure.com/managedby", "aks")
                .namespace("gatekeeper-system", ENFORCE, "restricted")
                .cluster();

        assertThat(cluster.verdict()).isEqualTo(new NotMet(Strength.NONE));
    }

    @Test
    @DisplayName("Rule: a cluster without customers' namespaces is judged over all")
    void aClusterWithoutCustomersNamespacesIsJudgedOverAll() {
        assertThat(on("1.33")
                        .namespace("kube-system", ENFORCE, "restricted")
                        .namespace("kube-public")
                        .cluster()
                        .verdict())
                .isEqualTo(new NotMet(Strength.NONE));
    }

    @Test
    @DisplayName("Rule: worst is not met, weakest first; then unknown; then failing open; then met")
    void theOrderOfVerdictsIsNotMetThenUnknownThenFailingOpenThenMet() {
        Situation situation = on("1.33").namespace("d", ENFORCE, "baseline");
        assertThat(situation.cluster().verdict()).isEqualTo(new Met(Strength.BASELINE));

        situation
                .namespace("c", "open", "yes")
                .with(webhook("validation.gatekeeper.sh", true, PODS, labelled("open", "yes")))
                .with(AConstraint.allowing("CHOWN"));
        assertThat(situation.cluster().verdict()).isEqualTo(new MetFailsOpen(Strength.BASELINE));

        situation
                .namespace("b", "kyverno", "yes")
                .with(webhook("validate.kyverno.svc", false, PODS, labelled("kyverno", "yes")))
                .unread(Kind.KYVERNO_POLICIES);
        assertThat(situation.cluster().verdict()).isInstanceOf(Unknown.class);

        situation.namespace("a", "pod-security.kubernetes.io/warn", "baseline");
        assertThat(situation.cluster().verdict()).isEqualTo(new NotMet(Strength.AUDIT_ONLY));
        assertThat(situation.namespace("z").cluster().verdict()).isEqualTo(new NotMet(Strength.NONE));
    }

    @Test
    @DisplayName("Rule: without its namespaces nothing is known of a cluster")
    void withoutItsNamespacesNothingIsKnownOfACluster() {
        for (Situation situation : new Situation[] {
            on("1.33"),
            on("1.33").namespace("shop").unread(Kind.NAMESPACES),
            on("1.33").absent(Kind.NAMESPACES)
        }) {
            assertThat(situation.cluster().verdict()).isInstanceOf(Unknown.class);
            assertThat(situation.cluster().namespaces()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    @DisplayName("Rule: each kind that was not read is told of the cluster")
    void eachKindThatWasNotReadIsToldOfTheCluster(Kind kind) {
        String version = kind == Kind.POD_SECURITY_POLICIES ? "1.24" : "1.30";

        assertThat(on(version).namespace("shop").unread(kind).cluster().warnings())
                .singleElement()
                .asString()
                .endsWith("could not be read: %s are forbidden.".formatted(kind));
    }

    @Test
    void strengthsAndMechanismsHaveNamesForPeople() {
        assertThat(Strength.values())
                .extracting(Strength::title)
                .doesNotHaveDuplicates()
                .contains("Baseline");
        assertThat(Mechanism.values())
                .extracting(Mechanism::title)
                .doesNotHaveDuplicates()
                .contains("Azure Policy");
    }
}

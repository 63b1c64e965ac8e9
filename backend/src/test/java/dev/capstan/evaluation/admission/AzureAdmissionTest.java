package dev.capstan.evaluation.admission;

import static dev.capstan.evaluation.admission.Admissions.PODS;
import static dev.capstan.evaluation.admission.Admissions.gatekeeper;
import static dev.capstan.evaluation.admission.Admissions.podSecurityPolicies;
import static dev.capstan.evaluation.admission.Admissions.safeguards;
import static dev.capstan.evaluation.admission.Admissions.webhook;
import static dev.capstan.evaluation.admission.Situation.on;
import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.collection.admission.AzureAdmission;
import dev.capstan.collection.admission.LabelSelector;
import dev.capstan.collection.admission.PodSecurityPolicy;
import dev.capstan.evaluation.admission.AdmissionVerdict.Met;
import dev.capstan.evaluation.admission.AdmissionVerdict.MetFailsOpen;
import dev.capstan.evaluation.admission.AdmissionVerdict.NotMet;
import dev.capstan.evaluation.admission.AdmissionVerdict.Unknown;
import dev.capstan.evaluation.admission.Situation.Kind;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Azure Resource Manager says, and the PodSecurityPolicies that it switches on. */
class AzureAdmissionTest {

    @Nested
    @DisplayName(
            "Rule: deployment safeguards count where they enforce a Pod Security Standard; SKU Automatic does by itself")
    class DeploymentSafeguards {

        @ParameterizedTest(name = "{0} with {1}, automatic {2}: {3}")
        @CsvSource({
            "Enforce, Baseline, false, BASELINE",
            "Enforcement, Restricted, false, RESTRICTED",
            "Enforce, Privileged, false, NONE",
            "Enforce, , false, NONE",
            "Warn, Baseline, false, AUDIT_ONLY",
            "Warning, Restricted, true, AUDIT_ONLY",
            "Off, Restricted, true, NONE",
            ", , true, BASELINE",
            "Enforce, , true, BASELINE",
            ", Restricted, true, RESTRICTED",
            ", Baseline, false, NONE"
        })
        void countByLevelAndStandard(String level, String standard, boolean automatic, Strength strength) {
            Situation situation = on("1.33").namespace("shop").with(safeguards(level, standard, automatic));

            assertThat(situation.verdict()).isEqualTo(strength.suffices() ? new Met(strength) : new NotMet(strength));
            assertThat(situation.judged().warnings()).isEmpty();
            assertThat(situation.reasons().contains("SKU Automatic")).isEqualTo(level == null && strength.suffices());
        }

        @Test
        void leaveSomeNamespacesOut() {
            Situation situation = on("1.33").namespace("left-out").with(safeguards("Enforce", "Baseline", false));

            assertThat(situation.verdict()).isEqualTo(new NotMet(Strength.NONE));
            assertThat(situation.reasons()).contains("leave this namespace out");
        }

        @Test
        void failOpenWhereTheirGatekeeperDoes() {
            Situation situation = on("1.33")
                    .namespace("shop")
                    .with(safeguards("Enforce", "Baseline", false))
                    .with(webhook("validation.gatekeeper.sh", true, PODS, LabelSelector.EVERYTHING));

            assertThat(situation.verdict()).isEqualTo(new MetFailsOpen(Strength.BASELINE));
            assertThat(situation.reasons()).contains("once its failurePolicy is Fail");
            assertThat(situation.with(gatekeeper()).verdict()).isEqualTo(new Met(Strength.BASELINE));
            assertThat(situation.unread(Kind.WEBHOOKS).verdict()).isEqualTo(new MetFailsOpen(Strength.BASELINE));
        }
    }

    @Nested
    @DisplayName("Rule: the policy add-on alone stops nothing, as a policy's effect is Audit by default")
    class PolicyAddOn {

        private static final AzureAdmission ON = new AzureAdmission(true, null, null, List.of(), false, null, null);

        private static Situation shop() {
            return on("1.33").namespace("shop").with(gatekeeper()).with(ON);
        }

        @Test
        void isNotEnoughByItself() {
            ClusterAdmission cluster = shop().with(AConstraint.allowing()
                            .ofAzure("c26596ff-4d70-4e6a-9a30-c2506bd2f80c")
                            .action("dryrun"))
                    .with(AConstraint.of("K8sAzureV2NoPrivilege").action("deny"))
                    .cluster();

            assertThat(cluster.verdict()).isEqualTo(new NotMet(Strength.AUDIT_ONLY));
            assertThat(cluster.warnings()).singleElement().asString().contains("no policy of it denies");
        }

        @Test
        void needsNoWarningWithAPolicyThatDeniesOrWhereNobodyKnows() {
            assertThat(shop().with(AConstraint.allowing().assigned("a"))
                            .cluster()
                            .warnings())
                    .isEmpty();
            assertThat(shop().unread(Kind.CONSTRAINTS).cluster().warnings())
                    .containsExactly("Gatekeeper's constraints could not be read: CONSTRAINTS are forbidden.");
        }
    }

    @Nested
    @DisplayName("Rule: what Azure was asked for and did not answer is unknown, not absent")
    class Unread {

        private static final String WHY = "Azure answers 403.";

        @Test
        void safeguardsAreNotTakenForOffNorAnAutomaticClustersForOn() {
            for (boolean automatic : List.of(false, true)) {
                AzureAdmission unread =
                        safeguards("Enforce", "Restricted", automatic).unread(WHY);
                Situation situation = on("1.33").namespace("shop").with(unread);

                assertThat(situation.verdict())
                        .isEqualTo(new Unknown("The deployment safeguards could not be read: " + WHY));
                assertThat(situation.cluster().warnings())
                        .containsExactly("The deployment safeguards could not be read: " + WHY);
            }
        }

        @Test
        void whatSufficesWithoutThemSufficesAllTheSame() {
            assertThat(on("1.33")
                            .namespace("shop", "pod-security.kubernetes.io/enforce", "baseline")
                            .with(AzureAdmission.silent().unread(WHY))
                            .verdict())
                    .isEqualTo(new Met(Strength.BASELINE));
        }

        @Test
        void podSecurityPoliciesThatMayBeHeededAreNotTakenForIdle() {
            Situation situation = on("1.24.9")
                    .namespace("shop")
                    .with(PodSecurityPolicies.STRICT)
                    .with(AzureAdmission.silent().unread(WHY));

            assertThat(situation.verdict())
                    .isEqualTo(new Unknown("Whether PodSecurityPolicies are heeded could not be read: " + WHY));
        }

        @Test
        void podSecurityPoliciesThatNobodyCouldReadMayBeHeeded() {
            assertThat(on("1.24.9")
                            .namespace("shop")
                            .unread(Kind.POD_SECURITY_POLICIES)
                            .with(AzureAdmission.silent().unread(WHY))
                            .verdict())
                    .isEqualTo(new Unknown("Whether PodSecurityPolicies are heeded could not be read: " + WHY));
        }

        @Test
        void whereThereAreNoPodSecurityPoliciesNothingIsUnknown() {
            assertThat(on("1.24.9")
                            .namespace("shop")
                            .with(AzureAdmission.silent().unread(WHY))
                            .verdict())
                    .isEqualTo(new NotMet(Strength.NONE));
        }
    }

    @Nested
    @DisplayName(
            "Rule: up to 1.24 PodSecurityPolicies count where their admission controller is on, the weakest of them")
    class PodSecurityPolicies {

        private static PodSecurityPolicy policy(
                String name, boolean privileged, List<String> allowed, List<String> added, List<String> dropped) {
            return new PodSecurityPolicy(name, privileged, allowed, added, dropped);
        }

        private static Situation old() {
            return on("1.24.9").namespace("shop").with(podSecurityPolicies(true));
        }

        private static final PodSecurityPolicy STRICT =
                policy("strict", false, List.of("NET_BIND_SERVICE"), List.of(), List.of("ALL"));

        @Test
        void countForWhatTheyAllowAndRequire() {
            NamespaceAdmission judged = old().with(STRICT).judged();

            assertThat(judged.verdict()).isEqualTo(new Met(Strength.RESTRICTED));
            assertThat(judged.warnings()).isEmpty();
            assertThat(judged.protections().getFirst().objects()).containsExactly("PodSecurityPolicy strict");
        }

        @Test
        void aStarSkipsEveryCheck() {
            Situation situation = old().with(policy("all", true, List.of("*"), List.of(), List.of("ALL")));

            assertThat(situation.verdict()).isEqualTo(new NotMet(Strength.NONE));
            assertThat(situation.reasons()).contains("Any capability may be added");
        }

        @Test
        void theWeakestCountsAsNobodyKnowsWhoMayUseWhich() {
            Situation situation =
                    old().with(STRICT).with(policy("loose", true, List.of("CHOWN"), List.of(), List.of()));

            assertThat(situation.verdict()).isEqualTo(new Met(Strength.BASELINE));
            assertThat(situation.reasons()).contains("Who may use which of the 2 PodSecurityPolicies");
            assertThat(situation.judged().warnings()).isNotEmpty();
        }

        @Test
        void whatTheyAddByDefaultIsAllowedAndToldOfTheCluster() {
            ClusterAdmission cluster = old().with(
                            policy("adds", false, List.of(), List.of("SYS_TIME", "CHOWN"), List.of()))
                    .with(STRICT)
                    .cluster();

            assertThat(cluster.verdict()).isEqualTo(new NotMet(Strength.PARTIAL));
            assertThat(cluster.warnings())
                    .containsExactly(
                            "PodSecurityPolicy adds writes CHOWN and SYS_TIME into the containers that it lets in"
                                    + " (spec.defaultAddCapabilities).");
        }

        @Test
        void doNothingWhereTheirControllerIsOffOrAzureDoesNotSay() {
            for (Boolean said : new Boolean[] {false, null}) {
                Situation situation = on("1.24").namespace("shop").with(STRICT).with(podSecurityPolicies(said));
                assertThat(situation.verdict()).isEqualTo(new NotMet(Strength.NONE));
                assertThat(situation.reasons()).contains("The PodSecurityPolicies do nothing");
                assertThat(situation.cluster().warnings()).isEmpty();
            }
        }

        @Test
        void doNothingFrom125On() {
            assertThat(on("1.25.0")
                            .namespace("shop")
                            .with(STRICT)
                            .with(podSecurityPolicies(true))
                            .unread(Kind.POD_SECURITY_POLICIES)
                            .verdict())
                    .isEqualTo(new NotMet(Strength.NONE));
        }

        @Test
        void unreadTheyLeaveItUnknownWhereTheyCouldCount() {
            assertThat(old().unread(Kind.POD_SECURITY_POLICIES).verdict()).isInstanceOf(Unknown.class);
            assertThat(on("1.24")
                            .namespace("shop")
                            .unread(Kind.POD_SECURITY_POLICIES)
                            .verdict())
                    .isEqualTo(new NotMet(Strength.NONE));
            assertThat(old().verdict()).isEqualTo(new NotMet(Strength.NONE));
        }
    }
}

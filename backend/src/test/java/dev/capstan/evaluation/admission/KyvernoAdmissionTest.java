package dev.capstan.evaluation.admission;

import static dev.capstan.evaluation.admission.Admissions.EVERY_POD;
import static dev.capstan.evaluation.admission.Admissions.PODS;
import static dev.capstan.evaluation.admission.Admissions.clusterPolicy;
import static dev.capstan.evaluation.admission.Admissions.exception;
import static dev.capstan.evaluation.admission.Admissions.kyverno;
import static dev.capstan.evaluation.admission.Admissions.labelled;
import static dev.capstan.evaluation.admission.Admissions.policy;
import static dev.capstan.evaluation.admission.Admissions.standard;
import static dev.capstan.evaluation.admission.Admissions.webhook;
import static dev.capstan.evaluation.admission.CelSamples.ONLY_NET_BIND_SERVICE;
import static dev.capstan.evaluation.admission.Situation.on;
import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.collection.admission.KyvernoException;
import dev.capstan.collection.admission.KyvernoPolicy;
import dev.capstan.collection.admission.KyvernoPolicy.Resources;
import dev.capstan.collection.admission.KyvernoPolicy.Rule;
import dev.capstan.collection.admission.LabelSelector;
import dev.capstan.evaluation.admission.AdmissionVerdict.Met;
import dev.capstan.evaluation.admission.AdmissionVerdict.MetFailsOpen;
import dev.capstan.evaluation.admission.AdmissionVerdict.NotMet;
import dev.capstan.evaluation.admission.AdmissionVerdict.Unknown;
import dev.capstan.evaluation.admission.Situation.Kind;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Rule: Kyverno's policies act where they enforce, for pods, in namespaces without an exception")
class KyvernoAdmissionTest {

    private static Situation shop(KyvernoPolicy... policies) {
        Situation situation = on("1.33").namespace("shop", "team", "shop").with(kyverno());
        for (KyvernoPolicy policy : policies) {
            situation.with(policy);
        }
        return situation;
    }

    private static Rule over(List<Resources> match, List<Resources> exclude, String action, boolean conditional) {
        Rule baseline = standard("baseline", null);
        return new Rule(
                baseline.name(), action, match, exclude, conditional, baseline.podSecurity(), baseline.validate());
    }

    private static Resources pods(String namespaces, LabelSelector selector) {
        return new Resources(List.of("Pod"), List.of(namespaces), selector);
    }

    @ParameterizedTest(name = "{0} as of {1} is {2}")
    @CsvSource({
        "baseline, , BASELINE",
        "restricted, , RESTRICTED",
        "Restricted, latest, RESTRICTED",
        "restricted, v1.21, BASELINE",
        "restricted, v1.22, RESTRICTED"
    })
    void aPodSecurityStandardCountsForWhatItIs(String level, String version, Strength strength) {
        NamespaceAdmission judged =
                shop(clusterPolicy("Enforce", standard(level, version))).judged();

        assertThat(judged.verdict()).isEqualTo(new Met(strength));
        assertThat(judged.warnings()).isEmpty();
        assertThat(judged.protections().getFirst().objects()).containsExactly("ClusterPolicy caps");
    }

    @Test
    void thePrivilegedLevelDemandsNothing() {
        assertThat(shop(clusterPolicy("Enforce", standard("privileged", null)))
                        .judged()
                        .protections())
                .isEmpty();
    }

    @Test
    void aStandardWithoutItsControlOnCapabilitiesDoesNotCount() {
        Situation situation =
                shop(clusterPolicy("Enforce", standard("restricted", null, "Capabilities", "Privileged Containers")));

        assertThat(situation.verdict()).isEqualTo(new NotMet(Strength.NONE));
        assertThat(situation.reasons()).contains("validate.podSecurity.exclude");
        assertThat(shop(clusterPolicy("Enforce", standard("restricted", null, "Privileged Containers")))
                        .judged()
                        .warnings())
                .isNotEmpty();
    }

    @ParameterizedTest(name = "policy {0}, rule {1}: enforced {2}")
    @CsvSource({
        "Enforce, , true",
        "enforce, , true",
        "Audit, , false",
        "audit, Enforce, true",
        "Enforce, Audit, false",
        ", , false"
    })
    void theRulesOwnActionComesBeforeThePolicys(String policy, String rule, boolean enforced) {
        Situation situation = shop(clusterPolicy(policy, over(List.of(EVERY_POD), List.of(), rule, false)));

        assertThat(situation.verdict())
                .isEqualTo(enforced ? new Met(Strength.BASELINE) : new NotMet(Strength.AUDIT_ONLY));
        assertThat(situation.reasons().contains("failureAction is Audit")).isEqualTo(!enforced);
    }

    @ParameterizedTest(name = "{1} for {0}, team {2}: enforced {3}")
    @CsvSource({
        "shop, Audit, shop, false",
        "sh*, Enforce, shop, true",
        "bank, Audit, shop, true",
        "'', Audit, shop, false",
        "'', Audit, bank, true"
    })
    void anOverrideForTheNamespaceComesFirst(String namespace, String action, String team, boolean enforced) {
        List<String> namespaces = namespace.isEmpty() ? List.of() : List.of(namespace);
        KyvernoPolicy policy = new KyvernoPolicy(
                null,
                "caps",
                false,
                "Enforce",
                List.of(new KyvernoPolicy.Override(action, namespaces, labelled("team", team))),
                List.of(standard("baseline", null)));

        assertThat(shop(policy).verdict() instanceof Met).isEqualTo(enforced);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Pod", "v1/Pod", "*/Pod", "*", "*/*", "P?d"})
    void podsAreMeantByTheirKind(String kind) {
        assertThat(shop(clusterPolicy(
                                "Enforce",
                                over(
                                        List.of(new Resources(List.of(kind), List.of(), LabelSelector.EVERYTHING)),
                                        List.of(),
                                        null,
                                        false)))
                        .verdict())
                .isInstanceOf(Met.class);
    }

    @Test
    void aRuleForDeploymentsAloneIsPartialAndOneForOtherKindsNothing() {
        Resources deployments = new Resources(List.of("apps/v1/Deployment"), List.of(), LabelSelector.EVERYTHING);
        Situation makers = shop(clusterPolicy("Enforce", over(List.of(deployments), List.of(), null, false)));
        assertThat(makers.verdict()).isEqualTo(new NotMet(Strength.PARTIAL));
        assertThat(makers.reasons()).contains("holds the kind Pod");

        Resources debug = new Resources(List.of("Pod/ephemeralcontainers"), List.of(), LabelSelector.EVERYTHING);
        assertThat(shop(clusterPolicy("Enforce", over(List.of(debug), List.of(), null, false)))
                        .judged()
                        .protections())
                .isEmpty();
    }

    @Test
    void aRuleHoldsWhereItMatchesAndDoesNotExclude() {
        Resources all = new Resources(List.of(), List.of(), LabelSelector.EVERYTHING);
        assertThat(shop(clusterPolicy("Enforce", over(List.of(all), List.of(), null, false)))
                        .verdict())
                .isInstanceOf(Met.class);
        assertThat(shop(clusterPolicy(
                                "Enforce",
                                over(List.of(pods("ba*", LabelSelector.EVERYTHING)), List.of(), null, false)))
                        .verdict())
                .isEqualTo(new NotMet(Strength.NONE));
        assertThat(shop(clusterPolicy(
                                "Enforce", over(List.of(pods("*", labelled("team", "bank"))), List.of(), null, false)))
                        .verdict())
                .isEqualTo(new NotMet(Strength.NONE));
        Situation excluded = shop(clusterPolicy(
                "Enforce", over(List.of(EVERY_POD), List.of(pods("shop", LabelSelector.EVERYTHING)), null, false)));
        assertThat(excluded.verdict()).isEqualTo(new NotMet(Strength.NONE));
        assertThat(excluded.reasons()).contains("leaves this namespace out (exclude)");
    }

    @Test
    void aRuleWithConditionsIsPartial() {
        assertThat(shop(clusterPolicy("Enforce", over(List.of(EVERY_POD), List.of(), null, true)))
                        .verdict())
                .isEqualTo(new NotMet(Strength.PARTIAL));
    }

    @Test
    void aPolicyHoldsInItsOwnNamespace() {
        for (String namespace : List.of("shop", "bank")) {
            Situation situation = shop(new KyvernoPolicy(
                    namespace, "caps", false, "Enforce", List.of(), List.of(standard("baseline", null))));
            assertThat(situation.verdict() instanceof Met).isEqualTo(namespace.equals("shop"));
            assertThat(situation.with(exception("shop/caps", false)).verdict()).isInstanceOf(NotMet.class);
        }
    }

    @Test
    void anExceptionLetsTheNamespaceThrough() {
        Situation situation =
                shop(clusterPolicy("Enforce", standard("baseline", null))).with(exception("ca*", false));

        assertThat(situation.verdict()).isEqualTo(new NotMet(Strength.NONE));
        assertThat(situation.reasons()).contains("PolicyException kyverno/let-through lets every pod through");
    }

    @Test
    void anExceptionForSomePodsMakesItPartial() {
        Situation situation =
                shop(clusterPolicy("Enforce", standard("baseline", null))).with(exception("caps", true));

        assertThat(situation.verdict()).isEqualTo(new NotMet(Strength.PARTIAL));
        assertThat(situation.reasons()).contains("lets some pods through");
    }

    @Test
    void anExceptionForAnotherPolicyOrNamespaceChangesNothing() {
        KyvernoException elsewhere = new KyvernoException(
                "bank", "x", List.of("caps"), List.of(pods("bank", LabelSelector.EVERYTHING)), false);

        assertThat(shop(clusterPolicy("Enforce", standard("baseline", null)))
                        .with(exception("other", false))
                        .with(elsewhere)
                        .verdict())
                .isInstanceOf(Met.class);
    }

    @Test
    void itsWebhookMustBeAskedAndMayFailOpen() {
        KyvernoPolicy policy = clusterPolicy("Enforce", standard("baseline", null));
        assertThat(on("1.33").namespace("shop").with(policy).reasons())
                .contains("Kyverno is not asked: no validating webhook");
        assertThat(on("1.33")
                        .namespace("shop")
                        .with(policy)
                        .with(webhook("validate.kyverno.svc-ignore", true, PODS, LabelSelector.EVERYTHING))
                        .verdict())
                .isEqualTo(new MetFailsOpen(Strength.BASELINE));
        Situation open =
                shop(new KyvernoPolicy(null, "caps", true, "Enforce", List.of(), List.of(standard("baseline", null))));
        assertThat(open.verdict()).isEqualTo(new MetFailsOpen(Strength.BASELINE));
        assertThat(open.reasons()).contains("pods get around ClusterPolicy caps");
    }

    @Test
    @DisplayName("Rule: Kyverno's policies in CEL count as Kubernetes' own do, with actions of their own")
    void aValidatingPolicyCountsWhereItDenies() {
        assertThat(shop().kyverno(policy(ONLY_NET_BIND_SERVICE)).verdict()).isEqualTo(new Met(Strength.BASELINE));
        assertThat(shop().kyverno(policy(ONLY_NET_BIND_SERVICE))
                        .with(exception("caps", false))
                        .verdict())
                .isEqualTo(new NotMet(Strength.NONE));
        Situation warning =
                shop().kyverno(policy("caps", List.of(), List.of(ONLY_NET_BIND_SERVICE), List.of("Warn", "Audit")));
        assertThat(warning.verdict()).isEqualTo(new NotMet(Strength.AUDIT_ONLY));
        assertThat(warning.reasons()).contains("ValidatingPolicy caps lets pods in");
    }

    @ParameterizedTest
    @ValueSource(strings = {"KYVERNO_POLICIES", "KYVERNO_VALIDATING_POLICIES", "KYVERNO_EXCEPTIONS", "WEBHOOKS"})
    @DisplayName("Rule: what could not be read is unknown where it could have sufficed")
    void whatCouldHaveSufficedAndWasNotReadIsUnknown(Kind kind) {
        Situation situation = shop(clusterPolicy("Enforce", standard("baseline", null)));
        AdmissionVerdict verdict = (kind == Kind.KYVERNO_VALIDATING_POLICIES ? shop() : situation)
                .unread(kind)
                .verdict();

        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Unknown.class, unknown -> assertThat(unknown.because()).contains(kind + " are forbidden"));
    }

    @Test
    void withoutItsWebhookUnreadPoliciesCouldNotHaveSufficed() {
        assertThat(on("1.33")
                        .namespace("shop")
                        .unread(Kind.KYVERNO_POLICIES, Kind.KYVERNO_EXCEPTIONS)
                        .verdict())
                .isEqualTo(new NotMet(Strength.NONE));
    }
}

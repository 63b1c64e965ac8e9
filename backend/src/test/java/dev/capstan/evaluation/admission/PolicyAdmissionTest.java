package dev.capstan.evaluation.admission;

import static dev.capstan.evaluation.admission.Admissions.ONLY_PODS;
import static dev.capstan.evaluation.admission.Admissions.PODS;
import static dev.capstan.evaluation.admission.Admissions.SERVICES;
import static dev.capstan.evaluation.admission.Admissions.binding;
import static dev.capstan.evaluation.admission.Admissions.labelled;
import static dev.capstan.evaluation.admission.Admissions.policy;
import static dev.capstan.evaluation.admission.Situation.on;
import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.collection.admission.AdmissionPolicy;
import dev.capstan.collection.admission.LabelSelector;
import dev.capstan.collection.admission.ResourceRule;
import dev.capstan.evaluation.admission.AdmissionVerdict.Met;
import dev.capstan.evaluation.admission.AdmissionVerdict.MetFailsOpen;
import dev.capstan.evaluation.admission.AdmissionVerdict.NotMet;
import dev.capstan.evaluation.admission.AdmissionVerdict.Unknown;
import dev.capstan.evaluation.admission.Situation.Kind;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Rule: a ValidatingAdmissionPolicy acts where a binding denies and both mean the namespace's pods")
class PolicyAdmissionTest {

    private static final String NO_ADDS = CelSamples.everywhere("!has(c.securityContext) ||"
            + " !has(c.securityContext.capabilities) || !has(c.securityContext.capabilities.add)");

    private static Situation shop(AdmissionPolicy policy) {
        return on("1.33").namespace("shop").policy(policy);
    }

    private static AdmissionPolicy with(
            boolean failOpen, ResourceRule rule, List<ResourceRule> excluded, LabelSelector namespaces) {
        return new AdmissionPolicy(
                "caps",
                failOpen,
                List.of(rule),
                excluded,
                namespaces,
                LabelSelector.EVERYTHING,
                false,
                List.of(),
                List.of(NO_ADDS),
                false,
                List.of());
    }

    @Test
    void aBindingThatDeniesMakesItCount() {
        Situation situation = shop(policy(NO_ADDS)).with(binding("Deny"));

        assertThat(situation.verdict()).isEqualTo(new Met(Strength.BLOCKS_ALL_ADDS));
        assertThat(situation.judged().protections().getFirst().objects())
                .containsExactly("ValidatingAdmissionPolicy caps");
    }

    @Test
    void aStarForEverySubresourceMeansThePodsThemselvesToo() {
        ResourceRule rule = new ResourceRule(List.of("CREATE", "UPDATE"), List.of(""), List.of("pods/*"));
        AdmissionPolicy asked = with(false, rule, List.of(), LabelSelector.EVERYTHING);
        AdmissionPolicy leavingOut = with(false, PODS, List.of(rule), LabelSelector.EVERYTHING);

        assertThat(shop(asked).with(binding("Deny")).verdict()).isEqualTo(new Met(Strength.BLOCKS_ALL_ADDS));
        assertThat(shop(leavingOut).with(binding("Deny")).verdict()).isEqualTo(new NotMet(Strength.NONE));
    }

    @Test
    void withoutABindingItDoesNothing() {
        assertThat(shop(policy(NO_ADDS)).judged().protections()).isEmpty();
        assertThat(shop(policy("other", List.of(), List.of(NO_ADDS), List.of()))
                        .with(binding("Deny"))
                        .judged()
                        .protections())
                .isEmpty();
        assertThat(shop(policy(NO_ADDS)).absent(Kind.BINDINGS).verdict()).isEqualTo(new NotMet(Strength.NONE));
    }

    @Test
    void aBindingThatWarnsOrRecordsStopsNothing() {
        Situation situation = shop(policy(NO_ADDS)).with(binding("Audit", "Warn"));

        assertThat(situation.verdict()).isEqualTo(new NotMet(Strength.AUDIT_ONLY));
        assertThat(situation.reasons()).contains("spec.validationActions hold no Deny");
    }

    @Test
    void before130ItDoesNothing() {
        assertThat(on("1.29.9")
                        .namespace("shop")
                        .policy(policy(NO_ADDS))
                        .with(binding("Deny"))
                        .unread(Kind.BINDINGS)
                        .verdict())
                .isEqualTo(new NotMet(Strength.NONE));
    }

    @Test
    void itMustBeAskedAboutNewPodsOfTheNamespace() {
        LabelSelector elsewhere = labelled("team", "bank");
        for (AdmissionPolicy policy : List.of(
                with(false, SERVICES, List.of(), LabelSelector.EVERYTHING),
                with(false, PODS, List.of(ONLY_PODS), LabelSelector.EVERYTHING),
                with(false, PODS, List.of(), elsewhere))) {
            assertThat(shop(policy).with(binding("Deny")).verdict()).isEqualTo(new NotMet(Strength.NONE));
        }
        assertThat(shop(policy(NO_ADDS))
                        .with(binding(elsewhere, LabelSelector.EVERYTHING, List.of(), "Deny"))
                        .verdict())
                .isEqualTo(new NotMet(Strength.NONE));
        assertThat(shop(policy(NO_ADDS))
                        .with(binding(LabelSelector.EVERYTHING, LabelSelector.EVERYTHING, List.of(SERVICES), "Deny"))
                        .verdict())
                .isEqualTo(new NotMet(Strength.NONE));
        assertThat(shop(policy(NO_ADDS))
                        .with(binding(LabelSelector.EVERYTHING, LabelSelector.EVERYTHING, List.of(PODS), "Deny"))
                        .verdict())
                .isInstanceOf(Met.class);
    }

    @Test
    void onlyPodsWithCertainLabelsOrConditionsIsPartial() {
        assertThat(shop(policy(NO_ADDS))
                        .with(binding(LabelSelector.EVERYTHING, labelled("a", "b"), List.of(), "Deny"))
                        .verdict())
                .isEqualTo(new NotMet(Strength.PARTIAL));
        Situation narrow = shop(new AdmissionPolicy(
                        "caps",
                        false,
                        List.of(PODS),
                        List.of(),
                        LabelSelector.EVERYTHING,
                        labelled("a", "b"),
                        true,
                        List.of(),
                        List.of(NO_ADDS),
                        false,
                        List.of()))
                .with(binding("Deny"));
        assertThat(narrow.verdict()).isEqualTo(new NotMet(Strength.PARTIAL));
        assertThat(narrow.reasons()).contains("objectSelector").contains("matchConditions");
    }

    @Test
    void thatItsErrorsAreIgnoredMakesItFailOpen() {
        Situation situation =
                shop(with(true, ONLY_PODS, List.of(), LabelSelector.EVERYTHING)).with(binding("Deny"));

        assertThat(situation.verdict()).isEqualTo(new MetFailsOpen(Strength.BLOCKS_ALL_ADDS));
        assertThat(situation.reasons())
                .contains("once its failurePolicy is Fail")
                .contains("Ephemeral containers are not judged");
    }

    @Test
    void parametersAreJudgedByTheTextOnly() {
        for (String text : List.of(NO_ADDS, "object.spec.replicas < params.most")) {
            AdmissionPolicy policy = new AdmissionPolicy(
                    "caps",
                    false,
                    List.of(PODS),
                    List.of(),
                    LabelSelector.EVERYTHING,
                    LabelSelector.EVERYTHING,
                    false,
                    List.of(),
                    List.of(text),
                    true,
                    List.of());
            assertThat(shop(policy).with(binding("Deny")).verdict())
                    .isEqualTo(new NotMet(text.equals(NO_ADDS) ? Strength.PARTIAL : Strength.NONE));
        }
    }

    @Test
    @DisplayName("Rule: what could not be read is unknown where it could have sufficed")
    void whatCouldHaveSufficedAndWasNotReadIsUnknown() {
        assertThat(shop(policy(NO_ADDS))
                        .with(binding("Deny"))
                        .unread(Kind.POLICIES)
                        .verdict())
                .isInstanceOf(Unknown.class);
        assertThat(shop(policy(NO_ADDS))
                        .with(binding("Deny"))
                        .unread(Kind.BINDINGS)
                        .verdict())
                .isInstanceOf(Unknown.class);
        assertThat(on("1.33")
                        .namespace("shop")
                        .unread(Kind.BINDINGS, Kind.POLICIES)
                        .verdict())
                .isInstanceOf(Unknown.class);
    }

    @Test
    void whatCouldNotHaveSufficedMayStayUnread() {
        assertThat(on("1.33").namespace("shop").unread(Kind.BINDINGS).verdict()).isEqualTo(new NotMet(Strength.NONE));
        assertThat(on("1.33")
                        .namespace("shop")
                        .with(binding("Warn"))
                        .unread(Kind.POLICIES)
                        .verdict())
                .isEqualTo(new NotMet(Strength.NONE));
        assertThat(on("1.33")
                        .namespace("shop")
                        .with(binding(labelled("team", "bank"), LabelSelector.EVERYTHING, List.of(), "Deny"))
                        .unread(Kind.POLICIES)
                        .verdict())
                .isEqualTo(new NotMet(Strength.NONE));
    }
}

package dev.capstan.evaluation.admission;

import static dev.capstan.evaluation.admission.Admissions.ONLY_PODS;
import static dev.capstan.evaluation.admission.Admissions.PODS;
import static dev.capstan.evaluation.admission.Admissions.SERVICES;
import static dev.capstan.evaluation.admission.Admissions.gatekeeper;
import static dev.capstan.evaluation.admission.Admissions.labelled;
import static dev.capstan.evaluation.admission.Admissions.webhook;
import static dev.capstan.evaluation.admission.Admissions.where;
import static dev.capstan.evaluation.admission.Situation.on;
import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.collection.admission.ConstraintTemplate;
import dev.capstan.collection.admission.GatekeeperExclusion;
import dev.capstan.collection.admission.LabelSelector;
import dev.capstan.collection.admission.ResourceRule;
import dev.capstan.collection.admission.Webhook;
import dev.capstan.evaluation.admission.AdmissionVerdict.Met;
import dev.capstan.evaluation.admission.AdmissionVerdict.MetFailsOpen;
import dev.capstan.evaluation.admission.AdmissionVerdict.NotMet;
import dev.capstan.evaluation.admission.AdmissionVerdict.Unknown;
import dev.capstan.evaluation.admission.Situation.Kind;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Rule: Gatekeeper's constraints, Azure Policy's among them, act where they deny and its webhook is asked")
class GatekeeperAdmissionTest {

    private static final String DEFAULTS_BUT_NET_RAW = "AUDIT_WRITE CHOWN DAC_OVERRIDE FOWNER FSETID KILL MKNOD"
            + " NET_BIND_SERVICE SETFCAP SETGID SETPCAP SETUID SYS_CHROOT";

    private static Situation shop(AConstraint... constraints) {
        return on("1.33").namespace("shop", "team", "shop").with(gatekeeper()).with(constraints);
    }

    @ParameterizedTest(name = "[{0}] dropping [{1}] is {2}")
    @CsvSource(
            value = {
                "; ; BLOCKS_ALL_ADDS",
                "CAP_SYS_ADMIN FOO; ; BLOCKS_ALL_ADDS",
                "NET_BIND_SERVICE; all; RESTRICTED",
                "NET_BIND_SERVICE; ; BASELINE",
                "net_bind_service; NET_RAW; BASELINE",
                "CHOWN KILL; ALL; BASELINE",
                DEFAULTS_BUT_NET_RAW + "; ; BASELINE",
                DEFAULTS_BUT_NET_RAW + " NET_RAW; ; DEFAULT_SET",
                "NET_RAW; ALL; DEFAULT_SET",
                "SYS_TIME; ALL; PARTIAL",
                "*; ; NONE",
                "all; ALL; NONE"
            },
            delimiter = ';')
    @DisplayName("Rule: what may be added and must be dropped says how strong a mechanism is")
    void whatMayBeAddedSaysHowStrongItIs(String allowed, String dropped, Strength strength) {
        AdmissionVerdict verdict = shop(AConstraint.allowing(words(allowed)).dropping(words(dropped)))
                .verdict();

        assertThat(verdict).isEqualTo(strength.suffices() ? new Met(strength) : new NotMet(strength));
    }

    @Test
    void azuresBuiltInOfNoAllowedCapabilityBlocksEveryAdditionButLetsPrivilegedContainersIn() {
        NamespaceAdmission judged = shop(AConstraint.of("K8sAzureV3AllowedCapabilities")
                        .ofAzure(
                                "/providers/microsoft.authorization/policydefinitions/c26596ff-4d70-4e6a-9a30-c2506bd2f80c"))
                .judged();

        assertThat(judged.verdict()).isEqualTo(new Met(Strength.BLOCKS_ALL_ADDS));
        assertThat(judged.warnings())
                .containsExactly("Privileged containers are let in all the same, and hold every capability.");
        Protection protection = judged.protections().getFirst();
        assertThat(protection.mechanism()).isEqualTo(Mechanism.AZURE_POLICY);
        assertThat(protection.objects()).containsExactly("K8sAzureV3AllowedCapabilities caps");
        assertThat(protection.reasons())
                .anySatisfy(reason -> assertThat(reason).contains("containers should only use allowed capabilities"));
    }

    @Test
    void theDefaultsOfAzuresInitiativesHoldNetRawAndAreNotEnough() {
        Situation situation = shop(AConstraint.of("K8sAzureV3AllowedCapabilities")
                .assigned("baseline")
                .with("allowedCapabilities", (Object[]) words(DEFAULTS_BUT_NET_RAW + " NET_RAW")));

        assertThat(situation.verdict()).isEqualTo(new NotMet(Strength.DEFAULT_SET));
        assertThat(situation.reasons()).contains("once NET_RAW is no longer allowed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"K8sPSPPrivilegedContainer", "K8sAzureV2NoPrivilege"})
    void privilegedContainersMayBeKeptOutByAnotherConstraint(String kind) {
        NamespaceAdmission judged =
                shop(AConstraint.allowing(), AConstraint.of(kind).named("p")).judged();

        assertThat(judged.warnings()).isEmpty();
        assertThat(judged.protections().getFirst().stopsPrivileged()).isTrue();
    }

    @Test
    void keepingPrivilegedContainersOutAloneDoesNotTouchCapabilities() {
        NamespaceAdmission judged =
                shop(AConstraint.of("K8sAzureV2NoPrivilege")).judged();

        assertThat(judged.verdict()).isEqualTo(new NotMet(Strength.NONE));
        assertThat(judged.protections().getFirst().stopsPrivileged()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dryrun", "warn", "scoped"})
    void aConstraintThatDoesNotDenyStopsNothing(String action) {
        Situation situation = shop(
                AConstraint.allowing().action(action),
                AConstraint.of("K8sAzureV2NoPrivilege").action(action));

        assertThat(situation.verdict()).isEqualTo(new NotMet(Strength.AUDIT_ONLY));
        assertThat(situation.reasons()).contains("spec.enforcementAction is not deny");
    }

    @Test
    void aConstraintThatDryRunsStaysAuditOnlyWithoutAWebhook() {
        assertThat(on("1.33")
                        .namespace("shop")
                        .with(AConstraint.allowing().action("dryrun"))
                        .verdict())
                .isEqualTo(new NotMet(Strength.AUDIT_ONLY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"K8sAzureV3DisallowedCapabilities", "K8sAzureDisallowedCapabilities"})
    void aDenyListIsPartialAndAnEmptyOneIsNothing(String kind) {
        assertThat(shop(AConstraint.of(kind).with("disallowedCapabilities", "SYS_ADMIN"))
                        .verdict())
                .isEqualTo(new NotMet(Strength.PARTIAL));
        Situation empty = shop(AConstraint.of(kind));
        assertThat(empty.verdict()).isEqualTo(new NotMet(Strength.NONE));
        assertThat(empty.reasons()).contains("disallowedCapabilities is empty");
    }

    @Test
    void aRuleOfItsOwnIsPartialWhereItsTemplateSpeaksOfCapabilities() {
        Situation situation = shop(AConstraint.of("OurCaps"), AConstraint.of("OurLabels"))
                .with(new ConstraintTemplate("OurCaps", true, false))
                .with(new ConstraintTemplate("OurLabels", false, true));

        assertThat(situation.verdict()).isEqualTo(new NotMet(Strength.PARTIAL));
        assertThat(situation.judged().protections().getFirst().objects()).containsExactly("OurCaps caps");
        assertThat(situation.reasons()).contains("rule of its own");
    }

    @Test
    void twoConstraintsHoldTogether() {
        assertThat(shop(
                                AConstraint.allowing("CHOWN", "NET_BIND_SERVICE"),
                                AConstraint.allowing("*").dropping("ALL").named("drop"),
                                AConstraint.allowing("NET_BIND_SERVICE", "SYS_TIME")
                                        .named("other"))
                        .verdict())
                .isEqualTo(new Met(Strength.RESTRICTED));
    }

    @Test
    void aConstraintWithAGapAddsNothingToAListAndTakesNothingAway() {
        assertThat(shop(
                                AConstraint.allowing("CHOWN"),
                                AConstraint.allowing().named("gap").with("exemptImages", "ours/*"))
                        .verdict())
                .isEqualTo(new Met(Strength.BASELINE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"exemptImages", "excludedImages", "excludedContainers"})
    void containersThatAreLetThroughMakeItPartial(String field) {
        Situation situation = shop(AConstraint.allowing().with(field, "x"));

        assertThat(situation.verdict()).isEqualTo(new NotMet(Strength.PARTIAL));
        assertThat(situation.reasons()).contains("spec.parameters." + field);
    }

    @Test
    void aListThatAllowsEverythingIsNothingWithGapsAndWithout() {
        assertThat(shop(AConstraint.allowing("*").with("exemptImages", "x")).verdict())
                .isEqualTo(new NotMet(Strength.NONE));
        assertThat(shop(AConstraint.allowing("*"), AConstraint.allowing("*").named("again"))
                        .verdict())
                .isEqualTo(new NotMet(Strength.NONE));
    }

    @Test
    void aConstraintForDeploymentsAloneIsPartialAsBarePodsGetAroundIt() {
        Situation situation = shop(AConstraint.allowing().kinds("apps", "Deployment"));

        assertThat(situation.verdict()).isEqualTo(new NotMet(Strength.PARTIAL));
        assertThat(situation.reasons()).contains("spec.match.kinds holds Pod");
    }

    @Test
    void aConstraintForOtherKindsDoesNothing() {
        assertThat(shop(
                                AConstraint.allowing().kinds("", "Service"),
                                AConstraint.allowing().kinds("apps", "Pod"))
                        .judged()
                        .protections())
                .isEmpty();
        assertThat(shop(
                                AConstraint.allowing().kinds("*", "*"),
                                AConstraint.allowing().kinds("", "Pod"))
                        .verdict())
                .isEqualTo(new Met(Strength.BLOCKS_ALL_ADDS));
    }

    @Test
    void labelsAndOtherNarrowingMakeItPartial() {
        assertThat(shop(AConstraint.allowing().selecting(LabelSelector.EVERYTHING, labelled("a", "b"), false))
                        .reasons())
                .contains("spec.match.labelSelector");
        Situation narrowed =
                shop(AConstraint.allowing().selecting(LabelSelector.EVERYTHING, LabelSelector.EVERYTHING, true));
        assertThat(narrowed.reasons()).contains("name, source or scope");
        assertThat(narrowed.verdict()).isEqualTo(new NotMet(Strength.PARTIAL));
    }

    @ParameterizedTest(name = "{0} chooses shop: {1}")
    @CsvSource({
        "shop, true",
        "shop*, true",
        "sh*, true",
        "*op, true",
        "*ho*, true",
        "s?op, true",
        "shops, false",
        "sho, false",
        "*x, false",
        "**, true",
        "'', false"
    })
    void namespacesAreChosenByNameWithStarsAtEitherEnd(String pattern, boolean chosen) {
        assertThat(shop(AConstraint.allowing().in(pattern)).verdict() instanceof Met)
                .isEqualTo(chosen);
        Situation excluding = shop(AConstraint.allowing().excluding(pattern));
        assertThat(excluding.verdict() instanceof Met).isEqualTo(!chosen);
        assertThat(excluding.reasons().contains("spec.match.excludedNamespaces"))
                .isEqualTo(chosen);
    }

    @ParameterizedTest(name = "{0} {1} {2}: {3}")
    @CsvSource({
        "team, In, shop, true",
        "team, In, bank, false",
        "none, In, shop, false",
        "team, NotIn, shop, false",
        "none, NotIn, shop, true",
        "team, Exists, , true",
        "none, Exists, , false",
        "team, DoesNotExist, , false",
        "none, DoesNotExist, , true",
        "team, Gt, 1, false"
    })
    void namespacesAreChosenByLabels(String key, String operator, String value, boolean chosen) {
        LabelSelector selector = where(key, operator, words(value));
        assertThat(
                        shop(AConstraint.allowing().selecting(selector, LabelSelector.EVERYTHING, false))
                                        .verdict()
                                instanceof Met)
                .isEqualTo(chosen);
    }

    @ParameterizedTest
    @CsvSource({"webhook, true", "*, true", "audit, false"})
    void gatekeepersConfigLeavesNamespacesOutOfItsWebhook(String process, boolean leftOut) {
        Situation situation =
                shop(AConstraint.allowing()).with(new GatekeeperExclusion(List.of(process), List.of("sh*")));

        assertThat(situation.verdict() instanceof NotMet).isEqualTo(leftOut);
        assertThat(situation.reasons().contains("Config leaves this namespace out"))
                .isEqualTo(leftOut);
        assertThat(shop(AConstraint.allowing())
                        .with(new GatekeeperExclusion(List.of("*"), List.of("bank")))
                        .verdict())
                .isInstanceOf(Met.class);
    }

    @Test
    void withoutItsWebhookNoConstraintActs() {
        Situation situation = on("1.33").namespace("shop").with(AConstraint.allowing());

        assertThat(situation.verdict()).isEqualTo(new NotMet(Strength.NONE));
        assertThat(situation.reasons()).contains("no validating webhook of it exists");
        assertThat(situation.absent(Kind.WEBHOOKS).reasons()).contains("no validating webhook of it exists");
    }

    @Test
    void aWebhookThatIsNotAskedAboutPodsOrTheNamespaceDoesNotAct() {
        Situation services = on("1.33")
                .namespace("shop")
                .with(webhook("validation.gatekeeper.sh", false, SERVICES, LabelSelector.EVERYTHING))
                .with(AConstraint.allowing());
        assertThat(services.verdict()).isEqualTo(new NotMet(Strength.NONE));
        assertThat(services.reasons()).contains("do not cover CREATE of pods");
        ResourceRule others = new ResourceRule(List.of("*"), List.of("apps"), List.of("*"));
        assertThat(on("1.33")
                        .namespace("shop")
                        .with(webhook("validation.gatekeeper.sh", false, others, LabelSelector.EVERYTHING))
                        .with(AConstraint.allowing())
                        .reasons())
                .contains("do not cover CREATE of pods");

        Situation elsewhere = on("1.33")
                .namespace("shop")
                .with(webhook("validation.gatekeeper.sh", false, PODS, where("team", "Exists")))
                .with(AConstraint.allowing());
        assertThat(elsewhere.verdict()).isEqualTo(new NotMet(Strength.NONE));
        assertThat(elsewhere.reasons()).contains("namespaceSelector leaves it out");
    }

    @Test
    @DisplayName("Rule: with failurePolicy Ignore it is met, but fails open")
    void aWebhookThatIgnoresFailuresFailsOpen() {
        Situation situation = on("1.33")
                .namespace("shop")
                .with(webhook("validation.gatekeeper.sh", true, ONLY_PODS, LabelSelector.EVERYTHING))
                .with(AConstraint.allowing());

        assertThat(situation.verdict()).isEqualTo(new MetFailsOpen(Strength.BLOCKS_ALL_ADDS));
        assertThat(situation.reasons())
                .contains("once its failurePolicy is Fail")
                .contains("Ephemeral containers are not judged");
    }

    @Test
    void ofSeveralWebhooksTheBestCounts() {
        Webhook narrow = new Webhook(
                "c",
                "validation.gatekeeper.sh",
                false,
                List.of(PODS),
                LabelSelector.EVERYTHING,
                labelled("a", "b"),
                true);
        Webhook open = webhook("validation.gatekeeper.sh", true, PODS, LabelSelector.EVERYTHING);
        Situation situation =
                on("1.33").namespace("shop").with(AConstraint.allowing()).with(narrow);

        assertThat(situation.verdict()).isEqualTo(new NotMet(Strength.PARTIAL));
        assertThat(situation.reasons()).contains("objectSelector").contains("matchConditions");
        assertThat(situation.with(open).verdict()).isInstanceOf(MetFailsOpen.class);
        assertThat(situation.with(gatekeeper()).verdict()).isInstanceOf(Met.class);
    }

    @Test
    @DisplayName("Rule: what could not be read is unknown where it could have sufficed")
    void whatCouldHaveSufficedAndWasNotReadIsUnknown() {
        for (Kind kind : List.of(Kind.CONSTRAINTS, Kind.WEBHOOKS, Kind.EXCLUSIONS)) {
            assertThat(shop(AConstraint.allowing()).unread(kind).verdict())
                    .isInstanceOfSatisfying(
                            Unknown.class,
                            unknown -> assertThat(unknown.because()).contains(kind + " are forbidden"));
        }
        assertThat(on("1.33")
                        .namespace("shop")
                        .unread(Kind.CONSTRAINTS, Kind.WEBHOOKS)
                        .verdict())
                .isInstanceOf(Unknown.class);
    }

    @Test
    void whatCouldNotHaveSufficedMayStayUnread() {
        assertThat(on("1.33").namespace("shop").unread(Kind.CONSTRAINTS).verdict())
                .isEqualTo(new NotMet(Strength.NONE));
        assertThat(shop(AConstraint.allowing("SYS_TIME")).unread(Kind.WEBHOOKS).verdict())
                .isEqualTo(new NotMet(Strength.PARTIAL));
        assertThat(shop().unread(Kind.EXCLUSIONS, Kind.TEMPLATES).verdict()).isEqualTo(new NotMet(Strength.NONE));
    }

    private static String[] words(String text) {
        return text == null ? new String[0] : Arrays.stream(text.split(" ")).toArray(String[]::new);
    }
}

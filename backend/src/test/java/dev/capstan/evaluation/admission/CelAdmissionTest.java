package dev.capstan.evaluation.admission;

import static dev.capstan.evaluation.admission.Admissions.policy;
import static dev.capstan.evaluation.admission.CelSamples.DROP_ALL;
import static dev.capstan.evaluation.admission.CelSamples.NOT_PRIVILEGED;
import static dev.capstan.evaluation.admission.CelSamples.ONLY_NET_BIND_SERVICE;
import static dev.capstan.evaluation.admission.CelSamples.everywhere;
import static dev.capstan.evaluation.admission.CelSamples.in;
import static dev.capstan.evaluation.admission.Situation.on;
import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.collection.admission.AdmissionPolicy;
import dev.capstan.collection.admission.AdmissionPolicy.Variable;
import dev.capstan.collection.admission.LabelSelector;
import dev.capstan.collection.admission.NamespaceFact;
import dev.capstan.evaluation.admission.AdmissionVerdict.Met;
import dev.capstan.evaluation.admission.AdmissionVerdict.NotMet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Rule: a policy in CEL is tried out on pods; where it cannot be, its text makes it partial at most")
class CelAdmissionTest {

    private static final String ADDS = "c.?securityContext.?capabilities.?add.orValue([])";

    private static Situation bound(AdmissionPolicy policy) {
        return on("1.33").namespace("shop", "tier", "gold").policy(policy).with(Admissions.binding("Deny"));
    }

    private static Situation bound(String... validations) {
        return bound(policy(validations));
    }

    private static void assertByText(Situation situation) {
        assertThat(situation.verdict()).isEqualTo(new NotMet(Strength.PARTIAL));
        assertThat(situation.reasons()).contains("judged by its text only");
    }

    @Test
    void theRestrictedStandardInTwoValidationsIsRestricted() {
        NamespaceAdmission judged = bound(ONLY_NET_BIND_SERVICE, DROP_ALL).judged();

        assertThat(judged.verdict()).isEqualTo(new Met(Strength.RESTRICTED));
        assertThat(judged.warnings()).isNotEmpty();
    }

    @Test
    void aValidationOnPrivilegedContainersStopsTheseToo() {
        assertThat(bound(ONLY_NET_BIND_SERVICE, NOT_PRIVILEGED).judged().warnings())
                .isEmpty();
        NamespaceAdmission alone = bound(NOT_PRIVILEGED).judged();
        assertThat(alone.verdict()).isEqualTo(new NotMet(Strength.NONE));
        assertThat(alone.protections().getFirst().stopsPrivileged()).isTrue();
        assertThat(bound(NOT_PRIVILEGED + " || has(object.metadata.labels)")
                        .judged()
                        .protections())
                .isEmpty();
    }

    @Test
    void privilegedInitContainersThatAreLetThroughMakeItCountForNothing() {
        assertThat(bound("object.spec.containers.all(c, !c.securityContext.privileged)")
                        .judged()
                        .protections())
                .isEmpty();
    }

    @Test
    void aPolicyMayForbidToSpeakOfCapabilitiesOrToDropThem() {
        assertThat(bound(everywhere("!has(c.securityContext.capabilities)")).verdict())
                .isEqualTo(new Met(Strength.BLOCKS_ALL_ADDS));
        assertThat(bound("object.spec.containers.all(c, !has(c.securityContext.capabilities) ||"
                                + " !has(c.securityContext.capabilities.drop))")
                        .verdict())
                .isEqualTo(new NotMet(Strength.NONE));
    }

    @Test
    void initContainersMayBeJudgedOtherwiseThanTheRest() {
        String chown = ADDS + ".all(n, n == 'CHOWN')";
        assertThat(bound(
                                "object.spec.containers.all(c, %s)".formatted(chown),
                                in("initContainers", ADDS + ".all(n, n == 'KILL')"),
                                in("ephemeralContainers", chown))
                        .reasons())
                .contains("CHOWN and KILL");
    }

    @Test
    void listsOfWhatIsAllowedAreFoundOutOneByOne() {
        assertThat(bound(everywhere(ADDS + ".all(n, n in ['CHOWN', 'KILL'])")).verdict())
                .isEqualTo(new Met(Strength.BASELINE));
        assertThat(bound(everywhere(ADDS + ".all(n, n in ['CHOWN', 'NET_RAW'])"))
                        .verdict())
                .isEqualTo(new NotMet(Strength.DEFAULT_SET));
        assertThat(bound(everywhere("sets.contains(['CHOWN', 'NET_ADMIN'], %s)".formatted(ADDS)))
                        .reasons())
                .contains("NET_ADMIN may be added");
    }

    @Test
    void aListOfWhatIsDeniedLetsTheSameNamesInInLowerCase() {
        Situation situation = bound(everywhere("!('ALL' in %s) && !('SYS_ADMIN' in %s)".formatted(ADDS, ADDS)));

        assertThat(situation.verdict()).isEqualTo(new NotMet(Strength.NONE));
        assertThat(bound(everywhere(ADDS + ".all(n, !(n.upperAscii() in ['ALL', 'SYS_ADMIN']))"))
                        .verdict())
                .isEqualTo(new NotMet(Strength.PARTIAL));
    }

    @Test
    void droppingAllAloneLetsEverythingBackIn() {
        assertThat(bound(DROP_ALL).verdict()).isEqualTo(new NotMet(Strength.NONE));
        assertThat(bound(DROP_ALL.replace("has(c.securityContext) &&", "c.name == 'x' || has(c.securityContext) &&"))
                        .verdict())
                .isEqualTo(new NotMet(Strength.NONE));
    }

    @Test
    void whatIsAddedMayDependOnDroppingAll() {
        assertThat(bound(everywhere("!has(c.securityContext.capabilities) || (!has(c.securityContext.capabilities.add))"
                                + " || ('ALL' in c.securityContext.capabilities.?drop.orValue([]) &&"
                                + " c.securityContext.capabilities.add == ['CHOWN'])"))
                        .verdict())
                .isEqualTo(new Met(Strength.BASELINE));
    }

    @Test
    void initOrEphemeralContainersThatAreLetThroughMakeItPartial() {
        String noAdds = ADDS + ".size() == 0";

        Situation apps = bound("object.spec.containers.all(c, %s)".formatted(noAdds));
        assertThat(apps.verdict()).isEqualTo(new NotMet(Strength.PARTIAL));
        assertThat(apps.reasons()).contains("init containers").contains("ephemeral containers");
        Situation withInit = bound("object.spec.containers.all(c, %s)".formatted(noAdds), in("initContainers", noAdds));
        assertThat(withInit.verdict()).isEqualTo(new NotMet(Strength.PARTIAL));
        assertThat(withInit.reasons()).doesNotContain("init containers").contains("ephemeral containers");
    }

    @Test
    void variablesMayUseOneAnother() {
        AdmissionPolicy policy = policy(
                List.of(
                        new Variable("unused", "object.nothing.of.the.kind"),
                        new Variable("broken", "object.nothing.of.the.kind"),
                        new Variable(
                                "all",
                                "object.spec.containers + object.spec.?initContainers.orValue([]) +"
                                        + " object.spec.?ephemeralContainers.orValue([])"),
                        new Variable("adds", "variables.all.filter(c, %s.size() > 0)".formatted(ADDS))),
                "variables.adds.size() == 0 || variables.broken");

        assertThat(bound(policy).verdict()).isEqualTo(new Met(Strength.BLOCKS_ALL_ADDS));
    }

    @Test
    void validationsOnOtherThingsArePassedOver() {
        assertThat(bound(ONLY_NET_BIND_SERVICE, "has(object.metadata.labels.owner)", "object.nonsense == 1")
                        .verdict())
                .isEqualTo(new Met(Strength.BASELINE));
        assertThat(bound("object.spec.hostNetwork == false").judged().protections())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "object.metadata.?labels[?'caps'].orValue('') == 'yes'",
                "c.image.startsWith('ours/')",
                "c.name == 'istio-init'",
                "request.userInfo.username == 'admin'"
            })
    void whatMayLetSinglePodsThroughIsPartial(String unless) {
        Situation situation = bound(everywhere("%s || %s.size() == 0".formatted(unless, ADDS)));

        assertThat(situation.verdict()).isEqualTo(new NotMet(Strength.PARTIAL));
        assertThat(situation.reasons()).contains("single pods");
    }

    @Test
    void whatDependsOnTheNamespaceIsTriedInEach() {
        ClusterAdmission cluster = bound(everywhere(ADDS + ".size() == 0")
                        + " || namespaceObject.metadata.?labels[?'tier'].orValue('') != 'gold' || oldObject != null"
                        + " || object.spec.?os.?name.orValue('linux') == 'windows'")
                .namespace("bank")
                .cluster();

        assertThat(cluster.namespaces())
                .extracting(NamespaceAdmission::verdict)
                .containsExactly(new NotMet(Strength.NONE), new Met(Strength.BLOCKS_ALL_ADDS));
    }

    @ParameterizedTest(name = "unless {0}")
    @ValueSource(
            strings = {
                "request.namespace == 'bank'",
                "object.metadata.namespace in ['x', \"bank\"]",
                "request.namespace == \"bank\"",
                "namespaceObject.metadata.name != 'shop'",
                "namespaceObject.metadata.labels.tier == 'iron'",
                "namespaceObject.metadata.?labels[?'tier'].orValue('') == 'iron'",
                "(has(namespaceObject.metadata.labels) && !('owner' in namespaceObject.metadata.labels))",
                "request.namespace.startsWith('ba')",
                "request.namespace == '\\x62ank'",
                "namespaceObject.metadata.labels.exists(key, namespaceObject.metadata.labels[key] == 'iron')"
            })
    void namespacesThatLookDifferentToAPolicyAreToldApart(String unless) {
        ClusterAdmission cluster = bound(everywhere(ADDS + ".size() == 0") + " || " + unless)
                .with(Admissions.gatekeeper())
                .add(
                        Situation.Kind.NAMESPACES,
                        new NamespaceFact("bank", Map.of("tier", "iron")),
                        new NamespaceFact("desk", Map.of("tier", "gold", "owner", "me")))
                .cluster();

        assertThat(cluster.namespaces())
                .filteredOn(each -> !each.namespace().equals(unless.contains("!= 'shop'") ? "desk" : "shop"))
                .extracting(NamespaceAdmission::verdict)
                .containsExactly(new NotMet(Strength.NONE), new Met(Strength.BLOCKS_ALL_ADDS));
    }

    @Test
    void aFieldThatIsNotThereRefusesThePodUnlessErrorsAreIgnored() {
        String drops = "object.spec.containers.all(c, 'ALL' in c.securityContext.capabilities.drop &&"
                + " !has(c.securityContext.capabilities.add))";
        AdmissionPolicy policy = policy(
                drops, in("initContainers", ADDS + ".size() == 0"), in("ephemeralContainers", ADDS + ".size() == 0"));
        assertThat(bound(policy).verdict()).isEqualTo(new Met(Strength.BLOCKS_ALL_ADDS));

        Situation ignoring = bound(new AdmissionPolicy(
                policy.name(),
                true,
                policy.rules(),
                List.of(),
                LabelSelector.EVERYTHING,
                LabelSelector.EVERYTHING,
                false,
                List.of(),
                policy.validations(),
                false,
                List.of()));
        assertThat(ignoring.verdict()).isInstanceOf(AdmissionVerdict.MetFailsOpen.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "object.spec.containers.all(c, c.capabilities",
                "authorizer.group('').resource('capabilities').check('get').allowed()",
                "object.spec.capabilities.size() == 0",
                "size(object.spec.containers[0].securityContext.capabilities) / 0 == 1",
                "'capabilities'",
                "'capabilities' + 1 == ''"
            })
    void whatDoesNotCompileOrBreaksOrRefusesEveryPodIsJudgedByItsText(String validation) {
        assertByText(bound(validation));
    }

    @Test
    void whatBreaksOnSomePodsOnlyIsJudgedByItsText() {
        assertByText(bound(everywhere(ADDS + ".all(n, n == 'CHOWN' || 1 / 0 == 1)")));
    }
}

package dev.capstan.evaluation.admission;

import static dev.capstan.evaluation.admission.Admissions.policy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.collection.admission.AdmissionPolicy;
import dev.capstan.collection.admission.AdmissionPolicy.Variable;
import dev.capstan.evaluation.admission.AdmissionVerdict.NotMet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Rule: expressions come from clusters, and cannot use up the time or memory of who tries them")
class CelBoundsAdmissionTest {

    private static void assertBrokenOff(String... validations) {
        assertBrokenOff(policy(validations));
    }

    private static void assertBrokenOff(AdmissionPolicy policy) {
        Situation situation =
                Situation.on("1.33").namespace("shop").policy(policy).with(Admissions.binding("Deny"));
        assertThat(situation.verdict()).isEqualTo(new NotMet(Strength.PARTIAL));
        assertThat(situation.reasons()).contains("judged by its text only");
    }

    private static List<Variable> doubled(String first, String next) {
        List<Variable> variables = new ArrayList<>(List.of(new Variable("v0", first)));
        for (int i = 1; i < 40; i++) {
            variables.add(new Variable("v" + i, next.replace("PREVIOUS", "variables.v" + (i - 1))));
        }
        return variables;
    }

    private static String nested(String first, String before, String after) {
        return before.repeat(40) + first + after.repeat(40);
    }

    @Test
    void textsAndListsThatDoubleAreBrokenOff() {
        assertBrokenOff(policy(doubled("'capabilities'", "PREVIOUS + PREVIOUS"), "variables.v39 != 'a'"));
        assertBrokenOff(
                policy(doubled("[1]", "PREVIOUS + PREVIOUS"), "variables.v39.size() > 1 || 'capabilities' == ''"));
    }

    @Test
    void valuesThatHoldOneAnotherTwiceAreBrokenOff() {
        assertBrokenOff(policy(
                doubled("['capabilities']", "{'a': [PREVIOUS, PREVIOUS], 'b': 1}"), "variables.v39 == variables.v39"));
        assertBrokenOff(nested("[1]", "[", "].map(x, [x, x])[0]") + " == [] || 'capabilities' == ''");
        assertBrokenOff(
                nested("optional.of(1)", "", ".optMap(x, [x, x])") + " == optional.none() || 'capabilities' == ''");
    }

    @Test
    void stepsAreCounted() {
        assertBrokenOff("[1,2,3,4,5,6,7,8,9].all(x, ".repeat(12) + "'capabilities' != ''" + ")".repeat(12));
    }

    @Test
    void lengthDepthAndNumberAreLimited() {
        assertBrokenOff("'" + "capabilities".repeat(3_000) + "' != ''");
        assertBrokenOff("(".repeat(9_000) + "'capabilities' != ''" + ")".repeat(9_000));
        assertBrokenOff(Collections.nCopies(101, "'capabilities' != ''").toArray(String[]::new));
    }

    @Test
    void aListOfNamespacesMayHaveAnyLength() {
        assertBrokenOff("request.namespace in ['a'" + ", 'a'".repeat(10_000) + "] || 'capabilities' == ''");
        assertBrokenOff("namespaceObject" + ".a".repeat(10_000) + " == 'capabilities'");
    }

    @Test
    void whatIsTriedOutForManyNamespacesEndsSomewhere() {
        Situation situation = Situation.on("1.33")
                .policy(policy("namespaceObject.metadata.name.startsWith('a') && capabilities("))
                .with(Admissions.binding("Deny"));
        for (int i = 100; i < 600; i++) {
            situation = situation.namespace("shop-" + i);
        }

        List<NamespaceAdmission> judged = situation.cluster().namespaces();

        assertThat(judged.getFirst().protections().getFirst().reasons())
                .anyMatch(reason -> reason.contains("not understood"));
        assertThat(judged.getLast().protections().getFirst().reasons())
                .anyMatch(reason -> reason.contains("more to try out"));
    }
}

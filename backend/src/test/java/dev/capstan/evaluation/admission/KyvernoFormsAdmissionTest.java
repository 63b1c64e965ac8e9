package dev.capstan.evaluation.admission;

import static dev.capstan.evaluation.admission.Admissions.clusterPolicy;
import static dev.capstan.evaluation.admission.Admissions.kyverno;
import static dev.capstan.evaluation.admission.Situation.on;
import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.collection.admission.KyvernoPolicy.Rule;
import dev.capstan.evaluation.admission.AdmissionVerdict.Met;
import dev.capstan.evaluation.admission.AdmissionVerdict.NotMet;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Rule: of Kyverno's conditions those of its public samples are understood; others count by their text")
class KyvernoFormsAdmissionTest {

    private static final String EVERYWHERE = "request.object.spec.[ephemeralContainers, initContainers, containers][]";
    private static final String ADDED = "{{ %s.securityContext.capabilities.add[] }}".formatted(EVERYWHERE);
    private static final String EACH_ADDED = "{{ element.securityContext.capabilities.add[] || '' }}";
    private static final String EACH_DROPPED = "{{ element.securityContext.capabilities.drop[] || '' }}";

    private static final Map<String, Object> DROP_ALL =
            foreach(EVERYWHERE, all(condition("ALL", "AnyNotIn", EACH_DROPPED)));
    private static final Map<String, Object> ONLY_NET_BIND_SERVICE =
            foreach(EVERYWHERE, all(condition(EACH_ADDED, "AnyNotIn", List.of("NET_BIND_SERVICE", ""))));

    @SafeVarargs
    private static Situation shop(Map<String, Object>... validates) {
        return on("1.33")
                .namespace("shop")
                .with(kyverno())
                .with(clusterPolicy(
                        "Enforce",
                        Arrays.stream(validates).map(Admissions::rule).toArray(Rule[]::new)));
    }

    private static Map<String, Object> condition(String key, String operator, Object value) {
        return Map.of("key", key, "operator", operator, "value", value);
    }

    @SafeVarargs
    private static Map<String, Object> all(Map<String, Object>... conditions) {
        return Map.of("conditions", Map.of("all", List.of(conditions)));
    }

    private static Map<String, Object> deny(Map<String, Object> deny) {
        return Map.of("deny", deny);
    }

    private static Map<String, Object> foreach(String list, Map<String, Object> deny) {
        return Map.of("foreach", List.of(Map.of("list", list, "deny", deny)));
    }

    private static void assertByText(Map<String, Object> validate) {
        Situation situation = shop(validate);
        assertThat(situation.verdict()).isEqualTo(new NotMet(Strength.PARTIAL));
        assertThat(situation.reasons()).contains("judged by its text only");
    }

    @Test
    void theSampleDisallowCapabilitiesIsBaseline() {
        assertThat(shop(deny(all(condition(ADDED, "AnyNotIn", List.of("CHOWN", "kill", "SET?ID")))))
                        .verdict())
                .isEqualTo(new Met(Strength.BASELINE));
    }

    @Test
    void theSampleDisallowCapabilitiesStrictIsRestricted() {
        assertThat(shop(DROP_ALL, ONLY_NET_BIND_SERVICE).verdict()).isEqualTo(new Met(Strength.RESTRICTED));
        assertThat(shop(
                                foreach(EVERYWHERE, all(condition(EACH_DROPPED, "AllNotIn", List.of("ALL")))),
                                ONLY_NET_BIND_SERVICE)
                        .verdict())
                .isEqualTo(new Met(Strength.RESTRICTED));
    }

    @Test
    void droppingAllAloneLetsEverythingBackIn() {
        assertThat(shop(DROP_ALL).verdict()).isEqualTo(new NotMet(Strength.NONE));
    }

    @Test
    void wildcardsInItsListsAllowWhatTheyStandFor() {
        assertThat(shop(deny(all(condition(ADDED, "AnyNotIn", List.of("NET_*")))))
                        .reasons())
                .contains("NET_ADMIN and NET_BROADCAST");
        assertThat(shop(deny(all(condition(ADDED, "AnyNotIn", List.of("*"))))).verdict())
                .isEqualTo(new NotMet(Strength.NONE));
    }

    @Test
    void anyOfSeveralConditionsRefusesByItself() {
        assertThat(shop(deny(Map.of(
                                "conditions",
                                Map.of(
                                        "any",
                                        List.of(
                                                condition(ADDED, "AnyNotIn", List.of("CHOWN", "SYS_TIME")),
                                                condition("{{ request.operation }}", "Equals", "DELETE"),
                                                condition(ADDED, "AnyNotIn", List.of("CHOWN", "KILL")))))))
                        .verdict())
                .isEqualTo(new Met(Strength.BASELINE));
    }

    @Test
    void otherFormsAreJudgedByTheirText() {
        Map<String, Object> added = condition(ADDED, "AnyNotIn", List.of());
        assertByText(deny(all(added, condition("{{ request.operation }}", "Equals", "CREATE"))));
        assertByText(deny(Map.of("conditions", Map.of("all", List.of(added), "any", List.of(added)))));
        assertByText(deny(Map.of("conditions", List.of(added))));
        assertByText(deny(Map.of("conditions", Map.of("all", List.of("capabilities")))));
        assertByText(deny(all(condition(ADDED, "AllNotIn", List.of("CHOWN")))));
        assertByText(deny(all(condition(ADDED, "AnyNotIn", "{{ allowed }}"))));
        assertByText(deny(all(condition(
                "{{ request.object.spec.containers[].securityContext.capabilities.add[] }}", "AnyNotIn", List.of()))));
        assertByText(foreach(EVERYWHERE, all(condition("ALL", "AnyNotIn", "{{ element.capabilities }}"))));
        assertByText(foreach(EVERYWHERE, all(condition("ALL", "AnyIn", EACH_DROPPED))));
        assertByText(foreach(EVERYWHERE, all(condition("ALL", "AnyNotIn", List.of("capabilities.drop")))));
        assertByText(foreach(EVERYWHERE, all(condition(EACH_DROPPED, "AnyNotIn", List.of("ALL")))));
        assertByText(foreach(EVERYWHERE, all(condition(EACH_DROPPED, "AllNotIn", List.of("NET_RAW")))));
        assertByText(Map.of(
                "foreach",
                List.of(
                        "capabilities",
                        Map.of("list", EVERYWHERE),
                        Map.of("list", EVERYWHERE, "preconditions", Map.of(), "deny", all(added)))));
        assertByText(Map.of("pattern", Map.of("spec", "capabilities")));
    }

    @Test
    void rulesOnOtherThingsDoNothing() {
        assertThat(shop(Map.of("pattern", Map.of("metadata", Map.of("labels", "?*"))))
                        .judged()
                        .protections())
                .isEmpty();
    }

    @Test
    void theSampleAgainstPrivilegedContainersStopsThese() {
        List<Object> unprivileged = List.of(Map.of("=(securityContext)", Map.of("=(privileged)", "false")), "other");
        Map<String, Object> spec = Map.of(
                "containers", unprivileged, "=(initContainers)", unprivileged, "=(ephemeralContainers)", unprivileged);
        assertThat(shop(ONLY_NET_BIND_SERVICE, Map.of("pattern", Map.of("spec", spec)))
                        .judged()
                        .warnings())
                .isEmpty();
        for (Object containers : List.of(
                "x", List.of(), List.of("x"), List.of(Map.of()), List.of(Map.of("=(securityContext)", Map.of())))) {
            assertThat(shop(Map.of("pattern", Map.of("spec", Map.of("containers", containers))))
                            .judged()
                            .protections())
                    .isEmpty();
        }
    }

    @Test
    void expressionsInCelAreTriedOut() {
        Map<String, Object> expression = Map.of(
                "expression", "variables.all.all(c, c.?securityContext.?capabilities.?add.orValue([]).size() == 0)");
        Map<String, Object> variable = Map.of(
                "name",
                "all",
                "expression",
                "object.spec.containers + object.spec.?initContainers.orValue([]) +"
                        + " object.spec.?ephemeralContainers.orValue([])");
        Map<String, Object> cel = Map.of("expressions", List.of(expression, "odd"), "variables", List.of(variable));
        assertThat(shop(Map.of("cel", cel)).verdict()).isEqualTo(new Met(Strength.BLOCKS_ALL_ADDS));

        Map<String, Object> withParameters =
                Map.of("expressions", List.of(expression), "variables", List.of(variable), "paramKind", Map.of());
        assertByText(Map.of("cel", withParameters));
    }
}

package dev.capstan.collection.kubernetes.admission;

import static dev.capstan.collection.kubernetes.admission.Yaml.only;
import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.collection.admission.Constraint;
import dev.capstan.collection.admission.ConstraintTemplate;
import dev.capstan.collection.admission.GatekeeperExclusion;
import dev.capstan.collection.admission.LabelSelector;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Gatekeeper's objects as the API writes them. */
class ConstraintFormTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                                                                     | deny
            {enforcementAction: null}                                              | deny
            {enforcementAction: ""}                                                | deny
            {enforcementAction: dryrun}                                            | dryrun
            {enforcementAction: warn}                                              | warn
            {enforcementAction: scoped}                                            | ``
            {enforcementAction: scoped, scopedEnforcementActions: [{action: deny, enforcementPoints: [{name: "*"}]}]} | deny
            {enforcementAction: scoped, scopedEnforcementActions: [{action: deny, enforcementPoints: [{name: audit.gatekeeper.sh}]}, {action: warn, enforcementPoints: [{name: validation.gatekeeper.sh}]}]} | warn
            {enforcementAction: scoped, scopedEnforcementActions: [{action: deny}]} | ``
            {enforcementAction: deny, scopedEnforcementActions: [{action: warn, enforcementPoints: [{name: "*"}]}]} | deny
            """)
    void anActionIsThatOfTheWebhook(String spec, String actions) {
        assertThat(constraint(spec).enforcementActions())
                .isEqualTo(actions.isEmpty() ? List.of() : Arrays.asList(actions.split(",")));
    }

    @ParameterizedTest(name = "{0}: narrowed {1}")
    @CsvSource(delimiter = '|', textBlock = """
            {name: cart-*}          | true
            {name: "*"}             | false
            {source: Generated}     | true
            {source: Original}      | false
            {source: All}           | false
            {scope: Cluster}        | true
            {scope: Namespaced}     | false
            {namespaces: [shop]}    | false
            """)
    void aMatchIsNarrowedWhereItLeavesOutPodsInYetAnotherWay(String match, boolean narrowed) {
        assertThat(constraint("{match: " + match + "}").match().narrowed()).isEqualTo(narrowed);
    }

    @Test
    void everyPartOfAConstraintIsTakenOver() {
        Constraint constraint = only(
                AdmissionKinds.constraints(template("K8sAzureV3AllowedCapabilities"))
                        .orElseThrow(),
                """
                kind: K8sAzureV3AllowedCapabilities
                metadata:
                  name: azurepolicy-1
                  annotations: {azure-policy-definition-id: /def/1, azure-policy-assignment-id: /assignment/1}
                spec:
                  match:
                    kinds: [{apiGroups: [""], kinds: [Pod]}, {kinds: []}]
                    excludedNamespaces: [kube-*, null]
                    namespaceSelector: {matchExpressions: [{key: team, operator: Exists}]}
                  parameters: {allowedCapabilities: [CHOWN], nothing: null, excludedImages: {deep: [1, true]}}
                status: {totalViolations: 12}
                """);

        assertThat(constraint)
                .isEqualTo(new Constraint(
                        "K8sAzureV3AllowedCapabilities",
                        "azurepolicy-1",
                        "/def/1",
                        "/assignment/1",
                        List.of("deny"),
                        new Constraint.Match(
                                List.of(
                                        new Constraint.Kinds(List.of(""), List.of("Pod")),
                                        new Constraint.Kinds(List.of("*"), List.of("*"))),
                                List.of(),
                                List.of("kube-*"),
                                new LabelSelector(
                                        Map.of(), List.of(new LabelSelector.Requirement("team", "Exists", List.of()))),
                                LabelSelector.EVERYTHING,
                                false),
                        Map.of(
                                "allowedCapabilities", List.of("CHOWN"),
                                "excludedImages", Map.of("deep", List.of(1, true))),
                        12L));
    }

    @ParameterizedTest
    @ValueSource(strings = {"K8sPSPCapabilities", "A", "k8s-azure-1"})
    void aKindThatIsANameIsAskedForInLowerCase(String kind) {
        assertThat(AdmissionKinds.constraints(template(kind)).orElseThrow().paths())
                .containsExactly("/apis/constraints.gatekeeper.sh/v1beta1/" + kind.toLowerCase(java.util.Locale.ROOT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "../../../api/v1/secrets",
                "a/b",
                "a?watch=1",
                "a#b",
                "a%2fb",
                "a b",
                "-a",
                "a-",
                "a\n",
                "İ",
                "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
            })
    void aKindThatIsNoNameIsNotAskedFor(String kind) {
        assertThat(AdmissionKinds.constraints(template(kind))).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            [{rego: "x.securityContext.capabilities.add"}]                               | true  | false
            [{code: [{engine: K8sNativeValidation, source: {validations: [{expression: "!c.Privileged"}]}}]}] | false | true
            [{rego: "labels"}, {libs: ["capabilities privileged"]}]                      | true  | true
            [{rego: "labels"}]                                                           | false | false
            """)
    void aTemplateSpeaksOfWhatItsCodeMentions(String targets, boolean capabilities, boolean privileged) {
        assertThat(only(AdmissionKinds.CONSTRAINT_TEMPLATES, """
                metadata: {name: capabilities-privileged}
                spec: {crd: {spec: {names: {kind: Kind}}}, targets: %s}
                """.formatted(targets)))
                .isEqualTo(new ConstraintTemplate("Kind", capabilities, privileged));
    }

    @Test
    void onlyTheConfigOfTheNameThatGatekeeperHeedsCounts() {
        String config = """
                metadata: {name: %s, namespace: gatekeeper-system}
                spec: {match: [{processes: ["*"], excludedNamespaces: [kube-*, lab]}, {processes: [audit]}]}
                """;
        assertThat(Yaml.all(AdmissionKinds.GATEKEEPER_CONFIGS, config.formatted("config")))
                .containsExactly(
                        new GatekeeperExclusion(List.of("*"), List.of("kube-*", "lab")),
                        new GatekeeperExclusion(List.of("audit"), List.of()));
        assertThat(Yaml.all(AdmissionKinds.GATEKEEPER_CONFIGS, config.formatted("other")))
                .isEmpty();
    }

    private static ConstraintTemplate template(String kind) {
        return new ConstraintTemplate(kind, true, false);
    }

    private static Constraint constraint(String spec) {
        return only(
                AdmissionKinds.constraints(template("K8sPSPCapabilities")).orElseThrow(),
                "{metadata: {name: c}, spec: " + spec + "}");
    }
}

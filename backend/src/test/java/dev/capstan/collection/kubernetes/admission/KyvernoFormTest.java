package dev.capstan.collection.kubernetes.admission;

import static dev.capstan.collection.kubernetes.admission.Yaml.only;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.capstan.collection.admission.KyvernoException;
import dev.capstan.collection.admission.KyvernoPolicy;
import dev.capstan.collection.admission.KyvernoPolicy.Resources;
import dev.capstan.collection.admission.LabelSelector;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Kyverno's objects as the API writes them. */
class KyvernoFormTest {

    private static final Resources PODS = new Resources(List.of("Pod"), List.of(), LabelSelector.EVERYTHING);

    @Test
    void theCommunitysSamplePolicyIsUnconditional() {
        KyvernoPolicy policy = only(AdmissionKinds.KYVERNO_CLUSTER_POLICIES, """
                metadata: {name: disallow-capabilities}
                spec:
                  validationFailureAction: Audit
                  background: true
                  rules:
                  - name: adding-capabilities
                    match: {any: [{resources: {kinds: [Pod]}}]}
                    preconditions:
                      all: [{key: "{{ request.operation || 'BACKGROUND' }}", operator: NotEquals, value: DELETE}]
                    validate:
                      message: Not allowed
                      deny: {conditions: {all: [{key: "{{ x }}", operator: AnyNotIn, value: [CHOWN]}]}}
                  - name: mutates
                    mutate: {patchStrategicMerge: {}}
                """);

        assertThat(policy.namespace()).isNull();
        assertThat(policy.action()).isEqualTo("Audit");
        assertThat(policy.failOpen()).isFalse();
        assertThat(policy.rules()).singleElement().satisfies(rule -> {
            assertThat(rule.match()).containsExactly(PODS);
            assertThat(rule.exclude()).isEmpty();
            assertThat(rule.conditional()).isFalse();
            assertThat(rule.podSecurity()).isNull();
            assertThat(rule.validate())
                    .containsEntry("message", "Not allowed")
                    .containsEntry(
                            "deny",
                            Map.of(
                                    "conditions",
                                    Map.of(
                                            "all",
                                            List.of(Map.of(
                                                    "key", "{{ x }}",
                                                    "operator", "AnyNotIn",
                                                    "value", List.of("CHOWN"))))));
        });
    }

    @Test
    void aPodSecurityRuleIsTakenOverWithWhatItLeavesOut() {
        KyvernoPolicy policy = only(AdmissionKinds.KYVERNO_POLICIES, """
                metadata: {name: restricted, namespace: shop}
                spec:
                  webhookConfiguration: {failurePolicy: Ignore}
                  validationFailureActionOverrides: [{action: Audit, namespaces: [lab-*]}]
                  rules:
                  - name: pss
                    match: {resources: {kinds: [Pod]}}
                    exclude: {any: [{resources: {namespaces: [kube-system]}}]}
                    validate:
                      failureAction: Enforce
                      podSecurity: {level: restricted, version: v1.29, exclude: [{controlName: Capabilities, images: [a]}]}
                """);

        assertThat(policy.namespace()).isEqualTo("shop");
        assertThat(policy.failOpen()).isTrue();
        assertThat(policy.overrides())
                .containsExactly(new KyvernoPolicy.Override("Audit", List.of("lab-*"), LabelSelector.EVERYTHING));
        KyvernoPolicy.Rule rule = policy.rules().getFirst();
        assertThat(rule.action()).isEqualTo("Enforce");
        assertThat(rule.match()).containsExactly(PODS);
        assertThat(rule.exclude())
                .containsExactly(new Resources(List.of(), List.of("kube-system"), LabelSelector.EVERYTHING));
        assertThat(rule.podSecurity())
                .isEqualTo(new KyvernoPolicy.PodSecurity("restricted", "v1.29", List.of("Capabilities")));
        assertThat(rule.conditional()).isFalse();
    }

    @ParameterizedTest(name = "{0}: conditional {1}")
    @CsvSource(delimiter = '|', textBlock = """
            match: {any: [{resources: {kinds: [Pod], operations: [CREATE, UPDATE]}}]}                    | false
            match: {any: [{resources: {kinds: [Pod], operations: [CREATE]}}]}                            | true
            match: {any: [{resources: {kinds: [Pod], names: ["*"]}}]}                                    | false
            match: {any: [{resources: {kinds: [Pod], names: [cart-*]}}]}                                 | true
            match: {any: [{resources: {kinds: [Pod], name: cart}}]}                                      | true
            match: {any: [{resources: {kinds: [Pod], selector: {matchLabels: {a: b}}}}]}                 | true
            match: {any: [{resources: {kinds: [Pod], annotations: {a: b}}}]}                             | true
            match: {any: [{resources: {kinds: [Pod], namespaceSelector: {matchLabels: {a: b}}}}]}        | false
            match: {any: [{resources: {kinds: [Pod], namespaceSelector: {matchLabels: {a: "b*"}}}}]}     | true
            match: {any: [{resources: {kinds: [Pod]}, subjects: [{kind: User, name: a}]}]}               | true
            match: {any: [{resources: {kinds: [Pod]}, roles: [a]}]}                                      | true
            match: {resources: {kinds: [Pod]}, clusterRoles: [a]}                                        | true
            match: {all: [{resources: {kinds: [Pod]}}]}                                                  | false
            match: {all: [{resources: {kinds: [Pod]}}, {resources: {namespaces: [shop]}}]}               | true
            exclude: {any: [{resources: {kinds: [Pod], operations: [DELETE]}}]}                          | false
            exclude: {any: [{resources: {kinds: [Pod], names: [a]}}]}                                    | true
            exclude: {any: [{subjects: [{kind: User, name: a}]}]}                                        | true
            exclude: {clusterRoles: [cluster-admin]}                                                     | true
            exclude: {all: [{resources: {namespaces: [a]}}, {resources: {kinds: [Pod]}}]}                | true
            preconditions: {}                                                                            | false
            preconditions: {all: [{key: "{{request.operation}}", operator: In, value: [CREATE, UPDATE]}]} | false
            preconditions: {all: [{key: "{{request.operation}}", operator: Equals, value: CREATE}]}      | true
            preconditions: {all: [{key: "{{request.operation}}", operator: NotEquals, value: UPDATE}]}   | true
            preconditions: [{key: "{{request.operation}}", operator: NotIn, value: [DELETE]}]            | false
            preconditions: {any: [{key: "{{request.operation}}", operator: NotEquals, value: DELETE}]}   | true
            preconditions: {all: [{key: "{{request.object.metadata.name}}", operator: NotEquals, value: DELETE}]} | true
            preconditions: strange                                                                       | true
            celPreconditions: [{name: a, expression: "true"}]                                            | true
            validate: {failureActionOverrides: [{action: Audit, namespaces: [a]}]}                       | true
            validate: {failureActionOverrides: [{action: Enforce, namespaces: [a]}]}                     | false
            """)
    void aRuleIsConditionalWhereSomePodsGetAroundIt(String part, boolean conditional) {
        String rule = part.startsWith("validate") ? part : part + ", validate: {message: no}";
        assertThat(rule("{" + rule + "}").conditional()).isEqualTo(conditional);
    }

    @Test
    void whatIsExcludedOnlyInPartIsNotTakenForExcluded() {
        assertThat(rule("""
                {exclude: {any: [{resources: {namespaces: [lab]}}, {resources: {namespaces: [shop], names: [a]}},
                  {resources: {namespaces: [old], operations: [DELETE]}}]}, validate: {}}
                """).exclude())
                .containsExactly(new Resources(List.of(), List.of("lab"), LabelSelector.EVERYTHING));
    }

    @Test
    void aPolicyThatIsSwitchedOffAtAdmissionNoMoreThanReports() {
        KyvernoPolicy policy = only(AdmissionKinds.KYVERNO_CLUSTER_POLICIES, """
                metadata: {name: p}
                spec:
                  admission: false
                  validationFailureAction: Enforce
                  validationFailureActionOverrides: [{action: Enforce, namespaces: [a]}]
                  rules: [{validate: {failureAction: Enforce}}]
                """);
        assertThat(policy.action()).isEqualTo("Audit");
        assertThat(policy.overrides()).isEmpty();
        assertThat(policy.rules().getFirst().action()).isNull();
    }

    @Test
    void whereOneRuleIsAppliedTheOthersAreConditional() {
        assertThat(only(AdmissionKinds.KYVERNO_CLUSTER_POLICIES, """
                metadata: {name: p}
                spec: {applyRules: One, rules: [{name: a, validate: {}}, {name: b, validate: {}}]}
                """).rules())
                .extracting(KyvernoPolicy.Rule::conditional)
                .containsExactly(false, true);
    }

    @Test
    void anOverrideThatChoosesByWildcardsIsTakenAtItsWorst() {
        assertThat(only(AdmissionKinds.KYVERNO_CLUSTER_POLICIES, """
                metadata: {name: p}
                spec:
                  validationFailureActionOverrides:
                  - {action: Audit, namespaceSelector: {matchLabels: {team: "lab-?"}}}
                  - {action: enforce, namespaceSelector: {matchExpressions: [{key: "t*", operator: Exists}]}}
                """).overrides())
                .containsExactly(new KyvernoPolicy.Override("Audit", List.of(), LabelSelector.EVERYTHING));
    }

    @Test
    void anExceptionIsTakenOverWithWhetherItLetsThroughOnlySome() {
        String exception = """
                metadata: {name: agent, namespace: shop}
                spec: {exceptions: [{policyName: drop-all, ruleNames: [a]}], match: {any: [{resources: {kinds: [Pod], %s}}]}%s}
                """;
        assertThat(only(AdmissionKinds.KYVERNO_EXCEPTIONS, exception.formatted("namespaces: [shop]", "")))
                .isEqualTo(new KyvernoException(
                        "shop",
                        "agent",
                        List.of("drop-all"),
                        List.of(new Resources(List.of("Pod"), List.of("shop"), LabelSelector.EVERYTHING)),
                        false));
        assertThat(only(AdmissionKinds.KYVERNO_EXCEPTIONS, exception.formatted("names: [a]", ""))
                        .conditional())
                .isTrue();
        assertThat(only(
                                AdmissionKinds.KYVERNO_EXCEPTIONS,
                                exception.formatted("namespaces: []", ", podSecurity: [{controlName: Capabilities}]"))
                        .conditional())
                .isTrue();
    }

    @Test
    void anExceptionToAValidatingPolicyNamesItAndMeansEverything() {
        KyvernoException exception = only(AdmissionKinds.KYVERNO_VALIDATING_POLICY_EXCEPTIONS, """
                metadata: {name: agent, namespace: shop}
                spec: {policyRefs: [{name: cel, kind: ValidatingPolicy}]}
                """);
        assertThat(exception.policies()).containsExactly("cel");
        assertThat(exception.match()).containsExactly(new Resources(List.of(), List.of(), LabelSelector.EVERYTHING));
        assertThat(exception.conditional()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{match: none, validate: {}}",
                "{match: {any: {resources: {}}}, validate: {}}",
                "{exclude: {any: [lab]}, validate: {}}",
                "{validate: {podSecurity: [a]}}"
            })
    void wrongTypesAreNeverTakenForNothing(String rule) {
        assertThatThrownBy(() -> rule(rule)).isInstanceOf(RuntimeException.class);
    }

    private static KyvernoPolicy.Rule rule(String rule) {
        return only(AdmissionKinds.KYVERNO_CLUSTER_POLICIES, "{metadata: {name: p}, spec: {rules: [" + rule + "]}}")
                .rules()
                .getFirst();
    }
}

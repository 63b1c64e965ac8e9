package dev.capstan.collection.kubernetes.admission;

import static dev.capstan.collection.kubernetes.admission.Yaml.only;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.capstan.collection.admission.AdmissionPolicy;
import dev.capstan.collection.admission.AdmissionPolicyBinding;
import dev.capstan.collection.admission.LabelSelector;
import dev.capstan.collection.admission.PodSecurityPolicy;
import dev.capstan.collection.admission.ResourceRule;
import dev.capstan.collection.admission.Webhook;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Webhooks, admission policies, their bindings and PodSecurityPolicies as the API writes them. */
class PolicyFormTest {

    private static final ResourceRule PODS = new ResourceRule(List.of("CREATE"), List.of(""), List.of("pods"));

    @Test
    void everyPartOfAWebhookIsTakenOverAndItFailsClosedByDefault() {
        assertThat(Yaml.all(AdmissionKinds.WEBHOOKS, """
                metadata: {name: gatekeeper}
                webhooks:
                - name: validation.gatekeeper.sh
                  failurePolicy: Ignore
                  rules: [{operations: [CREATE], apiGroups: [""], apiVersions: [v1], resources: [pods], scope: "*"}]
                  namespaceSelector: {matchLabels: {team: shop}}
                - name: check-ignore-label.gatekeeper.sh
                  matchConditions: [{name: x, expression: "true"}]
                """))
                .containsExactly(
                        new Webhook(
                                "gatekeeper",
                                "validation.gatekeeper.sh",
                                true,
                                List.of(PODS),
                                new LabelSelector(Map.of("team", "shop"), List.of()),
                                LabelSelector.EVERYTHING,
                                false),
                        new Webhook(
                                "gatekeeper",
                                "check-ignore-label.gatekeeper.sh",
                                false,
                                List.of(),
                                LabelSelector.EVERYTHING,
                                LabelSelector.EVERYTHING,
                                true));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"scope: Cluster", "apiVersions: [v1beta1]"})
    void aRuleThatCannotMeanPodsNamesNoResource(String narrowing) {
        assertThat(only(AdmissionKinds.WEBHOOKS, """
                metadata: {name: w}
                webhooks: [{rules: [{operations: [CREATE], apiGroups: [""], resources: [pods], %s}]}]
                """.formatted(narrowing)).rules())
                .containsExactly(new ResourceRule(List.of("CREATE"), List.of(""), List.of()));
    }

    @Test
    void everyPartOfAPolicyIsTakenOver() {
        assertThat(only(AdmissionKinds.POLICIES, """
                metadata: {name: adds}
                spec:
                  failurePolicy: Ignore
                  paramKind: {apiVersion: v1, kind: ConfigMap}
                  matchConstraints:
                    resourceRules: [{operations: [CREATE], apiGroups: [""], apiVersions: [v1], resources: [pods]}]
                    excludeResourceRules: [{operations: [CREATE], apiGroups: [apps], resources: [deployments]}]
                    objectSelector: {matchLabels: {a: b}}
                  variables: [{name: all, expression: object.spec.containers}]
                  validations: [{expression: "variables.all.all(c, true)", message: no}, {expression: "true"}]
                """))
                .isEqualTo(new AdmissionPolicy(
                        "adds",
                        true,
                        List.of(PODS),
                        List.of(new ResourceRule(List.of("CREATE"), List.of("apps"), List.of("deployments"))),
                        LabelSelector.EVERYTHING,
                        new LabelSelector(Map.of("a", "b"), List.of()),
                        false,
                        List.of(new AdmissionPolicy.Variable("all", "object.spec.containers")),
                        List.of("variables.all.all(c, true)", "true"),
                        true,
                        List.of()));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            {}                                                                                       | false
            {matchConditions: [{name: x, expression: "true"}]}                                        | true
            {matchConstraints: {resourceRules: [{apiGroups: [""], resources: [pods], resourceNames: [a]}]}} | true
            {matchConstraints: {excludeResourceRules: [{apiGroups: [""], resources: [pods], resourceNames: [a]}]}} | true
            {matchConstraints: {excludeResourceRules: [{apiGroups: [apps], resources: [deployments], resourceNames: [a]}]}} | false
            """)
    void aPolicyThatLeavesOutSomePodsIsConditional(String spec, boolean conditional) {
        assertThat(only(AdmissionKinds.POLICIES, "{metadata: {name: p}, spec: " + spec + "}")
                        .conditional())
                .isEqualTo(conditional);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            {}                                                                       | Deny
            {validationActions: [Audit]}                                             | Audit
            {validationActions: [Deny], evaluation: {admission: {enabled: false}}}   | Audit
            {validationActions: [Deny], evaluation: {admission: {enabled: true}}}    | Deny
            {evaluation: {mode: Kubernetes}}                                         | Deny
            """)
    void kyvernosOwnPolicyDeniesUnlessItSaysOtherwise(String spec, String action) {
        assertThat(only(AdmissionKinds.KYVERNO_VALIDATING_POLICIES, "{metadata: {name: p}, spec: " + spec + "}")
                        .actions())
                .containsExactly(action);
    }

    @Test
    void aKyvernoPolicyOnOtherThingsThanKubernetesIsLeftOut() {
        assertThat(Yaml.all(
                        AdmissionKinds.KYVERNO_VALIDATING_POLICIES,
                        "{metadata: {name: p}, spec: {evaluation: {mode: Envoy}}}"))
                .isEmpty();
    }

    @Test
    void everyPartOfABindingIsTakenOver() {
        assertThat(only(AdmissionKinds.POLICY_BINDINGS, """
                metadata: {name: adds-everywhere}
                spec:
                  policyName: adds
                  validationActions: [Deny, Audit]
                  matchResources:
                    resourceRules: [{operations: [CREATE], apiGroups: [""], resources: [pods]}]
                    namespaceSelector: {matchExpressions: [{key: lab, operator: DoesNotExist}]}
                """))
                .isEqualTo(new AdmissionPolicyBinding(
                        "adds-everywhere",
                        "adds",
                        List.of("Deny", "Audit"),
                        List.of(PODS),
                        new LabelSelector(
                                Map.of(), List.of(new LabelSelector.Requirement("lab", "DoesNotExist", List.of()))),
                        LabelSelector.EVERYTHING));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "excludeResourceRules: [{apiGroups: [\"*\"], resources: [\"*\"]}]",
                "resourceRules: [{apiGroups: [\"\"], resources: [pods], resourceNames: [a]}]"
            })
    void aBindingThatLeavesOutSomePodsIsNotReliedOn(String match) {
        assertThat(only(
                                AdmissionKinds.POLICY_BINDINGS,
                                "{metadata: {name: b}, spec: {policyName: p, matchResources: {" + match + "}}}")
                        .rules())
                .containsExactly(new ResourceRule(List.of(), List.of(), List.of()));
    }

    @Test
    void aPodSecurityPolicyIsTakenOver() {
        assertThat(only(AdmissionKinds.POD_SECURITY_POLICIES, """
                metadata: {name: p}
                spec: {privileged: true, allowedCapabilities: ["*"], defaultAddCapabilities: [NET_ADMIN]}
                """))
                .isEqualTo(new PodSecurityPolicy("p", true, List.of("*"), List.of("NET_ADMIN"), List.of()));
        assertThat(only(AdmissionKinds.POD_SECURITY_POLICIES, "{metadata: {name: p}}"))
                .isEqualTo(new PodSecurityPolicy("p", false, List.of(), List.of(), List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{metadata: {name: p}, spec: none}",
                "{metadata: {name: p}, spec: {validations: {expression: a}}}",
                "{metadata: {name: p}, spec: {validations: [a]}}",
                "{metadata: {name: p}, spec: {validations: [{expression: [a]}]}}",
                "{metadata: {name: p}, spec: {matchConstraints: {resourceRules: 1}}}",
                "{metadata: {name: [p]}}",
                "{metadata: {}}",
                "{spec: {}}"
            })
    void wrongTypesAreNeverTakenForNothing(String object) {
        assertThatThrownBy(() -> Yaml.all(AdmissionKinds.POLICIES, object)).isInstanceOf(RuntimeException.class);
    }

    @Test
    void whatAKindKeepsNothingOfMayHaveAnyForm() {
        assertThat(only(AdmissionKinds.NAMESPACES, "{metadata: {name: shop, managedFields: 1, labels: null}, spec: []}")
                        .labels())
                .isEmpty();
    }
}

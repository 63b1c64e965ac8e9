package dev.capstan.evaluation.admission;

import dev.capstan.collection.admission.AdmissionPolicy;
import dev.capstan.collection.admission.AdmissionPolicy.Variable;
import dev.capstan.collection.admission.AdmissionPolicyBinding;
import dev.capstan.collection.admission.AzureAdmission;
import dev.capstan.collection.admission.KyvernoException;
import dev.capstan.collection.admission.KyvernoPolicy;
import dev.capstan.collection.admission.KyvernoPolicy.PodSecurity;
import dev.capstan.collection.admission.KyvernoPolicy.Resources;
import dev.capstan.collection.admission.KyvernoPolicy.Rule;
import dev.capstan.collection.admission.LabelSelector;
import dev.capstan.collection.admission.LabelSelector.Requirement;
import dev.capstan.collection.admission.ResourceRule;
import dev.capstan.collection.admission.Webhook;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Objects that decide at admission, as they usually are. */
public final class Admissions {

    public static final ResourceRule PODS =
            new ResourceRule(List.of("CREATE", "UPDATE"), List.of(""), List.of("pods", "pods/ephemeralcontainers"));
    public static final ResourceRule ONLY_PODS = new ResourceRule(List.of("CREATE"), List.of("*"), List.of("*"));
    public static final ResourceRule SERVICES = new ResourceRule(List.of("*"), List.of(""), List.of("services"));
    public static final Resources EVERY_POD = new Resources(List.of("Pod"), List.of(), LabelSelector.EVERYTHING);

    private Admissions() {}

    public static LabelSelector labelled(String key, String value) {
        return new LabelSelector(Map.of(key, value), List.of());
    }

    public static LabelSelector where(String key, String operator, String... values) {
        return new LabelSelector(Map.of(), List.of(new Requirement(key, operator, List.of(values))));
    }

    /** A webhook that is asked about all pods and fails closed. */
    public static Webhook gatekeeper() {
        return webhook("validation.gatekeeper.sh", false, PODS, LabelSelector.EVERYTHING);
    }

    /** A webhook that is asked about all pods and fails closed. */
    public static Webhook kyverno() {
        return webhook("validate.kyverno.svc-fail", false, PODS, LabelSelector.EVERYTHING);
    }

    public static Webhook webhook(String name, boolean failOpen, ResourceRule rule, LabelSelector namespaces) {
        return new Webhook("config", name, failOpen, List.of(rule), namespaces, LabelSelector.EVERYTHING, false);
    }

    /** A policy in CEL that is asked about all pods, fails closed and, for Kyverno, denies. */
    public static AdmissionPolicy policy(String... validations) {
        return policy(List.of(), validations);
    }

    public static AdmissionPolicy policy(List<Variable> variables, String... validations) {
        return policy("caps", variables, List.of(validations), List.of("Deny"));
    }

    public static AdmissionPolicy policy(
            String name, List<Variable> variables, List<String> validations, List<String> actions) {
        return new AdmissionPolicy(
                name,
                false,
                List.of(PODS),
                List.of(),
                LabelSelector.EVERYTHING,
                LabelSelector.EVERYTHING,
                false,
                variables,
                validations,
                false,
                actions);
    }

    public static AdmissionPolicyBinding binding(String... actions) {
        return binding(LabelSelector.EVERYTHING, LabelSelector.EVERYTHING, List.of(), actions);
    }

    public static AdmissionPolicyBinding binding(
            LabelSelector namespaces, LabelSelector objects, List<ResourceRule> rules, String... actions) {
        return new AdmissionPolicyBinding("caps-everywhere", "caps", List.of(actions), rules, namespaces, objects);
    }

    /** A ClusterPolicy with one rule. */
    public static KyvernoPolicy clusterPolicy(@Nullable String action, Rule... rules) {
        return new KyvernoPolicy(null, "caps", false, action, List.of(), List.of(rules));
    }

    public static Rule rule(Map<String, Object> validate) {
        return new Rule("caps", null, List.of(EVERY_POD), List.of(), false, null, validate);
    }

    public static Rule standard(String level, @Nullable String version, String... excludedControls) {
        return new Rule(
                "standard",
                null,
                List.of(EVERY_POD),
                List.of(),
                false,
                new PodSecurity(level, version, List.of(excludedControls)),
                Map.of("podSecurity", Map.of("level", level)));
    }

    public static KyvernoException exception(String policy, boolean conditional) {
        return new KyvernoException("kyverno", "let-through", List.of(policy), List.of(EVERY_POD), conditional);
    }

    /** Deployment safeguards. */
    public static AzureAdmission safeguards(@Nullable String level, @Nullable String standard, boolean automatic) {
        return new AzureAdmission(null, level, standard, List.of("kube-system", "left-out"), automatic, null, null);
    }

    /** The admission controller of PodSecurityPolicies, on or off or not spoken of. */
    public static AzureAdmission podSecurityPolicies(@Nullable Boolean on) {
        return new AzureAdmission(null, null, null, List.of(), false, on, null);
    }
}

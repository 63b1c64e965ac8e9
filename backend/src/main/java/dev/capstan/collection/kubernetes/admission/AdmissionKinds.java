package dev.capstan.collection.kubernetes.admission;

import dev.capstan.collection.admission.AdmissionPolicy;
import dev.capstan.collection.admission.AdmissionPolicyBinding;
import dev.capstan.collection.admission.Constraint;
import dev.capstan.collection.admission.ConstraintTemplate;
import dev.capstan.collection.admission.GatekeeperExclusion;
import dev.capstan.collection.admission.KyvernoException;
import dev.capstan.collection.admission.KyvernoPolicy;
import dev.capstan.collection.admission.NamespaceFact;
import dev.capstan.collection.admission.PodSecurityPolicy;
import dev.capstan.collection.admission.Webhook;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Every kind of object that is listed to know a cluster's admission. */
public final class AdmissionKinds {

    /** AKS keeps clusters below 10,000 namespaces; nobody keeps this many policies. */
    private static final int MOST_NAMESPACES = 10_000;

    private static final int MOST = 2_000;

    /** How many constraints of all kinds together are read. */
    public static final int MOST_CONSTRAINTS = 2_000;

    private static final Pattern DNS_LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

    public static final Kind<NamespaceFact> NAMESPACES =
            Kind.of("Namespaces", "/v1/namespaces", MOST_NAMESPACES, NamespaceForm.Wire.class, NamespaceForm::facts);

    public static final Kind<ConstraintTemplate> CONSTRAINT_TEMPLATES = Kind.of(
            "Constraint templates",
            "templates.gatekeeper.sh/v1,v1beta1/constrainttemplates",
            MOST,
            GatekeeperForm.TemplateWire.class,
            GatekeeperForm::template);

    public static final Kind<GatekeeperExclusion> GATEKEEPER_CONFIGS = Kind.of(
            "Gatekeeper's configs",
            "config.gatekeeper.sh/v1alpha1/configs",
            MOST,
            GatekeeperForm.ConfigWire.class,
            GatekeeperForm::config);

    public static final Kind<Webhook> WEBHOOKS = Kind.of(
            "Validating webhook configurations",
            "admissionregistration.k8s.io/v1/validatingwebhookconfigurations",
            MOST,
            WebhookForm.Wire.class,
            WebhookForm::facts);

    public static final Kind<AdmissionPolicy> POLICIES = Kind.of(
            "Validating admission policies",
            "admissionregistration.k8s.io/v1/validatingadmissionpolicies",
            MOST,
            PolicyForm.Wire.class,
            PolicyForm::kubernetes);

    public static final Kind<AdmissionPolicyBinding> POLICY_BINDINGS = Kind.of(
            "Validating admission policy bindings",
            "admissionregistration.k8s.io/v1/validatingadmissionpolicybindings",
            MOST,
            BindingForm.Wire.class,
            BindingForm::facts);

    public static final Kind<KyvernoPolicy> KYVERNO_CLUSTER_POLICIES = Kind.of(
            "Kyverno's cluster policies",
            "kyverno.io/v1/clusterpolicies",
            MOST,
            KyvernoForm.Wire.class,
            KyvernoForm::clusterPolicy);

    public static final Kind<KyvernoPolicy> KYVERNO_POLICIES =
            Kind.of("Kyverno's policies", "kyverno.io/v1/policies", MOST, KyvernoForm.Wire.class, KyvernoForm::policy);

    public static final Kind<KyvernoException> KYVERNO_EXCEPTIONS = Kind.of(
            "Kyverno's policy exceptions",
            "kyverno.io/v2,v2beta1/policyexceptions",
            MOST,
            KyvernoExceptionForm.Wire.class,
            KyvernoExceptionForm::facts);

    public static final Kind<AdmissionPolicy> KYVERNO_VALIDATING_POLICIES = Kind.of(
            "Kyverno's validating policies",
            "policies.kyverno.io/v1,v1beta1,v1alpha1/validatingpolicies",
            MOST,
            PolicyForm.Wire.class,
            PolicyForm::kyverno);

    public static final Kind<KyvernoException> KYVERNO_VALIDATING_POLICY_EXCEPTIONS = Kind.of(
            "Kyverno's exceptions to validating policies",
            "policies.kyverno.io/v1,v1beta1,v1alpha1/policyexceptions",
            MOST,
            KyvernoExceptionForm.Wire.class,
            KyvernoExceptionForm::ofValidatingPolicies);

    public static final Kind<PodSecurityPolicy> POD_SECURITY_POLICIES = Kind.of(
            "Pod security policies",
            "policy/v1beta1/podsecuritypolicies",
            MOST,
            PodSecurityPolicyForm.Wire.class,
            PodSecurityPolicyForm::facts);

    private AdmissionKinds() {}

    /**
     * The constraints of a template. Nothing where its kind cannot be that of a resource: whoever writes templates
     * chooses it, and it becomes part of a path.
     */
    public static Optional<Kind<Constraint>> constraints(ConstraintTemplate template) {
        String resource = template.kind().toLowerCase(Locale.ROOT);
        return DNS_LABEL.matcher(resource).matches()
                ? Optional.of(Kind.of(
                        "Constraints of kind " + template.kind(),
                        "constraints.gatekeeper.sh/v1beta1/" + resource,
                        MOST,
                        ConstraintForm.Wire.class,
                        wire -> ConstraintForm.facts(template.kind(), wire)))
                : Optional.empty();
    }
}

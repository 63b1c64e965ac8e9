package dev.capstan.collection.admission;

/**
 * All that was read of a cluster's admission in one scan. Each kind stands for itself: one that is forbidden, absent or
 * broken leaves the others as they are.
 *
 * @param kubernetesVersion the cluster's version, for example {@code 1.33.4}: decides which mechanisms exist
 * @param azure what Azure Resource Manager says of the cluster
 * @param namespaces every namespace with its labels
 * @param constraintTemplates Gatekeeper's templates, of which each makes one kind of constraint
 * @param constraints Gatekeeper's constraints of all kinds, those that Azure Policy writes among them
 * @param gatekeeperExclusions namespaces that Gatekeeper's Config leaves out
 * @param webhooks the webhooks of all ValidatingWebhookConfigurations
 * @param admissionPolicies ValidatingAdmissionPolicies
 * @param admissionPolicyBindings ValidatingAdmissionPolicyBindings
 * @param kyvernoPolicies Kyverno's ClusterPolicies and Policies
 * @param kyvernoValidatingPolicies Kyverno's CEL policies
 * @param kyvernoExceptions Kyverno's PolicyExceptions
 * @param podSecurityPolicies PodSecurityPolicies, which Kubernetes dropped in 1.25
 */
public record AdmissionFacts(
        String kubernetesVersion,
        AzureAdmission azure,
        Listing<NamespaceFact> namespaces,
        Listing<ConstraintTemplate> constraintTemplates,
        Listing<Constraint> constraints,
        Listing<GatekeeperExclusion> gatekeeperExclusions,
        Listing<Webhook> webhooks,
        Listing<AdmissionPolicy> admissionPolicies,
        Listing<AdmissionPolicyBinding> admissionPolicyBindings,
        Listing<KyvernoPolicy> kyvernoPolicies,
        Listing<AdmissionPolicy> kyvernoValidatingPolicies,
        Listing<KyvernoException> kyvernoExceptions,
        Listing<PodSecurityPolicy> podSecurityPolicies) {}

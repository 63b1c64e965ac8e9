package dev.capstan.simulator.world;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a cluster's admission is made of over time: the objects of the API that say it, in the API's own form.
 *
 * @param kinds what is known of a kind, by the path that lists it
 * @param forbidden the paths under which a reader is refused, and when
 */
public record Admission(Map<String, Kind> kinds, Map<String, Span> forbidden) {
    /** Where ValidatingWebhookConfigurations are listed. */
    public static final String WEBHOOKS = "/apis/admissionregistration.k8s.io/v1/validatingwebhookconfigurations";

    /** Where ValidatingAdmissionPolicies are listed, from Kubernetes 1.30 on. */
    public static final String POLICIES = "/apis/admissionregistration.k8s.io/v1/validatingadmissionpolicies";

    /** Where ValidatingAdmissionPolicyBindings are listed, from Kubernetes 1.30 on. */
    public static final String BINDINGS = "/apis/admissionregistration.k8s.io/v1/validatingadmissionpolicybindings";

    /** Where PodSecurityPolicies are listed, up to Kubernetes 1.24. */
    public static final String POD_SECURITY_POLICIES = "/apis/policy/v1beta1/podsecuritypolicies";

    /** Where Gatekeeper lists its ConstraintTemplates. */
    public static final String TEMPLATES = "/apis/templates.gatekeeper.sh/v1/constrainttemplates";

    /** Under which Gatekeeper lists the constraints of each template, by the kind in lower case. */
    public static final String CONSTRAINTS = "/apis/constraints.gatekeeper.sh/v1beta1/";

    /** Where Gatekeeper lists its Configs. */
    public static final String CONFIGS = "/apis/config.gatekeeper.sh/v1alpha1/configs";

    private static final int FIRST_WITH_POLICIES = 30;
    private static final int LAST_WITH_POD_SECURITY_POLICIES = 24;

    public Admission {
        kinds = Map.copyOf(kinds);
        forbidden = Map.copyOf(forbidden);
    }

    /**
     * A kind of object.
     *
     * @param name its name, for example ClusterPolicy
     * @param installed when it is served, where it does not come with Kubernetes
     * @param objects its objects, ordered as they are listed
     */
    public record Kind(String name, List<Span> installed, List<Placed> objects) {
        public Kind {
            installed = List.copyOf(installed);
            objects = List.copyOf(objects);
        }
    }

    /**
     * An object as it is for a while.
     *
     * @param key where it stands in the order of the list
     * @param span when it looks like this
     * @param json the object
     */
    public record Placed(String key, Span span, Map<String, Object> json) {}

    /** Whether a reader is refused at an instant. */
    public boolean forbiddenAt(String path, Instant t) {
        return forbidden.entrySet().stream()
                .anyMatch(entry ->
                        path.startsWith(entry.getKey()) && entry.getValue().contains(t));
    }

    /**
     * A kind with the objects that it has at an instant; empty where the API server does not know the kind.
     *
     * @param version the cluster's full version, for example 1.33.4
     */
    public Optional<Kind> at(String path, String version, Instant t) {
        Kind kind = kinds.get(path);
        boolean served = ofKubernetes(path)
                ? comesWith(path, Integer.parseInt(version.split("\\.")[1]))
                : kind != null && kind.installed().stream().anyMatch(span -> span.contains(t));
        if (!served) {
            return Optional.empty();
        }
        return Optional.of(
                kind == null
                        ? new Kind(nameOf(path), List.of(), List.of())
                        : new Kind(
                                kind.name(),
                                kind.installed(),
                                kind.objects().stream()
                                        .filter(object -> object.span().contains(t))
                                        .toList()));
    }

    /** Whether the API server itself brings a kind, in whatever version; the others are custom resources. */
    static boolean ofKubernetes(String path) {
        return switch (path) {
            case WEBHOOKS, POLICIES, BINDINGS, POD_SECURITY_POLICIES -> true;
            default -> false;
        };
    }

    /** The name of a kind where no object says it. */
    static String nameOf(String path) {
        return switch (path) {
            case WEBHOOKS -> "ValidatingWebhookConfiguration";
            case POLICIES -> "ValidatingAdmissionPolicy";
            case BINDINGS -> "ValidatingAdmissionPolicyBinding";
            case POD_SECURITY_POLICIES -> "PodSecurityPolicy";
            case TEMPLATES -> "ConstraintTemplate";
            case CONFIGS -> "Config";
            case "/apis/kyverno.io/v1/clusterpolicies" -> "ClusterPolicy";
            case "/apis/kyverno.io/v1/policies" -> "Policy";
            case "/apis/kyverno.io/v2/policyexceptions" -> "PolicyException";
            case "/apis/policies.kyverno.io/v1alpha1/validatingpolicies" -> "ValidatingPolicy";
            default -> path.substring(path.lastIndexOf('/') + 1);
        };
    }

    private static boolean comesWith(String path, int minor) {
        return switch (path) {
            case POLICIES, BINDINGS -> minor >= FIRST_WITH_POLICIES;
            case POD_SECURITY_POLICIES -> minor <= LAST_WITH_POD_SECURITY_POLICIES;
            default -> true;
        };
    }
}

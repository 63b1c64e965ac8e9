package dev.capstan.simulator;

import dev.capstan.simulator.world.Admission;

/** What a request to the simulator asks for. */
public enum RequestKind {
    /** Entra: a token, or what precedes one. */
    SIGN_IN(Service.ENTRA, ""),
    /** ARM: the subscriptions. */
    SUBSCRIPTIONS(Service.AZURE, ""),
    /** ARM: a page of a subscription's clusters. */
    CLUSTERS(Service.AZURE, ""),
    /** ARM: one cluster. */
    CLUSTER(Service.AZURE, ""),
    /** ARM: the deployment safeguards of a cluster. */
    SAFEGUARDS(Service.AZURE, ""),
    /** ARM: the admin credentials of a cluster. */
    ADMIN_CREDENTIAL(Service.AZURE, ""),
    /** ARM: the user credentials of a cluster. */
    USER_CREDENTIAL(Service.AZURE, ""),
    /** Kubernetes: the server's version. */
    VERSION(Service.KUBERNETES, "/version"),
    /** Kubernetes: a page of pods. */
    PODS(Service.KUBERNETES, "/api/v1/pods"),
    /** Kubernetes: a page of namespaces. */
    NAMESPACES(Service.KUBERNETES, "/api/v1/namespaces"),
    /** Kubernetes: a page of nodes. */
    NODES(Service.KUBERNETES, "/api/v1/nodes"),
    /** Kubernetes: a page of ReplicaSets. */
    REPLICA_SETS(Service.KUBERNETES, "/apis/apps/v1/replicasets"),
    /** Kubernetes: a page of Deployments. */
    DEPLOYMENTS(Service.KUBERNETES, "/apis/apps/v1/deployments"),
    /** Kubernetes: a page of DaemonSets. */
    DAEMON_SETS(Service.KUBERNETES, "/apis/apps/v1/daemonsets"),
    /** Kubernetes: a page of StatefulSets. */
    STATEFUL_SETS(Service.KUBERNETES, "/apis/apps/v1/statefulsets"),
    /** Kubernetes: a page of Jobs. */
    JOBS(Service.KUBERNETES, "/apis/batch/v1/jobs"),
    /** Kubernetes: a page of CronJobs. */
    CRON_JOBS(Service.KUBERNETES, "/apis/batch/v1/cronjobs"),
    /** Admission: Gatekeeper's templates. */
    CONSTRAINT_TEMPLATES(Service.ADMISSION, Admission.TEMPLATES),
    /** Admission: Gatekeeper's constraints of whatever kind. */
    CONSTRAINTS(Service.ADMISSION, Admission.CONSTRAINTS),
    /** Admission: Gatekeeper's configuration. */
    GATEKEEPER_CONFIGS(Service.ADMISSION, Admission.CONFIGS),
    /** Admission: the validating webhooks. */
    WEBHOOKS(Service.ADMISSION, Admission.WEBHOOKS),
    /** Admission: the ValidatingAdmissionPolicies. */
    ADMISSION_POLICIES(Service.ADMISSION, Admission.POLICIES),
    /** Admission: the bindings of the ValidatingAdmissionPolicies. */
    ADMISSION_POLICY_BINDINGS(Service.ADMISSION, Admission.BINDINGS),
    /** Admission: Kyverno's policies for the whole cluster. */
    KYVERNO_CLUSTER_POLICIES(Service.ADMISSION, "/apis/kyverno.io/v1/clusterpolicies"),
    /** Admission: Kyverno's policies for a namespace. */
    KYVERNO_POLICIES(Service.ADMISSION, "/apis/kyverno.io/v1/policies"),
    /** Admission: Kyverno's exceptions from its policies. */
    KYVERNO_EXCEPTIONS(Service.ADMISSION, "/apis/kyverno.io/v2/policyexceptions"),
    /** Admission: Kyverno's policies in CEL. */
    KYVERNO_VALIDATING_POLICIES(Service.ADMISSION, "/apis/policies.kyverno.io/v1alpha1/validatingpolicies"),
    /** Admission: the PodSecurityPolicies. */
    POD_SECURITY_POLICIES(Service.ADMISSION, Admission.POD_SECURITY_POLICIES),
    /** Anything else. */
    OTHER(Service.KUBERNETES, "");

    private enum Service {
        ENTRA,
        AZURE,
        KUBERNETES,
        ADMISSION
    }

    private final Service service;
    private final String path;

    RequestKind(Service service, String path) {
        this.service = service;
        this.path = path;
    }

    /** Whether Azure Resource Manager answers it. */
    public boolean isAzure() {
        return service == Service.AZURE;
    }

    /** Whether it asks a cluster for objects that decide what may run. */
    public boolean isAdmission() {
        return service == Service.ADMISSION;
    }

    /** What a path of a cluster's API asks for. */
    static RequestKind ofKubernetes(String path) {
        for (RequestKind kind : values()) {
            if (!kind.path.isEmpty() && kind.path.equals(path)) {
                return kind;
            }
        }
        return path.startsWith(Admission.CONSTRAINTS) ? CONSTRAINTS : OTHER;
    }
}

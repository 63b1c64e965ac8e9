package dev.capstan.simulator;

/** What a request to the simulator asks for. */
public enum RequestKind {
    /** Entra: a token, or what precedes one. */
    SIGN_IN,
    /** ARM: the subscriptions. */
    SUBSCRIPTIONS,
    /** ARM: a page of a subscription's clusters. */
    CLUSTERS,
    /** ARM: one cluster. */
    CLUSTER,
    /** ARM: the admin credentials of a cluster. */
    ADMIN_CREDENTIAL,
    /** ARM: the user credentials of a cluster. */
    USER_CREDENTIAL,
    /** Kubernetes: the server's version. */
    VERSION,
    /** Kubernetes: a page of pods. */
    PODS,
    /** Kubernetes: a page of namespaces. */
    NAMESPACES,
    /** Kubernetes: a page of nodes. */
    NODES,
    /** Kubernetes: a page of ReplicaSets. */
    REPLICA_SETS,
    /** Kubernetes: a page of Jobs. */
    JOBS,
    /** Anything else. */
    OTHER;

    /** Whether Azure Resource Manager answers it. */
    public boolean isAzure() {
        return switch (this) {
            case SUBSCRIPTIONS, CLUSTERS, CLUSTER, ADMIN_CREDENTIAL, USER_CREDENTIAL -> true;
            case SIGN_IN, VERSION, PODS, NAMESPACES, NODES, REPLICA_SETS, JOBS, OTHER -> false;
        };
    }
}

package dev.capstan.collection;

/** Why a cluster could not be read, with what would cure it. */
public enum FailureCause {
    LOCAL_ACCOUNTS_DISABLED(
            "Local accounts are disabled",
            "The cluster gives out no admin credentials. Let Capstan in through Entra, or enable local accounts."),
    FORBIDDEN_BY_AZURE(
            "Azure refuses the credentials",
            "Assign the role Azure Kubernetes Service Cluster Admin Role (0ab0b1a8-8aac-4efd-b8c2-3ee1fb270be8)"
                    + " on the cluster to Capstan's identity."),
    FORBIDDEN_BY_KUBERNETES(
            "Kubernetes refuses the list of pods",
            "Bind a role that may list pods, replicasets and jobs in all namespaces to Capstan's identity."
                    + " A role assignment takes up to 5 minutes to work."),
    UNAUTHENTICATED(
            "The credentials were not accepted",
            "They may have been rotated or have expired. Scan again; if it stays, look at the cluster's authentication."),
    THROTTLED("Asked to slow down", "Nothing to do: the next scan tries again."),
    BUSY("Another operation is running on the cluster", "Nothing to do: the next scan tries again."),
    NOT_FOUND("Azure does not know the cluster any more", "Nothing to do: the next discovery confirms it."),
    UNREACHABLE_DNS(
            "The API server's name cannot be resolved",
            "Run a collector that sees the cluster's private DNS zone, or check that the cluster is running."),
    UNREACHABLE_NETWORK(
            "The API server does not answer",
            "Add the collector's address to the cluster's authorised IP ranges, or run a collector with a route to it."),
    TLS(
            "The API server shows an unexpected certificate",
            "Check for a proxy that inspects TLS; the certificate must come from the cluster's own authority."),
    EMPTY(
            "The list of pods is empty",
            "A running AKS cluster always has pods in kube-system. Look for what hides them from Capstan's identity."),
    TIMED_OUT("The reading took too long", "Scan again; if it stays, look at the API server's load."),
    UNEXPECTED("Something unexpected happened", "The log of the collector has the details.");

    private final String title;
    private final String remedy;

    FailureCause(String title, String remedy) {
        this.title = title;
        this.remedy = remedy;
    }

    /** One short sentence for people, without a full stop. */
    public String title() {
        return title;
    }

    /** What a person can do about it. */
    public String remedy() {
        return remedy;
    }
}

package dev.capstan.ownership;

/** Where a rule looks for an owner. */
public enum OwnerSource {
    WORKLOAD_LABEL("Workload label"),
    WORKLOAD_ANNOTATION("Workload annotation"),
    NAMESPACE_LABEL("Namespace label"),
    NAMESPACE_ANNOTATION("Namespace annotation"),
    CLUSTER_TAG("Cluster tag"),
    NAMESPACE_NAME("Namespace name");

    private final String title;

    OwnerSource(String title) {
        this.title = title;
    }

    /** What people call it. */
    public String title() {
        return title;
    }
}

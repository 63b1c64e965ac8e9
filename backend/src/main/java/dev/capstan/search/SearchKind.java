package dev.capstan.search;

/** What can be found, in the order in which it is listed. */
public enum SearchKind {
    CLUSTER("cluster", "Clusters"),
    NAMESPACE("namespace", "Namespaces"),
    WORKLOAD("workload", "Workloads"),
    IMAGE("image", "Images"),
    OWNER("owner", "Owners"),
    CAPABILITY("capability", "Capabilities"),
    CONTROL("control", "Controls");

    private final String noun;
    private final String title;

    SearchKind(String noun, String title) {
        this.noun = noun;
        this.title = title;
    }

    /** One of them, in the middle of a sentence. */
    public String noun() {
        return noun;
    }

    /** All of them, as a heading. */
    public String title() {
        return title;
    }
}

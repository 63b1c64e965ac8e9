package dev.capstan.collection;

/**
 * Who answers for a container. AKS runs it when three facts agree: it is in a namespace of AKS, AKS says that it manages
 * it (label {@code kubernetes.azure.com/managedby: aks} on it or its owner), and its image is Microsoft's
 * (mcr.microsoft.com). Two of the three only make it likely.
 */
public enum Origin {
    /** The cluster's users run it. */
    CUSTOMER("Customer", "It counts in the score."),
    /** A mesh or the workload identity webhook put it into a customer's pod; it counts with the customer's. */
    INJECTED(
            "Injected",
            "A webhook put it into the pod. It counts in the score, since its owner can configure it away."),
    /** All three facts agree. */
    PLATFORM("Platform", "AKS runs it: its namespace, its label and its image agree. It is counted apart."),
    /** In a namespace of AKS and with an image of Microsoft, but nothing says that AKS manages it. */
    ASSUMED_UNLABELLED(
            "Platform, assumed", "Its namespace and image are AKS's, but no label says so. It is counted apart."),
    /** In a namespace of AKS and said to be managed by it, but the image is not Microsoft's. */
    ASSUMED_OTHER_IMAGE(
            "Platform, assumed",
            "Its namespace and label are AKS's, but its image is not from mcr.microsoft.com. It is counted apart."),
    /** Said to be managed by AKS and with an image of Microsoft, but in a namespace of the cluster's users. */
    ASSUMED_OTHER_NAMESPACE(
            "Platform, assumed",
            "Its label and image are AKS's, but its namespace is not one of AKS's. It is counted apart.");

    private final String title;
    private final String explanation;

    Origin(String title, String explanation) {
        this.title = title;
        this.explanation = explanation;
    }

    /** What three facts say of a container that no webhook injected. */
    public static Origin of(String namespace, boolean managedByAks, String image) {
        boolean theirs = PlatformNamespaces.contains(namespace);
        boolean microsoft = image.startsWith("mcr.microsoft.com/");
        if (theirs && managedByAks && microsoft) {
            return PLATFORM;
        }
        if (theirs && microsoft) {
            return ASSUMED_UNLABELLED;
        }
        if (theirs && managedByAks) {
            return ASSUMED_OTHER_IMAGE;
        }
        return managedByAks && microsoft ? ASSUMED_OTHER_NAMESPACE : CUSTOMER;
    }

    /** A short name for people; the assumed ones share theirs. */
    public String title() {
        return title;
    }

    /** A sentence on what it rests on and what follows from it. */
    public String explanation() {
        return explanation;
    }

    /** Whether it is counted apart from the customer's score. */
    public boolean isPlatform() {
        return this != CUSTOMER && this != INJECTED;
    }
}

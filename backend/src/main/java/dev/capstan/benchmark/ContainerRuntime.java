package dev.capstan.benchmark;

import java.util.Locale;

/** What starts a node's containers; runtimes differ in what they give by default and in the spellings they know. */
public enum ContainerRuntime {
    /** What AKS runs, and what is assumed where a node's runtime is not known. */
    CONTAINERD("containerd", false),
    CRI_O("CRI-O", true),
    DOCKER("Docker", true);

    private final String title;
    private final boolean knowsPrefix;

    ContainerRuntime(String title, boolean knowsPrefix) {
        this.title = title;
        this.knowsPrefix = knowsPrefix;
    }

    /** The runtime of a node's {@code containerRuntimeVersion}, for example {@code containerd://1.7.27-1}. */
    public static ContainerRuntime of(String version) {
        String name = version.toLowerCase(Locale.ROOT);
        if (name.startsWith("cri-o://")) {
            return CRI_O;
        }
        return name.startsWith("docker://") ? DOCKER : CONTAINERD;
    }

    /** Its name for people. */
    public String title() {
        return title;
    }

    /** Whether it takes {@code CAP_SYS_ADMIN} for SYS_ADMIN. */
    public boolean knowsPrefix() {
        return knowsPrefix;
    }
}

package dev.capstan.collection;

import java.util.Set;

/**
 * Which labels and annotations are kept. Labels are meant to be read by everybody. An annotation may hold anything: it is
 * kept only when it is short and under no key that is known to carry bulk, secrets or bookkeeping. What names one pod, or
 * changes with each, is neither: it says nothing of the workload.
 */
public final class MarkRules {

    /** The longest value that is kept; a name of somebody is shorter. */
    public static final int LONGEST = 256;

    private static final Set<String> LABELS_OF_ONE_POD = Set.of(
            "pod-template-hash",
            "rollouts-pod-template-hash",
            "controller-revision-hash",
            "pod-template-generation",
            "controller-uid",
            "job-name",
            "statefulset.kubernetes.io/pod-name",
            "apps.kubernetes.io/pod-index",
            "batch.kubernetes.io/controller-uid",
            "batch.kubernetes.io/job-name",
            "batch.kubernetes.io/job-completion-index");

    // By the part of the key before the slash.
    private static final Set<String> CARRIERS = Set.of(
            "checksum",
            "checksums",
            "vault.hashicorp.com",
            "vault.security.banzaicloud.io",
            "meta.helm.sh",
            "reloader.stakater.com",
            "sidecar.istio.io",
            "cni.projectcalico.org",
            "k8s.v1.cni.cncf.io",
            "k8s.ovn.org",
            "v1.multus-cni.io",
            "azure.workload.identity",
            "container.apparmor.security.beta.kubernetes.io");

    private static final Set<String> BARE_CARRIERS = Set.of("rollme", "checksum", "timestamp", "restartedAt");

    private MarkRules() {}

    /** Whether the label is kept. */
    public static boolean keepsLabel(String key, String value) {
        return value.length() <= LONGEST && !LABELS_OF_ONE_POD.contains(key);
    }

    /** Whether the annotation is kept. */
    public static boolean keepsAnnotation(String key, String value) {
        return value.length() <= LONGEST && keepsAnnotation(key);
    }

    /** Whether an annotation under this key can be kept at all, so that its value need not be read otherwise. */
    public static boolean keepsAnnotation(String key) {
        int slash = key.indexOf('/');
        if (slash < 0) {
            return !BARE_CARRIERS.contains(key);
        }
        String prefix = key.substring(0, slash);
        return !CARRIERS.contains(prefix) && !isOfKubernetes(prefix);
    }

    // app.kubernetes.io holds what people write: the recommended labels, which some write as annotations.
    private static boolean isOfKubernetes(String prefix) {
        return !prefix.equals("app.kubernetes.io")
                && (isUnder(prefix, "kubernetes.io") || isUnder(prefix, "k8s.io") || isUnder(prefix, "azure.com"));
    }

    private static boolean isUnder(String prefix, String domain) {
        return prefix.equals(domain) || prefix.endsWith("." + domain);
    }
}

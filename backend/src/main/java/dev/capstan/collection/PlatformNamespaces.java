package dev.capstan.collection;

import java.util.Set;

/**
 * The namespaces that AKS and its add-ons make for themselves. Only the name decides: a customer can write AKS's labels
 * onto any namespace, but cannot do without these.
 *
 * @see <a href="https://learn.microsoft.com/azure/aks/core-aks-concepts#namespaces">AKS's namespaces</a>
 */
public final class PlatformNamespaces {

    private static final Set<String> NAMES = Set.of(
            "kube-system",
            "kube-public",
            "kube-node-lease",
            "aks-command",
            "aks-istio-egress",
            "aks-istio-ingress",
            "aks-istio-system",
            "app-routing-system",
            "azure-arc",
            "azure-arc-release",
            "azure-extensions-usage-system",
            "calico-apiserver",
            "calico-system",
            "dataprotection-microsoft",
            "gatekeeper-system",
            "tigera-operator");

    private PlatformNamespaces() {}

    /** Whether a namespace of this name is AKS's own. */
    public static boolean contains(String name) {
        return NAMES.contains(name);
    }
}

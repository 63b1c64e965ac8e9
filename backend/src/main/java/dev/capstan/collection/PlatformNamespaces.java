package dev.capstan.collection;

import java.util.Set;

/** The namespaces that AKS and its add-ons create for themselves. */
public final class PlatformNamespaces {

    private static final Set<String> NAMES = Set.of(
            "aks-command",
            "aks-istio-egress",
            "aks-istio-ingress",
            "aks-istio-system",
            "app-routing-system",
            "azure-arc",
            "azure-extensions-usage-system",
            "calico-system",
            "dataprotection-microsoft",
            "gatekeeper-system",
            "kube-node-lease",
            "kube-public",
            "kube-system",
            "tigera-operator");

    private PlatformNamespaces() {}

    /** Whether it is one of them, by its name alone: labels can be written by anyone who may create a namespace. */
    public static boolean contains(String namespace) {
        return NAMES.contains(namespace);
    }
}

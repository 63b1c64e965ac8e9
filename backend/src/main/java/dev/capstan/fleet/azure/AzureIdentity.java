package dev.capstan.fleet.azure;

/** How Capstan proves to Entra who it is. */
public enum AzureIdentity {
    /** An app registration with a secret. */
    CLIENT_SECRET,
    /** A federated token of the pod that Capstan runs in; recommended on AKS. */
    WORKLOAD_IDENTITY,
    /** The managed identity of the machine that Capstan runs on. */
    MANAGED_IDENTITY,
    /** The account that {@code az login} signed in, for a developer's machine. */
    AZURE_CLI
}

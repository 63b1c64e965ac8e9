package dev.capstan.fleet.azure;

import com.azure.core.credential.TokenCredential;
import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpPipeline;
import com.azure.core.http.jdk.httpclient.JdkHttpClientBuilder;
import com.azure.core.management.AzureEnvironment;
import com.azure.core.management.profile.AzureProfile;
import com.azure.identity.AzureCliCredentialBuilder;
import com.azure.identity.ClientSecretCredentialBuilder;
import com.azure.identity.ManagedIdentityCredentialBuilder;
import com.azure.identity.WorkloadIdentityCredentialBuilder;
import com.azure.resourcemanager.containerservice.ContainerServiceManager;
import com.azure.resourcemanager.containerservice.fluent.ManagedClustersClient;
import com.azure.resourcemanager.resources.ResourceManager;
import com.azure.resourcemanager.resources.fluentcore.utils.HttpPipelineProvider;
import com.azure.resourcemanager.resources.models.Subscriptions;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** The one connection to Azure Resource Manager, shared by all that ask it. */
@Component
@ConditionalOnBooleanProperty(name = "capstan.collector.enabled", matchIfMissing = true)
public class AzureConnection {

    private final AzureSettings settings;
    private final AzureEnvironment environment;
    private final HttpPipeline pipeline;

    AzureConnection(AzureSettings settings) {
        this.settings = settings;
        this.environment = environment(settings);
        HttpClient http = new JdkHttpClientBuilder(java.net.http.HttpClient.newBuilder()
                        .sslContext(TrustedAuthorities.context(settings.caBundle())))
                .connectionTimeout(Duration.ofSeconds(10))
                .responseTimeout(Duration.ofSeconds(60))
                .build();
        this.pipeline = HttpPipelineProvider.buildHttpPipeline(
                credential(settings, http), profile(null), null, null, null, null, null, http);
    }

    /** The subscriptions the identity can see. */
    public Subscriptions subscriptions() {
        return ResourceManager.authenticate(pipeline, profile(null)).subscriptions();
    }

    /** The managed clusters of a subscription. */
    public ManagedClustersClient clusters(UUID subscription) {
        return ContainerServiceManager.authenticate(pipeline, profile(subscription))
                .serviceClient()
                .getManagedClusters();
    }

    /**
     * The properties of a cluster, or of a resource that extends it, of which the library has no types. Fails with
     * {@link com.azure.core.exception.HttpResponseException} as the library's own calls do.
     *
     * @param resource its path below the cluster's, which begins with {@code /providers/}; empty for the cluster itself
     */
    public Map<?, ?> properties(ArmId cluster, String resource, String apiVersion) {
        Object properties = ResourceManager.authenticate(pipeline, profile(cluster.subscription()))
                .withSubscription(cluster.subscription().toString())
                .serviceClient()
                .getResources()
                .getById(cluster.text().substring(1) + resource, apiVersion)
                .properties();
        return properties instanceof Map<?, ?> map ? map : Map.of();
    }

    private AzureProfile profile(@org.jspecify.annotations.Nullable UUID subscription) {
        return new AzureProfile(
                settings.tenantId(), subscription == null ? null : subscription.toString(), environment);
    }

    private static AzureEnvironment environment(AzureSettings settings) {
        String resourceManager = withSlash(settings.resourceManager().toString());
        return new AzureEnvironment(Map.of(
                AzureEnvironment.Endpoint.RESOURCE_MANAGER.identifier(), resourceManager,
                AzureEnvironment.Endpoint.MANAGEMENT.identifier(), resourceManager,
                AzureEnvironment.Endpoint.ACTIVE_DIRECTORY.identifier(),
                        withSlash(settings.authority().toString())));
    }

    private static String withSlash(String address) {
        return address.endsWith("/") ? address : address + "/";
    }

    private static TokenCredential credential(AzureSettings settings, HttpClient http) {
        String authority = settings.authority().toString();
        return switch (settings.identity()) {
            // Without disableInstanceDiscovery the library asks the public cloud about every authority it does not
            // know.
            case CLIENT_SECRET ->
                new ClientSecretCredentialBuilder()
                        .tenantId(settings.tenantId())
                        .clientId(settings.clientId())
                        .clientSecret(settings.clientSecret())
                        .authorityHost(authority)
                        .disableInstanceDiscovery()
                        .httpClient(http)
                        .build();
            case WORKLOAD_IDENTITY ->
                new WorkloadIdentityCredentialBuilder()
                        .tenantId(settings.tenantId())
                        .clientId(settings.clientId())
                        .authorityHost(authority)
                        .disableInstanceDiscovery()
                        .httpClient(http)
                        .build();
            case MANAGED_IDENTITY ->
                new ManagedIdentityCredentialBuilder()
                        .clientId(settings.clientId())
                        .httpClient(http)
                        .build();
            case AZURE_CLI ->
                new AzureCliCredentialBuilder().tenantId(settings.tenantId()).build();
        };
    }
}

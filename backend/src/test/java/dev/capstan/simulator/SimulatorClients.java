package dev.capstan.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.azure.core.credential.TokenCredential;
import com.azure.core.http.jdk.httpclient.JdkHttpClientBuilder;
import com.azure.core.management.AzureEnvironment;
import com.azure.core.management.profile.AzureProfile;
import com.azure.identity.ClientSecretCredentialBuilder;
import com.azure.resourcemanager.containerservice.ContainerServiceManager;
import com.azure.resourcemanager.resources.ResourceManager;
import dev.capstan.simulator.world.Subscription;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.HashMap;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The real clients, pointed at a simulator as its users point theirs. */
final class SimulatorClients {
    private final SimulatorServer server;
    private final HttpClient plain;

    SimulatorClients(SimulatorServer server) {
        this.server = server;
        this.plain =
                HttpClient.newBuilder().sslContext(trusting(server.caPem())).build();
    }

    /** The JDK's client, trusting the simulator and showing nothing. */
    HttpClient plain() {
        return plain;
    }

    ContainerServiceManager containerService(String secret) {
        return containerService(secret, ClusterFixture.HARBOUR);
    }

    ContainerServiceManager containerService(String secret, Subscription subscription) {
        return ContainerServiceManager.configure()
                .withHttpClient(new JdkHttpClientBuilder(builder()).build())
                .authenticate(credential(secret), profile(subscription));
    }

    ResourceManager.Authenticated resources() {
        return ResourceManager.configure()
                .withHttpClient(new JdkHttpClientBuilder(builder()).build())
                .authenticate(credential(server.clientSecret()), profile(ClusterFixture.HARBOUR));
    }

    /** A token for an audience, asked for by hand. */
    String token(String audience) throws IOException, InterruptedException {
        String form = "grant_type=client_credentials&client_id=" + server.clientId() + "&client_secret="
                + server.clientSecret() + "&scope=" + audience + "/.default";
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(server.authority() + "/" + server.tenantId() + "/oauth2/v2.0/token"))
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        String answer =
                plain.send(request, HttpResponse.BodyHandlers.ofString()).body();
        return Json.MAPPER.readTree(answer).path("access_token").asString();
    }

    /** A fabric8 client built by hand from an admin kubeconfig's parts. */
    static KubernetesClient kubernetes(byte[] kubeconfig) {
        Map<String, String> parts = parts(kubeconfig);
        Config config = new ConfigBuilder(Config.empty())
                .withMasterUrl(parts.get("server"))
                .withCaCertData(parts.get("certificate-authority-data"))
                .withClientCertData(parts.get("client-certificate-data"))
                .withClientKeyData(parts.get("client-key-data"))
                .withRequestRetryBackoffLimit(0)
                .build();
        return new KubernetesClientBuilder().withConfig(config).build();
    }

    /** The scalar values of a kubeconfig's one cluster and one user. */
    static Map<String, String> parts(byte[] kubeconfig) {
        Map<String, String> parts = new HashMap<>();
        collect(new Yaml(new SafeConstructor(new LoaderOptions())).load(new String(kubeconfig, UTF_8)), parts);
        return parts;
    }

    private static void collect(Object node, Map<String, String> parts) {
        if (node instanceof Map<?, ?> map) {
            map.forEach((key, value) -> {
                if (value instanceof String text) {
                    parts.put(String.valueOf(key), text);
                }
                collect(value, parts);
            });
        } else if (node instanceof Iterable<?> list) {
            list.forEach(item -> collect(item, parts));
        }
    }

    private TokenCredential credential(String secret) {
        return new ClientSecretCredentialBuilder()
                .authorityHost(server.authority().toString())
                .disableInstanceDiscovery()
                .tenantId(server.tenantId())
                .clientId(server.clientId())
                .clientSecret(secret)
                .httpClient(new JdkHttpClientBuilder(builder()).build())
                .build();
    }

    private AzureProfile profile(Subscription subscription) {
        Map<String, String> endpoints = new HashMap<>(AzureEnvironment.AZURE.getEndpoints());
        endpoints.put("resourceManagerEndpointUrl", server.resourceManager() + "/");
        endpoints.put("managementEndpointUrl", server.resourceManager() + "/");
        endpoints.put("activeDirectoryEndpointUrl", server.authority() + "/");
        return new AzureProfile(server.tenantId(), subscription.id(), new AzureEnvironment(endpoints));
    }

    private HttpClient.Builder builder() {
        return HttpClient.newBuilder().sslContext(trusting(server.caPem()));
    }

    static SSLContext trusting(String pem) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setCertificateEntry(
                    "ca",
                    CertificateFactory.getInstance("X.509")
                            .generateCertificate(new ByteArrayInputStream(pem.getBytes(UTF_8))));
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}

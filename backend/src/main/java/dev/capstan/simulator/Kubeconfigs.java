package dev.capstan.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.capstan.simulator.world.Cluster;
import java.net.URI;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Writes the kubeconfigs that AKS gives out, and knows the client certificates in them again. */
final class Kubeconfigs {
    private final CertificateAuthority authority;
    private final CertificateAuthority stranger;
    private final Faults faults;
    private final KeyPair clientKeys = CertificateAuthority.clientKeys();
    private final Map<String, X509Certificate> admins = new ConcurrentHashMap<>();

    Kubeconfigs(CertificateAuthority authority, Faults faults, Clock clock) {
        this.authority = authority;
        this.stranger = new CertificateAuthority("Somebody else", clock);
        this.faults = faults;
    }

    /** An admin's, with a client certificate that is good for this cluster alone. */
    String admin(Cluster cluster, URI base, Instant t) {
        X509Certificate certificate = admins.computeIfAbsent(
                cluster.name(), name -> authority.client("CN=masterclient,O=system:masters", clientKeys));
        return text(cluster, base, t, "clusterAdmin", """
                    client-certificate-data: %s
                    client-key-data: %s
                """.formatted(
                        base64(CertificateAuthority.pem(certificate)),
                        base64(CertificateAuthority.pem(clientKeys.getPrivate()))));
    }

    /** A user's, who signs in through Entra by the kubelogin plug-in. */
    String user(Cluster cluster, URI base, Instant t, String tenant) {
        return text(cluster, base, t, "clusterUser", """
                    exec:
                      apiVersion: client.authentication.k8s.io/v1beta1
                      command: kubelogin
                      args:
                      - get-token
                      - --environment
                      - AzurePublicCloud
                      - --server-id
                      - %s
                      - --client-id
                      - 80faf920-1908-4b52-b5ef-a8e7bedfc67a
                      - --tenant-id
                      - %s
                      - --login
                      - devicecode
                      env: null
                      installHint: kubelogin is not installed which is required to connect to AAD enabled cluster.
                      provideClusterInfo: false
                """.formatted(KubernetesEndpoint.AUDIENCE, tenant));
    }

    /** Whether a client certificate is the admin's of this cluster, and not of another or of our making at all. */
    boolean admits(@Nullable X509Certificate certificate, Cluster cluster) {
        return certificate != null && certificate.equals(admins.get(cluster.name()));
    }

    /** Where the cluster's API server listens; a name that nobody can resolve where the cluster is out of reach. */
    static String server(Cluster cluster, URI base, Instant t) {
        return cluster.life().reachableAt(t)
                ? base + "/clusters/" + cluster.dnsLabel()
                : "https://" + cluster.dnsLabel() + ".hcp." + cluster.region() + ".azmk8s.invalid:443";
    }

    private String text(Cluster cluster, URI base, Instant t, String role, String credentials) {
        CertificateAuthority signer = faults.hasWrongAuthority(cluster.name()) ? stranger : authority;
        String user = role + "_" + cluster.resourceGroup() + "_" + cluster.name();
        return """
                apiVersion: v1
                clusters:
                - cluster:
                    certificate-authority-data: %1$s
                    server: %2$s
                  name: %3$s
                contexts:
                - context:
                    cluster: %3$s
                    user: %4$s
                  name: %3$s
                current-context: %3$s
                kind: Config
                preferences: {}
                users:
                - name: %4$s
                  user:
                %5$s""".formatted(
                        base64(CertificateAuthority.pem(signer.certificate())),
                        server(cluster, base, t),
                        cluster.name(),
                        user,
                        credentials);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }
}

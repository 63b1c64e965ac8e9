package dev.capstan.collection.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.capstan.collection.kubernetes.ClusterAccess;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KubeconfigTest {

    private static final String ADMIN = """
            apiVersion: v1
            kind: Config
            clusters:
            - name: c1
              cluster: {certificate-authority-data: Q0E=, server: "https://c1.hcp.westeurope.azmk8s.io:443"}
            users:
            - name: clusterAdmin_rg1_c1
              user:
                client-certificate-data: Q0VSVA==
                client-key-data: S0VZ
                token: TOKEN
                exec: {command: touch, args: [/tmp/owned], apiVersion: client.authentication.k8s.io/v1beta1}
            """;

    @Test
    void takesTheServerItsAuthorityAndTheClientsCertificateAndNothingElse() {
        assertThat(read(ADMIN))
                .isEqualTo(new ClusterAccess(
                        URI.create("https://c1.hcp.westeurope.azmk8s.io:443"), "Q0E=", "Q0VSVA==", "S0VZ"));
    }

    @Test
    void neverSaysItsSecrets() {
        assertThat(read(ADMIN)).hasToString("ClusterAccess[https://c1.hcp.westeurope.azmk8s.io:443]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "just text",
                "clusters: []\nusers: []",
                "clusters: [{cluster: {server: 'https://x'}}]\nusers: [{user: {token: SECRET}}]",
                "clusters: {a: b}\nusers: 3",
                "\"unclosed SECRET",
                "!!javax.script.ScriptEngineManager [!!java.net.URLClassLoader [[!!java.net.URL ['http://x/SECRET']]]]"
            })
    void whatIsNoKubeconfigIsRefusedWithoutBeingQuoted(String text) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("SECRET")
                .hasNoCause();
    }

    @Test
    void aServerWithoutEncryptionIsRefused() {
        assertThatThrownBy(() -> read(ADMIN.replace("https://", "http://")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("https");
    }

    private static ClusterAccess read(String text) {
        return Kubeconfig.read(text.getBytes(StandardCharsets.UTF_8));
    }
}

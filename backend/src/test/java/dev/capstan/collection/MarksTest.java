package dev.capstan.collection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarksTest {

    @ParameterizedTest
    @CsvSource({
        "owner, true",
        "a8r.io/owner, true",
        "example.com/team, true",
        "app.kubernetes.io/part-of, true",
        "prometheus.io/scrape, true",
        "kubectl.kubernetes.io/last-applied-configuration, false",
        "kubectl.kubernetes.io/restartedAt, false",
        "kubernetes.io/config.hash, false",
        "deployment.kubernetes.io/revision, false",
        "node.alpha.kubernetes.io/ttl, false",
        "something.k8s.io/anything, false",
        "kubernetes.azure.com/set-kube-service-host-fqdn, false",
        "checksum/config, false",
        "checksum, false",
        "rollme, false",
        "vault.hashicorp.com/agent-inject-secret-db, false",
        "meta.helm.sh/release-name, false",
        "sidecar.istio.io/status, false",
        "cni.projectcalico.org/podIP, false",
        "notkubernetes.io/owner, true",
    })
    void anAnnotationIsKeptUnlessItsKeyIsKnownToCarryBulkSecretsOrBookkeeping(String key, boolean kept) {
        assertThat(Marks.of(Map.of(), Map.of(key, "x")).annotations().containsKey(key))
                .isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pod-template-hash",
                "controller-revision-hash",
                "pod-template-generation",
                "statefulset.kubernetes.io/pod-name",
                "apps.kubernetes.io/pod-index",
                "batch.kubernetes.io/controller-uid",
                "batch.kubernetes.io/job-name",
                "controller-uid",
                "job-name"
            })
    void aLabelThatNamesOnePodOrOneRolloutIsNotTheWorkloads(String key) {
        assertThat(Marks.of(Map.of(key, "x", "team", "shop"), Map.of()).labels())
                .containsExactly(Map.entry("team", "shop"));
    }

    @Test
    void longValuesAreNotKeptAtAllAndWhatADatabaseCannotHoldIsReplaced() {
        Marks marks = Marks.of(
                Map.of("owner", "o".repeat(257)),
                Map.of("longest", "x".repeat(256), "longer", "x".repeat(257), "zero", "a\0b"));

        assertThat(marks.labels()).isEmpty();
        assertThat(marks.annotations())
                .containsOnly(Map.entry("longest", "x".repeat(256)), Map.entry("zero", "a\uFFFDb"));
    }

    @Test
    void aMissingValueIsNoneAndThousandsAreCutToTheFirstHundred() {
        Map<String, @Nullable String> labels = new HashMap<>();
        labels.put("missing", null);
        Map<String, String> many = new HashMap<>();
        IntStream.range(0, 5000).forEach(i -> many.put("key-%04d".formatted(i), "x"));

        assertThat(Marks.of(labels, null)).isEqualTo(Marks.NONE);
        assertThat(Marks.of(null, many).annotations()).hasSize(100).containsKeys("key-0000", "key-0099");
    }

    @Test
    void whatIsNearerWinsKeyByKey() {
        Marks own = Marks.of(Map.of("owner", "own"), Map.of());
        Marks template = Marks.of(Map.of("owner", "template", "team", "template"), Map.of("note", "template"));

        assertThat(own.orElse(template))
                .isEqualTo(Marks.of(Map.of("owner", "own", "team", "template"), Map.of("note", "template")));
        assertThat(Marks.NONE.orElse(own)).isEqualTo(own);
    }
}

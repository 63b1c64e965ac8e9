package dev.capstan.ui.workload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.benchmark.ContainerRuntime;
import dev.capstan.collection.ContainerSettings;
import java.util.List;
import org.junit.jupiter.api.Test;

class SecurityContextYamlTest {

    @Test
    void onlyWhatIsSetIsWritten() {
        ContainerSettings settings = new ContainerSettings(
                ContainerRuntime.CONTAINERD, false, true, List.of("NET_ADMIN"), List.of("ALL"), 0L, null, false, false);

        assertThat(SecurityContextYaml.of(settings)).isEqualTo("""
                        # of the pod
                        hostUsers: false
                        securityContext:
                          privileged: true
                          allowPrivilegeEscalation: false
                          runAsUser: 0
                          capabilities:
                            add: [NET_ADMIN]
                            drop: [ALL]""");
    }

    @Test
    void nothingSetIsAnEmptyContext() {
        assertThat(SecurityContextYaml.of(ContainerSettings.unset())).isEqualTo("securityContext: {}");
    }

    @Test
    void aNameThatCouldBeReadAsAnythingElseIsQuoted() {
        ContainerSettings settings = new ContainerSettings(
                ContainerRuntime.CONTAINERD,
                false,
                false,
                List.of("no", "a: b", "x]\n- y", "\"", ""),
                List.of(),
                null,
                null,
                null,
                null);

        assertThat(SecurityContextYaml.of(settings)).contains("add: [\"no\", \"a: b\", \"x]\\n- y\", \"\\\"\", \"\"]");
    }
}

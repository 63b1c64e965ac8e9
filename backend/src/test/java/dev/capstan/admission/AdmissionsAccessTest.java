package dev.capstan.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.capstan.fleet.ClusterId;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

/** A viewer reads and a collector records, and neither does the other's work. */
@SpringJUnitConfig
class AdmissionsAccessTest {

    private static final ClusterId CLUSTER = new ClusterId(1);

    private final Admissions admissions;
    private final Recorder recorder;

    AdmissionsAccessTest(@Autowired Admissions admissions, @Autowired Recorder recorder) {
        this.admissions = admissions;
        this.recorder = recorder;
    }

    @Test
    @WithMockUser(roles = "VIEWER")
    void aViewerReadsAndRecordsNothing() {
        assertThat(admissions.current(CLUSTER)).isEmpty();
        assertThat(admissions.verdicts()).isEmpty();
        assertThatThrownBy(() -> admissions.record(CLUSTER, Instant.EPOCH, Recorder.cluster()))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    @WithMockUser(roles = "COLLECTOR")
    void aCollectorRecordsAndReadsNothing() {
        assertThat(admissions.record(recorder.aCluster("quay"), Instant.EPOCH, Recorder.cluster()))
                .isEqualTo(new Recording.Written(0, 0));
        refusesEveryRead(AccessDeniedException.class);
    }

    @Test
    void nobodyReadsWithoutASignIn() {
        refusesEveryRead(AuthenticationCredentialsNotFoundException.class);
    }

    private void refusesEveryRead(Class<? extends Exception> refusal) {
        assertThatThrownBy(() -> admissions.current(CLUSTER)).isInstanceOf(refusal);
        assertThatThrownBy(() -> admissions.at(CLUSTER, Instant.EPOCH)).isInstanceOf(refusal);
        assertThatThrownBy(() -> admissions.history(CLUSTER, "shop")).isInstanceOf(refusal);
        assertThatThrownBy(admissions::verdicts).isInstanceOf(refusal);
    }

    @Configuration(proxyBeanMethods = false)
    @EnableMethodSecurity
    static class Configured {

        @Bean
        Recorder recorder() {
            return new Recorder();
        }

        @Bean
        Admissions admissions(Recorder recorder) {
            return recorder.admissions;
        }
    }
}

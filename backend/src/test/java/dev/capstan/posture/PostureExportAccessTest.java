package dev.capstan.posture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.capstan.benchmark.Control;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Nobody takes the lists away without the role of a viewer, and whoever may gets them row by row. */
@SpringJUnitConfig
class PostureExportAccessTest {

    private final PostureExport export;

    PostureExportAccessTest(@Autowired PostureExport export) {
        this.export = export;
    }

    @Test
    @WithMockUser(roles = "COLLECTOR")
    void withoutTheRoleOfAViewerNotAByteIsWritten() {
        ByteArrayOutputStream to = new ByteArrayOutputStream();

        assertThatThrownBy(() -> clusters(to)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> workloads(to)).isInstanceOf(AccessDeniedException.class);
        assertThat(to.size()).isZero();
    }

    @Test
    void withoutASignInItIsRefused() {
        OutputStream to = OutputStream.nullOutputStream();

        assertThatThrownBy(() -> clusters(to)).isInstanceOf(AuthenticationCredentialsNotFoundException.class);
        assertThatThrownBy(() -> workloads(to)).isInstanceOf(AuthenticationCredentialsNotFoundException.class);
    }

    @Test
    @WithMockUser(roles = "VIEWER")
    void aFileIsWrittenWithinATransactionWithoutWhichTheDriverWouldFetchEveryRowAtOnce() throws IOException {
        Observed to = new Observed();

        clusters(to);
        workloads(to);

        assertThat(to.size()).isPositive();
    }

    private void clusters(OutputStream to) throws IOException {
        export.clusters(Control.ADDED, ClusterFilter.ALL, AsOf.NOW, Sort.unsorted(), _ -> "", to);
    }

    private void workloads(OutputStream to) throws IOException {
        export.workloads(Control.ADDED, WorkloadFilter.ALL, AsOf.NOW, Sort.unsorted(), to);
    }

    private static final class Observed extends ByteArrayOutputStream {

        @Override
        public synchronized void write(byte[] bytes, int from, int length) {
            assertThat(TransactionSynchronizationManager.isActualTransactionActive())
                    .isTrue();
            assertThat(TransactionSynchronizationManager.isCurrentTransactionReadOnly())
                    .isTrue();
            super.write(bytes, from, length);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableMethodSecurity
    @EnableTransactionManagement(proxyTargetClass = true)
    static class Configured {

        @Bean
        Fleet fleet() {
            return new Fleet();
        }

        @Bean
        PlatformTransactionManager transactions(Fleet fleet) {
            return fleet.transactions();
        }

        @Bean
        PostureExport export(Fleet fleet) {
            return fleet.export();
        }
    }
}

package dev.capstan.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.capstan.benchmark.catalogue.CatalogueFiles;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

/** Nobody reads the catalogue without the role of a viewer. */
@SpringJUnitConfig
class BenchmarksAccessTest {

    private final Benchmarks benchmarks;

    BenchmarksAccessTest(@Autowired Benchmarks benchmarks) {
        this.benchmarks = benchmarks;
    }

    @Test
    @WithMockUser(roles = "VIEWER")
    void aViewerReads() {
        assertThat(benchmarks.all()).isNotEmpty();
    }

    @Test
    @WithMockUser(roles = "COLLECTOR")
    void withoutTheRoleOfAViewerNothingIsRead() {
        assertThatThrownBy(benchmarks::all).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> benchmarks.guide(Control.ADDED)).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void withoutASignInNothingIsRead() {
        assertThatThrownBy(benchmarks::all).isInstanceOf(AuthenticationCredentialsNotFoundException.class);
    }

    @Configuration(proxyBeanMethods = false)
    @EnableMethodSecurity
    static class Configured {

        @Bean
        Benchmarks benchmarks() {
            return new Benchmarks(CatalogueFiles.read());
        }
    }
}

package dev.capstan.benchmark.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What an operator sees when the catalogue is broken. */
@ExtendWith(OutputCaptureExtension.class)
class BrokenCatalogueAtStartTest {

    @Test
    void theStartStopsWithThePlaceAndWithoutAStackTrace(CapturedOutput output) {
        SpringApplication application = new SpringApplicationBuilder(WithABrokenFile.class)
                .web(WebApplicationType.NONE)
                .build();

        assertThatThrownBy(application::run).hasRootCauseInstanceOf(BrokenCatalogue.class);
        assertThat(output)
                .contains("APPLICATION FAILED TO START")
                .contains("The catalogue of benchmarks cannot be read: "
                        + "benchmark/controls.yaml, line 2: Fields with names are expected here.")
                .doesNotContain("\tat ");
    }

    @Configuration(proxyBeanMethods = false)
    static class WithABrokenFile {

        @Bean
        Object catalogue() {
            return ControlFile.read(YamlNode.document("benchmark/controls.yaml", "\nadded: none\n"));
        }
    }
}

package dev.capstan.benchmark.catalogue;

import dev.capstan.benchmark.Catalogue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reads the catalogue at start, so that a broken file stops it rather than a page later. */
@Configuration(proxyBeanMethods = false)
class CatalogueConfiguration {

    @Bean
    Catalogue catalogue() {
        return CatalogueFiles.read();
    }
}

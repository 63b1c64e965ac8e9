package dev.capstan.benchmark.catalogue;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells at start what is wrong with the catalogue and where, in place of a stack trace. */
class BrokenCatalogueAnalyzer extends AbstractFailureAnalyzer<BrokenCatalogue> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, BrokenCatalogue cause) {
        return new FailureAnalysis(
                "The catalogue of benchmarks cannot be read: " + cause.getMessage(),
                "Correct the file in that line and start again.",
                cause);
    }
}

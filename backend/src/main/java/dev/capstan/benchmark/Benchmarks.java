package dev.capstan.benchmark;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** The benchmarks that people are audited against, and what there is to know about their controls. */
@Service
@PreAuthorize("hasRole('VIEWER')")
public class Benchmarks {

    private final Catalogue catalogue;

    Benchmarks(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Every benchmark and version, in reading order: by platform, and within it from the first to the latest. */
    public List<Benchmark> all() {
        return catalogue.benchmarks();
    }

    /** The benchmark of this id, for example {@code cis-aks-1.0}. */
    public Optional<Benchmark> find(String id) {
        return all().stream().filter(benchmark -> benchmark.id().equals(id)).findFirst();
    }

    /** The benchmark to report against where nobody has chosen one. */
    public Benchmark defaultBenchmark() {
        return catalogue.defaultBenchmark();
    }

    /** Where the benchmarks' numbers come from, as a paragraph. */
    public String about() {
        return catalogue.about();
    }

    /** What there is to know about the control. */
    public ControlGuide guide(Control control) {
        return Objects.requireNonNull(catalogue.guides().get(control), () -> "No guide for " + control);
    }

    /** What there is to know about the capability. */
    public CapabilityText capability(Capability capability) {
        return Objects.requireNonNull(catalogue.capabilities().get(capability), () -> "No text for " + capability);
    }
}

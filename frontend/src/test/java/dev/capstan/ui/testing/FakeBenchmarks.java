package dev.capstan.ui.testing;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.capstan.benchmark.Benchmarks;
import dev.capstan.benchmark.Catalogue;
import dev.capstan.benchmark.catalogue.CatalogueFiles;

/** Answers as the real service does, out of the real catalogue. */
public final class FakeBenchmarks {

    private FakeBenchmarks() {}

    /** The real catalogue. */
    public static Benchmarks create() {
        Catalogue catalogue = CatalogueFiles.read();
        Benchmarks benchmarks = mock(Benchmarks.class);
        when(benchmarks.all()).thenReturn(catalogue.benchmarks());
        when(benchmarks.about()).thenReturn(catalogue.about());
        when(benchmarks.defaultBenchmark()).thenReturn(catalogue.defaultBenchmark());
        when(benchmarks.find(anyString()))
                .thenAnswer(i -> catalogue.benchmarks().stream()
                        .filter(b -> b.id().equals(i.getArgument(0)))
                        .findFirst());
        when(benchmarks.guide(any())).thenAnswer(i -> catalogue.guides().get(i.getArgument(0)));
        when(benchmarks.capability(any()))
                .thenAnswer(i -> catalogue.capabilities().get(i.getArgument(0)));
        return benchmarks;
    }
}

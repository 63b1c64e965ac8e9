package dev.capstan.ui.benchmark;

import com.vaadin.flow.spring.annotation.SpringComponent;
import dev.capstan.access.Preferences;
import dev.capstan.benchmark.Benchmark;
import dev.capstan.benchmark.Benchmarks;

/** The benchmark that the person signed in reports against. */
@SpringComponent
public class ChosenBenchmark {

    private static final String PREFERENCE = "benchmark";

    private final Benchmarks benchmarks;
    private final Preferences preferences;

    ChosenBenchmark(Benchmarks benchmarks, Preferences preferences) {
        this.benchmarks = benchmarks;
        this.preferences = preferences;
    }

    /** The one last chosen; the usual one before that, and where the catalogue no longer has the one chosen. */
    public Benchmark get() {
        return preferences.find(PREFERENCE).flatMap(benchmarks::find).orElseGet(benchmarks::defaultBenchmark);
    }

    void choose(Benchmark benchmark) {
        preferences.remember(PREFERENCE, benchmark.id());
    }
}

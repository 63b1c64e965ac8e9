package dev.capstan.benchmark;

import java.util.List;
import java.util.Map;

/**
 * All that Capstan knows of capabilities, controls and benchmarks in words for people.
 *
 * @param about a paragraph that says where the benchmarks' numbers come from
 * @param defaultBenchmark the benchmark to report against where nobody has chosen one
 * @param benchmarks every benchmark and version, in reading order
 * @param guides a guide for every control
 * @param capabilities a text for every capability
 */
public record Catalogue(
        String about,
        Benchmark defaultBenchmark,
        List<Benchmark> benchmarks,
        Map<Control, ControlGuide> guides,
        Map<Capability, CapabilityText> capabilities) {

    public Catalogue {
        benchmarks = List.copyOf(benchmarks);
        guides = Map.copyOf(guides);
        capabilities = Map.copyOf(capabilities);
    }
}

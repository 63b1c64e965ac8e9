package dev.capstan.benchmark.catalogue;

import dev.capstan.benchmark.Benchmark;
import dev.capstan.benchmark.Control;
import dev.capstan.benchmark.Listing;
import dev.capstan.benchmark.Listing.Absent;
import dev.capstan.benchmark.Listing.Dissent;
import dev.capstan.benchmark.Listing.Level;
import dev.capstan.benchmark.Listing.Listed;
import dev.capstan.benchmark.Listing.Unknown;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What {@code benchmarks.yaml} holds: where each version of each benchmark lists the controls. */
final class BenchmarkFile {

    private static final Map<String, Level> LEVELS = levels();

    private BenchmarkFile() {}

    /**
     * The whole file.
     *
     * @param about where the numbers come from
     * @param defaultBenchmark the benchmark to report against where nobody has chosen one
     * @param benchmarks all of them, in the file's order
     */
    record Content(String about, Benchmark defaultBenchmark, List<Benchmark> benchmarks) {}

    static Content read(YamlNode document) {
        return document.fields(file -> {
            Map<String, Benchmark> byId = new LinkedHashMap<>();
            file.list(
                    "benchmarks",
                    node -> node.fields(fields -> {
                        Benchmark benchmark = benchmark(fields);
                        if (byId.put(benchmark.id(), benchmark) != null) {
                            throw fields.at("id")
                                    .error("There are two benchmarks with the id %s.".formatted(benchmark.id()));
                        }
                        return benchmark;
                    }));
            return new Content(file.text("about"), file.at("default").oneOf(byId), List.copyOf(byId.values()));
        });
    }

    private static Benchmark benchmark(YamlFields fields) {
        return new Benchmark(
                fields.at("id").text("[a-z0-9]+([.-][a-z0-9]+)*", "cis-aks-1.0"),
                fields.text("name"),
                fields.text("version"),
                fields.at("platform").oneOf(Benchmark.Platform.class),
                fields.textIfAny("note"),
                fields.at("controls").fields(BenchmarkFile::listings));
    }

    private static Map<Control, Listing> listings(YamlFields fields) {
        Map<Control, Listing> listings = new EnumMap<>(Control.class);
        for (Control control : Control.values()) {
            listings.put(control, fields.at(YamlNode.spelling(control)).fields(BenchmarkFile::listing));
        }
        return listings;
    }

    private static Listing listing(YamlFields fields) {
        if (fields.has("unknown")) {
            return new Unknown(fields.text("unknown"));
        }
        if (fields.has("absent")) {
            return new Absent(fields.text("absent"), fields.texts("sources"), otherwise(fields));
        }
        return new Listed(
                fields.at("number").text("\\d+(\\.\\d+)+", "4.2.8"),
                fields.text("title"),
                fields.at("level").oneOf(LEVELS),
                fields.at("assessment").oneOf(Listing.Assessment.class),
                fields.texts("sources"),
                otherwise(fields),
                fields.textIfAny("note"));
    }

    private static List<Dissent> otherwise(YamlFields fields) {
        YamlNode otherwise = fields.ifAny("otherwise");
        return otherwise == null
                ? List.of()
                : otherwise.list(
                        node -> node.fields(dissent -> new Dissent(dissent.text("source"), dissent.text("says"))));
    }

    private static Map<String, Level> levels() {
        Map<String, Level> levels = new LinkedHashMap<>();
        for (Level level : Level.values()) {
            levels.put(
                    switch (level) {
                        case ONE -> "1";
                        case TWO -> "2";
                        case UNKNOWN -> "unknown";
                    },
                    level);
        }
        return levels;
    }
}

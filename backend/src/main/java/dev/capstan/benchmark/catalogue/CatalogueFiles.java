package dev.capstan.benchmark.catalogue;

import dev.capstan.benchmark.Catalogue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The files of the catalogue on the class path. */
public final class CatalogueFiles {

    private CatalogueFiles() {}

    /**
     * Reads all of them.
     *
     * @throws RuntimeException when one of them is broken; the message names file and line
     */
    public static Catalogue read() {
        BenchmarkFile.Content benchmarks = BenchmarkFile.read(document("benchmark/benchmarks.yaml"));
        return new Catalogue(
                benchmarks.about(),
                benchmarks.defaultBenchmark(),
                benchmarks.benchmarks(),
                ControlFile.read(document("benchmark/controls.yaml")),
                CapabilityFile.read(document("benchmark/capabilities.yaml")));
    }

    private static YamlNode document(String file) {
        return YamlNode.document(file, text(file));
    }

    /** The text of a file as it is named on the class path. */
    static String text(String file) {
        try (InputStream in = CatalogueFiles.class.getClassLoader().getResourceAsStream(file)) {
            return new String(
                    Objects.requireNonNull(in, () -> file + " is missing").readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }
}

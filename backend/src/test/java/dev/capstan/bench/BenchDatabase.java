package dev.capstan.bench;

import dev.capstan.simulator.database.EmbeddedDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The made-up fleet in a PostgreSQL process of its own, made once and kept in a folder. */
final class BenchDatabase implements AutoCloseable {

    /** What the README recommends for a machine with 2 cores and 8 GB. */
    static final Map<String, String> SETTINGS = new TreeMap<>(Map.of(
            "shared_buffers", "2GB",
            "effective_cache_size", "6GB",
            "work_mem", "32MB",
            "maintenance_work_mem", "512MB",
            "max_wal_size", "4GB",
            "checkpoint_timeout", "15min",
            "random_page_cost", "1.1",
            "jit", "off",
            "max_parallel_workers_per_gather", "0"));

    private static final String MADE = "made.txt";

    private final EmbeddedDatabase server;

    private BenchDatabase(EmbeddedDatabase server) {
        this.server = server;
    }

    static BenchDatabase open(Path folder, FleetSize size) throws IOException {
        Path made = folder.resolve(MADE);
        String wanted = size.toString();
        if (!Files.exists(made) || !Files.readString(made).equals(wanted)) {
            delete(folder);
        }
        System.out.println("PostgreSQL with " + SETTINGS);
        BenchDatabase database = new BenchDatabase(EmbeddedDatabase.start(folder, SETTINGS));
        Flyway.configure().dataSource(database.source()).outOfOrder(true).load().migrate();
        if (!Files.exists(made)) {
            database.make(size);
            Files.writeString(made, wanted);
        }
        return database;
    }

    private void make(FleetSize size) {
        long begin = System.nanoTime();
        long rows = new FleetLoad(size, source()).load(2);
        JdbcClient.create(source()).sql("vacuum analyze").update();
        System.out.printf(
                "Made %,d rows in %d s%n",
                rows, Duration.ofNanos(System.nanoTime() - begin).toSeconds());
    }

    // Only what an earlier run has made: anything else is left where it is, and PostgreSQL refuses to start on it.
    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder.resolve("postgres"))) {
            return;
        }
        // Stops a server that an earlier run has left behind.
        EmbeddedDatabase.start(folder).close();
        Files.deleteIfExists(folder.resolve(MADE));
        try (Stream<Path> files = Files.walk(folder.resolve("postgres"))) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    String url() {
        return server.url();
    }

    PGSimpleDataSource source() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(server.url());
        source.setUser(server.user());
        return source;
    }

    @Override
    public void close() {
        server.close();
    }
}

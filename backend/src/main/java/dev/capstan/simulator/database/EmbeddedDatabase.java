package dev.capstan.simulator.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * A PostgreSQL server of our own, which listens on loopback alone. It keeps its data in a folder, survives a restart,
 * and starts again after the process before was killed.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    private static final Duration STARTUP_LIMIT = Duration.ofSeconds(30);

    private final EmbeddedPostgres server;

    private EmbeddedDatabase(EmbeddedPostgres server) {
        this.server = server;
    }

    /**
     * Starts the server whose data lie in the folder, making the folder when it is not there.
     *
     * @throws UncheckedIOException when the folder cannot be written or the server does not start
     */
    public static EmbeddedDatabase start(Path folder) {
        return start(folder, Map.of());
    }

    /**
     * The same with other settings of the server, by their names in postgresql.conf.
     *
     * @throws UncheckedIOException when the folder cannot be written or the server does not start
     */
    public static EmbeddedDatabase start(Path folder, Map<String, String> settings) {
        try {
            Files.createDirectories(folder);
            // As PostgreSQL itself will name the folder in its pid file: without links and "..".
            Path data = folder.toRealPath().resolve("postgres");
            OrphanedServer.of(data).ifPresent(OrphanedServer::stop);
            EmbeddedPostgres.Builder builder =
                    durable(EmbeddedPostgres.builder()).setDataDirectory(data).setCleanDataDirectory(false);
            settings.forEach(builder::setServerConfig);
            return new EmbeddedDatabase(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException("The embedded PostgreSQL in " + folder + " did not start", e);
        }
    }

    /** Starts a server whose data are deleted when it is closed. Faster than a durable one, for tests. */
    public static EmbeddedDatabase temporary() {
        try {
            return new EmbeddedDatabase(common(EmbeddedPostgres.builder()).start());
        } catch (IOException e) {
            throw new UncheckedIOException("A temporary embedded PostgreSQL did not start", e);
        }
    }

    // The library switches both off, which is right for tests and wrong for data that should survive a kill.
    private static EmbeddedPostgres.Builder durable(EmbeddedPostgres.Builder builder) {
        return common(builder).setServerConfig("fsync", "on").setServerConfig("synchronous_commit", "on");
    }

    // The hook of the library would stop the server while the connection pool still uses it: who starts it closes it.
    private static EmbeddedPostgres.Builder common(EmbeddedPostgres.Builder builder) {
        return builder.setRegisterShutdownHook(false)
                .setPGStartupWait(STARTUP_LIMIT)
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("max_connections", "100")
                .setServerConfig("shared_buffers", "256MB");
    }

    /** The address of the database {@code postgres}; the user is {@link #user()}, without a password. */
    public String url() {
        return url("postgres");
    }

    /** The address of another database on this server. */
    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + database + "?reWriteBatchedInserts=true";
    }

    public String user() {
        return "postgres";
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The embedded PostgreSQL did not stop", e);
        }
    }
}

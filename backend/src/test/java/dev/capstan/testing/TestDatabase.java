package dev.capstan.testing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.capstan.simulator.database.EmbeddedDatabase;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Fresh, migrated databases on one PostgreSQL server that lives as long as the tests' process. */
public final class TestDatabase {

    private static final String TEMPLATE = "migrated";
    private static final int CONNECTIONS = 8;
    private static final int MOST_KEPT = 4;
    private static final Queue<HikariDataSource> KEPT = new ArrayDeque<>();
    private static final AtomicInteger COUNT = new AtomicInteger();

    private TestDatabase() {}

    /** A new database with the schema and no rows. */
    public static PGSimpleDataSource fresh() {
        return source(freshUrl());
    }

    /**
     * The same with connections that are kept from one statement to the next: opening one and planning all anew in it
     * takes ten times as long as most statements. Only the databases that were asked for last can be used, so that the
     * server has connections for a whole run of tests.
     */
    public static DataSource kept() {
        HikariConfig config = new HikariConfig();
        config.setDataSource(fresh());
        config.setMinimumIdle(0);
        config.setMaximumPoolSize(CONNECTIONS);
        HikariDataSource pool = new HikariDataSource(config);
        synchronized (KEPT) {
            KEPT.add(pool);
            if (KEPT.size() > MOST_KEPT) {
                KEPT.remove().close();
            }
        }
        return pool;
    }

    /** The address of a new database with the schema and no rows; its user is {@code postgres}. */
    public static String freshUrl() {
        EmbeddedDatabase server = Server.RUNNING;
        String name = "test_" + COUNT.incrementAndGet();
        JdbcClient.create(source(server.url()))
                .sql("create database " + name + " template " + TEMPLATE)
                .update();
        return server.url(name);
    }

    private static PGSimpleDataSource source(String url) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser("postgres");
        return source;
    }

    private static final class Server {

        static final EmbeddedDatabase RUNNING = start();

        private static EmbeddedDatabase start() {
            EmbeddedDatabase server = EmbeddedDatabase.temporary();
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            JdbcClient.create(source(server.url()))
                    .sql("create database " + TEMPLATE)
                    .update();
            migrate(source(server.url(TEMPLATE)));
            return server;
        }

        private static void migrate(DataSource source) {
            Flyway.configure().dataSource(source).load().migrate();
        }
    }
}

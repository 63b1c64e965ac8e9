package dev.capstan.testing;

import dev.capstan.simulator.database.EmbeddedDatabase;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Fresh, migrated databases on one PostgreSQL server that lives as long as the tests' process. */
public final class TestDatabase {

    private static final String TEMPLATE = "migrated";
    private static final AtomicInteger COUNT = new AtomicInteger();

    private TestDatabase() {}

    /** A new database with the schema and no rows. */
    public static PGSimpleDataSource fresh() {
        return source(freshUrl());
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

package dev.capstan.testing;

import dev.capstan.CapstanApplication;
import dev.capstan.assessment.AsCollector;
import dev.capstan.assessment.Assessment;
import dev.capstan.assessment.RunSummary;
import dev.capstan.fleet.Cluster;
import dev.capstan.fleet.ClusterId;
import dev.capstan.fleet.Clusters;
import dev.capstan.fleet.Discovery;
import dev.capstan.simulator.Faults;
import dev.capstan.simulator.SimulatedFleet;
import dev.capstan.simulator.SimulatorServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Capstan as a collector without screens, on a fresh database, in front of a simulated fleet: every part is the real
 * one. Time is a {@link SettableClock} that both share.
 */
public final class CapstanWithFleet implements AutoCloseable {

    public final SettableClock clock = new SettableClock();
    public final SimulatorServer fleet;
    public final ConfigurableApplicationContext context;
    public final String databaseUrl = TestDatabase.freshUrl();

    private CapstanWithFleet(SimulatedFleet world, Map<String, Object> settings, Instant now, WebApplicationType web) {
        clock.set(now);
        fleet = SimulatorServer.start(world, clock);
        Map<String, Object> all = new LinkedHashMap<>(settings(fleet, databaseUrl));
        all.put("db-scheduler.enabled", "false");
        all.putAll(settings);
        context = new SpringApplicationBuilder(CapstanApplication.class)
                .web(web)
                .initializers(starting -> starting.getBeanFactory().registerSingleton("testClock", clock))
                // As arguments: what is set elsewhere must not win.
                .run(all.entrySet().stream()
                        .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                        .toArray(String[]::new));
    }

    /** Starts both. Nothing is discovered or scanned but what the test asks for. */
    public static CapstanWithFleet start(SimulatedFleet world) {
        return start(world, Map.of());
    }

    /** The same, with some settings changed. */
    public static CapstanWithFleet start(SimulatedFleet world, Map<String, Object> settings) {
        return new CapstanWithFleet(world, settings, Instant.parse("2026-06-01T08:00:00Z"), WebApplicationType.NONE);
    }

    /** The same with a web server on a free port, still without screens. */
    public static CapstanWithFleet startServing(SimulatedFleet world) {
        return new CapstanWithFleet(
                world, Map.of("server.port", "0"), Instant.parse("2026-06-01T08:00:00Z"), WebApplicationType.SERVLET);
    }

    /**
     * The same with the real scheduler, which goes by the real time and looks for work ten times a second. The clock is
     * a little behind, so that what is asked for now is due; the next turn of a cluster is years away.
     */
    public static CapstanWithFleet startScheduled(SimulatedFleet world) {
        return new CapstanWithFleet(
                world,
                Map.of(
                        "db-scheduler.enabled", "true",
                        "db-scheduler.polling-interval", "100ms",
                        "capstan.assessment.every", "3650d"),
                Instant.now().minus(Duration.ofHours(1)),
                WebApplicationType.NONE);
    }

    /** The settings that lead Capstan to a fleet and a database: the same ones that lead to a real tenant. */
    public static Map<String, Object> settings(SimulatorServer fleet, String databaseUrl) {
        return Map.of(
                "spring.datasource.url", databaseUrl,
                "spring.datasource.username", "postgres",
                "capstan.azure.identity", "CLIENT_SECRET",
                "capstan.azure.tenant-id", fleet.tenantId(),
                "capstan.azure.client-id", fleet.clientId(),
                "capstan.azure.client-secret", fleet.clientSecret(),
                "capstan.azure.resource-manager", fleet.resourceManager().toString(),
                "capstan.azure.authority", fleet.authority().toString(),
                "capstan.azure.ca-bundle", authorities(fleet).toString());
    }

    private static Path authorities(SimulatorServer fleet) {
        try {
            Path file = Files.createTempFile("fleet-ca", ".pem");
            file.toFile().deleteOnExit();
            return Files.writeString(file, fleet.caPem());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public JdbcClient jdbc() {
        return bean(JdbcClient.class);
    }

    public Faults faults() {
        return fleet.faults();
    }

    public void discover() {
        AsCollector.run(() -> bean(Discovery.class).discover());
    }

    /** A cluster that was discovered, by its name. */
    public Cluster cluster(String name) {
        return AsCollector.call(() -> bean(Clusters.class).all()).stream()
                .filter(cluster -> cluster.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No cluster " + name + " was discovered"));
    }

    public RunSummary.Outcome assess(String cluster) {
        ClusterId id = cluster(cluster).id();
        return AsCollector.call(() -> bean(Assessment.class).assess(id));
    }

    /** Every row of every table, as text. */
    public String everythingStored() {
        StringBuilder all = new StringBuilder();
        List<String> tables = jdbc().sql(
                        "select table_name from information_schema.tables where table_schema = 'public'")
                .query(String.class)
                .list();
        for (String table : tables) {
            jdbc().sql("select coalesce(string_agg(t::text, ' '), '') from " + table + " t")
                    .query(String.class)
                    .list()
                    .forEach(all::append);
        }
        return all.toString();
    }

    @Override
    public void close() {
        context.close();
        fleet.close();
    }
}

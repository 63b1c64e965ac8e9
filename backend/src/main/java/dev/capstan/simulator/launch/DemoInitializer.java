package dev.capstan.simulator.launch;

import dev.capstan.simulator.SimulatedFleet;
import dev.capstan.simulator.SimulatorServer;
import dev.capstan.simulator.database.EmbeddedDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.Profiles;

/**
 * In profile {@code demo}: starts a database and a fleet before Capstan itself, and gives Capstan their addresses as
 * settings, the same that lead to a real tenant and a real database.
 */
public final class DemoInitializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final long SEED = 20_260_401;

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        if (!context.getEnvironment().acceptsProfiles(Profiles.of("demo"))) {
            return;
        }
        // The Kubernetes client keeps each throw-away key in a key store in memory, under a password that is no secret;
        // stretching that password 10,000 times costs a fifth of the history's time.
        System.setProperty("keystore.pkcs12.keyPbeIterationCount", "1");
        Path folder = Path.of(context.getEnvironment().getProperty("capstan.demo.directory", ".capstan/demo"));
        Clock real = Clock.systemUTC();
        DefaultListableBeanFactory beans = (DefaultListableBeanFactory) context.getBeanFactory();

        // What is registered first is closed last: after the connection pool, which is a bean of the context. The
        // handler is for a start that is broken off, whose context is never closed; closing twice does no harm.
        EmbeddedDatabase database = EmbeddedDatabase.start(folder);
        beans.registerDisposableBean("demoDatabase", database::close);
        SpringApplication.getShutdownHandlers().add(database::close);
        Instant epoch = Epoch.of(folder, real);
        FleetClock fleetClock = new FleetClock(real);
        SimulatorServer fleet = SimulatorServer.start(SimulatedFleet.demo(SEED, epoch), fleetClock);
        beans.registerDisposableBean("demoFleet", fleet::close);

        beans.registerSingleton("demoHistory", new DemoHistory(epoch, new DemoClock(real), fleetClock));
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("demo", settings(folder, database, fleet)));
    }

    private static Map<String, Object> settings(Path folder, EmbeddedDatabase database, SimulatorServer fleet) {
        return Map.of(
                "spring.datasource.url", database.url(),
                "spring.datasource.username", database.user(),
                "capstan.azure.identity", "CLIENT_SECRET",
                "capstan.azure.tenant-id", fleet.tenantId(),
                "capstan.azure.client-id", fleet.clientId(),
                "capstan.azure.client-secret", fleet.clientSecret(),
                "capstan.azure.resource-manager", fleet.resourceManager().toString(),
                "capstan.azure.authority", fleet.authority().toString(),
                "capstan.azure.ca-bundle", authorities(folder, fleet).toString());
    }

    private static Path authorities(Path folder, SimulatorServer fleet) {
        Path file = folder.resolve("fleet-ca.pem");
        try {
            return Files.writeString(file, fleet.caPem());
        } catch (IOException e) {
            throw new UncheckedIOException("The demo's folder " + folder + " cannot be written", e);
        }
    }
}

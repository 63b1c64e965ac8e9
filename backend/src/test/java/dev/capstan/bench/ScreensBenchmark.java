package dev.capstan.bench;

import dev.capstan.CapstanApplication;
import dev.capstan.testing.SettableClock;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * How fast the screens are at the size of a company: makes a fleet with its history, then lets people look at it all at
 * once through the services that the screens call. Not a test: what it prints depends on the machine.
 */
final class ScreensBenchmark {

    private ScreensBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        Options options = Options.parse(arguments);
        boolean held;
        try (BenchDatabase database = BenchDatabase.open(options.data(), options.size())) {
            SettableClock clock = new SettableClock();
            clock.set(options.size().now());
            try (ConfigurableApplicationContext capstan = start(database, clock)) {
                Sizes.print(database.source(), options.size());
                List<Step> steps = new Steps(capstan, options.size()).all();
                Audience.of(1, steps).lookOnce();
                System.out.println("\nTen seconds to warm up, which are not counted");
                Audience.of(options.users(), steps).lookWithoutCounting(Duration.ofSeconds(10));
                System.out.printf(
                        "%n%d people, %s s between two steps%n",
                        options.users(), options.think().toMillis() / 1000.0);
                held = Audience.of(options.users(), steps).look(Duration.ofSeconds(options.seconds()), options.think());
                System.out.printf("%n%d people without a pause%n", options.users());
                Audience.of(options.users(), steps).look(Duration.ofSeconds(options.seconds()), Duration.ZERO);
                RawRows.compare(capstan, options.size());
                if (options.writes()) {
                    new WriteSide(capstan, clock, options.size()).measure();
                }
            }
        }
        System.exit(held || !options.strict() ? 0 : 1);
    }

    /** The product without screens and without a collector; the database's own pool and settings. */
    private static ConfigurableApplicationContext start(BenchDatabase database, SettableClock clock) {
        return new SpringApplicationBuilder(CapstanApplication.class)
                .web(WebApplicationType.NONE)
                .initializers(starting -> starting.getBeanFactory().registerSingleton("testClock", clock))
                .run(
                        "--spring.datasource.url=" + database.url(),
                        "--spring.datasource.username=postgres",
                        "--capstan.collector.enabled=false",
                        "--spring.flyway.out-of-order=true",
                        "--spring.main.banner-mode=off",
                        "--logging.level.root=WARN");
    }
}

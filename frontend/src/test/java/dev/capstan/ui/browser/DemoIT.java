package dev.capstan.ui.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import dev.capstan.CapstanApplication;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The demo as a newcomer starts it: the real product, its database, its fleet and its history, in a real browser. */
@SpringBootTest(classes = CapstanApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
@DirtiesContext
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DemoIT {

    private static final Duration HISTORY = Duration.ofMinutes(5);

    @TempDir
    static Path folder;

    @DynamicPropertySource
    static void inAFolderOfItsOwn(DynamicPropertyRegistry settings) {
        // The demo's database starts before these settings are asked for, so it is told by the JVM's property.
        System.setProperty("capstan.demo.directory", folder.toString());
    }

    private final JdbcClient jdbc;
    private final String url;

    DemoIT(@Autowired JdbcClient jdbc, @LocalServerPort int port) {
        this.jdbc = jdbc;
        this.url = "http://localhost:" + port;
    }

    @Test
    @Order(1)
    void theHistoryFillsWhilePeopleLookAndThenThePresentIsRead() {
        try (Visitor visitor = Visitor.at(url).signedInAs("Approver")) {
            assertThat(visitor.page.locator(".fleet-progress")).containsText("of 120");
            assertThat(visitor.page.locator(".fleet-progress"))
                    .isHidden(new LocatorAssertions.IsHiddenOptions().setTimeout(HISTORY.toMillis()));
        }
        // Every cluster of the fleet has been tried in the present, too.
        await().atMost(Duration.ofMinutes(1)).until(() -> count("""
                        select count(*) from cluster c where gone_at is null and not exists (
                            select from assessment_run r where r.cluster_id = c.id and r.outcome <> 'RUNNING'
                              and r.started_at > now() - interval '1 hour')
                        """) == 0);
        assertThat(count("select count(distinct taken_at::date) from snapshot")).isGreaterThanOrEqualTo(120);
    }

    @Test
    @Order(2)
    void theOverviewShowsWhatAPlainCountOverTheRecordedRowsShows() {
        try (Visitor visitor = Visitor.at(url).signedInAs("Viewer")) {
            visitor.open("/?control=added");
            String text = visitor.page.locator("#contents").innerText();
            Matcher shown = Pattern.compile("([\\d,]+) of ([\\d,]+) assessed containers pass")
                    .matcher(text);
            assertThat(shown.find()).as(text).isTrue();

            assertThat(number(shown.group(1))).isEqualTo(assessedContainers("not fails"));
            assertThat(number(shown.group(2))).isEqualTo(assessedContainers("true"));
            assertThat(text).contains("Incomplete");
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    @Test
    @Order(3)
    void aClusterAndAWorkloadAreFoundFromTheOverviewAndAreFitToBeSeen() {
        for (ColorScheme theme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
            try (Visitor visitor = Visitor.at(url, 1440, theme).signedInAs("Approver")) {
                visitor.picture("demo-overview-" + theme);
                assertThat(visitor.accessibilityFindings()).isEmpty();
                visitor.open("/clusters");
                visitor.rows().first().waitFor();
                visitor.picture("demo-clusters-" + theme);
                visitor.rows().last().click();
                assertThat(visitor.heading()).containsText("hbm-");
                visitor.picture("demo-cluster-" + theme);
                assertThat(visitor.accessibilityFindings()).isEmpty();
                visitor.open("/workloads?failing=yes&q=falco");
                visitor.rows().first().click();
                assertThat(visitor.heading()).hasText("falco");
                assertThat(visitor.page.locator("#contents")).containsText("It passes once");
                visitor.picture("demo-workload-" + theme);
                assertThat(visitor.accessibilityFindings()).isEmpty();
            }
        }
    }

    private long assessedContainers(String which) {
        return count("""
                select count(*) filter (where %s) from (
                    select bool_or(p.privileged or cardinality(p.added) > 0) as fails
                    from workload_container c join capability_profile p on p.id = c.profile_id
                    where c.seen_until is null and not p.windows
                      and exists (select from snapshot s
                          where s.cluster_id = c.cluster_id and s.taken_at > now() - interval '72 hours')
                    group by c.cluster_id, c.workload_id, c.kind, c.name) container
                """.formatted(which));
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    private static long number(String text) {
        return Long.parseLong(text.replace(",", ""));
    }
}

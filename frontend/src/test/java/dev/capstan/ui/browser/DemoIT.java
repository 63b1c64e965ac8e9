package dev.capstan.ui.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import dev.capstan.CapstanApplication;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The product as {@code ./capstan demo} starts it, from an empty folder: every part is the real one. */
class DemoIT {

    private static final double HISTORY_TIMEOUT_MS = 180_000;

    @TempDir
    private static Path folder;

    private static ConfigurableApplicationContext product;
    private static String url;

    @BeforeAll
    static void startsAndPlaysItsHistoryWhilePeopleLook() {
        product = new SpringApplicationBuilder(CapstanApplication.class)
                .run("--spring.profiles.active=demo", "--server.port=0", "--capstan.demo.directory=" + folder);
        url = "http://localhost:" + product.getEnvironment().getProperty("local.server.port");
        try (Visitor visitor = Visitor.at(url).signedInAs("Viewer")) {
            Locator progress = visitor.page.locator(".fleet-progress");
            assertThat(progress).isHidden(new LocatorAssertions.IsHiddenOptions().setTimeout(HISTORY_TIMEOUT_MS));
        }
    }

    @AfterAll
    static void stops() {
        product.close();
    }

    @Test
    void fromTheOverviewToOneClusterToOneWorkload() {
        try (Visitor visitor = Visitor.at(url).signedInAs("Auditor")) {
            assertThat(visitor.page.locator(".headline")).containsText("%");
            assertThat(visitor.page.locator(".trend-canvas canvas")).isVisible();
            assertThat(visitor.page.locator(".unread li").first()).isVisible();

            visitor.open("/clusters?sort=-failing");
            String cluster = visitor.rows().first().textContent();
            visitor.rows().first().click();
            assertThat(visitor.heading()).hasText(cluster);

            Locator workload = visitor.page.locator(".small-table .cell-2 a").first();
            String name = workload.textContent();
            workload.click();
            assertThat(visitor.heading()).hasText(name);
            assertThat(visitor.page.locator(".verdict .fail").first()).isVisible();
            assertThat(visitor.page.locator(".command pre")).containsText("kubectl");
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    @Test
    void aScanOnDemandEndsWithANewSnapshot() {
        try (Visitor visitor = Visitor.at(url).signedInAs("Approver")) {
            visitor.open("/clusters?freshness=current");
            visitor.rows().first().click();
            Locator panel = visitor.page.locator(".scan-panel");
            panel.locator("vaadin-button").click();
            assertThat(panel)
                    .containsText(
                            "A new snapshot is recorded",
                            new LocatorAssertions.ContainsTextOptions().setTimeout(30_000));
        }
    }

    @Test
    void onlyWhoMayStartScansIsOfferedThem() {
        try (Visitor visitor = Visitor.at(url).signedInAs("Workload owner")) {
            visitor.open("/clusters");
            assertThat(visitor.page.getByText("Scan all")).hasCount(0);
        }
    }

    @Test
    void aFilteredListIsTheSameForAColleague() {
        try (Visitor visitor = Visitor.at(url).signedInAs("Viewer")) {
            visitor.open("/workloads?failing=yes&risk=critical");
            String count = visitor.page.locator(".count").textContent();
            try (Visitor colleague = Visitor.at(url).signedInAs("Auditor")) {
                colleague.open(visitor.path());
                assertThat(colleague.page.locator(".count")).hasText(count);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"390,LIGHT", "390,DARK", "1280,LIGHT", "1280,DARK"})
    void everyScreenIsAccessibleAndFits(int width, ColorScheme theme) {
        try (Visitor visitor = Visitor.at(url, width, theme).signedInAs("Viewer")) {
            for (String path : new String[] {"/", "/clusters", "/clusters/1", "/workloads?failing=yes"}) {
                visitor.open(path);
                visitor.picture("demo-" + theme + "-" + width + path.replaceAll("\\W+", "-"));
                assertThat(visitor.accessibilityFindings()).as(path).isEmpty();
                assertThat(visitor.overflow()).as(path).isZero();
            }
        }
    }
}

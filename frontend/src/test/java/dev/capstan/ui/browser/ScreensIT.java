package dev.capstan.ui.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.capstan.assessment.FleetProgress;
import dev.capstan.assessment.ScanProgress;
import dev.capstan.fleet.ClusterId;
import dev.capstan.ui.testing.FakeApplication;
import dev.capstan.ui.testing.FakeFeed;
import dev.capstan.ui.testing.FakeFleet;
import dev.capstan.ui.testing.FakePostures;
import dev.capstan.ui.testing.FakeWorkloads;
import java.io.IOException;
import java.nio.file.Files;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The screens over a made-up fleet that holds every state there is. */
@SpringBootTest(classes = FakeApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ScreensIT {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HHmm'Z'").withZone(ZoneOffset.UTC);

    private final FakeFeed feed;
    private final String url;

    ScreensIT(@Autowired FakeFeed feed, @LocalServerPort int port) {
        this.feed = feed;
        this.url = "http://localhost:" + port;
    }

    @Test
    void nothingSeriousForAxeAndNothingWiderThanAnyWindow() {
        try (Visitor visitor = Visitor.at(url, Visitor.PHONE, ColorScheme.LIGHT)) {
            visitor.open("/login");
            assertThat(visitor.flaws("login", 360)).as("sign-in").isEmpty();
            visitor.signedInAs("Approver");
            for (String path : new String[] {
                "/",
                "/clusters",
                "/clusters/1",
                "/clusters/5",
                "/clusters/12",
                "/clusters/1/namespaces/checkout",
                "/clusters/1/namespaces/istio-system",
                "/clusters/1/namespaces/legacy",
                "/heat-map",
                "/heat-map?show=score&asOf=2026-11-01",
                "/?by=namespace&asOf=2026-11-01",
                "/scores?by=tag",
                "/scores?by=namespace",
                "/workloads?run-by=everyone",
                "/clusters/1/workloads/4",
                "/clusters/1/workloads/8",
                "/clusters/1/workloads/9",
                "/controls",
                "/controls?benchmark=cis-aks-1.5.0",
                "/controls/added",
                "/controls/assigned",
                "/capabilities",
                "/capabilities/SYS_ADMIN",
                "/settings",
                "/tokens",
                "/clusters/99"
            }) {
                visitor.open(path);
                assertThat(visitor.flaws("made-up" + path.replaceAll("\\W+", "-"), 360, 768, 2560))
                        .as(path)
                        .isEmpty();
            }
        }
    }

    @Test
    void namesFromClustersAreNeverMarkup() {
        try (Visitor visitor = Visitor.at(url).signedInAs("Viewer")) {
            visitor.open("/workloads?q=batch");
            assertThat(visitor.rows().first()).containsText(FakeWorkloads.HOSTILE);
            visitor.rows().first().click();
            assertThat(visitor.heading()).containsText(FakeWorkloads.HOSTILE);
            visitor.open("/clusters/1");
            visitor.page
                    .locator(".admission-table a")
                    .getByText(FakeWorkloads.HOSTILE)
                    .click();
            assertThat(visitor.heading()).hasText(FakeWorkloads.HOSTILE);
            assertThat(visitor.page.locator(".admission-verdict")).containsText("Not met");
            visitor.page.reload();
            assertThat(visitor.heading()).hasText(FakeWorkloads.HOSTILE);
            visitor.open("/");
            assertThat(visitor.page.locator("img[src=x]")).hasCount(0);
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    @Test
    void fromTheOverviewToTheNamespaceThatNothingGuards() {
        try (Visitor visitor = Visitor.at(url).signedInAs("Viewer")) {
            visitor.page.locator(".admission-state").getByText("Not met").click();
            assertThat(visitor.page.locator(".count")).hasText("1 cluster matches");
            visitor.rows().first().click();
            assertThat(visitor.heading()).hasText("aks-payments-prod-weu-01");
            visitor.page.locator(".admission-table a").getByText("legacy").click();
            assertThat(visitor.heading()).hasText("legacy");
            assertThat(visitor.page.locator(".timeline li")).hasCount(2);
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    @Test
    void aFilterTravelsInTheUrlAndTheBackButtonTakesItAway() {
        String shared;
        try (Visitor visitor = Visitor.at(url).signedInAs("Viewer")) {
            visitor.open("/clusters");
            assertThat(visitor.page.locator(".count")).hasText("14 clusters");
            visitor.page.locator("vaadin-select").nth(1).click();
            visitor.page.getByRole(AriaRole.OPTION, named("Not assessed")).click();
            assertThat(visitor.page.locator(".count")).hasText("4 clusters match");
            visitor.page.locator("[data-search] input").fill("prod");
            assertThat(visitor.page.locator(".count")).hasText("2 clusters match");
            assertThat(visitor.page).hasURL(Pattern.compile(".*[?&]q=prod.*"));
            shared = visitor.path();

            visitor.page.goBack();
            assertThat(visitor.page.locator(".count")).hasText("14 clusters");
        }
        try (Visitor colleague = Visitor.at(url).signedInAs("Viewer")) {
            colleague.open(shared);
            assertThat(colleague.page.locator(".count")).hasText("2 clusters match");
            assertThat(colleague.page.locator("[data-search] input")).hasValue("prod");
        }
    }

    @Test
    void theKeyboardAloneIsEnough() {
        try (Visitor visitor = Visitor.at(url).signedInAs("Viewer")) {
            visitor.open("/clusters");
            visitor.rows().first().waitFor();
            visitor.page.keyboard().press("Tab");
            assertThat(visitor.page.locator(".skip-link")).isFocused();
            visitor.page.keyboard().press("Enter");
            assertThat(visitor.page.locator("#contents")).isFocused();
            visitor.page.keyboard().press("f");
            assertThat(visitor.page.locator("[data-search] input")).isFocused();
            visitor.page.keyboard().type("edge");
            assertThat(visitor.page.locator(".count")).hasText("1 cluster matches");
            visitor.page.keyboard().press("Escape");
            assertThat(visitor.page.locator(".count")).hasText("14 clusters");

            visitor.page.locator("vaadin-grid").evaluate("grid => grid._focusedCell || grid.focus()");
            visitor.page.locator("vaadin-grid").evaluate("grid => grid.shadowRoot.querySelector('#items td').focus()");
            visitor.page.keyboard().press("Enter");
            assertThat(visitor.heading()).containsText("aks-");
            assertThat(visitor.path()).startsWith("/clusters/");
        }
    }

    @Test
    void aClickAnywhereInARowOpensIt() {
        try (Visitor visitor = Visitor.at(url).signedInAs("Viewer")) {
            visitor.open("/workloads?cluster=1&failing=yes");
            visitor.page.locator("vaadin-grid-cell-content .chips").first().click();
            assertThat(visitor.page.locator(".container-panel").first()).isVisible();
        }
    }

    @Test
    void settingsCanBeEditedAtAnyWidthAndInBothThemes() {
        try (Visitor visitor = Visitor.at(url, Visitor.PHONE, ColorScheme.LIGHT).signedInAs("Administrator")) {
            visitor.open("/settings");
            visitor.page.getByText("Beyond default").first().click();
            assertThat(visitor.page.locator(".save-bar")).containsText("1 change not saved");
            assertThat(visitor.flaws("settings-edited")).as("edited").isEmpty();
            visitor.page.getByRole(AriaRole.BUTTON, named("Edit override 1")).click();
            assertThat(visitor.page.locator("vaadin-dialog")).containsText("Holds in");
            assertThat(visitor.flaws("settings-override")).as("override").isEmpty();
            visitor.page.keyboard().press("Escape");
            visitor.page.locator("vaadin-text-area textarea").fill("To see what it looks like.");
            visitor.page.getByRole(AriaRole.BUTTON, named("Save …")).click();
            assertThat(visitor.page
                            .getByText("reading: strict → beyond default")
                            .last())
                    .isVisible();
            assertThat(visitor.flaws("settings-confirm")).as("confirm").isEmpty();
        }
    }

    @Test
    void aColleagueSentToAPartOfAControlArrivesThere() {
        try (Visitor visitor = Visitor.at(url).signedInAs("Viewer")) {
            visitor.open("/controls/added#backout");
            assertThat(visitor.page.locator("#backout h2")).isInViewport();
            visitor.page.locator(".contents-list a").first().click();
            assertThat(visitor.page.locator("#description h2")).isInViewport();
            assertThat(visitor.page).hasURL(Pattern.compile(".*/controls/added#description"));
            visitor.page.goBack();
            assertThat(visitor.page.locator("#backout h2")).isInViewport();
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    @Test
    void aBenchmarkIsPickedByTypingAndLeavingUnsavedSettingsAsks() {
        try (Visitor visitor = Visitor.at(url).signedInAs("Administrator")) {
            visitor.open("/controls");
            visitor.page.locator(".benchmark-picker input").fill("eks 1.2");
            Locator found = visitor.page.locator("vaadin-combo-box-item:visible");
            assertThat(found).hasCount(1);
            // The one item stands there before it is filled, and cannot be picked until then.
            assertThat(found).containsText("CIS EKS 1.2");
            visitor.page.keyboard().press("ArrowDown");
            assertThat(visitor.page.locator("vaadin-combo-box-item[focused]")).containsText("CIS EKS 1.2");
            visitor.page.keyboard().press("Enter");
            assertThat(visitor.page).hasURL(Pattern.compile(".*benchmark=cis-eks-1.2"));
            assertThat(visitor.page.locator(".control-row").first()).containsText("CIS EKS 1.2");
            visitor.page.goBack();
            assertThat(visitor.page).hasURL(Pattern.compile(".*/controls"));
            assertThat(visitor.page.locator(".control-row").first()).containsText("CIS EKS 1.2");

            visitor.settled().open("/settings");
            visitor.page.getByText("Beyond default").first().click();
            assertThat(visitor.page.locator(".save-bar")).isVisible();
            visitor.page.locator("vaadin-side-nav-item").first().click();
            visitor.page.getByRole(AriaRole.BUTTON, named("Stay")).click();
            assertThat(visitor.heading()).hasText("Settings");
            assertThat(visitor.page.locator(".save-bar")).isVisible();
            visitor.page.locator("vaadin-side-nav-item").first().click();
            visitor.page.getByRole(AriaRole.BUTTON, named("Leave")).click();
            assertThat(visitor.heading()).hasText("Overview");
        }
    }

    @Test
    void aFileHoldsTheRowsThatThePageShowsInItsOrder() throws IOException {
        try (Visitor visitor = Visitor.at(url).signedInAs("Viewer")) {
            visitor.open("/clusters?freshness=not-assessed&sort=-name");
            assertThat(visitor.page.locator(".count")).hasText("4 clusters match");
            visitor.page.locator("[data-search] input").fill("prod");
            assertThat(visitor.page.locator(".count")).hasText("2 clusters match");
            List<String> shown = visitor.rows().allInnerTexts();

            Download file = visitor.export();

            assertThat(file.suggestedFilename()).isEqualTo("capstan-clusters-" + MINUTE.format(FakeFleet.NOW) + ".csv");
            assertThat(Files.readAllLines(file.path()))
                    .isEqualTo(plus("Name", shown))
                    .hasSize(3);
            assertThat(visitor.page.locator(".export-link")).isFocused();
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    @Test
    void aFileThatBreaksOffIsNotTakenForAWholeOne() {
        try (Visitor visitor = Visitor.at(url).signedInAs("Viewer")) {
            visitor.open("/workloads?q=" + FakePostures.BREAKS);

            assertThat(visitor.export().failure()).isNotNull();
        }
    }

    @Test
    void theThemeIsRememberedAndNeverFlashes() {
        try (Visitor visitor = Visitor.at(url).signedInAs("Viewer")) {
            visitor.page.locator(".user-menu vaadin-menu-bar-button").first().click();
            visitor.page.getByRole(AriaRole.MENUITEM, named("Dark")).click();
            Locator html = visitor.page.locator("html");
            assertThat(html).hasCSS("color-scheme", "dark");
            visitor.open("/clusters");
            assertThat(html).hasCSS("color-scheme", "dark");
            visitor.page.addInitScript("addEventListener('DOMContentLoaded', () => window.early ="
                    + " getComputedStyle(document.documentElement).colorScheme)");
            visitor.page.reload();
            assertThat(visitor.page.evaluate("window.early")).isEqualTo("dark");
        }
    }

    @Test
    void workOverTheFleetIsShownOnEveryScreenAlsoToWhoComesInTheMiddleOfIt() {
        try (Visitor visitor = Visitor.at(url).signedInAs("Viewer")) {
            Locator bar = visitor.page.locator(".fleet-progress");
            feed.say(new FleetProgress("Playing 120 days of history", 34, 120));
            assertThat(bar).containsText("Playing 120 days of history: 34 of 120");
            visitor.open("/workloads");
            assertThat(bar).containsText("34 of 120");
            feed.say(new FleetProgress("Playing 120 days of history", 35, 120));
            assertThat(bar).containsText("35 of 120");
            feed.say(new FleetProgress("Playing 120 days of history", 120, 120));
            assertThat(bar).isHidden();
        }
    }

    @Test
    void aScanIsPushedToThePageAndFoundAgain() {
        ClusterId cluster = new ClusterId(3);
        try (Visitor visitor = Visitor.at(url).signedInAs("Administrator")) {
            visitor.open("/clusters/3");
            Locator panel = visitor.page.locator(".scan-panel");
            panel.locator("vaadin-button").click();
            assertThat(panel).containsText("Reading: 120 pods so far");
            visitor.open("/clusters").open("/clusters/3");
            assertThat(panel).containsText("Reading: 120 pods so far");
            feed.say(new ScanProgress(cluster, ScanProgress.Phase.READING, 200));
            assertThat(panel).containsText("Reading: 200 pods so far");
            feed.say(new ScanProgress(cluster, ScanProgress.Phase.RECORDED, 231));
            assertThat(panel).containsText("A new snapshot is recorded: 231 pods");
        }
    }

    @Test
    void aWrongPasswordIsToldSoAndAStrangerSeesNothing() {
        try (Visitor visitor = Visitor.at(url)) {
            visitor.page.navigate(url + "/clusters");
            visitor.page.locator("#vaadinLoginUsername input").fill("viewer");
            visitor.page.locator("#vaadinLoginPassword input").fill("wrong");
            visitor.page.keyboard().press("Enter");
            assertThat(visitor.page.locator("vaadin-login-form-wrapper")).containsText("do not belong together");
            assertThat(visitor.path()).startsWith("/login");
        }
    }

    @Test
    void pagesComeWithTheHeadersThatProtectThem() {
        try (Visitor visitor = Visitor.at(url)) {
            Response page = visitor.page.navigate(url + "/login");
            assertThat(page.headerValue("content-security-policy"))
                    .contains("default-src 'self'")
                    .contains("frame-ancestors 'none'");
            assertThat(page.headerValue("x-content-type-options")).isEqualTo("nosniff");
            assertThat(page.headerValue("x-frame-options")).isEqualTo("DENY");
            assertThat(page.headerValue("referrer-policy")).isEqualTo("same-origin");
        }
    }

    private static List<String> plus(String first, List<String> others) {
        return Stream.concat(Stream.of(first), others.stream()).toList();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}

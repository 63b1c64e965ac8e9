package dev.capstan.ui.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.capstan.CapstanApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

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
            assertThat(progress).containsText("of 120");
            assertThat(progress).isHidden(new LocatorAssertions.IsHiddenOptions().setTimeout(HISTORY_TIMEOUT_MS));
        }
        // After the history every cluster is tried in the present.
        await().atMost(Duration.ofMinutes(1)).until(() -> count("""
                        select count(*) from cluster c where gone_at is null and not exists (
                            select from assessment_run r where r.cluster_id = c.id and r.outcome <> 'RUNNING'
                              and r.started_at > now() - interval '1 hour')
                        """) == 0);
    }

    @AfterAll
    static void stops() {
        product.close();
    }

    @Test
    void thereIsASnapshotOfEveryDay() {
        assertThat(count("select count(distinct taken_at::date) from snapshot")).isGreaterThanOrEqualTo(120);
    }

    @Test
    void theOverviewShowsWhatAPlainCountOverTheRecordedRowsShows() {
        try (Visitor visitor = Visitor.at(url).signedInAs("Viewer")) {
            String text = visitor.page.locator("#contents").innerText();
            Matcher shown = Pattern.compile("([\\d,]+) of ([\\d,]+) assessed containers pass")
                    .matcher(text);

            assertThat(shown.find()).as(text).isTrue();
            assertThat(number(shown.group(1))).isEqualTo(assessedContainers("CUSTOMERS", "not fails"));
            assertThat(number(shown.group(2))).isEqualTo(assessedContainers("CUSTOMERS", "true"));
            assertThat(text).contains("Incomplete");
        }
    }

    @Test
    void theFilesOfBothListsHaveAsManyRowsAsThePagesSay() throws IOException {
        try (Visitor visitor = Visitor.at(url).signedInAs("Viewer")) {
            for (String list : new String[] {"/clusters", "/workloads", "/workloads?failing=yes&control=assigned"}) {
                visitor.open(list);
                String shown = visitor.page.locator(".count").innerText();

                List<String> lines = Files.readAllLines(visitor.export().path());

                assertThat(lines).as(list).hasSize((int) number(shown.split(" ")[0]) + 1);
                assertThat(lines.getFirst()).startsWith("\uFEFF").contains(",Control,");
            }
        }
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
            assertThat(visitor.page.locator(".command pre[aria-label=Command]")).containsText("kubectl");
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    @Test
    void fromTheOverviewToTheNamespaceWhoseAdmissionIsNotMet() {
        try (Visitor visitor = Visitor.at(url).signedInAs("Auditor")) {
            Locator notMet =
                    visitor.page.locator(".admission-state").filter(new Locator.FilterOptions().setHasText("Not met"));
            String clusters = notMet.locator("span").last().textContent();
            notMet.click();
            assertThat(visitor.page.locator(".count")).containsText(clusters + " cluster");
            visitor.rows().first().click();
            assertThat(visitor.page.locator(".cluster-admission .admission-verdict"))
                    .containsText("Not met");

            Locator worst = visitor.page.locator(".admission-table a").first();
            String namespace = worst.textContent();
            worst.click();
            assertThat(visitor.heading()).hasText(namespace);
            assertThat(visitor.page.locator(".admission-verdict")).containsText("Not met");
            assertThat(visitor.page.locator(".timeline li").first()).isVisible();
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    @Test
    void whatAksRunsIsCountedApartAndTheListBehindTheCountShowsAsManyFailing() {
        try (Visitor visitor = Visitor.at(url).signedInAs("Auditor")) {
            long[] fleet = apart(visitor);
            assertThat(fleet[0]).isEqualTo(assessedContainers("AKS", "true"));
            assertThat(fleet[1]).isEqualTo(assessedContainers("AKS", "fails"));

            visitor.open("/clusters?freshness=current&sort=-failing");
            visitor.rows().first().click();
            long failing = apart(visitor)[1];
            visitor.page.locator(".counted-apart a").click();
            assertThat(visitor.heading()).hasText("Workloads");
            // Tall enough for every row at once, since the list draws only those that are seen.
            visitor.page.setViewportSize(Visitor.LAPTOP, 3000);
            String count = visitor.page.locator(".count").textContent();
            assertThat(visitor.rows()).hasCount(Integer.parseInt(count.replaceFirst(" .*", "")));
            long listed =
                    visitor.page.locator("vaadin-grid-cell-content:has(.of) > :first-child").allTextContents().stream()
                            .mapToLong(DemoIT::number)
                            .sum();
            assertThat(visitor.page.locator("vaadin-grid .tag").first()).hasText("AKS");
            assertThat(listed).isEqualTo(failing);
        }
    }

    /** What the page says is counted apart: all that AKS runs, and how much of it fails. */
    private static long[] apart(Visitor visitor) {
        Locator line = visitor.page.locator(".counted-apart");
        line.waitFor();
        Matcher shown = Pattern.compile("Counted apart: ([\\d,]+) containers? that AKS runs \\(([\\d,]+) failing\\)")
                .matcher(line.innerText());
        assertThat(shown.find()).as(line.innerText()).isTrue();
        return new long[] {number(shown.group(1)), number(shown.group(2))};
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

    @Test
    void theMorningLookFindsByKeyboardWhoAddedSysAdminSinceLastWeekAndHandsItOn() throws IOException {
        String capability = "SYS_ADMIN";
        try (Visitor visitor = Visitor.at(url).signedInAs("Approver")) {
            Keyboard keyboard = visitor.page.keyboard();
            visitor.tabTo(visitor.page.locator(".what-changed a").getByText("Last 7 days"));
            keyboard.press("Enter");
            assertThat(visitor.heading()).hasText("Changes");

            visitor.settled()
                    .tabTo(visitor.page.locator("vaadin-combo-box[aria-label=Capability] input, "
                            + "vaadin-combo-box input[aria-label=Capability]"));
            keyboard.type(capability);
            assertThat(visitor.page.locator("vaadin-combo-box-item:visible").first())
                    .containsText(capability);
            keyboard.press("Enter");
            assertThat(visitor.page).hasURL(Pattern.compile(".*[?&]capability=" + capability + ".*"));
            visitor.settled().tabTo(visitor.page.locator("vaadin-checkbox:visible input"));
            keyboard.press("Space");
            assertThat(visitor.page).hasURL(Pattern.compile(".*[?&]newly=yes.*"));
            assertThat(visitor.page.locator(".count")).containsText("match");
            String count = visitor.page.locator(".count").textContent();
            List<String> rows = visitor.rows().allTextContents();
            assertThat(rows).isNotEmpty();

            try (Visitor colleague = Visitor.at(url).signedInAs("Auditor")) {
                colleague.open(visitor.path());
                assertThat(colleague.page.locator(".count")).hasText(count);
                assertThat(colleague.rows().allTextContents()).isEqualTo(rows);
            }

            List<String> lines = Files.readAllLines(visitor.export().path());
            assertThat(lines).hasSize((int) number(count.split(" ")[0]) + 1);
            assertThat(lines.subList(1, lines.size())).allMatch(line -> line.contains(capability));

            visitor.page.locator("vaadin-grid").evaluate("grid => grid.shadowRoot.querySelector('#items td').focus()");
            keyboard.press("Enter");
            assertThat(visitor.page.locator(".container-panel").first()).isVisible();
            assertThat(visitor.page.locator("#contents")).containsText(capability);

            visitor.tabTo(
                    visitor.page.locator(".user-menu vaadin-menu-bar-button").first());
            keyboard.press("Enter");
            visitor.page
                    .getByRole(
                            AriaRole.MENUITEM,
                            new Page.GetByRoleOptions().setName("Dark").setExact(true))
                    .focus();
            keyboard.press("Enter");
            assertThat(visitor.page.locator("html")).hasCSS("color-scheme", "dark");
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    @Test
    void aSnapshotThatLandsMovesNobodyFromTheirPlace() {
        try (Visitor visitor = Visitor.at(url).signedInAs("Approver");
                Visitor colleague = Visitor.at(url).signedInAs("Approver")) {
            visitor.open("/workloads?run-by=everyone&sort=name").settled();
            visitor.rows().first().waitFor();
            Locator grid = visitor.page.locator("vaadin-grid");
            grid.evaluate("grid => grid.scrollToIndex(120)");
            visitor.page.waitForFunction("() => document.querySelector('vaadin-grid')._firstVisibleIndex >= 100");
            String top = whereItRests(visitor);
            String path = visitor.path();
            long snapshots = count("select count(*) from snapshot");

            colleague.open("/clusters?freshness=current");
            colleague.rows().first().click();
            colleague.page.locator(".scan-panel vaadin-button").click();
            await().atMost(Duration.ofMinutes(1)).until(() -> count("select count(*) from snapshot") > snapshots);
            assertThat(colleague.page.locator(".scan-panel"))
                    .containsText(
                            "A new snapshot is recorded",
                            new LocatorAssertions.ContainsTextOptions().setTimeout(30_000));

            assertThat(whereItRests(visitor)).isEqualTo(top);
            assertThat(visitor.path()).isEqualTo(path);
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    /** The first row that is seen once the list has all that it asked for. */
    private static String whereItRests(Visitor visitor) {
        AtomicReference<String> before = new AtomicReference<>("");
        await().pollInterval(Duration.ofMillis(300)).until(() -> {
            String now = (String) visitor.settled().page.evaluate(FIRST_SEEN);
            return now.equals(before.getAndSet(now));
        });
        return before.get();
    }

    /** The text of the first row within the grid's window. */
    private static final String FIRST_SEEN = """
            () => {
              const grid = document.querySelector('vaadin-grid');
              const top = grid.shadowRoot.querySelector('#table thead, #header').getBoundingClientRect().bottom;
              return [...document.querySelectorAll('a[data-row]')]
                .filter(row => row.getBoundingClientRect().bottom > top)
                .sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top)[0].textContent;
            }""";

    @Test
    void everyScreenIsAccessibleAndFits() {
        try (Visitor visitor = Visitor.at(url, Visitor.PHONE, ColorScheme.LIGHT).signedInAs("Viewer")) {
            String aFailingWorkload = product.getBean(JdbcClient.class)
                    .sql("select '/clusters/' || cluster_id || '/workloads/' || workload_id from finding"
                            + " where ended is null and began <> 'NEW' and control = 'ADDED' limit 1")
                    .query(String.class)
                    .single();
            for (String path : new String[] {
                "/",
                "/?asOf=2026-10-01",
                "/changes?period=30d",
                "/changes/age",
                "/clusters",
                "/clusters/1",
                "/clusters/1/namespaces/kube-system",
                aFailingWorkload,
                "/heat-map",
                "/scores",
                "/workloads?failing=yes",
                "/search?q=prod",
                "/tokens",
                "/owners",
                "/owners/owner",
                "/settings/owners"
            }) {
                visitor.open(path);
                assertThat(visitor.flaws("demo" + path.replaceAll("\\W+", "-"), 2560))
                        .as(path)
                        .isEmpty();
            }
        }
    }

    /** Counted without any of the product's views; the demo's policy allows nothing to be added. */
    private static long assessedContainers(String runBy, String which) {
        return count("""
                select count(*) filter (where %2$s) from (
                    select bool_or(p.privileged or cardinality(p.added) > 0) as fails
                    from workload_container c join capability_profile p on p.id = c.profile_id
                    where c.seen_until is null and not p.windows
                      and case when c.origin in ('CUSTOMER', 'INJECTED') then 'CUSTOMERS' else 'AKS' end = '%1$s'
                      and exists (select from snapshot s
                          where s.cluster_id = c.cluster_id and s.taken_at > now() - interval '72 hours')
                    group by c.cluster_id, c.workload_id, c.kind, c.name) container
                """.formatted(runBy, which));
    }

    private static long count(String sql) {
        return product.getBean(JdbcClient.class).sql(sql).query(Long.class).single();
    }

    private static long number(String text) {
        return Long.parseLong(text.replace(",", ""));
    }
}

package dev.capstan.ui.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.capstan.ui.testing.FakeApplication;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Search and the keys, by keyboard alone. */
@SpringBootTest(classes = FakeApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class SearchIT {

    private final String url;

    SearchIT(@LocalServerPort int port) {
        url = "http://localhost:" + port;
    }

    @ParameterizedTest
    @CsvSource({"360,LIGHT", "360,DARK", "1280,LIGHT", "1280,DARK"})
    void theBoxAndThePageAreFitForEveryone(int width, ColorScheme theme) {
        try (Visitor visitor = Visitor.at(url, width, theme).signedInAs("Viewer")) {
            visitor.open("/clusters").settled();
            search(visitor, "shop");
            assertThat(visitor.accessibilityFindings()).as("box").isEmpty();
            assertThat(visitor.overflow()).as("box").isZero();
            for (String path :
                    new String[] {"/search?q=shop", "/search?q=worker&kind=workload&page=2", "/search?q=x"}) {
                visitor.open(path);
                assertThat(visitor.accessibilityFindings()).as(path).isEmpty();
                assertThat(visitor.overflow()).as(path).isZero();
            }
        }
    }

    @Test
    void whatWasTypedIsFoundAndOpenedWithoutAMouse() {
        try (Visitor visitor = Visitor.at(url).signedInAs("Viewer")) {
            visitor.open("/clusters").settled();
            Locator field = search(visitor, "sys_adm");
            visitor.page.keyboard().press("ArrowDown");
            assertThat(field).hasAttribute("aria-activedescendant", Pattern.compile("search-capability-0"));
            visitor.page.keyboard().press("Enter");
            assertThat(visitor.heading()).hasText("SYS_ADMIN");
            assertThat(field).hasValue("");

            search(visitor, "shop");
            visitor.page.keyboard().press("Escape");
            assertThat(field).hasAttribute("aria-expanded", "false");
            visitor.page.keyboard().press("Enter");
            assertThat(visitor.heading()).hasText("Found for “shop”");
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    @Test
    void keysGoThroughListsAndDoNothingWhileSomeoneTypes() {
        try (Visitor visitor = Visitor.at(url).signedInAs("Viewer")) {
            visitor.open("/clusters").settled();
            visitor.rows().first().waitFor();
            visitor.page.keyboard().press("f");
            visitor.page.keyboard().type("jk?/f");
            assertThat(visitor.page.locator("[data-search] input")).hasValue("jk?/f");
            assertThat(help(visitor)).isHidden();
            visitor.page.keyboard().press("Escape");
            visitor.page.keyboard().press("Escape");

            visitor.page.keyboard().press("?");
            assertThat(help(visitor)).isVisible();
            assertThat(visitor.accessibilityFindings()).isEmpty();
            visitor.page.keyboard().press("Escape");
            assertThat(help(visitor)).isHidden();

            visitor.open("/clusters").settled();
            visitor.rows().first().waitFor();
            visitor.page.keyboard().press("j");
            visitor.page.keyboard().press("j");
            visitor.page.keyboard().press("k");
            visitor.page.keyboard().press("Enter");
            assertThat(visitor.page).hasURL(Pattern.compile(".*/clusters/\\d+$"));
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    @Test
    void filesOfLibrariesAreKeptByBrowsersAndPagesAreNot() {
        try (Visitor visitor = Visitor.at(url)) {
            Response library = visitor.page.navigate(url + "/webjars/echarts/5.5.0/echarts.min.js");
            assertThat(library.headerValue("cache-control"))
                    .contains("max-age=31536000")
                    .doesNotContain("no-store");
            assertThat(library.headerValue("x-content-type-options")).isEqualTo("nosniff");
            Response page = visitor.page.navigate(url + "/login");
            assertThat(page.headerValue("cache-control")).contains("no-store");
        }
    }

    private static Locator search(Visitor visitor, String term) {
        visitor.page.keyboard().press("/");
        Locator field = visitor.page.getByRole(AriaRole.COMBOBOX).first();
        assertThat(field).isFocused();
        visitor.page.keyboard().type(term);
        assertThat(field).hasAttribute("aria-expanded", "true");
        return field;
    }

    private static Locator help(Visitor visitor) {
        return visitor.page.locator("#keyboard-help");
    }
}

package dev.capstan.ui.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.ElementHandle;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ViewportSize;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A person with a browser of their own: cookies, theme and the size of the window. */
final class Visitor implements AutoCloseable {

    /** How wide a phone and a laptop are. */
    static final int PHONE = 390;

    static final int LAPTOP = 1280;

    private static final int HEIGHT = 844;
    private static final int MOST_STOPS = 200;

    private final String url;
    private final BrowserContext context;
    private final List<String> complaints = new ArrayList<>();

    final Page page;

    private Visitor(String url, int width, ColorScheme theme) {
        this.url = url;
        context = Chromium.get()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, HEIGHT)
                        .setColorScheme(theme)
                        .setPermissions(List.of()));
        page = context.newPage();
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
    }

    /** Someone new at the address. */
    static Visitor at(String url, int width, ColorScheme theme) {
        return new Visitor(url, width, theme);
    }

    /** Someone new with a laptop, in the light. */
    static Visitor at(String url) {
        return at(url, LAPTOP, ColorScheme.LIGHT);
    }

    /** Signs in as one of the demo's people, named by the word for their role. */
    Visitor signedInAs(String role) {
        page.navigate(url + "/login");
        page.locator(".demo-accounts button")
                .filter(new Locator.FilterOptions()
                        .setHas(page.locator(".demo-role").getByText(role)))
                .click();
        assertThat(heading()).hasText("Overview");
        return this;
    }

    /** Opens a screen by its path and waits for its heading. */
    Visitor open(String path) {
        page.navigate(url + path);
        heading().waitFor();
        return this;
    }

    /** Waits until the page has heard from the server: what is opened before that would be broken off. */
    Visitor settled() {
        page.waitForFunction("() => Object.values(window.Vaadin?.Flow?.clients ?? {})"
                + ".every(client => !client.isActive || !client.isActive())");
        return this;
    }

    Locator heading() {
        return page.locator("h1").first();
    }

    /** The path and query of the page. */
    String path() {
        return page.url().substring(url.length());
    }

    /** The links of a grid's rows, in the order of the screen. */
    Locator rows() {
        return page.locator("a[data-row]:visible");
    }

    /** Takes the list's rows away as a file, with the keyboard. */
    Download export() {
        Locator link = page.locator(".export-link");
        link.focus();
        return page.waitForDownload(() -> page.keyboard().press("Enter"));
    }

    /** Goes on with the Tab key until the element has the focus. */
    Visitor tabTo(Locator target) {
        ElementHandle wanted = target.elementHandle();
        for (int i = 0; i < MOST_STOPS; i++) {
            page.keyboard().press("Tab");
            if ((Boolean) page.evaluate("wanted => document.activeElement === wanted", wanted)) {
                return this;
            }
        }
        throw new AssertionError("The Tab key does not lead to " + target);
    }

    /** What axe finds serious or critical, each in a line. */
    List<String> accessibilityFindings() {
        page.waitForLoadState();
        Set<String> grave = Set.of("serious", "critical");
        return new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .filter(rule -> grave.contains(rule.getImpact()))
                        .map(Visitor::inALine)
                        .toList();
    }

    /** By how many pixels the page is wider than the window; a page that fits answers 0. */
    int overflow() {
        return ((Number) page.evaluate("""
                        () => Math.max(
                          document.documentElement.scrollWidth - window.innerWidth,
                          ...[...document.querySelectorAll('#contents')].map(main => main.scrollWidth - main.clientWidth),
                          0)""")).intValue();
    }

    /** Errors of scripts and of the console since the visitor came. */
    List<String> complaints() {
        return complaints;
    }

    /** Keeps a picture of the whole page for people, under target/screenshots. */
    void picture(String name) {
        ViewportSize size = page.viewportSize();
        int whole = ((Number) page.evaluate("() => document.querySelector('#contents')?.scrollHeight ?? 0")).intValue();
        page.setViewportSize(size.width, Math.max(size.height, whole + 60));
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", name + ".png")));
        page.setViewportSize(size.width, size.height);
    }

    @Override
    public void close() {
        context.close();
    }

    private static String inALine(Rule rule) {
        return rule.getImpact() + ": " + rule.getHelp() + " at "
                + rule.getNodes().stream().map(node -> node.getHtml()).limit(3).toList();
    }
}

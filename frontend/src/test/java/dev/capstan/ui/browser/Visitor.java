package dev.capstan.ui.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
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
    @SuppressWarnings("unchecked")
    List<String> accessibilityFindings() {
        page.waitForLoadState();
        // Once a page: the script is half a megabyte, and axe's own builder brings it along, with a second page, each
        // time.
        if (!(Boolean) page.evaluate("() => 'axe' in window")) {
            page.evaluate(AxeBuilder.getAxeScript());
        }
        return (List<String>) page.evaluate("""
                async () => {
                  const found = await axe.run(document, { resultTypes: ['violations'] });
                  return found.violations
                    .filter((rule) => ['serious', 'critical'].includes(rule.impact))
                    .map((rule) => rule.impact + ': ' + rule.help + ' at '
                      + rule.nodes.slice(0, 3).map((node) => node.html).join(' '));
                }""");
    }

    /**
     * What is wrong with the page as it stands, each in a line: what axe finds on a phone in the dark and on a laptop in
     * the light, and where it is wider than windows of these and the other widths. The page is loaded once and follows the
     * window, and its colours the theme, as they do for people; axe, which takes longest, looks once at each theme.
     */
    List<String> flaws(String name, int... otherWidths) {
        List<String> flaws = new ArrayList<>();
        flaws.addAll(flaws(name, PHONE, ColorScheme.DARK));
        flaws.addAll(flaws(name, LAPTOP, ColorScheme.LIGHT));
        for (int width : otherWidths) {
            resized(width);
            flaws.addAll(tooWide(width));
        }
        page.setViewportSize(PHONE, HEIGHT);
        return flaws;
    }

    private List<String> flaws(String name, int width, ColorScheme theme) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(theme));
        resized(width);
        picture(name + "-" + width + "-" + theme);
        List<String> flaws = new ArrayList<>(tooWide(width));
        accessibilityFindings().forEach(finding -> flaws.add(width + " px, " + theme + ": " + finding));
        return flaws;
    }

    private void resized(int width) {
        page.setViewportSize(width, HEIGHT);
        drawn();
        settled();
    }

    private List<String> tooWide(int width) {
        int overflow = overflow();
        return overflow == 0 ? List.of() : List.of(width + " px: wider by " + overflow + " px");
    }

    /** Waits until what was changed is laid out and painted, and what fades has faded. */
    private void drawn() {
        page.evaluate("""
                async () => {
                  const frame = () => new Promise((next) => requestAnimationFrame(next));
                  await frame();
                  await frame();
                  await Promise.allSettled(document.getAnimations()
                    .filter((one) => one.effect.getComputedTiming().endTime !== Infinity)
                    .map((one) => one.finished));
                }""");
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
}

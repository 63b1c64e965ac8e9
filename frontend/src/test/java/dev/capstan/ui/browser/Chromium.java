package dev.capstan.ui.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The one browser of the tests' process. It is looked for in the system property or variable {@code CAPSTAN_CHROMIUM},
 * then where distributions put it. Where there is none, tests fail and say so; they are never skipped.
 */
final class Chromium {

    private static final String NAME = "CAPSTAN_CHROMIUM";
    private static final List<String> USUAL = List.of(
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/usr/bin/google-chrome-stable",
            "/usr/bin/microsoft-edge",
            "/snap/bin/chromium",
            "/Applications/Chromium.app/Contents/MacOS/Chromium",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private Chromium() {}

    /** The browser, started when it is first asked for and closed with the process. */
    static Browser get() {
        return Started.BROWSER;
    }

    private static Path executable() {
        String named = Optional.ofNullable(System.getProperty(NAME)).orElse(System.getenv(NAME));
        return Stream.concat(Stream.ofNullable(named), named == null ? USUAL.stream() : Stream.empty())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        named == null
                                ? "No browser to test in. Install Chromium (Debian: apt install chromium), or name one in"
                                        + " the variable CAPSTAN_CHROMIUM."
                                : "CAPSTAN_CHROMIUM is " + named + ", which is no program that can be started."));
    }

    private static final class Started {

        static final Browser BROWSER = start();

        private static Browser start() {
            Path executable = executable();
            // A limit for what never comes, not a demand on speed: a machine may have other work to do.
            PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
            Playwright playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            return playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(executable)
                            .setHeadless(true)
                            .setArgs(ARGUMENTS));
        }
    }
}

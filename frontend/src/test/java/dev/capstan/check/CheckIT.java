package dev.capstan.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command of the jar as it is built, without Spring and in the little memory that {@code ./capstan check} gives it. */
class CheckIT {

    private record Ended(int code, String out, String err) {}

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"drop, 0, pass, ''", "add, 1, fail, ''", "adds, 2, '', web.yaml:7: "})
    void theExitCodeTellsWhatCameOfIt(String list, int code, String verdict, String place) throws Exception {
        Path manifest = Files.writeString(folder.resolve("web.yaml"), """
                apiVersion: v1
                kind: Pod
                metadata: {name: web}
                spec:
                  containers:
                  - name: app
                    securityContext: {capabilities: {%s: [ALL]}}
                """.formatted(list));
        Ended ended = check(manifest, "--control", "added-strict,net-raw", "--output", "json");
        assertThat(ended.code()).isEqualTo(code);
        assertThat(ended.err()).contains(place).hasLineCount(place.isEmpty() ? 0 : 1);
        assertThat(ended.out()).contains(verdict);
        assertThat(ended.out().isEmpty()).isEqualTo(code == 2);
    }

    @Test
    void tenThousandContainersFitIntoIt() throws Exception {
        StringBuilder text = new StringBuilder("apiVersion: v1\nkind: List\nitems:\n");
        for (int i = 0; i < 10_000; i++) {
            text.append("""
                    - apiVersion: v1
                      kind: Pod
                      metadata: {name: web-%1$d, namespace: shop, labels: {app: web}}
                      spec:
                        containers:
                        - name: app
                          image: registry.example/app:%1$d
                          env: [{name: A, value: b}]
                          securityContext: {runAsUser: %1$d, capabilities: {drop: [ALL], add: [NET_ADMIN]}}
                    """.formatted(i));
        }
        Ended ended = check(Files.writeString(folder.resolve("fleet.yaml"), text), "--output", "json");
        assertThat(ended.err()).isEmpty();
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.out().lines().filter(line -> line.contains("\"verdict\"")))
                .hasSize(50_000);
    }

    private Ended check(Path manifest, String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx192m",
                "-jar",
                new File("target/capstan.jar").getAbsolutePath(),
                "check",
                manifest.toString()));
        command.addAll(Arrays.asList(options));
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        long begin = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        int code = process.waitFor();
        System.out.printf(
                "check of %s: exit code %d after %d ms%n",
                manifest.getFileName(),
                code,
                Duration.ofNanos(System.nanoTime() - begin).toMillis());
        return new Ended(code, Files.readString(out, StandardCharsets.UTF_8), Files.readString(err));
    }
}

package dev.capstan.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandLineTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                            | check needs a FILE
            a.yaml b.yaml                 | check takes one FILE, not 2
            - --control                   | --control needs a value
            - --control=                  | --control needs a value
            - --control added             | there is no control added, only added-strict, added-beyond-default
            - --control assigned,         | there is no control
            - --control Assigned          | there is no control Assigned
            - --allow NET_BINDSERVICE     | there is no capability NET_BINDSERVICE
            - --allow ALL                 | ALL would leave nothing to judge
            - --allow CHOWN,,KILL         | there is no capability ""
            - --runtime podman            | there is no runtime podman
            - --output yaml               | there is no output yaml
            - --skip-unknown=no           | --skip-unknown takes no value
            - --verbose                   | check does not know --verbose
            """)
    void wrongUseIsToldAndJudgesNothing(String arguments, String why) {
        Run run = Run.of(InputStream.nullInputStream(), arguments.isEmpty() ? new String[0] : arguments.split(" "));
        assertThat(run.err()).startsWith("capstan: ").contains(why).contains("--help says how");
        assertThat(run.out()).isEmpty();
        assertThat(run.code()).isEqualTo(Check.BAD_INPUT);
    }

    @Test
    void helpNamesEveryControl() {
        Run run = Run.of(InputStream.nullInputStream(), "--help");
        for (CheckedControl control : CheckedControl.values()) {
            assertThat(run.out()).contains("    " + control.spelling() + " ");
        }
        assertThat(run.code()).isEqualTo(Check.PASS);
    }

    @Test
    void afterTwoDashesEverythingIsAFile() {
        assertThat(Run.of(InputStream.nullInputStream(), "--", "--help").err()).contains("--help cannot be read");
    }
}

package dev.capstan.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.benchmark.Control;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What somebody would have to justify for a container to be excused. */
class ExcessTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    # setting                            | added                | assigned               | NET_RAW    | privileged
                    drop [ALL]                           | none                 | none                   | none       | none
                    drop [ALL] add [NET_BIND_SERVICE]    | NET_BIND_SERVICE     | none                   | none       | none
                    drop [ALL] add [NET_ADMIN CHOWN]     | CHOWN NET_ADMIN      | CHOWN NET_ADMIN        | none       | none
                    drop [ALL] add [NET_RAW]             | NET_RAW              | NET_RAW                | NET_RAW    | none
                    drop [ALL] add [cap_sys_admin]       | cap_sys_admin        | cap_sys_admin          | none       | none
                    drop [every name one by one]         | none                 | drop is not [ALL]      | none       | none
                    drop [ALL] add [ALL]                 | ALL                  | ALL                    | none       | none
                    add [ALL]                            | ALL                  | ALL                    | ALL        | none
                    add [ALL NET_RAW]                    | ALL NET_RAW          | ALL NET_RAW            | NET_RAW    | none
                    privileged                           | privileged           | privileged             | privileged | privileged
                    privileged drop [ALL] add [SYS_TIME] | SYS_TIME privileged  | SYS_TIME privileged    | privileged | privileged
                    windows privileged add [ALL]         | none                 | none                   | none       | none
                    """)
    void isWhatGoesBeyondTheControl(String setting, String added, String assigned, String netRaw, String privileged) {
        assertThat(excess(Control.ADDED, setting)).isEqualTo(added);
        assertThat(excess(Control.ASSIGNED, setting)).isEqualTo(assigned);
        assertThat(excess(Control.NET_RAW, setting)).isEqualTo(netRaw);
        assertThat(excess(Control.PRIVILEGED, setting)).isEqualTo(privileged);
    }

    private static String excess(Control control, String setting) {
        var names = Excess.of(control, Setting.of(setting), Criteria.STRICT);
        return names.isEmpty() ? "none" : String.join(" ", names);
    }
}

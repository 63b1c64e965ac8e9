package dev.capstan.exceptionrequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.capstan.benchmark.Risk;
import dev.capstan.evaluation.Criteria;
import dev.capstan.evaluation.Excess;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GrantTest {

    @ParameterizedTest(name = "{0} granted, {1} in excess: {2} is left")
    @CsvSource({
        "NET_ADMIN,           NET_ADMIN,            none",
        "NET_ADMIN,           NET_ADMIN SYS_PTRACE, SYS_PTRACE",
        "NET_ADMIN SYS_PTRACE, NET_ADMIN,           none",
        "NET_ADMIN,           ALL,                  ALL",
        "NET_ADMIN,           privileged,           privileged",
        "ALL,                 ALL SYS_ADMIN CHOWN,  none",
        "ALL,                 privileged,           privileged",
        "privileged,          privileged ALL CHOWN, none",
        "privileged ALL,      CAP_CHOWN,            CAP_CHOWN",
        "privileged ALL,      FOO,                  FOO",
    })
    void leavesWhatIsNotNamed(String granted, String excess, String left) {
        assertThat(String.join(" ", grant(granted).beyond(List.of(excess.split(" ")))))
                .isEqualTo(left.equals("none") ? "" : left);
    }

    @Test
    void nothingGrantsAMissingDrop() {
        assertThat(grant("privileged ALL").beyond(List.of(Excess.DROP_NOT_ALL))).containsExactly(Excess.DROP_NOT_ALL);
    }

    @Test
    void readsNamesAsTheRuntimeDoesEachOnce() {
        assertThat(grant("net_admin NET_ADMIN all Privileged").names())
                .containsExactly("ALL", "NET_ADMIN", "privileged");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CAP_NET_ADMIN", "FOO", "*", "<script>alert(1)</script>", ""})
    void refusesWhatIsNoCapability(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Grant(List.of(name)));
    }

    @Test
    void namesSomething() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Grant(List.of()));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({"CHOWN NET_BIND_SERVICE, LOW", "ALL, CRITICAL", "privileged, CRITICAL", "CHOWN SYS_ADMIN, CRITICAL"})
    void isAsRiskyAsTheWorstInIt(String granted, Risk risk) {
        assertThat(grant(granted).risk(Criteria.STRICT)).isGreaterThanOrEqualTo(risk);
    }

    private static Grant grant(String names) {
        return new Grant(List.of(names.split(" ")));
    }
}

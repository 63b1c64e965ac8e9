package dev.capstan.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.benchmark.Capability;
import dev.capstan.benchmark.Control;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The reasons are read by a workload's owner: each says what is wrong and what would make it pass. */
class ReasonsTest {

    @Test
    void additionsAreToldApartByWhatTheyDo() {
        assertThat(reasons(Control.ADDED, "add [SYS_TIME NET_RAW CHOWN KILL FOO] drop [KILL]", Set.of()))
                .containsExactly(
                        "It adds CHOWN, NET_RAW and SYS_TIME, which the policy does not allow. It passes once that is"
                                + " gone from capabilities.add.",
                        "It adds and drops KILL at once, and the drop wins. It passes, and runs as before, once that"
                                + " is gone from capabilities.add.",
                        "It adds FOO, which grants nothing but is a declared addition all the same. It passes, and"
                                + " runs as before, once that is gone from capabilities.add.");
    }

    @Test
    void whatIsAllowedIsNotAReason() {
        assertThat(reasons(Control.ADDED, "add [CHOWN KILL]", Set.of(Capability.CHOWN)))
                .singleElement()
                .asString()
                .startsWith("It adds KILL, which");
    }

    @Test
    void addingAllNamesWhatIsAllowedInstead() {
        assertThat(reasons(Control.ADDED, "add [all]", Set.of()))
                .containsExactly("It adds ALL, every capability there is. It passes when capabilities.add names only"
                        + " what is allowed, which is nothing.");
        assertThat(reasons(Control.ADDED, "add [ALL]", Set.of(Capability.KILL, Capability.CHOWN)))
                .singleElement()
                .asString()
                .endsWith("which is CHOWN and KILL.");
    }

    @Test
    void privilegedModeIsAReasonOfItsOwnUnderBothControls() {
        for (Control control : Control.values()) {
            assertThat(reasons(control, "privileged drop [ALL]", Set.of()))
                    .containsExactly("It runs privileged, which gives it every capability whatever add and drop say."
                            + " It passes without privileged: true.");
        }
    }

    @Test
    void aMissingDropAsksForAll() {
        assertThat(reasons(Control.ASSIGNED, "drop [NET_RAW]", Set.of()))
                .containsExactly("It does not drop ALL, so it keeps every default capability that it does not drop by"
                        + " name. It passes when capabilities.drop is [ALL].");
    }

    @Test
    void droppingEveryNameOneByOneIsToldToHoldNothing() {
        assertThat(reasons(Control.ASSIGNED, "drop [every name one by one]", Set.of()))
                .containsExactly("It holds no capability, but drops them one by one. It passes when"
                        + " capabilities.drop is [ALL], which changes nothing at run time.");
    }

    @Test
    void onlyNetBindServiceComesBackAfterDroppingAllWhateverThePolicyAllows() {
        assertThat(reasons(
                        Control.ASSIGNED,
                        "drop [ALL] add [NET_BIND_SERVICE CHOWN CAP_KILL ALL]",
                        Set.of(Capability.CHOWN)))
                .containsExactly(
                        "It adds ALL, every capability there is. It passes when nothing but NET_BIND_SERVICE is"
                                + " added.",
                        "It adds CHOWN, and only NET_BIND_SERVICE may come back after dropping ALL. It passes once"
                                + " that is gone from capabilities.add.",
                        "It adds CAP_KILL, which grants nothing but is not NET_BIND_SERVICE either. It passes, and"
                                + " runs as before, once that is gone from capabilities.add.");
    }

    private static List<String> reasons(Control control, String setting, Set<Capability> allowed) {
        Verdict verdict = Evaluation.judge(Setting.of(setting), new Policy(1, allowed))
                .verdicts()
                .get(control);
        return verdict instanceof Verdict.Fail(List<String> reasons) ? reasons : List.of();
    }
}

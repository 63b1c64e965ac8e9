package dev.capstan.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.capstan.benchmark.Capability;
import dev.capstan.benchmark.Control;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The reasons are read by a workload's owner: each says what is wrong and what would make it pass. */
class ReasonsTest {

    @Test
    void additionsAreToldApartByWhatTheyDo() {
        assertThat(reasons(Control.ADDED, "add [SYS_TIME NET_RAW CHOWN KILL FOO] drop [KILL]", Set.of()))
                .containsExactly(
                        "It adds CHOWN, NET_RAW and SYS_TIME, and nothing may be added. It passes once that is gone"
                                + " from capabilities.add.",
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
                .startsWith("It adds KILL, and only CHOWN may be added.");
    }

    @Test
    void addingAllNamesWhatIsAllowedInstead() {
        assertThat(reasons(Control.ADDED, "add [all]", Set.of()))
                .containsExactly("It adds ALL, every capability there is, and nothing may be added. It passes once that"
                        + " is gone from capabilities.add.");
        assertThat(reasons(Control.ADDED, "add [ALL]", Set.of(Capability.KILL, Capability.CHOWN)))
                .singleElement()
                .asString()
                .contains("and only CHOWN and KILL may be added.");
    }

    @Test
    void privilegedModeIsAReasonOfItsOwn() {
        for (Control control : List.of(Control.ADDED, Control.ASSIGNED, Control.PRIVILEGED)) {
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
                        "It adds ALL, every capability there is, and only NET_BIND_SERVICE may be added. It passes once"
                                + " that is gone from capabilities.add.",
                        "It adds CHOWN, and only NET_BIND_SERVICE may be added. It passes once that is gone from"
                                + " capabilities.add.",
                        "It adds CAP_KILL, which grants nothing but is a declared addition all the same. It passes,"
                                + " and runs as before, once that is gone from capabilities.add.");
    }

    @Test
    void whatMayBeAddedBeyondDefaultIsToldWithTheRuntime() {
        Criteria beyond = new Criteria(AddedReading.BEYOND_DEFAULT, Set.of(Capability.SYS_TIME), Map.of());

        assertThat(reasons(Control.ADDED, "add [SYS_TIME CHOWN NET_ADMIN]", beyond))
                .containsExactly(
                        "It adds NET_ADMIN, and only the 14 defaults of containerd and SYS_TIME may be added. It"
                                + " passes once that is gone from capabilities.add.");
        assertThat(reasons(Control.ADDED, "cri-o add [NET_RAW]", new Criteria(beyond.reading(), Set.of(), Map.of())))
                .containsExactly(
                        "It adds NET_RAW, and only the 9 defaults of CRI-O may be added. It passes once that is"
                                + " gone from capabilities.add.");
    }

    @Test
    void netRawIsToldByHowItCameIn() {
        assertThat(reasons(Control.NET_RAW, "nothing", Set.of()))
                .containsExactly("containerd gives it NET_RAW by default. It passes when capabilities.drop holds ALL or"
                        + " NET_RAW.");
        assertThat(reasons(Control.NET_RAW, "drop [ALL] add [NET_RAW]", Set.of()))
                .singleElement()
                .asString()
                .startsWith("It adds NET_RAW.");
        assertThat(reasons(Control.NET_RAW, "cri-o add [ALL]", Set.of()))
                .singleElement()
                .asString()
                .startsWith("It adds ALL, and NET_RAW with it.");
        assertThat(reasons(Control.NET_RAW, "privileged drop [ALL]", Set.of()))
                .singleElement()
                .asString()
                .startsWith("It runs privileged, which gives it NET_RAW whatever add and drop say.");
    }

    @Test
    void nothingFailsWithoutAReason() {
        assertThatThrownBy(() -> new Verdict.Fail(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<String> reasons(Control control, String setting, Set<Capability> allowed) {
        return reasons(control, setting, new Criteria(AddedReading.STRICT, allowed, Map.of()));
    }

    private static List<String> reasons(Control control, String setting, Criteria criteria) {
        Verdict verdict =
                Evaluation.judge(Setting.of(setting), criteria).verdicts().get(control);
        return verdict instanceof Verdict.Fail(List<String> reasons) ? reasons : List.of();
    }
}

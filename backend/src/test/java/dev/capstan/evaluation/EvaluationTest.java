package dev.capstan.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.benchmark.Capability;
import dev.capstan.benchmark.Control;
import dev.capstan.benchmark.Risk;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvaluationTest {

    private static final Criteria NOTHING_ALLOWED = Criteria.STRICT;

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
                    drop [ALL]                                  | none
                    nothing                                     | LOW
                    drop [NET_RAW]                              | LOW
                    add [CAP_SYS_ADMIN]                         | LOW
                    drop [ALL] add [NET_BIND_SERVICE]           | LOW
                    drop [ALL] add [SYS_TIME]                   | MEDIUM
                    drop [ALL] add [SYS_TIME NET_RAW CHOWN]     | HIGH
                    add [net_raw CAP_SYS_ADMIN]                 | HIGH
                    add [SYS_PTRACE] drop [SYS_PTRACE]          | CRITICAL
                    add [all] drop [ALL]                        | CRITICAL
                    privileged drop [ALL]                       | CRITICAL
                    windows privileged add [SYS_ADMIN]          | none
                    """)
    void theRiskIsTheWorstOfWhatMakesItFail(String setting, Risk risk) {
        assertThat(Evaluation.judge(Setting.of(setting), NOTHING_ALLOWED).risk())
                .isEqualTo(risk);
    }

    @Test
    void whatIsAllowedAddsNoRiskWhereItPassesBothControls() {
        Criteria bindAllowed = new Criteria(AddedReading.STRICT, Set.of(Capability.NET_BIND_SERVICE), Map.of());

        assertThat(Evaluation.judge(Setting.of("drop [ALL] add [NET_BIND_SERVICE]"), bindAllowed)
                        .risk())
                .isNull();
        assertThat(Evaluation.judge(Setting.of("add [NET_BIND_SERVICE]"), bindAllowed)
                        .risk())
                .isEqualTo(Risk.LOW);
    }

    @Test
    void whatThePolicyAllowsStillCountsAsRiskWhereItFailsTheOtherControl() {
        Criteria tracingAllowed = new Criteria(AddedReading.STRICT, Set.of(Capability.SYS_PTRACE), Map.of());

        Judgement judgement = Evaluation.judge(Setting.of("drop [ALL] add [SYS_PTRACE]"), tracingAllowed);

        assertThat(judgement.verdicts().get(Control.ADDED)).isEqualTo(new Verdict.Pass());
        assertThat(judgement.verdicts().get(Control.ASSIGNED)).isInstanceOf(Verdict.Fail.class);
        assertThat(judgement.risk()).isEqualTo(Risk.CRITICAL);
    }

    @ParameterizedTest(name = "{0}: declared, not effective: {1}")
    @CsvSource(delimiter = '|', textBlock = """
                    uid 65534, no-escalation, add [SYS_TIME]                 | true
                    non-root, no-escalation, add [SYS_TIME]                  | true
                    non-root, no-escalation, add [ALL]                       | true
                    uid 65534, add [SYS_TIME]                                | false
                    uid 65534, may-escalate, add [SYS_TIME]                  | false
                    no-escalation, add [SYS_TIME]                            | false
                    uid 0, no-escalation, add [SYS_TIME]                     | false
                    uid 0, non-root, no-escalation, add [SYS_TIME]           | false
                    uid 65534, no-escalation, privileged add [SYS_TIME]      | false
                    uid 65534, no-escalation, drop [ALL]                     | false
                    uid 65534, no-escalation, add [CAP_SYS_TIME]             | false
                    uid 65534, no-escalation, add [SYS_TIME] drop [SYS_TIME] | false
                    uid 65534, no-escalation, add [ALL] drop [ALL]           | false
                    windows uid 65534, no-escalation, add [SYS_TIME]         | false
                    """)
    void anAdditionIsDeclaredOnlyWhereTheProcessIsNotRootAndCannotGainIt(String setting, boolean declared) {
        assertThat(Evaluation.judge(Setting.of(setting), NOTHING_ALLOWED).declaredNotEffective())
                .isEqualTo(declared);
    }

    @Test
    void aSpellingThatDoesNothingIsWarnedOfOnceForEachListItStandsIn() {
        Judgement judgement =
                Evaluation.judge(Setting.of("add [CAP_KILL CAP_KILL KILL] drop [CAP_KILL FOO]"), NOTHING_ALLOWED);

        assertThat(judgement.warnings())
                .containsExactly(
                        "CAP_KILL in capabilities.add grants nothing."
                                + " The prefix CAP_ makes the name unknown to containerd, which knows it as KILL.",
                        "CAP_KILL in capabilities.drop drops nothing."
                                + " The prefix CAP_ makes the name unknown to containerd, which knows it as KILL.",
                        "FOO in capabilities.drop drops nothing. The Linux kernel has no capability of that name.");
    }

    @Test
    void whatIsAskedForIsCountedByOneNameEach() {
        assertThat(AskedFor.of(Setting.of("privileged add [sys_admin SYS_ADMIN all CAP_KILL CHOWN] drop [CHOWN]")))
                .isEqualTo(List.of("ALL", "CAP_KILL", "CHOWN", "SYS_ADMIN", "privileged"));
        assertThat(AskedFor.of(Setting.of("nothing"))).isEmpty();
        assertThat(AskedFor.of(Setting.of("windows privileged add [KILL]"))).isEmpty();
    }

    @Test
    void aNameThatReadsPrivilegedIsNotCountedAsTheMode() {
        assertThat(AskedFor.of(Setting.of("add [privileged]"))).containsExactly("PRIVILEGED");
    }
}

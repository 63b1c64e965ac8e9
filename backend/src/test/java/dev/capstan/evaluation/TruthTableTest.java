package dev.capstan.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.benchmark.Capability;
import dev.capstan.benchmark.Control;
import dev.capstan.collection.ContainerSettings;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every kind of setting does at run time, and what the controls say of it. */
class TruthTableTest {

    private static final Policy NOTHING_ALLOWED = new Policy(1, Set.of());
    private static final Policy BIND_ALLOWED = new Policy(2, Set.of(Capability.NET_BIND_SERVICE));

    @ParameterizedTest(name = "{0}: holds {1}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = false, textBlock = """
                    # setting                                          | effective        | strict [] | strict [bind] | assigned | warnings
                    nothing                                            | 14               | P         | P             | F        | 0
                    add [] drop []                                     | 14               | P         | P             | F        | 0
                    drop [ALL]                                         | none             | P         | P             | P        | 0
                    drop [all]                                         | none             | P         | P             | P        | 0
                    drop [ALL] add [NET_BIND_SERVICE]                  | NET_BIND_SERVICE | F         | P             | P        | 0
                    drop [ALL] add [NET_BIND_SERVICE NET_BIND_SERVICE] | NET_BIND_SERVICE | F         | P             | P        | 0
                    drop [ALL] add [CHOWN]                             | CHOWN            | F         | F             | F        | 0
                    add [CHOWN]                                        | 14               | F         | F             | F        | 0
                    add [NET_RAW]                                      | 14               | F         | F             | F        | 0
                    add [SYS_ADMIN]                                    | 14+SYS_ADMIN     | F         | F             | F        | 0
                    add [sys_admin]                                    | 14+SYS_ADMIN     | F         | F             | F        | 0
                    drop [ALL] add [NET_ADMIN]                         | NET_ADMIN        | F         | F             | F        | 0
                    add [ALL]                                          | all              | F         | F             | F        | 0
                    add [all]                                          | all              | F         | F             | F        | 0
                    add [ALL] drop [ALL]                               | none             | F         | F             | F        | 0
                    add [ALL] drop [NET_RAW]                           | all-NET_RAW      | F         | F             | F        | 0
                    add [CAP_SYS_ADMIN]                                | 14               | F         | F             | F        | 1
                    add [FOO]                                          | 14               | F         | F             | F        | 1
                    add [*]                                            | 14               | F         | F             | F        | 1
                    drop [*]                                           | 14               | P         | P             | F        | 1
                    drop [CAP_NET_RAW]                                 | 14               | P         | P             | F        | 1
                    drop [NET_RAW]                                     | 14-NET_RAW       | P         | P             | F        | 0
                    drop [every name one by one]                       | none             | P         | P             | F        | 0
                    add [SYS_PTRACE] drop [SYS_PTRACE]                 | 14               | F         | F             | F        | 0
                    privileged                                         | all              | F         | F             | F        | 0
                    privileged drop [ALL]                              | all              | F         | F             | F        | 0
                    uid 65534, no-escalation, drop [ALL] add [SYS_TIME] | declared SYS_TIME | F       | F             | F        | 0
                    windows                                            | none             | -         | -             | -        | 0
                    windows add [SYS_ADMIN] drop [FOO]                 | none             | -         | -             | -        | 0
                    windows privileged                                 | none             | -         | -             | -        | 0
                    """)
    void everyRowHolds(
            String setting, String effective, String strictNothing, String strictBind, String assigned, int warnings) {
        ContainerSettings settings = Setting.of(setting);
        Judgement judgement = Evaluation.judge(settings, NOTHING_ALLOWED);
        Judgement withBind = Evaluation.judge(settings, BIND_ALLOWED);

        assertThat(judgement.effective()).isEqualTo(capabilities(effective.replace("declared ", "")));
        assertThat(judgement.declaredNotEffective()).isEqualTo(effective.startsWith("declared"));
        assertThat(letter(judgement, Control.ADDED)).isEqualTo(strictNothing);
        assertThat(letter(withBind, Control.ADDED)).isEqualTo(strictBind);
        assertThat(letter(judgement, Control.ASSIGNED)).isEqualTo(assigned);
        assertThat(letter(withBind, Control.ASSIGNED)).isEqualTo(assigned);
        assertThat(judgement.warnings()).hasSize(warnings).isEqualTo(withBind.warnings());
    }

    private static String letter(Judgement judgement, Control control) {
        return switch (judgement.verdicts().get(control)) {
            case Verdict.Pass() -> "P";
            case Verdict.Fail ignored -> "F";
            case Verdict.NotAssessed ignored -> "?";
            case Verdict.NotApplicable ignored -> "-";
        };
    }

    /** Reads {@code 14}, {@code all}, {@code none} or one name, each with one capability more or less. */
    private static Set<Capability> capabilities(String words) {
        String base = words.split("[-+]")[0];
        Set<Capability> set = switch (base) {
            case "none" -> EnumSet.noneOf(Capability.class);
            case "all" -> EnumSet.allOf(Capability.class);
            case "14" ->
                Arrays.stream(Capability.values())
                        .filter(Capability::givenByDefault)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Capability.class)));
            default -> EnumSet.of(Capability.valueOf(base));
        };
        if (words.contains("+")) {
            set.add(Capability.valueOf(words.substring(words.indexOf('+') + 1)));
        }
        if (words.contains("-")) {
            set.remove(Capability.valueOf(words.substring(words.indexOf('-') + 1)));
        }
        return set;
    }
}

package dev.capstan.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.benchmark.Capability;
import dev.capstan.benchmark.ContainerRuntime;
import dev.capstan.benchmark.Control;
import dev.capstan.collection.ContainerSettings;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every kind of setting does at run time, and what the controls say of it. */
class TruthTableTest {

    private static final Criteria NOTHING_ALLOWED = Criteria.STRICT;
    private static final Criteria BIND_ALLOWED =
            new Criteria(AddedReading.STRICT, Set.of(Capability.NET_BIND_SERVICE), Map.of());
    private static final Criteria BEYOND_DEFAULT = new Criteria(AddedReading.BEYOND_DEFAULT, Set.of(), Map.of());

    @ParameterizedTest(name = "{0}: holds {1}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = false, textBlock = """
                    # setting                                           | effective        | strict [], strict [bind], beyond default, assigned, NET_RAW, privileged | warnings
                    nothing                                             | 14               | P P P F F P | 0
                    add [] drop []                                      | 14               | P P P F F P | 0
                    drop [ALL]                                          | none             | P P P P P P | 0
                    drop [all]                                          | none             | P P P P P P | 0
                    drop [ALL] add [NET_BIND_SERVICE]                   | NET_BIND_SERVICE | F P P P P P | 0
                    drop [ALL] add [NET_BIND_SERVICE NET_BIND_SERVICE]  | NET_BIND_SERVICE | F P P P P P | 0
                    drop [ALL] add [CHOWN]                              | CHOWN            | F F P F P P | 0
                    add [CHOWN]                                         | 14               | F F P F F P | 0
                    add [NET_RAW]                                       | 14               | F F P F F P | 0
                    drop [ALL] add [NET_RAW]                            | NET_RAW          | F F P F F P | 0
                    add [SYS_ADMIN]                                     | 14+SYS_ADMIN     | F F F F F P | 0
                    add [sys_admin]                                     | 14+SYS_ADMIN     | F F F F F P | 0
                    drop [ALL] add [NET_ADMIN]                          | NET_ADMIN        | F F F F P P | 0
                    add [ALL]                                           | all              | F F F F F P | 0
                    add [all]                                           | all              | F F F F F P | 0
                    add [ALL] drop [ALL]                                | none             | F F F F P P | 0
                    add [ALL] drop [NET_RAW]                            | all-NET_RAW      | F F F F P P | 0
                    add [ALL SYS_ADMIN] drop [ALL]                      | SYS_ADMIN        | F F F F P P | 0
                    add [CAP_SYS_ADMIN]                                 | 14               | F F F F F P | 1
                    add [FOO]                                           | 14               | F F F F F P | 1
                    add [*]                                             | 14               | F F F F F P | 1
                    drop [*]                                            | 14               | P P P F F P | 1
                    drop [CAP_NET_RAW]                                  | 14               | P P P F F P | 1
                    drop [NET_RAW]                                      | 14-NET_RAW       | P P P F P P | 0
                    drop [every name one by one]                        | none             | P P P F P P | 0
                    add [SYS_PTRACE] drop [SYS_PTRACE]                  | 14               | F F F F F P | 0
                    privileged                                          | all              | F F F F F F | 0
                    privileged drop [ALL]                               | all              | F F F F F F | 0
                    privileged drop [ALL] add [CHOWN]                   | all              | F F F F F F | 0
                    uid 65534, no-escalation, drop [ALL] add [SYS_TIME] | declared SYS_TIME | F F F F P P | 0
                    user-namespace add [SYS_ADMIN]                      | 14+SYS_ADMIN     | F F F F F P | 0
                    windows                                             | none             | - - - - - - | 0
                    windows add [SYS_ADMIN] drop [FOO]                  | none             | - - - - - - | 0
                    windows privileged                                  | none             | - - - - - - | 0
                    cri-o                                               | 9                | P P P F P P | 0
                    cri-o add [NET_RAW]                                 | 9+NET_RAW        | F F F F F P | 0
                    cri-o add [CHOWN]                                   | 9                | F F P F P P | 0
                    cri-o add [CAP_SYS_ADMIN]                           | 9+SYS_ADMIN      | F F F F P P | 0
                    cri-o add [FOO]                                     | 9                | F F F F P P | 1
                    docker                                              | 14               | P P P F F P | 0
                    docker drop [CAP_NET_RAW]                           | 14-NET_RAW       | P P P F P P | 0
                    docker drop [ALL] add [cap_net_bind_service]        | NET_BIND_SERVICE | F P P P P P | 0
                    """)
    void everyRowHolds(String setting, String effective, String letters, int warnings) {
        ContainerSettings settings = Setting.of(setting);
        Judgement judgement = Evaluation.judge(settings, NOTHING_ALLOWED);
        Judgement withBind = Evaluation.judge(settings, BIND_ALLOWED);
        Judgement beyondDefault = Evaluation.judge(settings, BEYOND_DEFAULT);

        assertThat(judgement.effective()).isEqualTo(capabilities(effective.replace("declared ", "")));
        assertThat(judgement.declaredNotEffective()).isEqualTo(effective.startsWith("declared"));
        assertThat(List.of(
                        letter(judgement, Control.ADDED),
                        letter(withBind, Control.ADDED),
                        letter(beyondDefault, Control.ADDED),
                        letter(judgement, Control.ASSIGNED),
                        letter(judgement, Control.NET_RAW),
                        letter(judgement, Control.PRIVILEGED)))
                .isEqualTo(List.of(letters.split(" ")));
        assertThat(judgement.warnings()).hasSize(warnings).isEqualTo(withBind.warnings());
        for (Control control : List.of(Control.ASSIGNED, Control.NET_RAW, Control.PRIVILEGED)) {
            assertThat(beyondDefault.verdicts().get(control))
                    .as("whatever the reading of another control")
                    .isEqualTo(judgement.verdicts().get(control));
        }
    }

    private static String letter(Judgement judgement, Control control) {
        return switch (judgement.verdicts().get(control)) {
            case Verdict.Pass() -> "P";
            case Verdict.Fail ignored -> "F";
            case Verdict.NotAssessed ignored -> "?";
            case Verdict.NotApplicable ignored -> "-";
        };
    }

    /** Reads {@code 14} or {@code 9} (the defaults), {@code all}, {@code none} or one name, each with one capability more or less. */
    private static Set<Capability> capabilities(String words) {
        String base = words.split("[-+]")[0];
        Set<Capability> set = switch (base) {
            case "none" -> EnumSet.noneOf(Capability.class);
            case "all" -> EnumSet.allOf(Capability.class);
            case "14" -> EnumSet.copyOf(EffectiveSet.defaults(ContainerRuntime.CONTAINERD));
            case "9" -> EnumSet.copyOf(EffectiveSet.defaults(ContainerRuntime.CRI_O));
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

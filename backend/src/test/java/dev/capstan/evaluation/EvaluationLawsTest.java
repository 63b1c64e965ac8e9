package dev.capstan.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.benchmark.Capability;
import dev.capstan.benchmark.Control;
import dev.capstan.benchmark.Risk;
import dev.capstan.collection.ContainerSettings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** What must hold of every setting whatsoever, tried on many thousand; a failure names the seed that repeats it. */
class EvaluationLawsTest {

    private static final int TRIES = 20_000;
    private static final List<String> ODD_NAMES = List.of(
            "ALL", "all", "CAP_SYS_ADMIN", "CAP_NET_RAW", "cap_all", "*", "SYS_*", "FOO", "", " CHOWN", "SMALL");

    @Test
    void theEffectiveSetDoesNotDependOnOrderRepeatsOrCase() {
        forAnySettings((random, settings) -> {
            ContainerSettings same =
                    with(settings, shuffled(settings.added(), random), shuffled(settings.dropped(), random));

            assertThat(EffectiveSet.of(same)).isEqualTo(EffectiveSet.of(settings));
            assertThat(letters(Evaluation.judge(same, NOTHING_ALLOWED)))
                    .isEqualTo(letters(Evaluation.judge(settings, NOTHING_ALLOWED)));
        });
    }

    @Test
    void privilegedHoldsEverythingAndFailsBothControls() {
        forAnySettings((random, settings) -> {
            if (settings.privileged() && !settings.windows()) {
                Judgement judgement = Evaluation.judge(settings, anyPolicy(random));

                assertThat(judgement.effective()).hasSize(Capability.values().length);
                assertThat(judgement.verdicts().values()).hasOnlyElementsOfType(Verdict.Fail.class);
                assertThat(judgement.risk()).isEqualTo(Risk.CRITICAL);
            }
        });
    }

    @Test
    void whatPassesUnderAddedAddsNothingThatIsNotAllowed() {
        forAnySettings((random, settings) -> {
            Policy policy = anyPolicy(random);
            if (passes(settings, policy, Control.ADDED)) {
                assertThat(settings.privileged()).isFalse();
                assertThat(settings.added())
                        .allSatisfy(name -> assertThat(policy.allowed().stream().map(Capability::name))
                                .contains(name.toUpperCase(Locale.ROOT)));
            }
        });
    }

    @Test
    void whatPassesUnderAssignedHoldsNothingButNetBindService() {
        forAnySettings((random, settings) -> {
            if (passes(settings, anyPolicy(random), Control.ASSIGNED)) {
                assertThat(EffectiveSet.of(settings)).isSubsetOf(Capability.NET_BIND_SERVICE);
            }
        });
    }

    @Test
    void allowingOneMoreCapabilityNeverTurnsAPassIntoAFail() {
        forAnySettings((random, settings) -> {
            Policy policy = anyPolicy(random);
            Set<Capability> more = EnumSet.noneOf(Capability.class);
            more.addAll(policy.allowed());
            more.add(anyOf(random, Capability.values()));
            for (Control control : Control.values()) {
                if (passes(settings, policy, control)) {
                    assertThat(passes(settings, new Policy(2, more), control)).isTrue();
                }
            }
        });
    }

    @Test
    void windowsIsNeverJudged() {
        forAnySettings((random, settings) -> {
            if (settings.windows()) {
                Judgement judgement = Evaluation.judge(settings, anyPolicy(random));

                assertThat(judgement.verdicts().values()).hasOnlyElementsOfType(Verdict.NotApplicable.class);
                assertThat(judgement.effective()).isEmpty();
                assertThat(judgement.warnings()).isEmpty();
                assertThat(judgement.risk()).isNull();
            }
        });
    }

    @Test
    void thereIsARiskExactlyWhereSomethingFails() {
        forAnySettings((random, settings) -> {
            Judgement judgement = Evaluation.judge(settings, anyPolicy(random));

            assertThat(judgement.verdicts()).containsOnlyKeys(Control.values());
            assertThat(judgement.risk() != null)
                    .isEqualTo(judgement.verdicts().values().stream().anyMatch(Verdict.Fail.class::isInstance));
        });
    }

    private static final Policy NOTHING_ALLOWED = new Policy(1, Set.of());

    private static void forAnySettings(BiConsumer<Random, ContainerSettings> law) {
        for (long seed = 0; seed < TRIES; seed++) {
            Random random = new Random(seed);
            ContainerSettings settings = anySettings(random);
            try {
                law.accept(random, settings);
            } catch (AssertionError broken) {
                throw new AssertionError("Seed %d, %s".formatted(seed, settings), broken);
            }
        }
    }

    private static ContainerSettings anySettings(Random random) {
        return new ContainerSettings(
                random.nextInt(8) == 0,
                random.nextInt(4) == 0,
                anyNames(random),
                anyNames(random),
                anyOf(random, null, 0L, 65_534L),
                anyOf(random, null, true, false),
                anyOf(random, null, true, false),
                anyOf(random, null, true, false));
    }

    private static List<String> anyNames(Random random) {
        List<String> names = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            names.add(
                    random.nextInt(3) == 0
                            ? ODD_NAMES.get(random.nextInt(ODD_NAMES.size()))
                            : anyCase(anyOf(random, Capability.values()).name(), random));
        }
        if (random.nextInt(3) == 0) {
            names.add("ALL");
        }
        return names;
    }

    /** Up to 41 capabilities, few of them more often than many. */
    private static Policy anyPolicy(Random random) {
        Set<Capability> allowed = EnumSet.noneOf(Capability.class);
        int oneIn = 1 + random.nextInt(10);
        for (Capability capability : Capability.values()) {
            if (random.nextInt(oneIn) == 0) {
                allowed.add(capability);
            }
        }
        return new Policy(1, allowed);
    }

    private static List<String> shuffled(List<String> names, Random random) {
        List<String> other = new ArrayList<>();
        for (String name : names) {
            for (int times = 1 + random.nextInt(2); times > 0; times--) {
                other.add(anyCase(name, random));
            }
        }
        Collections.shuffle(other, random);
        return other;
    }

    private static String anyCase(String name, Random random) {
        return random.nextBoolean() ? name.toLowerCase(Locale.ROOT) : name.toUpperCase(Locale.ROOT);
    }

    @SafeVarargs
    private static <T> T anyOf(Random random, T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private static ContainerSettings with(ContainerSettings settings, List<String> added, List<String> dropped) {
        return new ContainerSettings(
                settings.windows(),
                settings.privileged(),
                added,
                dropped,
                settings.runAsUser(),
                settings.runAsNonRoot(),
                settings.allowPrivilegeEscalation(),
                settings.hostUsers());
    }

    private static boolean passes(ContainerSettings settings, Policy policy, Control control) {
        return Evaluation.judge(settings, policy).verdicts().get(control) instanceof Verdict.Pass;
    }

    private static List<?> letters(Judgement judgement) {
        return List.of(
                judgement.verdicts().get(Control.ADDED).getClass(),
                judgement.verdicts().get(Control.ASSIGNED).getClass(),
                judgement.declaredNotEffective());
    }
}

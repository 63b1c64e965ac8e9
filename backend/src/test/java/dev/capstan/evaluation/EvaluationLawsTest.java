package dev.capstan.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.benchmark.Capability;
import dev.capstan.benchmark.CapabilityName.Known;
import dev.capstan.benchmark.ContainerRuntime;
import dev.capstan.benchmark.Control;
import dev.capstan.benchmark.Risk;
import dev.capstan.collection.ContainerSettings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
    void privilegedHoldsEverythingAndFailsEveryControl() {
        forAnySettings((random, settings) -> {
            if (settings.privileged() && !settings.windows()) {
                Judgement judgement = Evaluation.judge(settings, anyCriteria(random));

                assertThat(judgement.effective()).hasSize(Capability.values().length);
                assertThat(judgement.verdicts().values()).hasOnlyElementsOfType(Verdict.Fail.class);
                assertThat(judgement.risk()).isEqualTo(Risk.CRITICAL);
            }
        });
    }

    @Test
    void whatPassesUnderAddedAddsNothingThatIsNotAllowed() {
        forAnySettings((random, settings) -> {
            Criteria criteria = anyCriteria(random);
            if (passes(settings, criteria, Control.ADDED)) {
                Set<Capability> mayBeAdded = EnumSet.noneOf(Capability.class);
                mayBeAdded.addAll(criteria.allowed());
                if (criteria.reading() == AddedReading.BEYOND_DEFAULT) {
                    mayBeAdded.addAll(EffectiveSet.defaults(settings.runtime()));
                }
                assertThat(settings.privileged()).isFalse();
                assertThat(settings.addedNames())
                        .allSatisfy(name -> assertThat(name)
                                .isInstanceOfSatisfying(
                                        Known.class,
                                        known -> assertThat(mayBeAdded).contains(known.capability())));
            }
        });
    }

    @Test
    void somethingIsInExcessExactlyWhereTheControlIsNotMet() {
        forAnySettings((random, settings) -> {
            Criteria criteria = anyCriteria(random);
            Judgement judgement = Evaluation.judge(settings, criteria);
            for (Control control : Control.values()) {
                assertThat(Excess.of(control, settings, criteria).isEmpty())
                        .as("%s of %s", control, settings)
                        .isEqualTo(!(judgement.verdicts().get(control) instanceof Verdict.Fail));
            }
        });
    }

    @Test
    void whatPassesStrictlyPassesBeyondDefaultToo() {
        forAnySettings((random, settings) -> {
            Criteria any = anyCriteria(random);
            Criteria strict = new Criteria(AddedReading.STRICT, any.allowed(), any.risks());
            Criteria beyond = new Criteria(AddedReading.BEYOND_DEFAULT, any.allowed(), any.risks());
            if (passes(settings, strict, Control.ADDED)) {
                assertThat(passes(settings, beyond, Control.ADDED)).isTrue();
            }
        });
    }

    @Test
    void droppingAllAndAddingTheEffectiveSetLeavesTheEffectiveSet() {
        forAnySettings((random, settings) -> {
            if (!settings.privileged() && !settings.windows()) {
                Set<Capability> effective = EffectiveSet.of(settings);
                List<String> written = effective.stream().map(Capability::name).toList();

                assertThat(EffectiveSet.of(with(settings, written, List.of("ALL"))))
                        .isEqualTo(effective);
            }
        });
    }

    @Test
    void netRawFailsExactlyWhereItIsHeld() {
        forAnySettings((random, settings) -> assertThat(
                        Evaluation.judge(settings, anyCriteria(random))
                                        .verdicts()
                                        .get(Control.NET_RAW)
                                instanceof Verdict.Fail)
                .isEqualTo(EffectiveSet.of(settings).contains(Capability.NET_RAW)));
    }

    @Test
    void whatPassesUnderAssignedHoldsNothingButNetBindService() {
        forAnySettings((random, settings) -> {
            if (passes(settings, anyCriteria(random), Control.ASSIGNED)) {
                assertThat(EffectiveSet.of(settings)).isSubsetOf(Capability.NET_BIND_SERVICE);
            }
        });
    }

    @Test
    void allowingOneMoreCapabilityNeverTurnsAPassIntoAFail() {
        forAnySettings((random, settings) -> {
            Criteria criteria = anyCriteria(random);
            Set<Capability> more = EnumSet.noneOf(Capability.class);
            more.addAll(criteria.allowed());
            more.add(anyOf(random, Capability.values()));
            for (Control control : Control.values()) {
                if (passes(settings, criteria, control)) {
                    assertThat(passes(settings, new Criteria(criteria.reading(), more, criteria.risks()), control))
                            .isTrue();
                }
            }
        });
    }

    @Test
    void windowsIsNeverJudged() {
        forAnySettings((random, settings) -> {
            if (settings.windows()) {
                Judgement judgement = Evaluation.judge(settings, anyCriteria(random));

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
            Judgement judgement = Evaluation.judge(settings, anyCriteria(random));

            assertThat(judgement.verdicts()).containsOnlyKeys(Control.values());
            assertThat(judgement.risk() != null)
                    .isEqualTo(judgement.verdicts().values().stream().anyMatch(Verdict.Fail.class::isInstance));
        });
    }

    private static final Criteria NOTHING_ALLOWED = Criteria.STRICT;

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
                anyOf(random, ContainerRuntime.values()),
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
    private static Criteria anyCriteria(Random random) {
        Set<Capability> allowed = EnumSet.noneOf(Capability.class);
        int oneIn = 1 + random.nextInt(10);
        for (Capability capability : Capability.values()) {
            if (random.nextInt(oneIn) == 0) {
                allowed.add(capability);
            }
        }
        return new Criteria(
                anyOf(random, AddedReading.values()),
                allowed,
                Map.of(anyOf(random, Capability.values()), anyOf(random, Risk.values())));
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
                settings.runtime(),
                settings.windows(),
                settings.privileged(),
                added,
                dropped,
                settings.runAsUser(),
                settings.runAsNonRoot(),
                settings.allowPrivilegeEscalation(),
                settings.hostUsers());
    }

    private static boolean passes(ContainerSettings settings, Criteria criteria, Control control) {
        return Evaluation.judge(settings, criteria).verdicts().get(control) instanceof Verdict.Pass;
    }

    private static List<?> letters(Judgement judgement) {
        return List.of(
                judgement.verdicts().get(Control.ADDED).getClass(),
                judgement.verdicts().get(Control.ASSIGNED).getClass(),
                judgement.verdicts().get(Control.NET_RAW).getClass(),
                judgement.verdicts().get(Control.PRIVILEGED).getClass(),
                judgement.effective(),
                judgement.declaredNotEffective());
    }
}

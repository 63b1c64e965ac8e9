package dev.capstan.evaluation;

import dev.capstan.benchmark.CapabilityName;
import dev.capstan.benchmark.Control;
import dev.capstan.benchmark.Risk;
import dev.capstan.collection.ContainerSettings;
import dev.capstan.evaluation.rule.AddedCapabilities;
import dev.capstan.evaluation.rule.AssignedCapabilities;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Judges a container's settings: the same settings under the same policy always give the same judgement. */
public final class Evaluation {

    private Evaluation() {}

    /** All that can be concluded, under every control. */
    public static Judgement judge(ContainerSettings settings, Policy policy) {
        Map<Control, Verdict> verdicts = Arrays.stream(Control.values())
                .collect(Collectors.toMap(Function.identity(), control -> verdict(control, settings, policy)));
        return new Judgement(
                EffectiveSet.of(settings),
                EffectiveSet.declaredNotEffective(settings),
                verdicts,
                warnings(settings),
                fails(verdicts) ? worstRisk(settings, policy) : null);
    }

    private static Verdict verdict(Control control, ContainerSettings settings, Policy policy) {
        return switch (control) {
            case ADDED -> AddedCapabilities.judge(settings, policy);
            case ASSIGNED -> AssignedCapabilities.judge(settings);
        };
    }

    private static boolean fails(Map<Control, Verdict> verdicts) {
        return verdicts.values().stream().anyMatch(Verdict.Fail.class::isInstance);
    }

    /** The worst among what fails under any control; the least where only a missing drop or an idle spelling fails. */
    private static Risk worstRisk(ContainerSettings settings, Policy policy) {
        if (settings.privileged()) {
            return Risk.CRITICAL;
        }
        return CapabilityName.parseAll(settings.added()).stream()
                .filter(name -> !(AddedCapabilities.permits(name, policy) && AssignedCapabilities.permits(name)))
                .flatMap(name -> Stream.ofNullable(risk(name)))
                .max(Comparator.naturalOrder())
                .orElse(Risk.LOW);
    }

    private static @Nullable Risk risk(CapabilityName name) {
        return switch (name) {
            case CapabilityName.Known(var capability) -> capability.risk();
            case CapabilityName.All() -> Risk.CRITICAL;
            case CapabilityName.Inert ignored -> null;
        };
    }

    private static List<String> warnings(ContainerSettings settings) {
        if (settings.windows()) {
            return List.of();
        }
        return Stream.concat(
                        inert(settings.added(), "%s in capabilities.add grants nothing. %s"),
                        inert(settings.dropped(), "%s in capabilities.drop drops nothing. %s"))
                .toList();
    }

    private static Stream<String> inert(List<String> names, String sentence) {
        return CapabilityName.parseAll(names).stream()
                .filter(CapabilityName.Inert.class::isInstance)
                .map(CapabilityName.Inert.class::cast)
                .map(name -> sentence.formatted(name.written(), name.why()));
    }
}

package dev.capstan.evaluation;

import dev.capstan.benchmark.CapabilityName;
import dev.capstan.benchmark.Control;
import dev.capstan.benchmark.Risk;
import dev.capstan.collection.ContainerFact;
import dev.capstan.collection.ContainerSettings;
import dev.capstan.evaluation.rule.AddedBeyondDefault;
import dev.capstan.evaluation.rule.AddedStrict;
import dev.capstan.evaluation.rule.AssignedCapabilities;
import dev.capstan.evaluation.rule.NetRaw;
import dev.capstan.evaluation.rule.Privileged;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Judges a container's settings: the same settings against the same criteria always give the same judgement. */
public final class Evaluation {

    /**
     * The number of the rules' own version. It goes up with every change of a rule that changes a verdict, a reason, a
     * warning or a risk; what was judged by older rules is then judged again under a new version of the policy.
     */
    public static final int RULES = 2;

    private Evaluation() {}

    /** Judges everything found in a cluster by what the policy says for each namespace. */
    public static Evaluated evaluate(String cluster, Collection<ContainerFact> containers, Policy policy) {
        Map<String, Criteria> criteria = new HashMap<>();
        Map<Criteria, Map<ContainerSettings, Judgement>> judgements = new HashMap<>();
        for (ContainerFact container : containers) {
            Criteria holding = criteria.computeIfAbsent(
                    container.workload().namespace(), namespace -> policy.criteriaFor(cluster, namespace));
            judgements
                    .computeIfAbsent(holding, _ -> new HashMap<>())
                    .computeIfAbsent(container.settings(), settings -> judge(settings, holding));
        }
        return new Evaluated(policy, criteria, judgements);
    }

    /** All that can be concluded, under every control. */
    public static Judgement judge(ContainerSettings settings, Criteria criteria) {
        Map<Control, Verdict> verdicts = Arrays.stream(Control.values())
                .collect(Collectors.toMap(Function.identity(), control -> verdict(control, settings, criteria)));
        return new Judgement(
                EffectiveSet.of(settings),
                EffectiveSet.declaredNotEffective(settings),
                verdicts,
                warnings(settings),
                fails(verdicts) ? worstRisk(settings, criteria) : null);
    }

    private static Verdict verdict(Control control, ContainerSettings settings, Criteria criteria) {
        return switch (control) {
            case ADDED -> added(settings, criteria);
            case ASSIGNED -> AssignedCapabilities.judge(settings);
            case NET_RAW -> NetRaw.judge(settings);
            case PRIVILEGED -> Privileged.judge(settings);
        };
    }

    private static Verdict added(ContainerSettings settings, Criteria criteria) {
        return switch (criteria.reading()) {
            case STRICT -> AddedStrict.judge(settings, criteria.allowed());
            case BEYOND_DEFAULT -> AddedBeyondDefault.judge(settings, criteria.allowed());
        };
    }

    static boolean permitsAdding(CapabilityName name, ContainerSettings settings, Criteria criteria) {
        return switch (criteria.reading()) {
            case STRICT -> AddedStrict.permits(name, criteria.allowed());
            case BEYOND_DEFAULT -> AddedBeyondDefault.permits(name, criteria.allowed(), settings.runtime());
        };
    }

    private static boolean fails(Map<Control, Verdict> verdicts) {
        return verdicts.values().stream().anyMatch(Verdict.Fail.class::isInstance);
    }

    /**
     * The worst among what is added and fails under any control; the least where nothing but a default capability, a
     * missing drop or an idle spelling fails.
     */
    private static Risk worstRisk(ContainerSettings settings, Criteria criteria) {
        if (settings.privileged()) {
            return Risk.CRITICAL;
        }
        return settings.addedNames().stream()
                .filter(name -> !(permitsAdding(name, settings, criteria) && AssignedCapabilities.permits(name)))
                .flatMap(name -> Stream.ofNullable(risk(name, criteria)))
                .max(Comparator.naturalOrder())
                .orElse(Risk.LOW);
    }

    private static @Nullable Risk risk(CapabilityName name, Criteria criteria) {
        return switch (name) {
            case CapabilityName.Known(var capability) -> criteria.risk(capability);
            case CapabilityName.All() -> Risk.CRITICAL;
            case CapabilityName.Inert ignored -> null;
        };
    }

    private static List<String> warnings(ContainerSettings settings) {
        if (settings.windows()) {
            return List.of();
        }
        return Stream.concat(
                        inert(settings.addedNames(), "%s in capabilities.add grants nothing. %s"),
                        inert(settings.droppedNames(), "%s in capabilities.drop drops nothing. %s"))
                .toList();
    }

    private static Stream<String> inert(List<CapabilityName> names, String sentence) {
        return names.stream()
                .filter(CapabilityName.Inert.class::isInstance)
                .map(CapabilityName.Inert.class::cast)
                .map(name -> sentence.formatted(name.written(), name.why()));
    }
}

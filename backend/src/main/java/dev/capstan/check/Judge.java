package dev.capstan.check;

import dev.capstan.benchmark.Capability;
import dev.capstan.check.Judged.Conclusions;
import dev.capstan.check.Manifest.Workload;
import dev.capstan.check.PodReader.ContainerNote;
import dev.capstan.collection.ContainerSettings;
import dev.capstan.collection.pod.NodeFact;
import dev.capstan.collection.pod.PodContainers;
import dev.capstan.evaluation.AddedReading;
import dev.capstan.evaluation.Criteria;
import dev.capstan.evaluation.Evaluation;
import dev.capstan.evaluation.Judgement;
import dev.capstan.evaluation.Verdict;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Judges a manifest's containers as those of a cluster are judged. */
final class Judge {

    private final CommandLine.Options options;
    private final NodeFact node;
    private final Map<ContainerSettings, Conclusions> known = new HashMap<>();

    Judge(CommandLine.Options options) {
        this.options = options;
        this.node = new NodeFact(options.runtime(), false);
    }

    List<Judged> judge(List<Workload> workloads) {
        List<Judged> judged = new ArrayList<>();
        for (Workload workload : workloads) {
            Iterator<ContainerNote> notes = workload.pod().containers().iterator();
            PodContainers.each(workload.pod().spec(), node, container -> {
                ContainerNote note = notes.next();
                Conclusions conclusions = known.computeIfAbsent(container.settings(), this::conclude);
                judged.add(new Judged(workload, note.line(), container, conclusions, warnings(note, conclusions)));
            });
        }
        return judged;
    }

    private static List<String> warnings(ContainerNote note, Conclusions conclusions) {
        if (note.warnings().isEmpty()) {
            return conclusions.warnings();
        }
        List<String> warnings = new ArrayList<>(conclusions.warnings());
        warnings.addAll(note.warnings());
        return warnings;
    }

    private Conclusions conclude(ContainerSettings settings) {
        Map<AddedReading, Judgement> judgements = new EnumMap<>(AddedReading.class);
        for (AddedReading reading : AddedReading.values()) {
            Criteria criteria = new Criteria(reading, options.allowed(), Map.of());
            judgements.put(reading, Evaluation.judge(settings, criteria));
        }
        Map<CheckedControl, Verdict> verdicts = new EnumMap<>(CheckedControl.class);
        for (CheckedControl control : options.controls()) {
            verdicts.put(control, judgement(judgements, control).verdicts().get(control.control()));
        }
        Judgement any = judgement(judgements, CheckedControl.ADDED_STRICT);
        Set<Capability> effective = EnumSet.noneOf(Capability.class);
        effective.addAll(any.effective());
        return new Conclusions(effective, any.declaredNotEffective(), verdicts, any.warnings());
    }

    private static Judgement judgement(Map<AddedReading, Judgement> judgements, CheckedControl control) {
        Judgement judgement = judgements.get(control.reading());
        if (judgement == null) {
            throw new IllegalStateException("Every reading was judged by");
        }
        return judgement;
    }
}

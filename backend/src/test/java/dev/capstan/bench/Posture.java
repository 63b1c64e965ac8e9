package dev.capstan.bench;

import dev.capstan.bench.LivingWorkload.Content;
import dev.capstan.bench.ToldWorkload.Finding;
import dev.capstan.bench.ToldWorkload.Unit;
import dev.capstan.benchmark.Control;
import dev.capstan.collection.Origin;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** How a workload stands: what its units say, counted. */
final class Posture {

    private static final String NAMESPACE_OF_AKS = "kube-system";

    private final LivingWorkload workload;
    private final Map<String, Integer> asked = new TreeMap<>();
    private final Counts counts = Counts.none();
    private final int[] ranks = new int[Control.values().length];
    private final Instant[] since = new Instant[Control.values().length];
    private boolean injected;

    Posture(LivingWorkload workload, Function<Content, Judged> judge, Map<Unit, Finding> findings) {
        this.workload = workload;
        for (Content content : workload.containers.values()) {
            Judged judged = judge.apply(content);
            injected |= content.origin() == Origin.INJECTED;
            judged.askedFor().forEach(what -> asked.merge(what, 1, Integer::sum));
            for (Control control : Control.values()) {
                count(control, judged, content.origin());
            }
        }
        findings.forEach((unit, finding) -> {
            int control = unit.control().ordinal();
            if (since[control] == null || finding.openedAt().isBefore(since[control])) {
                since[control] = finding.openedAt();
            }
        });
    }

    static boolean isPlatform(LivingWorkload workload) {
        return workload.ref.namespace().equals(NAMESPACE_OF_AKS);
    }

    private void count(Control control, Judged judged, Origin origin) {
        int[] of = counts.of[control.ordinal()];
        boolean platform = origin.isPlatform();
        switch (judged.under(control)) {
            case PASS -> {
                of[platform ? Counts.PLATFORM_PASSING : Counts.PASSING]++;
                of[Counts.INJECTED_PASSING] += origin == Origin.INJECTED ? 1 : 0;
            }
            case FAIL -> {
                of[platform ? Counts.PLATFORM_FAILING : Counts.FAILING]++;
                of[Counts.INJECTED_FAILING] += origin == Origin.INJECTED ? 1 : 0;
                ranks[control.ordinal()] = Math.max(ranks[control.ordinal()], judged.rank());
            }
            case NOT_ASSESSED -> of[Counts.NOT_ASSESSED] += platform ? 0 : 1;
            case NOT_APPLICABLE -> of[Counts.NOT_APPLICABLE] += platform ? 0 : 1;
        }
    }

    Counts counts() {
        return counts;
    }

    /** What the columns after the key say, in their order. None of the settings is ever not assessed. */
    String columns() {
        StringBuilder columns = new StringBuilder()
                .append(workload.ref.namespace())
                .append('\t')
                .append(workload.ref.kind())
                .append('\t')
                .append(workload.ref.name())
                .append('\t')
                .append(workload.owner == null ? "\\N" : workload.owner)
                .append('\t')
                .append(isPlatform(workload))
                .append('\t')
                .append(injected)
                .append('\t')
                .append(workload.containers.size())
                .append("\t{")
                .append(String.join(",", asked.keySet()))
                .append("}\t{")
                .append(String.join(
                        ",", asked.values().stream().map(String::valueOf).toList()))
                .append('}');
        for (Control control : Control.values()) {
            int[] of = counts.of[control.ordinal()];
            columns.append('\t').append(of[Counts.PASSING] + of[Counts.PLATFORM_PASSING]);
            columns.append('\t').append(of[Counts.FAILING] + of[Counts.PLATFORM_FAILING]);
            columns.append('\t').append(of[Counts.NOT_ASSESSED]);
            columns.append('\t').append(ranks[control.ordinal()] == 0 ? "\\N" : ranks[control.ordinal()]);
            columns.append('\t').append(since[control.ordinal()] == null ? "\\N" : since[control.ordinal()]);
        }
        return columns.toString();
    }
}

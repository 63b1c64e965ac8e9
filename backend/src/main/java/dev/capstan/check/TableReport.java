package dev.capstan.check;

import dev.capstan.check.tree.Said;
import dev.capstan.evaluation.Verdict;
import java.util.Collections;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes for people: a block for each container, and a last line with the counts. */
final class TableReport {

    private static final String RED = "\u001b[31m";
    private static final String GREEN = "\u001b[32m";
    private static final String PLAIN = "\u001b[0m";
    private static final int WIDEST = 20;

    private final boolean colour;
    private final Appender out;

    TableReport(boolean colour, Appender out) {
        this.colour = colour;
        this.out = out;
    }

    void write(String source, List<Judged> judged) {
        judged.forEach(container -> block(source, container));
        Set<Manifest.Workload> workloads = Collections.newSetFromMap(new IdentityHashMap<>());
        Map<CheckedControl, Integer> failing = new EnumMap<>(CheckedControl.class);
        int passing = 0;
        for (Judged container : judged) {
            workloads.add(container.workload());
            passing += container.conclusions().pass() ? 1 : 0;
            container.conclusions().failing().forEach(control -> failing.merge(control, 1, Integer::sum));
        }
        out.append("%s of %s: %d pass, %d fail%s%n"
                .formatted(
                        counted(judged.size(), "container"),
                        counted(workloads.size(), "workload"),
                        passing,
                        judged.size() - passing,
                        failing.isEmpty() ? "" : " (" + byControl(failing) + ")"));
    }

    private static String byControl(Map<CheckedControl, Integer> failing) {
        return failing.entrySet().stream()
                .map(entry -> entry.getKey().spelling() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    private void block(String source, Judged judged) {
        Manifest.Workload workload = judged.workload();
        out.append("%s:%d: %s %s/%s, %s container %s%n"
                .formatted(
                        Said.name(source),
                        judged.line(),
                        workload.kind(),
                        Said.name(workload.namespace()),
                        workload.name().isEmpty() ? "(no name)" : Said.name(workload.name()),
                        judged.containerKind(),
                        Said.name(judged.container().name())));
        out.append("  effective: %s%n".formatted(judged.effectiveInWords()));
        for (Map.Entry<CheckedControl, Verdict> verdict :
                judged.conclusions().verdicts().entrySet()) {
            verdict(verdict.getKey(), verdict.getValue());
        }
        judged.warnings().forEach(warning -> out.append("  warning: %s%n".formatted(Said.sentence(warning))));
        judged.notes().forEach(note -> out.append("  note: %s%n".formatted(note)));
        out.append(System.lineSeparator());
    }

    private void verdict(CheckedControl control, Verdict verdict) {
        String padded = ("%-" + WIDEST + "s").formatted(control.spelling());
        out.append("  %s  %s%n".formatted(padded, coloured(verdict)));
        Judged.reasons(verdict).forEach(reason -> out.append("      %s%n".formatted(Said.sentence(reason))));
    }

    private String coloured(Verdict verdict) {
        String spelling = Judged.spelling(verdict);
        if (!colour) {
            return spelling;
        }
        return switch (verdict) {
            case Verdict.Pass() -> GREEN + spelling + PLAIN;
            case Verdict.Fail ignored -> RED + spelling + PLAIN;
            case Verdict.NotAssessed ignored -> spelling;
            case Verdict.NotApplicable ignored -> spelling;
        };
    }

    private static String counted(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}

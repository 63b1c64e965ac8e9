package dev.capstan.ui.workload;

import dev.capstan.benchmark.Capability;
import dev.capstan.benchmark.Control;
import dev.capstan.collection.ContainerKind;
import dev.capstan.evaluation.Verdict;
import dev.capstan.ui.component.Sign;
import dev.capstan.workload.ContainerDetails;
import dev.capstan.workload.WorkloadDetails;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One container at two instants, field by field: what differs first, in the order of the fields.
 *
 * @param ran whether it ran at the earlier instant
 * @param runs whether it ran at the later one
 */
record ContainerChange(ContainerKind kind, String name, boolean ran, boolean runs, List<FieldChange> fields) {

    private record Key(ContainerKind kind, String name) {}

    /** Every container that ran at either instant; those that run at the later one first. */
    static List<ContainerChange> between(WorkloadDetails then, WorkloadDetails now) {
        List<ContainerDetails> before = running(then);
        List<ContainerDetails> after = running(now);
        Set<Key> keys = Stream.concat(after.stream(), before.stream())
                .map(container -> new Key(container.kind(), container.name()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return keys.stream()
                .map(key -> of(key, of(key, before), of(key, after)))
                .toList();
    }

    boolean changed() {
        return fields.stream().anyMatch(FieldChange::changed);
    }

    private static List<ContainerDetails> running(WorkloadDetails workload) {
        return workload.containers().stream()
                .filter(container -> container.seenUntil() == null)
                .toList();
    }

    private static List<ContainerDetails> of(Key key, List<ContainerDetails> all) {
        return all.stream()
                .filter(container -> new Key(container.kind(), container.name()).equals(key))
                .toList();
    }

    private static ContainerChange of(Key key, List<ContainerDetails> then, List<ContainerDetails> now) {
        List<FieldChange> fields = new ArrayList<>();
        for (Control control : Control.values()) {
            fields.add(FieldChange.of(control.title(), then, now, container -> verdict(container, control)));
        }
        fields.add(FieldChange.of(
                "Privileged", then, now, container -> container.settings().privileged() ? "Yes" : "No"));
        fields.add(FieldChange.ofNames(
                "Add",
                then,
                now,
                container -> Set.copyOf(container.settings().added()),
                container -> names(container.settings().added())));
        fields.add(FieldChange.ofNames(
                "Drop",
                then,
                now,
                container -> Set.copyOf(container.settings().dropped()),
                container -> names(container.settings().dropped())));
        fields.add(FieldChange.ofNames(
                "Effective", then, now, ContainerChange::effective, container -> held(effective(container))));
        fields.add(FieldChange.of(
                "Escalation",
                then,
                now,
                container -> said(
                        container.settings().allowPrivilegeEscalation(),
                        "Allowed",
                        "Not allowed",
                        "Not set (allowed)")));
        fields.add(FieldChange.of(
                "User",
                then,
                now,
                container -> Objects.toString(container.settings().runAsUser(), "Not set (the image's)")));
        fields.add(FieldChange.of(
                "Must not be root",
                then,
                now,
                container -> said(container.settings().runAsNonRoot(), "Yes", "No", "Not set (no)")));
        fields.add(FieldChange.of(
                "User namespace",
                then,
                now,
                container -> said(container.settings().hostUsers(), "The node's", "Its own", "Not set (the node's)")));
        fields.add(FieldChange.of("Image", then, now, ContainerDetails::image));
        fields.add(FieldChange.of(
                "Runtime",
                then,
                now,
                container -> container.settings().runtime().title()));
        fields.add(FieldChange.of(
                "Origin", then, now, container -> container.origin().title()));
        fields.sort(Comparator.comparing(FieldChange::changed).reversed());
        return new ContainerChange(key.kind(), key.name(), !then.isEmpty(), !now.isEmpty(), List.copyOf(fields));
    }

    private static String verdict(ContainerDetails container, Control control) {
        Verdict verdict = container.judgement().verdicts().get(control);
        return verdict == null ? "Not judged" : Sign.of(verdict).word();
    }

    private static String said(@Nullable Boolean value, String yes, String no, String nothing) {
        return value == null ? nothing : value ? yes : no;
    }

    private static String names(List<String> written) {
        return written.isEmpty() ? "Nothing" : String.join(", ", written);
    }

    private static Set<String> effective(ContainerDetails container) {
        return container.judgement().effective().stream().map(Capability::name).collect(Collectors.toSet());
    }

    private static String held(Set<String> capabilities) {
        if (capabilities.isEmpty()) {
            return "None";
        }
        if (capabilities.size() == Capability.values().length) {
            return "All " + capabilities.size();
        }
        return capabilities.size() > FieldChange.FEW
                ? capabilities.size() + " capabilities"
                : capabilities.stream().sorted().collect(Collectors.joining(", "));
    }
}

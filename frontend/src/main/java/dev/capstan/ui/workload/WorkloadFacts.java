package dev.capstan.ui.workload;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.capstan.benchmark.Control;
import dev.capstan.posture.ClusterPosture;
import dev.capstan.ui.Navigation;
import dev.capstan.ui.component.Age;
import dev.capstan.ui.component.Facts;
import dev.capstan.ui.component.PortalLink;
import dev.capstan.ui.component.Words;
import dev.capstan.workload.WorkloadDetails;
import dev.capstan.workload.WorkloadHistory;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a workload is, where it is and whose. */
final class WorkloadFacts {

    private WorkloadFacts() {}

    /**
     * @param asOf the instant that the page speaks of, or null for now
     * @param opened what the reader has opened
     */
    static Facts of(
            WorkloadHistory history,
            WorkloadDetails workload,
            ClusterPosture cluster,
            @Nullable Instant asOf,
            Opened opened) {
        Facts facts = new Facts()
                .with("Kind", history.ref().kind())
                .with(
                        "Namespace",
                        new Anchor(
                                Navigation.namespace(cluster.id(), history.ref().namespace()),
                                history.ref().namespace()))
                .with("Cluster", new Anchor(Navigation.cluster(cluster.id()), cluster.name()))
                .with(asOf == null ? "Owner" : "Owner now", owner(history.owner()))
                // Only the last snapshot's pods are kept: autoscaling would make a history of its own.
                .with(asOf == null ? "Pods" : "Pods now", Words.number(history.pods()));
        String runtimes = workload.containers().stream()
                .filter(container -> container.seenUntil() == null)
                .map(container -> container.settings().runtime().title())
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        if (!runtimes.isEmpty()) {
            facts.with("Nodes' runtime", runtimes);
        }
        if (!history.labels().isEmpty()) {
            facts.with(asOf == null ? "Labels" : "Labels now", labels(history.labels(), opened));
        }
        facts.with("First seen", new Age(history.firstSeenAt()));
        Instant read = cluster.lastSnapshotAt();
        if (read != null) {
            facts.with("Read", new Age(read));
        }
        return facts.with("In Azure", new PortalLink("Workloads in the portal", cluster.armId() + "/workloads"));
    }

    private static Component owner(@Nullable String owner) {
        if (owner != null) {
            return new Anchor(Navigation.owner(owner, Control.ADDED), owner);
        }
        Span nobody = new Span("Nobody known");
        nobody.addClassName("quiet-text");
        return nobody;
    }

    private static Component labels(Map<String, String> labels, Opened opened) {
        Div lines = new Div();
        lines.addClassNames("labels", "mono");
        new TreeMap<>(labels).forEach((name, value) -> lines.add(new Span(name + ": " + value)));
        return opened.details("labels", Words.count(labels.size(), "label"), lines);
    }
}

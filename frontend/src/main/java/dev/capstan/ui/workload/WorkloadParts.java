package dev.capstan.ui.workload;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import dev.capstan.benchmark.Benchmark;
import dev.capstan.benchmark.Control;
import dev.capstan.ui.component.Command;
import dev.capstan.ui.component.EmptyState;
import dev.capstan.ui.component.Page;
import dev.capstan.workload.ContainerDetails;
import dev.capstan.workload.ContainerFinding;
import dev.capstan.workload.Neighbours;
import dev.capstan.workload.WorkloadDetails;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parts of a workload's page below its head. */
final class WorkloadParts {

    private WorkloadParts() {}

    /** All that the containers' panels depend on. */
    record Containers(
            WorkloadDetails workload,
            List<ContainerFinding> findings,
            Map<Long, Neighbours.Found> neighbours,
            Benchmark benchmark,
            @Nullable Instant asOf) {

        List<ContainerDetails> running() {
            return workload.containers().stream()
                    .filter(container -> container.seenUntil() == null)
                    .toList();
        }
    }

    static Component containers(Containers shown, Opened opened) {
        Div panels = new Div();
        for (ContainerDetails container : shown.running()) {
            panels.add(new ContainerPanel(
                    container,
                    new ContainerPanel.Judged(shown.workload().criteria(), failingSince(container, shown.findings())),
                    shown.benchmark(),
                    shown.neighbours().get(container.profile()),
                    opened));
        }
        if (shown.running().isEmpty()) {
            panels.add(
                    shown.asOf() == null
                            ? EmptyState.none("Nothing runs now", "The last snapshot no longer had this workload.")
                            : EmptyState.none(
                                    "Nothing ran then", "The last snapshot by then did not have this workload."));
        }
        return Page.section("Containers", panels);
    }

    private static Map<Control, Instant> failingSince(ContainerDetails container, List<ContainerFinding> findings) {
        Map<Control, Instant> since = new EnumMap<>(Control.class);
        for (ContainerFinding finding : findings) {
            if (finding.endedAt() == null
                    && finding.kind() == container.kind()
                    && finding.container().equals(container.name())) {
                since.put(finding.control(), finding.openedAt());
            }
        }
        return since;
    }

    static Component former(WorkloadDetails workload, Control control, Opened opened) {
        List<ContainerDetails> former = workload.containers().stream()
                .filter(container -> container.seenUntil() != null)
                .toList();
        return former.isEmpty()
                ? new Div()
                : Page.section("Former settings", new FormerSettings(former, control, opened));
    }

    static Component findings(List<ContainerFinding> findings, Opened opened) {
        List<ContainerFinding> former =
                findings.stream().filter(finding -> finding.endedAt() != null).toList();
        return former.isEmpty() ? new Div() : Page.section("Former findings", new FindingTable(former, opened));
    }

    static Component manual(WorkloadDetails workload) {
        Paragraph manual = new Paragraph(ManualCheck.explanation(workload.ref()));
        manual.addClassName("quiet-text");
        return Page.section("Check by hand", new Div(manual, new Command(ManualCheck.command(workload.ref()))));
    }
}

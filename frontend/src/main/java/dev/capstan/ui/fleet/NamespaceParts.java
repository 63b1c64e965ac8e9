package dev.capstan.ui.fleet;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import dev.capstan.admission.AdmissionRange;
import dev.capstan.collection.PlatformNamespaces;
import dev.capstan.evaluation.admission.NamespaceAdmission;
import dev.capstan.posture.ClusterPosture;
import dev.capstan.posture.Postures;
import dev.capstan.posture.RunBy;
import dev.capstan.posture.WorkloadFilter;
import dev.capstan.ui.Standpoint;
import dev.capstan.ui.admission.ProtectionList;
import dev.capstan.ui.component.EmptyState;
import dev.capstan.ui.component.Page;
import dev.capstan.ui.component.Warning;
import dev.capstan.ui.posture.WorkloadLinks;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands on a namespace's page. */
final class NamespaceParts {

    private NamespaceParts() {}

    static boolean platform(String name) {
        return PlatformNamespaces.contains(name);
    }

    /** What was known of the history by then: nothing that began later, and no end that came later. */
    static List<AdmissionRange> until(Standpoint standpoint, List<AdmissionRange> history) {
        Instant then = standpoint.asOf().instant();
        return then == null
                ? history
                : history.stream()
                        .filter(range -> !range.from().isAfter(then))
                        .map(range -> range.until() != null && range.until().isAfter(then)
                                ? new AdmissionRange(range.admission(), range.from(), null)
                                : range)
                        .toList();
    }

    static @Nullable NamespaceAdmission holding(List<AdmissionRange> history) {
        return history.stream()
                .filter(range -> range.until() == null)
                .map(AdmissionRange::admission)
                .findFirst()
                .orElse(null);
    }

    static Div protections(Standpoint standpoint, List<AdmissionRange> history) {
        Div part = new Div();
        NamespaceAdmission holding = holding(history);
        if (holding != null) {
            holding.warnings().forEach(sentence -> part.add(new Warning(sentence)));
            part.add(Page.section("What stops a pod here, strongest first", new ProtectionList(holding)));
        } else if (!history.isEmpty()) {
            part.add(
                    standpoint.isLive()
                            ? EmptyState.none("The namespace is gone", "The newest reading no longer had it.")
                            : EmptyState.none(
                                    "The namespace was gone", "The newest reading by then no longer had it."));
        }
        return part;
    }

    static Component failing(Postures postures, ClusterPosture cluster, String name, Standpoint standpoint) {
        @Nullable RunBy runBy = platform(name) ? null : RunBy.CUSTOMER;
        WorkloadFilter all =
                WorkloadFilter.ALL.withCluster(cluster.id()).withNamespace(name).withRunBy(runBy);
        return Page.section(
                "Failing workloads",
                new Anchor(WorkloadLinks.to(all, standpoint), "All workloads of the namespace"),
                new FailingWorkloads(postures, cluster, standpoint, name, runBy));
    }
}

package dev.capstan.ui.fleet;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.capstan.evaluation.Criteria;
import dev.capstan.posture.ClusterPosture;
import dev.capstan.posture.Postures;
import dev.capstan.posture.RunBy;
import dev.capstan.posture.WorkloadFilter;
import dev.capstan.posture.WorkloadPosture;
import dev.capstan.ui.Navigation;
import dev.capstan.ui.Standpoint;
import dev.capstan.ui.component.Age;
import dev.capstan.ui.component.CapabilityChips;
import dev.capstan.ui.component.EmptyState;
import dev.capstan.ui.component.Sign;
import dev.capstan.ui.component.SmallTable;
import dev.capstan.ui.component.Words;
import dev.capstan.ui.posture.WorkloadLinks;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageRequest;

/** The worst of the cluster's failing workloads, and the way to all of them. */
class FailingWorkloads extends Div {

    private static final int SHOWN = 10;

    /** Those that the score counts. */
    FailingWorkloads(Postures postures, ClusterPosture cluster, Standpoint standpoint) {
        this(postures, cluster, standpoint, null, RunBy.CUSTOMER);
    }

    /**
     * @param namespace whose workloads to show, or null for the whole cluster's
     * @param runBy whose containers count, or null for everybody's
     */
    FailingWorkloads(
            Postures postures,
            ClusterPosture cluster,
            Standpoint standpoint,
            @Nullable String namespace,
            @Nullable RunBy runBy) {
        WorkloadFilter failing = WorkloadFilter.ALL
                .withCluster(cluster.id())
                .withNamespace(namespace)
                .withRunBy(runBy)
                .withFailingOnly(true);
        long count = postures.countWorkloads(standpoint.control(), failing, standpoint.asOf());
        if (count == 0) {
            add(
                    cluster.lastSnapshotAt() == null
                            ? EmptyState.noDataYet("Not read yet", "Workloads appear with the first complete snapshot.")
                            : EmptyState.none(
                                    "No workload fails",
                                    runBy == null
                                            ? "Every container of the last snapshot meets the control."
                                            : "Every container that counts in the score meets the control."));
            return;
        }
        Criteria criteria = postures.criteria(standpoint.asOf());
        SmallTable table = new SmallTable(
                "The worst failing workloads", "Workload", "Risk", "#Failing", "+Asks for", "+Failing since");
        for (WorkloadPosture workload :
                postures.workloads(standpoint.control(), failing, standpoint.asOf(), PageRequest.of(0, SHOWN))) {
            table.row(
                    name(workload, standpoint),
                    Sign.of(workload.risk()).create(),
                    Words.number(workload.failing()) + " of " + Words.number(workload.containers()),
                    CapabilityChips.create(workload.askedFor(), criteria),
                    since(workload));
        }
        add(table);
        Anchor all = new Anchor(
                WorkloadLinks.to(failing, standpoint),
                count == 1 ? "Show it in the list" : "All %s in the list".formatted(Words.number(count)));
        all.addClassName("more");
        add(all);
    }

    private static Component name(WorkloadPosture workload, Standpoint standpoint) {
        Anchor name = new Anchor(Navigation.workload(workload.cluster(), workload.id(), standpoint), workload.name());
        Span where = new Span(workload.kind() + " in " + workload.namespace());
        where.addClassName("cell-sub");
        Div cell = new Div(name, where);
        cell.addClassName("cell-2");
        return cell;
    }

    private static Component since(WorkloadPosture workload) {
        Instant since = workload.failingSince();
        return since == null ? new Span("–") : new Age(since);
    }
}

package dev.capstan.ui.posture;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.capstan.evaluation.Criteria;
import dev.capstan.posture.Postures;
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
import java.time.Instant;
import org.springframework.data.domain.PageRequest;

/** The worst of an owner's failing workloads in all clusters, and the way to all of them. */
class OwnedFailing extends Div {

    private static final int SHOWN = 15;

    /** @param known whether anything was read that can still be believed */
    OwnedFailing(Postures postures, WorkloadFilter owned, Standpoint standpoint, boolean known) {
        WorkloadFilter failing = owned.withFailingOnly(true);
        long count = postures.countWorkloads(standpoint.control(), failing, standpoint.asOf());
        if (count == 0) {
            add(
                    known
                            ? EmptyState.none(
                                    "No workload fails", "Every container that counts in the score meets the control.")
                            : EmptyState.noDataYet("Not known", "Nothing recent has been read."));
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
        Anchor all = new Anchor(
                WorkloadLinks.to(failing, standpoint),
                count == 1 ? "Show it in the list" : "All %s in the list".formatted(Words.number(count)));
        all.addClassName("more");
        add(table, all);
    }

    private static Component name(WorkloadPosture workload, Standpoint standpoint) {
        Anchor name = new Anchor(Navigation.workload(workload.cluster(), workload.id(), standpoint), workload.name());
        Span where = new Span("%s in %s, %s".formatted(workload.kind(), workload.namespace(), workload.clusterName()));
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

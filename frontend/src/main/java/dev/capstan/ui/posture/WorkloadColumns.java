package dev.capstan.ui.posture;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.renderer.Renderer;
import dev.capstan.evaluation.Criteria;
import dev.capstan.posture.Freshness;
import dev.capstan.posture.WorkloadPosture;
import dev.capstan.ui.Navigation;
import dev.capstan.ui.Standpoint;
import dev.capstan.ui.component.Age;
import dev.capstan.ui.component.CapabilityChips;
import dev.capstan.ui.component.Grids;
import dev.capstan.ui.component.Sign;
import dev.capstan.ui.component.Words;
import java.time.Instant;
import java.util.function.Supplier;

/** The columns of the list of workloads; a narrow list folds the essential ones into the first. */
final class WorkloadColumns {

    private static final int NARROW = 700;

    private WorkloadColumns() {}

    static void addTo(Grid<WorkloadPosture> grid, Supplier<Standpoint> standpoint, Supplier<Criteria> criteria) {
        grid.setPartNameGenerator(w -> w.freshness() == Freshness.CURRENT ? null : "stale");
        Grids.until(
                NARROW,
                grid.addColumn(narrow(standpoint, criteria))
                        .setHeader("Workload")
                        .setKey("narrow"));
        Grids.from(NARROW, grid.addColumn(name(standpoint)))
                .setHeader("Workload")
                .setKey("name")
                .setSortProperty("name")
                .setFlexGrow(3)
                .setWidth("220px");
        Grids.from(NARROW, grid.addColumn(cluster()))
                .setHeader("Cluster")
                .setKey("clusterName")
                .setSortProperty("clusterName")
                .setFlexGrow(2)
                .setWidth("150px");
        Grids.from(1200, grid.addColumn(risk()))
                .setHeader("Risk")
                .setKey("risk")
                .setSortProperty("risk")
                .setFlexGrow(0)
                .setWidth("115px");
        Grids.number(Grids.from(NARROW, grid.addColumn(failing())))
                .setHeader("Failing")
                .setKey("failing")
                .setSortProperty("failing")
                .setFlexGrow(0)
                .setWidth("105px");
        Grids.from(NARROW, grid.addColumn(chips(criteria)))
                .setHeader("Asks for")
                .setKey("askedFor")
                .setFlexGrow(4)
                .setWidth("220px");
        Grids.from(1140, grid.addColumn(owner()))
                .setHeader("Owner")
                .setKey("owner")
                .setSortProperty("owner")
                .setFlexGrow(2)
                .setWidth("140px");
        Grids.from(1040, grid.addColumn(since()))
                .setHeader("Failing since")
                .setKey("failingSince")
                .setSortProperty("failingSince")
                .setFlexGrow(0)
                .setWidth("140px");
        Grids.number(Grids.from(1240, grid.addColumn(w -> Words.number(w.pods()))))
                .setHeader("Pods")
                .setKey("pods")
                .setSortProperty("pods")
                .setFlexGrow(0)
                .setWidth("90px");
    }

    private static Renderer<WorkloadPosture> name(Supplier<Standpoint> standpoint) {
        return LitRenderer.<WorkloadPosture>of("""
                        <div class='cell-2'><a data-row href='${item.url}' title='${item.name}'>${item.name}</a>\
                        <span class='cell-sub'>${item.kind} in ${item.namespace}\
                        ${item.platform ? html` <span class='tag'>AKS</span>` : ''}</span></div>""")
                .withProperty("platform", WorkloadPosture::platform)
                .withProperty("url", w -> Navigation.workload(w.cluster(), w.id(), standpoint.get()))
                .withProperty("name", WorkloadPosture::name)
                .withProperty("kind", WorkloadPosture::kind)
                .withProperty("namespace", WorkloadPosture::namespace);
    }

    private static Renderer<WorkloadPosture> cluster() {
        return LitRenderer.<WorkloadPosture>of("""
                        <div class='cell-2'><span title='${item.cluster}'>${item.cluster}</span>\
                        ${item.stale ? html`<span class='cell-sub'>${item.stale}</span>` : ''}</div>""")
                .withProperty("cluster", WorkloadPosture::clusterName)
                .withProperty("stale", w -> switch (w.freshness()) {
                    case CURRENT -> "";
                    case STALE -> "Stale";
                    case NOT_ASSESSED -> "Not assessed any more";
                });
    }

    private static Renderer<WorkloadPosture> owner() {
        return LitRenderer.<WorkloadPosture>of("<span class='${item.tone}' title='${item.owner}'>${item.owner}</span>")
                .withProperty("tone", w -> w.owner() == null ? "quiet-text" : "")
                .withProperty("owner", w -> w.owner() == null ? "–" : w.owner());
    }

    private static Renderer<WorkloadPosture> risk() {
        return LitRenderer.<WorkloadPosture>of(Sign.TEMPLATE)
                .withProperty("icon", w -> Sign.of(w.risk()).icon().className())
                .withProperty("word", w -> Sign.of(w.risk()).word())
                .withProperty("tone", w -> Sign.of(w.risk()).tone());
    }

    private static Renderer<WorkloadPosture> failing() {
        return LitRenderer.<WorkloadPosture>of(
                        "<span class='${item.tone}'>${item.failing}</span><span class='of'> of ${item.all}</span>")
                .withProperty("tone", w -> w.failing() > 0 ? "strong" : "quiet-text")
                .withProperty("failing", w -> Words.number(w.failing()))
                .withProperty("all", w -> Words.number(w.containers()));
    }

    private static Renderer<WorkloadPosture> chips(Supplier<Criteria> criteria) {
        return LitRenderer.<WorkloadPosture>of(CapabilityChips.TEMPLATE)
                .withProperty("chips", w -> CapabilityChips.json(w.askedFor(), criteria.get()));
    }

    private static Renderer<WorkloadPosture> since() {
        return LitRenderer.<WorkloadPosture>of(Age.TEMPLATE).withProperty("at", w -> {
            Instant since = w.failingSince();
            return since == null ? "" : since.toString();
        });
    }

    private static Renderer<WorkloadPosture> narrow(Supplier<Standpoint> standpoint, Supplier<Criteria> criteria) {
        return LitRenderer.<WorkloadPosture>of("""
                        <div class='cell-narrow'><div class='narrow-line'><a data-row href='${item.url}'>${item.name}</a>\
                        %s</div><span class='cell-sub'>${item.sub}</span>%s</div>""".formatted(Sign.TEMPLATE, CapabilityChips.TEMPLATE))
                .withProperty("url", w -> Navigation.workload(w.cluster(), w.id(), standpoint.get()))
                .withProperty("name", WorkloadPosture::name)
                .withProperty(
                        "sub",
                        w -> "%s in %s, %s%s; %s of %s fail"
                                .formatted(
                                        w.kind(),
                                        w.namespace(),
                                        w.clusterName(),
                                        w.platform() ? ", run by AKS" : "",
                                        Words.number(w.failing()),
                                        Words.number(w.containers())))
                .withProperty("icon", w -> Sign.of(w.risk()).icon().className())
                .withProperty("word", w -> Sign.of(w.risk()).word())
                .withProperty("tone", w -> Sign.of(w.risk()).tone())
                .withProperty("chips", w -> CapabilityChips.json(w.askedFor(), criteria.get()));
    }
}

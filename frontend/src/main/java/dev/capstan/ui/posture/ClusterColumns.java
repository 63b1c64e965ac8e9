package dev.capstan.ui.posture;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.renderer.Renderer;
import dev.capstan.posture.ClusterPosture;
import dev.capstan.posture.Freshness;
import dev.capstan.ui.Navigation;
import dev.capstan.ui.Standpoint;
import dev.capstan.ui.admission.AdmissionState;
import dev.capstan.ui.component.Age;
import dev.capstan.ui.component.BandBar;
import dev.capstan.ui.component.Grids;
import dev.capstan.ui.component.Sign;
import dev.capstan.ui.component.Words;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;

/** The columns of the list of clusters; a narrow list folds the essential ones into the first. */
final class ClusterColumns {

    private static final int NARROW = 620;

    private ClusterColumns() {}

    static void addTo(
            Grid<ClusterPosture> grid,
            Supplier<Standpoint> standpoint,
            Function<ClusterPosture, AdmissionState> admission) {
        grid.setPartNameGenerator(c -> c.freshness() == Freshness.CURRENT ? null : "stale");
        Grids.until(
                NARROW,
                grid.addColumn(narrow(standpoint, admission))
                        .setHeader("Cluster")
                        .setKey("narrow"));
        Grids.from(NARROW, grid.addColumn(name(standpoint)))
                .setHeader("Cluster")
                .setKey("name")
                .setSortProperty("name")
                .setFlexGrow(5)
                .setWidth("170px");
        Grids.from(NARROW, grid.addColumn(state()))
                .setHeader("State")
                .setKey("freshness")
                .setSortProperty("freshness")
                .setFlexGrow(3)
                .setWidth("150px");
        Grids.from(NARROW, grid.addColumn(score()))
                .setHeader("Passing")
                .setKey("score")
                .setSortProperty("score")
                .setFlexGrow(0)
                .setWidth("170px");
        Grids.number(Grids.from(NARROW, grid.addColumn(ClusterColumns::failing)))
                .setHeader("Failing")
                .setKey("failing")
                .setSortProperty("failing")
                .setFlexGrow(0)
                .setWidth("105px");
        Grids.from(840, grid.addColumn(admission(admission)))
                .setHeader("Admission")
                .setKey("admission")
                .setFlexGrow(0)
                .setWidth("150px");
        Grids.from(NARROW, grid.addColumn(age()))
                .setHeader("Last snapshot")
                .setKey("lastSnapshotAt")
                .setSortProperty("lastSnapshotAt")
                .setFlexGrow(0)
                .setWidth("160px");
        Grids.from(1060, grid.addColumn(ClusterPosture::kubernetesVersion))
                .setHeader("Kubernetes")
                .setKey("kubernetesVersion")
                .setSortProperty("kubernetesVersion")
                .setFlexGrow(0)
                .setWidth("130px");
        Grids.from(1180, grid.addColumn(ClusterPosture::subscription))
                .setHeader("Subscription")
                .setKey("subscription")
                .setSortProperty("subscription")
                .setFlexGrow(1)
                .setWidth("150px");
        Grids.from(1360, grid.addColumn(ClusterPosture::location))
                .setHeader("Location")
                .setKey("location")
                .setSortProperty("location")
                .setFlexGrow(0)
                .setWidth("140px");
    }

    private static Renderer<ClusterPosture> name(Supplier<Standpoint> standpoint) {
        return LitRenderer.<ClusterPosture>of("""
                        <div class='cell-2'><a data-row href='${item.url}' title='${item.name}'>${item.name}</a>\
                        <span class='cell-sub'>${item.group}</span></div>""")
                .withProperty("url", c -> Navigation.cluster(c.id(), standpoint.get()))
                .withProperty("name", ClusterPosture::name)
                .withProperty("group", ClusterPosture::resourceGroup);
    }

    private static Renderer<ClusterPosture> state() {
        return LitRenderer.<ClusterPosture>of("<div class='cell-2'>" + Sign.TEMPLATE
                        + "<span class='cell-sub' title='${item.why}'>${item.why}</span></div>")
                .withProperty("icon", c -> Sign.of(c).icon().className())
                .withProperty("word", c -> Sign.of(c).word())
                .withProperty("tone", c -> Sign.of(c).tone())
                .withProperty("why", ClusterColumns::why);
    }

    private static Renderer<ClusterPosture> score() {
        LitRenderer<ClusterPosture> renderer = LitRenderer.of(
                "<div class='score-cell'><span class='percent'>${item.percent}</span>" + BandBar.TEMPLATE + "</div>");
        return withBands(renderer);
    }

    private static Renderer<ClusterPosture> admission(Function<ClusterPosture, AdmissionState> admission) {
        return LitRenderer.<ClusterPosture>of(Sign.TEMPLATE)
                .withProperty("icon", c -> admission.apply(c).sign().icon().className())
                .withProperty("word", c -> admission.apply(c).sign().word())
                .withProperty("tone", c -> admission.apply(c).sign().tone());
    }

    private static Renderer<ClusterPosture> age() {
        return LitRenderer.<ClusterPosture>of(Age.TEMPLATE).withProperty("at", ClusterColumns::snapshotAt);
    }

    private static Renderer<ClusterPosture> narrow(
            Supplier<Standpoint> standpoint, Function<ClusterPosture, AdmissionState> admission) {
        LitRenderer<ClusterPosture> renderer =
                LitRenderer.of("""
                <div class='cell-narrow'><div class='narrow-line'><a data-row href='${item.url}'>${item.name}</a>\
                <span class='percent'>${item.percent}</span></div>\
                <div class='narrow-line'>%s<span class='cell-sub'>%s</span></div>%s\
                <span class='cell-sub'>${item.admission}</span></div>""".formatted(Sign.TEMPLATE, Age.TEMPLATE, BandBar.TEMPLATE));
        return withBands(renderer)
                .withProperty(
                        "admission",
                        c -> "Admission: " + admission.apply(c).sign().word().toLowerCase(Locale.ENGLISH))
                .withProperty("url", c -> Navigation.cluster(c.id(), standpoint.get()))
                .withProperty("name", ClusterPosture::name)
                .withProperty("icon", c -> Sign.of(c).icon().className())
                .withProperty("word", c -> Sign.of(c).word())
                .withProperty("tone", c -> Sign.of(c).tone())
                .withProperty("at", ClusterColumns::snapshotAt);
    }

    private static LitRenderer<ClusterPosture> withBands(LitRenderer<ClusterPosture> renderer) {
        return BandBar.fill(renderer, ClusterPosture::score)
                .withProperty("percent", c -> Words.percent(c.score().strictPercent()));
    }

    private static String failing(ClusterPosture cluster) {
        return cluster.score().assessed() == 0
                ? "–"
                : Words.number(cluster.score().failing());
    }

    private static String snapshotAt(ClusterPosture cluster) {
        Instant at = cluster.lastSnapshotAt();
        return at == null ? "" : at.toString();
    }

    /** Why it stands as it does, where there is something to say. */
    private static String why(ClusterPosture cluster) {
        return switch (cluster.freshness()) {
            case NOT_ASSESSED -> cluster.stopped() ? "" : CoveragePanel.reasonOf(cluster);
            case CURRENT, STALE ->
                cluster.failure() == null
                        ? ""
                        : "Last attempt: " + cluster.failure().title();
        };
    }
}

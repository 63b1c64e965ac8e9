package dev.capstan.ui.posture;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.renderer.Renderer;
import dev.capstan.posture.GroupScore;
import dev.capstan.posture.OwnerList;
import dev.capstan.ui.Navigation;
import dev.capstan.ui.Standpoint;
import dev.capstan.ui.component.Age;
import dev.capstan.ui.component.BandBar;
import dev.capstan.ui.component.Grids;
import dev.capstan.ui.component.Sign;
import dev.capstan.ui.component.Words;
import java.time.Instant;
import java.util.function.Supplier;

/** The columns of the list of owners; a narrow list folds the essential ones into the first. */
final class OwnerColumns {

    private static final int NARROW = 620;

    private OwnerColumns() {}

    static void addTo(Grid<GroupScore> grid, Supplier<Standpoint> standpoint) {
        Grids.until(
                NARROW, grid.addColumn(narrow(standpoint)).setHeader("Owner").setKey("narrow"));
        Grids.from(NARROW, grid.addColumn(name(standpoint)))
                .setHeader("Owner")
                .setKey("name")
                .setSortProperty("name")
                .setFlexGrow(4)
                .setWidth("200px");
        Grids.from(NARROW, grid.addColumn(score()))
                .setHeader("Passing")
                .setKey("score")
                .setSortProperty("score")
                .setFlexGrow(1)
                .setWidth("190px");
        Grids.number(Grids.from(NARROW, grid.addColumn(OwnerColumns::failing)))
                .setHeader("Failing")
                .setKey("failing")
                .setSortProperty("failing")
                .setFlexGrow(0)
                .setWidth("105px");
        Grids.from(1000, grid.addColumn(risk()))
                .setHeader("Worst risk")
                .setKey("risk")
                .setFlexGrow(0)
                .setWidth("125px");
        Grids.from(840, grid.addColumn(since()))
                .setHeader("Oldest failing")
                .setKey("failingSince")
                .setSortProperty("failingSince")
                .setFlexGrow(0)
                .setWidth("150px");
        Grids.number(Grids.from(NARROW, grid.addColumn(g -> Words.number(g.workloads()))))
                .setHeader("Workloads")
                .setKey("workloads")
                .setSortProperty("workloads")
                .setFlexGrow(0)
                .setWidth("125px");
        Grids.number(Grids.from(NARROW, grid.addColumn(g -> Words.number(g.clusters()))))
                .setHeader("Clusters")
                .setKey("clusters")
                .setSortProperty("clusters")
                .setFlexGrow(0)
                .setWidth("115px");
    }

    private static Renderer<GroupScore> name(Supplier<Standpoint> standpoint) {
        return LitRenderer.<GroupScore>of(
                        "<a data-row href='${item.url}' title='${item.name}' class='${item.tone}'>${item.name}</a>")
                .withProperty("tone", g -> g.name() == null ? "nobody" : "")
                .withProperty("url", g -> url(g, standpoint))
                .withProperty("name", OwnerList::name);
    }

    private static Renderer<GroupScore> score() {
        return withBands(LitRenderer.of(
                "<div class='score-cell'><span class='percent'>${item.percent}</span>" + BandBar.TEMPLATE + "</div>"));
    }

    private static Renderer<GroupScore> risk() {
        // Where nothing is assessed, that nothing fails says nothing.
        return LitRenderer.<GroupScore>of("${item.known ? html`" + Sign.TEMPLATE + "` : '–'}")
                .withProperty("known", g -> g.score().assessed() > 0)
                .withProperty("icon", g -> Sign.of(g.risk()).icon().className())
                .withProperty("word", g -> Sign.of(g.risk()).word())
                .withProperty("tone", g -> Sign.of(g.risk()).tone());
    }

    private static Renderer<GroupScore> since() {
        return LitRenderer.<GroupScore>of(Age.TEMPLATE).withProperty("at", g -> {
            Instant since = g.failingSince();
            return since == null ? "" : since.toString();
        });
    }

    private static Renderer<GroupScore> narrow(Supplier<Standpoint> standpoint) {
        LitRenderer<GroupScore> renderer = LitRenderer.of("""
                <div class='cell-narrow'><div class='narrow-line'><a data-row href='${item.url}'>${item.name}</a>\
                <span class='percent'>${item.percent}</span></div>%s\
                <span class='cell-sub'>${item.sub}</span></div>""".formatted(BandBar.TEMPLATE));
        return withBands(renderer)
                .withProperty("url", g -> url(g, standpoint))
                .withProperty("name", OwnerList::name)
                .withProperty(
                        "sub",
                        g -> "%s failing in %s, %s"
                                .formatted(
                                        failing(g),
                                        Words.count(g.workloads(), "workload"),
                                        Words.count(g.clusters(), "cluster")));
    }

    private static LitRenderer<GroupScore> withBands(LitRenderer<GroupScore> renderer) {
        return BandBar.fill(renderer, GroupScore::score)
                .withProperty("percent", g -> Words.percent(g.score().strictPercent()));
    }

    private static String url(GroupScore group, Supplier<Standpoint> standpoint) {
        return Navigation.owner(group.name(), standpoint.get());
    }

    private static String failing(GroupScore group) {
        return group.score().assessed() == 0 ? "–" : Words.number(group.score().failing());
    }
}

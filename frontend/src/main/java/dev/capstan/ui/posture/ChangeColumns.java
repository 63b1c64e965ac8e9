package dev.capstan.ui.posture;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.renderer.Renderer;
import dev.capstan.benchmark.Risk;
import dev.capstan.evaluation.Criteria;
import dev.capstan.posture.Change;
import dev.capstan.posture.ChangeKind;
import dev.capstan.ui.Navigation;
import dev.capstan.ui.component.Age;
import dev.capstan.ui.component.CapabilityChips;
import dev.capstan.ui.component.Grids;
import dev.capstan.ui.component.Sign;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The columns of the list of changes; a narrow list folds the essential ones into the first. */
final class ChangeColumns {

    private static final int NARROW = 700;

    private static final String ASKED = """
            <div class='asked-change'><span class='asked-line'>\
            ${item.lead ? html`<span class='cell-sub'>${item.lead}</span>` : ''}%s</span>\
            ${item.gone ? html`<span class='cell-sub' title='${item.gone}'>${item.gone}</span>` : ''}\
            ${item.image ? html`<span class='cell-sub' title='${item.images}'>${item.image}</span>` : ''}</div>""".formatted(CapabilityChips.TEMPLATE);

    private static final String KIND = "<div class='cell-2'>" + Sign.TEMPLATE
            + "${item.how ? html`<span class='cell-sub'>${item.how}</span>` : ''}</div>";

    private ChangeColumns() {}

    static void addTo(Grid<Change> grid, Criteria criteria) {
        Grids.until(NARROW, grid.addColumn(narrow(criteria)).setHeader("Change").setKey("narrow"));
        Grids.from(NARROW, grid.addColumn(kind()))
                .setHeader("Change")
                .setKey("kind")
                .setSortProperty("kind")
                .setFlexGrow(0)
                .setWidth("140px");
        Grids.from(NARROW, grid.addColumn(workload()))
                .setHeader("Workload")
                .setKey("workload")
                .setSortProperty("workload")
                .setFlexGrow(3)
                .setWidth("210px");
        Grids.from(860, grid.addColumn(Change::clusterName))
                .setHeader("Cluster")
                .setKey("clusterName")
                .setSortProperty("clusterName")
                .setFlexGrow(2)
                .setWidth("150px");
        Grids.from(NARROW, grid.addColumn(asked(criteria)))
                .setHeader("Asks for")
                .setKey("asksFor")
                .setFlexGrow(4)
                .setWidth("230px");
        Grids.from(1000, grid.addColumn(risk()))
                .setHeader("Risk")
                .setKey("risk")
                .setSortProperty("risk")
                .setFlexGrow(0)
                .setWidth("130px");
        Grids.from(1240, grid.addColumn(c -> c.owner() == null ? "–" : c.owner()))
                .setHeader("Owner")
                .setKey("owner")
                .setSortProperty("owner")
                .setFlexGrow(1)
                .setWidth("130px");
        Grids.from(NARROW, grid.addColumn(age(c -> c.at().toString())))
                .setHeader("When")
                .setKey("at")
                .setSortProperty("at")
                .setFlexGrow(0)
                .setWidth("130px");
        Grids.from(1120, grid.addColumn(age(c -> c.failingSince().toString())))
                .setHeader("Failing since")
                .setKey("failingSince")
                .setSortProperty("failingSince")
                .setFlexGrow(0)
                .setWidth("140px");
    }

    private static Renderer<Change> kind() {
        return sign(LitRenderer.<Change>of(KIND)).withProperty("how", ChangeColumns::how);
    }

    private static LitRenderer<Change> sign(LitRenderer<Change> renderer) {
        return renderer.withProperty("icon", c -> Sign.of(c.kind()).icon().className())
                .withProperty("word", c -> Sign.of(c.kind()).word())
                .withProperty("tone", c -> Sign.of(c.kind()).tone());
    }

    private static Renderer<Change> workload() {
        return LitRenderer.<Change>of("""
                        <div class='cell-2'><a data-row href='${item.url}' title='${item.name}'>${item.name}</a>\
                        <span class='cell-sub' title='${item.sub}'>${item.sub}</span></div>""")
                .withProperty("url", c -> Navigation.workload(c.cluster(), c.workload()))
                .withProperty("name", Change::workloadName)
                .withProperty("sub", ChangeColumns::where);
    }

    private static String where(Change change) {
        String container = change.container().equals(change.workloadName()) ? "" : change.container() + ", ";
        return container + change.workloadKind() + " in " + change.namespace();
    }

    private static Renderer<Change> asked(Criteria criteria) {
        return asked(LitRenderer.<Change>of(ASKED), criteria);
    }

    private static LitRenderer<Change> asked(LitRenderer<Change> renderer, Criteria criteria) {
        return renderer.withProperty("chips", c -> CapabilityChips.json(shown(c), criteria))
                .withProperty("lead", ChangeColumns::lead)
                .withProperty("gone", ChangeColumns::gone)
                .withProperty("image", c -> {
                    Change.Images images = c.images();
                    return images == null ? "" : "Image " + tag(images.before()) + " → " + tag(images.after());
                })
                .withProperty("images", c -> {
                    Change.Images images = c.images();
                    return images == null ? "" : images.before() + " → " + images.after();
                });
    }

    /** What there is at the end; of what does not fail any more, what it asked for. */
    private static List<String> shown(Change change) {
        Change.State state = change.after() == null ? change.before() : change.after();
        List<String> added = change.added();
        return change.kind() == ChangeKind.CHANGED && !added.isEmpty()
                ? added
                : state == null ? List.of() : state.askedFor();
    }

    private static String lead(Change change) {
        return change.kind() == ChangeKind.CHANGED && !change.added().isEmpty() ? "Added" : "";
    }

    private static String gone(Change change) {
        return change.kind() == ChangeKind.CHANGED && !change.takenAway().isEmpty()
                ? "No longer " + String.join(", ", change.takenAway())
                : "";
    }

    private static String how(Change change) {
        if (change.kind() != ChangeKind.POLICY) {
            return "";
        }
        return change.before() == null ? "Fails now" : change.after() == null ? "Passes now" : "Rated otherwise";
    }

    /** What stands behind the last colon or slash of an image: what a person looks at. */
    private static String tag(String image) {
        int at = image.indexOf('@');
        String reference = at > 0 ? image.substring(at + 1) : image;
        String tag = reference.substring(reference.lastIndexOf(':') + 1);
        return tag.length() > 20 ? tag.substring(0, 12) : tag;
    }

    private static Renderer<Change> risk() {
        return LitRenderer.<Change>of("<div class='cell-2'>" + Sign.TEMPLATE
                        + "${item.was ? html`<span class='cell-sub'>${item.was}</span>` : ''}</div>")
                .withProperty("icon", c -> Sign.of(risk(c)).icon().className())
                .withProperty("word", c -> Sign.of(risk(c)).word())
                .withProperty("tone", c -> Sign.of(risk(c)).tone())
                .withProperty("was", ChangeColumns::was);
    }

    private static @Nullable Risk risk(Change change) {
        Change.State state = change.after() == null ? change.before() : change.after();
        return state == null ? null : state.risk();
    }

    private static String was(Change change) {
        Change.State before = change.before();
        return before == null || change.after() == null || before.risk() == risk(change)
                ? ""
                : "was " + Sign.of(before.risk()).word().toLowerCase(java.util.Locale.ROOT);
    }

    private static Renderer<Change> age(com.vaadin.flow.function.ValueProvider<Change, String> at) {
        return LitRenderer.<Change>of(Age.TEMPLATE).withProperty("at", at);
    }

    private static Renderer<Change> narrow(Criteria criteria) {
        LitRenderer<Change> renderer = LitRenderer.<Change>of("""
                        <div class='cell-narrow'><div class='narrow-line'><a data-row href='${item.url}'>${item.name}</a>\
                        %s</div><span class='cell-sub'>${item.sub}, %s</span>%s</div>""".formatted(Sign.TEMPLATE, Age.TEMPLATE, ASKED))
                .withProperty("url", c -> Navigation.workload(c.cluster(), c.workload()))
                .withProperty("name", Change::workloadName)
                .withProperty("sub", c -> where(c) + ", " + c.clusterName())
                .withProperty("at", c -> c.at().toString());
        return asked(sign(renderer), criteria);
    }
}

package dev.capstan.ui.posture;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Div;
import dev.capstan.posture.ClusterPosture;
import dev.capstan.posture.HeatMapCell;
import dev.capstan.posture.Score;
import dev.capstan.posture.WorkloadFilter;
import dev.capstan.ui.Navigation;
import dev.capstan.ui.Standpoint;
import dev.capstan.ui.component.Words;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The map as a table in the browser, which draws it from numbers and names: some thousand cells would be some thousand
 * components here. See {@code capstan.js}.
 */
class HeatMapTable extends Div {

    /** What a cell is when nothing in it is assessed or too little for green, and when nothing in it can be judged. */
    private static final int NOT_ASSESSED = -1;

    private static final int NOT_APPLICABLE = -2;

    private @Nullable ObjectNode shown;

    HeatMapTable() {
        addClassName("heat");
    }

    void show(HeatMap map, List<String> columns, HeatMeasure measure, Standpoint standpoint) {
        shown = json(map, columns, measure, standpoint);
        draw();
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        draw();
    }

    private void draw() {
        if (isAttached() && shown != null) {
            getElement().executeJs("window.capstan.heatMap(this, $0)", shown);
        }
    }

    static ObjectNode json(HeatMap map, List<String> columns, HeatMeasure measure, Standpoint standpoint) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        String query = standpoint.url("x", Map.of()).substring(1);
        data.put("label", "Clusters by namespaces: " + measure.word().toLowerCase(java.util.Locale.ENGLISH))
                .put("query", query);
        ArrayNode heads = data.putArray("columns");
        for (String column : columns) {
            heads.addObject()
                    .put("name", column)
                    .put("url", WorkloadLinks.to(WorkloadFilter.SCORED.withNamespace(column), standpoint));
        }
        var cells = map.within(columns);
        ArrayNode rows = data.putArray("rows");
        for (ClusterPosture cluster : map.clusters()) {
            ObjectNode row = rows.addObject()
                    .put("name", cluster.name())
                    .put("path", Navigation.cluster(cluster.id()))
                    .put("sub", sub(cluster));
            ArrayNode filled = row.putArray("cells");
            cells.getOrDefault(cluster.id(), Map.of())
                    .forEach((column, cell) -> filled.add(cell(column, cell, measure)));
        }
        return data;
    }

    private static String sub(ClusterPosture cluster) {
        Score score = cluster.score();
        return score.assessed() == 0
                ? "Not assessed"
                : "%s failing, %s".formatted(Words.number(score.failing()), Words.percent(score.strictPercent()));
    }

    private static ArrayNode cell(int column, HeatMapCell cell, HeatMeasure measure) {
        Score score = cell.score();
        boolean assessed = score.assessed() > 0;
        int step = assessed ? measure.step(score) : NOT_ASSESSED;
        int otherwise = score.notAssessed() > 0 ? NOT_ASSESSED : NOT_APPLICABLE;
        return JsonNodeFactory.instance
                .arrayNode()
                .add(column)
                .add(assessed && (step > 0 || !score.incomplete()) ? step : otherwise)
                .add(assessed ? measure.text(score) : "–")
                .add(Words.percent(score.strictPercent()))
                .add(score.failing())
                .add(score.assessed())
                .add(score.notAssessed())
                .add(cell.workloads());
    }
}

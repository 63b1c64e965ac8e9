package dev.capstan.ui.posture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.capstan.benchmark.Control;
import dev.capstan.fleet.ClusterId;
import dev.capstan.posture.ClusterPosture;
import dev.capstan.posture.HeatMapCell;
import dev.capstan.posture.Score;
import dev.capstan.ui.Moment;
import dev.capstan.ui.Standpoint;
import dev.capstan.ui.testing.FakeFleet;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class HeatMapTest {

    private static final ClusterPosture ONE = FakeFleet.cluster(1, Control.ADDED);
    private static final ClusterPosture TWO = FakeFleet.cluster(2, Control.ADDED);

    private final HeatMap map = HeatMap.of(
            List.of(ONE, TWO),
            List.of(
                    cell(1, "calm", new Score(9, 0, 0, 0)),
                    cell(1, "shop", new Score(1, 2, 0, 0)),
                    cell(2, "shop", new Score(1, 4, 1, 0)),
                    cell(2, "data", new Score(0, 0, 3, 0)),
                    cell(2, "<b>", new Score(10, 5, 0, 0))));

    @Test
    void theNamespacesWithMostFailingContainersComeFirst() {
        assertThat(map.namespaces()).containsExactly("shop", "<b>", "calm", "data");
    }

    @Test
    void theSummarySaysWhereMostFails() {
        assertThat(map.summary())
                .startsWith(
                        "Containers fail in 3 of 5 namespaces of these clusters, which have 4 names. Most fail in <b> of "
                                + TWO.name() + ": 5 containers.");
    }

    @Test
    void cellsCarryTheirNumbersAndAStepOfColour() {
        JsonNode rows = json(HeatMeasure.FAILING).get("rows");

        assertThat(rows.get(0).get("cells").toString())
                .isEqualTo("[[0,1,\"2\",\"33 %\",2,3,0,1],[2,0,\"0\",\"100 %\",0,9,0,1]]");
        assertThat(rows.get(1).get("cells").get(2).toString()).isEqualTo("[3,-1,\"–\",\"–\",0,0,3,1]");
        assertThat(json(HeatMeasure.SCORE)
                        .get("rows")
                        .get(1)
                        .get("cells")
                        .get(1)
                        .toString())
                .isEqualTo("[1,3,\"66\",\"66 %\",5,15,0,1]");
    }

    @Test
    void aCellInWhichNothingFailsIsNotGreenWhileTooLittleOfItIsAssessed() {
        HeatMap unsure = HeatMap.of(
                List.of(ONE), List.of(cell(1, "calm", new Score(9, 0, 1, 0)), cell(1, "shop", new Score(99, 0, 1, 0))));

        JsonNode cells = HeatMapTable.json(unsure, unsure.namespaces(), HeatMeasure.FAILING, Standpoint.USUAL)
                .get("rows")
                .get(0)
                .get("cells");

        assertThat(cells.toString()).isEqualTo("[[0,-1,\"0\",\"99 %\",0,9,1,1],[1,0,\"0\",\"99 %\",0,99,1,1]]");
    }

    @Test
    void onlyTheColumnsOfThePageAreSent() {
        JsonNode data = HeatMapTable.json(map, List.of("data"), HeatMeasure.FAILING, Standpoint.USUAL);

        assertThat(data.get("rows").get(0).get("cells")).isEmpty();
        assertThat(data.get("rows").get(1).get("cells")).hasSize(1);
    }

    @Test
    void linksCarryTheStandpointAlong() {
        Standpoint then = new Standpoint(Control.NET_RAW, Moment.endOf(LocalDate.of(2026, 3, 1)));
        JsonNode data = HeatMapTable.json(map, map.namespaces(), HeatMeasure.FAILING, then);

        assertThat(data.get("query").asString()).isEqualTo("?control=net-raw&asOf=2026-03-01");
        assertThat(data.get("columns").get(0).get("url").asString())
                .isEqualTo("workloads?namespace=shop&control=net-raw&asOf=2026-03-01");
        assertThat(json(HeatMeasure.FAILING).get("query").asString()).isEmpty();
    }

    @Test
    void whatIsCutIntoPagesIsCounted() {
        assertThat(List.of(Pages.of(0, 50, 120), Pages.of(57, 50, 120), Pages.of(100, 50, 120), Pages.of(500, 50, 120)))
                .extracting(Pages::first, Pages::end)
                .containsExactly(tuple(0, 50), tuple(50, 100), tuple(100, 120), tuple(0, 50));
        assertThat(Pages.of(100, 50, 120).sentence("cluster")).isEqualTo("Clusters 101–120 of 120");
        assertThat(Pages.of(0, 50, 1).sentence("cluster")).isEqualTo("1 cluster");
    }

    private JsonNode json(HeatMeasure measure) {
        return HeatMapTable.json(map, map.namespaces(), measure, Standpoint.USUAL);
    }

    private static HeatMapCell cell(long cluster, String namespace, Score score) {
        return new HeatMapCell(new ClusterId(cluster), namespace, score, 1, null);
    }
}

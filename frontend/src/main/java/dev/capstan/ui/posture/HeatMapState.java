package dev.capstan.ui.posture;

import com.vaadin.flow.router.QueryParameters;
import dev.capstan.posture.ClusterFilter;
import dev.capstan.ui.Navigation;
import dev.capstan.ui.Standpoint;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the URL of the heat map says. Where it says nonsense it says nothing.
 *
 * @param filter the clusters that are its rows
 * @param from the first cluster that is shown, from 0
 * @param column the first namespace that is shown, from 0
 */
record HeatMapState(Standpoint standpoint, ClusterFilter filter, HeatMeasure measure, int from, int column) {

    static final HeatMapState USUAL = new HeatMapState(Standpoint.USUAL, ClusterFilter.ALL, HeatMeasure.FAILING, 0, 0);

    static HeatMapState read(QueryParameters parameters, Clock clock) {
        return new HeatMapState(
                Standpoint.read(parameters, clock),
                ClusterFilterUrl.read(parameters),
                HeatMeasure.parse(parameters.getSingleParameter("show").orElse("")),
                Pages.first(parameters, "from"),
                Pages.first(parameters, "column"));
    }

    String url() {
        Map<String, @Nullable String> parameters = ClusterFilterUrl.parameters(filter);
        parameters.put("show", measure.parameter());
        parameters.put("from", Pages.parameter(from));
        parameters.put("column", Pages.parameter(column));
        return standpoint.url(Navigation.HEAT_MAP, parameters);
    }

    HeatMapState withStandpoint(Standpoint chosen) {
        return new HeatMapState(chosen, filter, measure, from, column);
    }

    /** Another filter begins with the first page. */
    HeatMapState withFilter(ClusterFilter wished) {
        return new HeatMapState(standpoint, wished, measure, 0, 0);
    }

    /** Another measure has another order, so it begins with the first page. */
    HeatMapState withMeasure(HeatMeasure chosen) {
        return new HeatMapState(standpoint, filter, chosen, 0, 0);
    }

    /** Other clusters have other namespaces. */
    HeatMapState withFrom(int first) {
        return new HeatMapState(standpoint, filter, measure, first, 0);
    }

    HeatMapState withColumn(int first) {
        return new HeatMapState(standpoint, filter, measure, from, first);
    }
}

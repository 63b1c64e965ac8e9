package dev.capstan.ui.posture;

import com.vaadin.flow.router.QueryParameters;
import dev.capstan.posture.ClusterFilter;
import dev.capstan.posture.Freshness;
import dev.capstan.ui.Navigation;
import dev.capstan.ui.Standpoint;
import dev.capstan.ui.admission.AdmissionState;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the URL of the list of clusters says. Where it says nonsense it says nothing.
 *
 * @param sort the column to sort by, behind a minus when descending; empty for the usual order
 */
record ClustersState(
        Standpoint standpoint,
        ClusterFilter filter,
        @Nullable AdmissionState admission,
        String sort) {

    static final ClustersState ALL = new ClustersState(Standpoint.USUAL, ClusterFilter.ALL, null, "");

    static ClustersState read(QueryParameters parameters, Clock clock) {
        return new ClustersState(
                Standpoint.read(parameters, clock),
                ClusterFilterUrl.read(parameters),
                parameters
                        .getSingleParameter("admission")
                        .flatMap(AdmissionState::parse)
                        .orElse(null),
                parameters.getSingleParameter("sort").orElse(""));
    }

    String url() {
        Map<String, @Nullable String> parameters = ClusterFilterUrl.parameters(filter);
        parameters.put("admission", admission == null ? null : admission.parameter());
        parameters.put("sort", sort);
        return standpoint.url(Navigation.CLUSTERS, parameters);
    }

    ClustersState withStandpoint(Standpoint chosen) {
        return new ClustersState(chosen, filter, admission, sort);
    }

    ClustersState withFilter(ClusterFilter wished) {
        return new ClustersState(standpoint, wished, admission, sort);
    }

    ClustersState withAdmission(@Nullable AdmissionState chosen) {
        return new ClustersState(standpoint, filter, chosen, sort);
    }

    ClustersState withSort(String chosen) {
        return new ClustersState(standpoint, filter, admission, chosen);
    }

    static String word(Freshness freshness) {
        return switch (freshness) {
            case CURRENT -> "Current";
            case STALE -> "Stale";
            case NOT_ASSESSED -> "Not assessed";
        };
    }
}

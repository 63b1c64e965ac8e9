package dev.capstan.ui.posture;

import com.vaadin.flow.router.QueryParameters;
import dev.capstan.benchmark.Control;
import dev.capstan.fleet.ClusterId;
import dev.capstan.posture.ClusterFilter;
import dev.capstan.posture.Freshness;
import dev.capstan.ui.Navigation;
import dev.capstan.ui.admission.AdmissionState;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the URL of the list of clusters says. Where it says nonsense it says nothing.
 *
 * @param sort the column to sort by, behind a minus when descending; empty for the usual order
 */
record ClustersState(
        Control control,
        String text,
        @Nullable String subscription,
        @Nullable Freshness freshness,
        @Nullable AdmissionState admission,
        String sort) {

    static final ClustersState ALL = new ClustersState(Control.ADDED, "", null, null, null, "");

    static ClustersState read(QueryParameters parameters) {
        return new ClustersState(
                Navigation.control(parameters),
                parameters.getSingleParameter("q").orElse(""),
                Navigation.given(parameters, "subscription").orElse(null),
                parameters
                        .getSingleParameter("freshness")
                        .flatMap(given -> Arrays.stream(Freshness.values())
                                .filter(f -> parameter(f).equals(given))
                                .findAny())
                        .orElse(null),
                parameters
                        .getSingleParameter("admission")
                        .flatMap(AdmissionState::parse)
                        .orElse(null),
                parameters.getSingleParameter("sort").orElse(""));
    }

    String url() {
        Map<String, @Nullable String> parameters = new LinkedHashMap<>();
        parameters.put("q", text);
        parameters.put("subscription", subscription);
        parameters.put("freshness", freshness == null ? null : parameter(freshness));
        parameters.put("admission", admission == null ? null : admission.parameter());
        parameters.put("control", Navigation.parameter(control));
        parameters.put("sort", sort);
        return Navigation.url(Navigation.CLUSTERS, parameters);
    }

    /** @param among the only clusters to list, or null for any */
    ClusterFilter filter(@Nullable Set<ClusterId> among) {
        return ClusterFilter.ALL
                .withText(text)
                .withSubscription(subscription)
                .withFreshness(freshness)
                .withAmong(among);
    }

    ClustersState withControl(Control chosen) {
        return new ClustersState(chosen, text, subscription, freshness, admission, sort);
    }

    ClustersState withText(String typed) {
        return new ClustersState(control, typed, subscription, freshness, admission, sort);
    }

    ClustersState withSubscription(@Nullable String chosen) {
        return new ClustersState(control, text, chosen, freshness, admission, sort);
    }

    ClustersState withFreshness(@Nullable Freshness chosen) {
        return new ClustersState(control, text, subscription, chosen, admission, sort);
    }

    ClustersState withAdmission(@Nullable AdmissionState chosen) {
        return new ClustersState(control, text, subscription, freshness, chosen, sort);
    }

    ClustersState withSort(String chosen) {
        return new ClustersState(control, text, subscription, freshness, admission, chosen);
    }

    static String word(Freshness freshness) {
        return switch (freshness) {
            case CURRENT -> "Current";
            case STALE -> "Stale";
            case NOT_ASSESSED -> "Not assessed";
        };
    }

    private static String parameter(Freshness freshness) {
        return freshness.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

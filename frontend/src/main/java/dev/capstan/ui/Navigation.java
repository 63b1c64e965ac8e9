package dev.capstan.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import dev.capstan.benchmark.Control;
import dev.capstan.fleet.ClusterId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where the screens are and how one gets there. The state of a screen lives in its URL. */
public final class Navigation {

    public static final String OVERVIEW = "";
    public static final String CLUSTERS = "clusters";
    public static final String WORKLOADS = "workloads";

    private Navigation() {}

    /** A URL with its parameters, those without a value left out. */
    public static String url(String path, Map<String, @Nullable String> parameters) {
        return new Location(path, parameters(parameters)).getPathWithQueryParameters();
    }

    /** The cluster's page. */
    public static String cluster(ClusterId cluster) {
        return CLUSTERS + "/" + cluster;
    }

    /** The cluster's page under a control. */
    public static String cluster(ClusterId cluster, Control control) {
        return url(cluster(cluster), Map.of("control", parameter(control)));
    }

    /** The workload's page. */
    public static String workload(ClusterId cluster, long workload) {
        return cluster(cluster) + "/workloads/" + workload;
    }

    /** What the URL says of something, if it says anything. */
    public static Optional<String> given(QueryParameters parameters, String name) {
        return parameters.getSingleParameter(name).filter(value -> !value.isBlank());
    }

    /** A control as it stands in URLs. */
    public static String parameter(Control control) {
        return switch (control) {
            case ADDED -> "";
            case ASSIGNED -> "assigned";
            case NET_RAW -> "net-raw";
            case PRIVILEGED -> "privileged";
        };
    }

    /** The control that a URL names; the usual one when it names none or an unknown one. */
    public static Control control(QueryParameters parameters) {
        return parameters
                .getSingleParameter("control")
                .flatMap(given -> Arrays.stream(Control.values())
                        .filter(control -> parameter(control).equals(given))
                        .findAny())
                .orElse(Control.ADDED);
    }

    /**
     * Writes a screen's new state into the URL without leaving it.
     *
     * @param step whether the back button should return to the state before
     */
    public static void remember(UI ui, String url, boolean step) {
        if (step) {
            ui.getPage().getHistory().pushState(null, url);
        } else {
            ui.getPage().getHistory().replaceState(null, url);
        }
    }

    private static QueryParameters parameters(Map<String, @Nullable String> parameters) {
        Map<String, String> given = new LinkedHashMap<>();
        parameters.forEach((name, value) -> {
            if (value != null && !value.isBlank()) {
                given.put(name, value);
            }
        });
        return QueryParameters.simple(given);
    }
}

package dev.capstan.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import dev.capstan.benchmark.Capability;
import dev.capstan.benchmark.Control;
import dev.capstan.fleet.ClusterId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/** Where the screens are and how one gets there. The state of a screen lives in its URL. */
public final class Navigation {

    public static final String OVERVIEW = "";
    public static final String CHANGES = "changes";
    public static final String AGE = "changes/age";
    public static final String CLUSTERS = "clusters";
    public static final String HEAT_MAP = "heat-map";
    public static final String SCORES = "scores";
    public static final String WORKLOADS = "workloads";
    public static final String OWNERS = "owners";
    public static final String CONTROLS = "controls";
    public static final String CAPABILITIES = "capabilities";
    public static final String SETTINGS = "settings";
    public static final String TOKENS = "tokens";
    public static final String SEARCH = "search";
    public static final String OWNER_RULES = "settings/owners";

    private Navigation() {}

    /** A URL with its parameters, those without a value left out. */
    public static String url(String path, Map<String, @Nullable String> parameters) {
        String query = query(parameters);
        Location location = new Location(path);
        return query.isEmpty() ? location.getPathWithQueryParameters() : location.getPath() + "?" + query;
    }

    /** The cluster's page. */
    public static String cluster(ClusterId cluster) {
        return CLUSTERS + "/" + cluster;
    }

    /** The cluster's page, seen from a standpoint. */
    public static String cluster(ClusterId cluster, Standpoint standpoint) {
        return standpoint.url(cluster(cluster), Map.of());
    }

    /** The workload's page, seen from a standpoint. */
    public static String workload(ClusterId cluster, long workload, Standpoint standpoint) {
        return standpoint.url(workload(cluster, workload), Map.of());
    }

    /** The page of a cluster's namespace, seen from a standpoint. */
    public static String namespace(ClusterId cluster, String namespace, Standpoint standpoint) {
        return namespace(cluster, namespace, standpoint, Map.of());
    }

    /** The same with further parameters. */
    public static String namespace(
            ClusterId cluster, String namespace, Standpoint standpoint, Map<String, String> parameters) {
        Map<String, @Nullable String> all = new LinkedHashMap<>(parameters);
        all.putAll(standpoint.parameters());
        // The name is encoded already, and a location would encode it once more.
        String query = query(all);
        return namespace(cluster, namespace) + (query.isEmpty() ? "" : "?" + query);
    }

    /** The workload's page. */
    public static String workload(ClusterId cluster, long workload) {
        return cluster(cluster) + "/workloads/" + workload;
    }

    /** The page of a cluster's namespace, whose name may hold anything: it comes from the cluster. */
    public static String namespace(ClusterId cluster, String namespace) {
        return cluster(cluster) + "/namespaces/" + UriUtils.encode(namespace, StandardCharsets.UTF_8);
    }

    /** The page of what somebody owns under a control, or of what nobody owns when null. */
    public static String owner(@Nullable String name, Control control) {
        return owner(name, Standpoint.now(control));
    }

    /** The page of what somebody owns, or of what nobody owns when null, seen from a standpoint. */
    public static String owner(@Nullable String name, Standpoint standpoint) {
        Map<String, @Nullable String> parameters = new LinkedHashMap<>();
        parameters.put("name", name);
        return standpoint.url(OWNERS + "/owner", parameters);
    }

    /** The control's page. */
    public static String control(Control control) {
        return CONTROLS + "/" + segment(control);
    }

    /** The capability's place among all of them. */
    public static String capability(Capability capability) {
        return CAPABILITIES + "/" + capability.name();
    }

    /** The page of what a search finds. */
    public static String search(String term) {
        return url(SEARCH, Map.of("q", term));
    }

    /** What the URL says of something, if it says anything. */
    public static Optional<String> given(QueryParameters parameters, String name) {
        return parameters.getSingleParameter(name).filter(value -> !value.isBlank());
    }

    /** A control as it stands in URLs. */
    public static String parameter(Control control) {
        return switch (control) {
            case ADDED -> "";
            case ASSIGNED, NET_RAW, PRIVILEGED -> segment(control);
        };
    }

    /** A control as it stands in the path of its page. */
    public static String segment(Control control) {
        return switch (control) {
            case ADDED -> "added";
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

    /** One by one, since all at once they would come in another order each time the product is started. */
    private static String query(Map<String, @Nullable String> parameters) {
        List<String> given = new ArrayList<>();
        parameters.forEach((name, value) -> {
            if (value != null && !value.isBlank()) {
                given.add(QueryParameters.simple(Map.of(name, value)).getQueryString());
            }
        });
        return String.join("&", given);
    }
}

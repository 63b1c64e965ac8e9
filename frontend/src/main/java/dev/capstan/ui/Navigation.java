package dev.capstan.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import dev.capstan.benchmark.Capability;
import dev.capstan.benchmark.Control;
import dev.capstan.fleet.ClusterId;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
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

    /** The page of a cluster's namespace, whose name may hold anything: it comes from the cluster. */
    public static String namespace(ClusterId cluster, String namespace) {
        return cluster(cluster) + "/namespaces/" + UriUtils.encode(namespace, StandardCharsets.UTF_8);
    }

    /** The page of a cluster's namespace under a control. */
    public static String namespace(ClusterId cluster, String namespace, Control control) {
        String parameter = parameter(control);
        return namespace(cluster, namespace) + (parameter.isEmpty() ? "" : "?control=" + parameter);
    }

    /** The page of what somebody owns under a control, or of what nobody owns when null. */
    public static String owner(@Nullable String name, Control control) {
        Map<String, @Nullable String> parameters = new LinkedHashMap<>();
        parameters.put("name", name);
        parameters.put("control", parameter(control));
        return url(OWNERS + "/owner", parameters);
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

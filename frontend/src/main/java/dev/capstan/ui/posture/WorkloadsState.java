package dev.capstan.ui.posture;

import com.vaadin.flow.router.QueryParameters;
import dev.capstan.benchmark.Risk;
import dev.capstan.fleet.ClusterId;
import dev.capstan.posture.RunBy;
import dev.capstan.posture.WorkloadFilter;
import dev.capstan.ui.Navigation;
import dev.capstan.ui.Standpoint;
import dev.capstan.ui.component.Words;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the URL of the list of workloads says. Where it says nonsense it says nothing.
 *
 * @param sort the column to sort by, behind a minus when descending; empty for the usual order
 */
record WorkloadsState(Standpoint standpoint, WorkloadFilter filter, String sort) {

    /** What the score counts: customers' workloads. */
    static final WorkloadFilter SCORED = WorkloadFilter.ALL.withRunBy(RunBy.CUSTOMER);

    static final WorkloadsState USUAL = new WorkloadsState(Standpoint.USUAL, SCORED, "");

    private static final String PLATFORM = "aks";
    private static final String EVERYONE = "everyone";

    static WorkloadsState read(QueryParameters parameters, Clock clock) {
        WorkloadFilter filter = WorkloadFilter.ALL
                .withText(parameters.getSingleParameter("q").orElse(""))
                .withSubscription(Navigation.given(parameters, "subscription").orElse(null))
                .withCluster(parameters
                        .getSingleParameter("cluster")
                        .filter(given -> given.matches("[1-9][0-9]{0,17}"))
                        .map(given -> new ClusterId(Long.parseLong(given)))
                        .orElse(null))
                .withNamespace(Navigation.given(parameters, "namespace").orElse(null))
                .withOwner(owner(parameters))
                .withCapability(Navigation.given(parameters, "capability").orElse(null))
                .withRisk(parameters
                        .getSingleParameter("risk")
                        .flatMap(given -> Arrays.stream(Risk.values())
                                .filter(risk -> Words.risk(risk).equals(given))
                                .findAny())
                        .orElse(null))
                .withProfile(parameters
                        .getSingleParameter("profile")
                        .filter(given -> given.matches("[1-9][0-9]{0,17}"))
                        .map(Long::valueOf)
                        .orElse(null))
                .withRunBy(runBy(parameters.getSingleParameter("run-by").orElse("")))
                .withImage(Navigation.given(parameters, "image").orElse(null))
                .withFailingOnly(parameters
                        .getSingleParameter("failing")
                        .filter("yes"::equals)
                        .isPresent());
        return new WorkloadsState(
                Standpoint.read(parameters, clock),
                filter,
                parameters.getSingleParameter("sort").orElse(""));
    }

    String url() {
        ClusterId cluster = filter.cluster();
        Risk risk = filter.risk();
        Map<String, @Nullable String> parameters = new LinkedHashMap<>();
        parameters.put("q", filter.text());
        parameters.put("subscription", filter.subscription());
        parameters.put("cluster", cluster == null ? null : cluster.toString());
        parameters.put("namespace", filter.namespace());
        parameters.put("owner", filter.owner());
        parameters.put("unowned", WorkloadFilter.NO_OWNER.equals(filter.owner()) ? "yes" : null);
        parameters.put("capability", filter.capability());
        parameters.put("risk", risk == null ? null : Words.risk(risk));
        Long profile = filter.profile();
        parameters.put("profile", profile == null ? null : profile.toString());
        parameters.put("run-by", parameter(filter.runBy()));
        parameters.put("image", filter.image());
        parameters.put("failing", filter.failingOnly() ? "yes" : null);
        parameters.put("sort", sort);
        return standpoint.url(Navigation.WORKLOADS, parameters);
    }

    WorkloadsState withStandpoint(Standpoint chosen) {
        return new WorkloadsState(chosen, filter, sort);
    }

    WorkloadsState withFilter(WorkloadFilter wished) {
        return new WorkloadsState(standpoint, wished, sort);
    }

    WorkloadsState withSort(String chosen) {
        return new WorkloadsState(standpoint, filter, chosen);
    }

    private static @Nullable String owner(QueryParameters parameters) {
        boolean unowned =
                parameters.getSingleParameter("unowned").filter("yes"::equals).isPresent();
        return unowned
                ? WorkloadFilter.NO_OWNER
                : Navigation.given(parameters, "owner").orElse(null);
    }

    private static @Nullable RunBy runBy(String given) {
        return switch (given) {
            case PLATFORM -> RunBy.PLATFORM;
            case EVERYONE -> null;
            default -> RunBy.CUSTOMER;
        };
    }

    private static String parameter(@Nullable RunBy runBy) {
        return switch (runBy) {
            case null -> EVERYONE;
            case CUSTOMER -> "";
            case PLATFORM -> PLATFORM;
        };
    }
}

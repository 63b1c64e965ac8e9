package dev.capstan.ui.posture;

import com.vaadin.flow.router.QueryParameters;
import dev.capstan.benchmark.Control;
import dev.capstan.benchmark.Risk;
import dev.capstan.fleet.ClusterId;
import dev.capstan.posture.ChangeFilter;
import dev.capstan.posture.ChangeKind;
import dev.capstan.posture.WorkloadFilter;
import dev.capstan.ui.Navigation;
import dev.capstan.ui.component.Words;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the URL of the list of changes says. Where it says nonsense it says nothing.
 *
 * @param sort the column to sort by, behind a minus when descending; empty for the usual order
 */
record ChangesState(Control control, ChosenPeriod period, ChangeFilter filter, String sort) {

    static final ChangesState USUAL = new ChangesState(Control.ADDED, ChosenPeriod.USUAL, ChangeFilter.ALL, "");

    private static final String NOBODY = "nobody";

    static ChangesState read(QueryParameters parameters) {
        ChangeFilter filter = ChangeFilter.ALL
                .withText(parameters.getSingleParameter("q").orElse(""))
                .withKind(parameters
                        .getSingleParameter("kind")
                        .flatMap(given -> Arrays.stream(ChangeKind.values())
                                .filter(kind -> parameter(kind).equals(given))
                                .findAny())
                        .orElse(null))
                .withCluster(parameters
                        .getSingleParameter("cluster")
                        .filter(given -> given.matches("[1-9][0-9]{0,17}"))
                        .map(given -> new ClusterId(Long.parseLong(given)))
                        .orElse(null))
                .withNamespace(Navigation.given(parameters, "namespace").orElse(null))
                .withOwner(owner(parameters).orElse(null))
                .withCapability(Navigation.given(parameters, "capability").orElse(null))
                .withNewlyAsked(parameters
                        .getSingleParameter("newly")
                        .filter(given -> given.equals("yes")
                                && Navigation.given(parameters, "capability").isPresent())
                        .isPresent())
                .withRisk(parameters
                        .getSingleParameter("risk")
                        .flatMap(given -> Arrays.stream(Risk.values())
                                .filter(risk -> Words.risk(risk).equals(given))
                                .findAny())
                        .orElse(null));
        return new ChangesState(
                Navigation.control(parameters),
                ChosenPeriod.read(parameters, filter.cluster() != null),
                filter,
                parameters.getSingleParameter("sort").orElse(""));
    }

    String url() {
        ClusterId cluster = filter.cluster();
        ChangeKind kind = filter.kind();
        Risk risk = filter.risk();
        boolean unowned = WorkloadFilter.NO_OWNER.equals(filter.owner());
        Map<String, @Nullable String> parameters = new LinkedHashMap<>();
        period.putInto(parameters);
        parameters.put("kind", kind == null ? null : parameter(kind));
        parameters.put("q", filter.text());
        parameters.put("cluster", cluster == null ? null : cluster.toString());
        parameters.put("namespace", filter.namespace());
        parameters.put("owner", unowned ? null : filter.owner());
        parameters.put("owned-by", unowned ? NOBODY : null);
        parameters.put("capability", filter.capability());
        parameters.put("newly", filter.newlyAsked() ? "yes" : null);
        parameters.put("risk", risk == null ? null : Words.risk(risk));
        parameters.put("control", Navigation.parameter(control));
        parameters.put("sort", sort);
        return Navigation.url(Navigation.CHANGES, parameters);
    }

    ChangesState withControl(Control chosen) {
        return new ChangesState(chosen, period, filter, sort);
    }

    ChangesState withPeriod(ChosenPeriod chosen) {
        return new ChangesState(control, chosen, filter, sort);
    }

    ChangesState withFilter(ChangeFilter wished) {
        return new ChangesState(control, period.within(wished.cluster() != null), wished, sort);
    }

    ChangesState withSort(String chosen) {
        return new ChangesState(control, period, filter, chosen);
    }

    /** The kind as it stands in URLs. */
    static String parameter(ChangeKind kind) {
        return switch (kind) {
            case NEW -> "new";
            case REOPENED -> "reopened";
            case EXCEEDED -> "exceeded";
            case EXPIRED -> "exception-over";
            case CHANGED -> "changed";
            case FIXED -> "fixed";
            case EXCEPTED -> "excepted";
            case GONE -> "gone";
            case UNKNOWN -> "not-assessed";
            case POLICY -> "policy";
        };
    }

    // An owner can have any name, so nobody stands under another one.
    private static Optional<String> owner(QueryParameters parameters) {
        return Navigation.given(parameters, "owner")
                .or(() -> parameters
                        .getSingleParameter("owned-by")
                        .filter(NOBODY::equals)
                        .map(_ -> WorkloadFilter.NO_OWNER));
    }
}

package dev.capstan.ui.workload;

import com.vaadin.flow.router.QueryParameters;
import dev.capstan.benchmark.Control;
import dev.capstan.fleet.ClusterId;
import dev.capstan.ui.Moment;
import dev.capstan.ui.Navigation;
import dev.capstan.ui.Standpoint;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the URL of a workload's page says. Where it says nonsense it says nothing.
 *
 * @param standpoint the control under which the history line is drawn, and the instant that the page speaks of
 * @param span how far the history line looks back
 * @param then the earlier instant that is compared, or null for the usual one
 * @param now the later instant that is compared, or null for the one that the page speaks of
 * @param everything whether the comparison also shows what is the same
 */
record WorkloadState(
        Standpoint standpoint,
        HistorySpan span,
        @Nullable Instant then,
        @Nullable Instant now,
        boolean everything) {

    static final WorkloadState USUAL = new WorkloadState(Standpoint.USUAL, HistorySpan.USUAL, null, null, false);

    static WorkloadState read(QueryParameters parameters, Clock clock) {
        return new WorkloadState(
                Standpoint.read(parameters, clock),
                HistorySpan.of(parameters.getSingleParameter("days").orElse("")),
                instant(parameters, "then"),
                instant(parameters, "now"),
                parameters.getSingleParameter("fields").filter("all"::equals).isPresent());
    }

    String url(ClusterId cluster, long workload) {
        Map<String, @Nullable String> parameters = new LinkedHashMap<>();
        parameters.put("days", span.parameter());
        parameters.put("then", then == null ? null : then.toString());
        parameters.put("now", now == null ? null : now.toString());
        parameters.put("fields", everything ? "all" : null);
        return standpoint.url(Navigation.workload(cluster, workload), parameters);
    }

    Control control() {
        return standpoint.control();
    }

    /** The instant that the page speaks of, or null for now. */
    @Nullable Instant asOf() {
        return standpoint.asOf().instant();
    }

    /** The page from another standpoint; another instant begins the comparison anew. */
    WorkloadState withStandpoint(Standpoint chosen) {
        boolean same = chosen.moment().equals(standpoint.moment());
        return new WorkloadState(chosen, span, same ? then : null, same ? now : null, everything);
    }

    WorkloadState withSpan(HistorySpan chosen) {
        return new WorkloadState(standpoint, chosen, then, now, everything);
    }

    WorkloadState comparing(@Nullable Instant earlier, @Nullable Instant later) {
        return new WorkloadState(standpoint, span, earlier, later, everything);
    }

    WorkloadState withEverything(boolean wished) {
        return new WorkloadState(standpoint, span, then, now, wished);
    }

    /** The page as of another instant. */
    WorkloadState asOf(Instant instant) {
        return withStandpoint(standpoint.withMoment(Moment.at(instant)));
    }

    private static @Nullable Instant instant(QueryParameters parameters, String name) {
        return Navigation.given(parameters, name)
                .flatMap(Moment::parse)
                .map(moment -> moment.asOf().instant())
                .orElse(null);
    }
}

package dev.capstan.ui.workload;

import com.vaadin.flow.router.QueryParameters;
import dev.capstan.benchmark.Control;
import dev.capstan.fleet.ClusterId;
import dev.capstan.ui.Navigation;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the URL of a workload's page says. Where it says nonsense it says nothing.
 *
 * @param control the control under which the history line is drawn
 * @param span how far the history line looks back
 * @param then the earlier instant that is compared, or null for the usual one
 * @param now the later instant that is compared, or null for the one that the page speaks of
 * @param everything whether the comparison also shows what is the same
 * @param asOf the instant that the page speaks of, or null for now
 */
record WorkloadState(
        Control control,
        HistorySpan span,
        @Nullable Instant then,
        @Nullable Instant now,
        boolean everything,
        @Nullable Instant asOf) {

    static final WorkloadState USUAL = new WorkloadState(Control.ADDED, HistorySpan.USUAL, null, null, false, null);

    /** @param present what lies after it is not asked for as of then */
    static WorkloadState read(QueryParameters parameters, Instant present) {
        Instant asOf = instant(parameters, "asOf");
        return new WorkloadState(
                Navigation.control(parameters),
                HistorySpan.of(parameters.getSingleParameter("days").orElse("")),
                instant(parameters, "then"),
                instant(parameters, "now"),
                parameters.getSingleParameter("fields").filter("all"::equals).isPresent(),
                asOf == null || asOf.isBefore(present) ? asOf : null);
    }

    String url(ClusterId cluster, long workload) {
        Map<String, @Nullable String> parameters = new LinkedHashMap<>();
        parameters.put("control", Navigation.parameter(control));
        parameters.put("days", span.parameter());
        parameters.put("then", then == null ? null : then.toString());
        parameters.put("now", now == null ? null : now.toString());
        parameters.put("fields", everything ? "all" : null);
        parameters.put("asOf", asOf == null ? null : asOf.toString());
        return Navigation.url(Navigation.workload(cluster, workload), parameters);
    }

    WorkloadState withControl(Control chosen) {
        return new WorkloadState(chosen, span, then, now, everything, asOf);
    }

    WorkloadState withSpan(HistorySpan chosen) {
        return new WorkloadState(control, chosen, then, now, everything, asOf);
    }

    WorkloadState comparing(@Nullable Instant earlier, @Nullable Instant later) {
        return new WorkloadState(control, span, earlier, later, everything, asOf);
    }

    WorkloadState withEverything(boolean wished) {
        return new WorkloadState(control, span, then, now, wished, asOf);
    }

    /** The page of another instant; what is compared on it starts anew. */
    WorkloadState asOf(@Nullable Instant instant) {
        return new WorkloadState(control, span, null, null, everything, instant);
    }

    /** An ISO instant, or a day, which stands for its end in UTC. */
    private static @Nullable Instant instant(QueryParameters parameters, String name) {
        String given = parameters.getSingleParameter(name).orElse("");
        try {
            if (given.length() == "2026-11-24".length()) {
                return LocalDate.parse(given)
                        .plusDays(1)
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant()
                        .minusMillis(1);
            }
            Instant instant = given.isEmpty() ? null : Instant.parse(given);
            // Beyond these years no database follows.
            return instant == null || instant.isBefore(Instant.EPOCH) || instant.getEpochSecond() > 100_000_000_000L
                    ? null
                    : instant;
        } catch (DateTimeException e) {
            return null;
        }
    }
}

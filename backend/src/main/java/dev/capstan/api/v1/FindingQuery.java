package dev.capstan.api.v1;

import dev.capstan.api.Refused;
import dev.capstan.benchmark.Control;
import dev.capstan.benchmark.Risk;
import dev.capstan.fleet.ClusterId;
import dev.capstan.posture.AsOf;
import dev.capstan.posture.FindingFilter;
import dev.capstan.posture.RunBy;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Which findings are asked for. */
record FindingQuery(
        @Parameter(description = "All controls when not given") @Nullable Control control,

        @Parameter(description = "The cluster's id") @Nullable Long cluster,

        @Nullable String namespace,

        @Parameter(description = "Who owns the workload now") @Nullable String owner,

        @Parameter(description = "Only those of which no owner is known") @Nullable Boolean unowned,

        @Parameter(description = "Only those that ask for it: a name like SYS_ADMIN, ALL, or privileged") @Nullable String capability,

        @Nullable Risk risk,

        @Parameter(description = "Only those that they answer for; all when not given") @Nullable RunBy runBy,

        @Parameter(description = "Findings that last at the instant; now when not given") @Nullable AsOf asOf,

        @Parameter(description = "Together with to, and instead of asOf: findings that last at any time from it on")
        @Nullable Instant from,

        @Parameter(description = "Together with from: and before it") @Nullable Instant to) {

    FindingFilter filter() {
        return new FindingFilter(
                control,
                cluster == null ? null : new ClusterId(cluster),
                namespace,
                Owners.filter(owner, unowned),
                capability,
                risk,
                runBy);
    }

    FindingFilter.When when() {
        if (from == null && to == null) {
            return new FindingFilter.When.At(asOf == null ? AsOf.NOW : asOf);
        }
        if (from == null || to == null || !from.isBefore(to)) {
            throw Refused.parameter(
                    from == null ? "from" : "to", "A span needs both from and to, and to comes after from.", null);
        }
        if (asOf != null) {
            throw Refused.parameter("asOf", "Give either asOf or a span by from and to.", null);
        }
        return new FindingFilter.When.Within(from, to);
    }
}

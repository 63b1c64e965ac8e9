package dev.capstan.api.v1;

import dev.capstan.api.Refused;
import dev.capstan.posture.WorkloadFilter;
import org.jspecify.annotations.Nullable;

/** Whose workloads are asked for: somebody's, nobody's, or all. */
final class Owners {

    private Owners() {}

    static @Nullable String filter(@Nullable String owner, @Nullable Boolean unowned) {
        if (!Boolean.TRUE.equals(unowned)) {
            return owner;
        }
        if (owner != null) {
            throw Refused.parameter("unowned", "What has an owner is not unowned: give one of the two.", null);
        }
        return WorkloadFilter.NO_OWNER;
    }
}

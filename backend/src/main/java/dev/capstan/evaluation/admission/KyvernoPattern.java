package dev.capstan.evaluation.admission;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The pattern by which Kyverno's own sample keeps privileged containers out. */
final class KyvernoPattern {

    private KyvernoPattern() {}

    /** Whether all three kinds of container must not be privileged, where they say anything of it. */
    static boolean refusesPrivileged(Map<String, Object> validate) {
        return validate.get("pattern") instanceof Map<?, ?> pattern
                && pattern.get("spec") instanceof Map<?, ?> spec
                && Stream.of("containers", "=(initContainers)", "=(ephemeralContainers)")
                        .allMatch(kind -> spec.get(kind) instanceof List<?> containers
                                && containers.stream().anyMatch(KyvernoPattern::isUnprivileged));
    }

    private static boolean isUnprivileged(Object container) {
        return container instanceof Map<?, ?> fields
                && fields.get("=(securityContext)") instanceof Map<?, ?> context
                && String.valueOf(context.get("=(privileged)")).equals("false");
    }
}

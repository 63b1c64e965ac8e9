package dev.capstan.evaluation.admission;

import dev.capstan.collection.admission.NamespaceFact;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Pod Security Admission by a namespace's labels, which on AKS are the only way to set it. It is part of the API server,
 * so it never fails open, and it keeps privileged containers out from baseline on.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/security/pod-security-admission/">Pod Security Admission</a>
 */
record PodSecurityLabels(KubernetesVersion version) implements Guard {

    private static final String PREFIX = "pod-security.kubernetes.io/";
    private static final Set<String> LEVELS = Set.of("privileged", "baseline", "restricted");

    /** The restricted level has had a rule on capabilities of its own since v1.22. What is no version means the latest. */
    private static final Pattern BEFORE_DROP_ALL = Pattern.compile("v1\\.(\\d|1\\d|2[01])");

    @Override
    public Found in(NamespaceFact namespace) {
        List<Effect> effects = new ArrayList<>();
        enforced(namespace, namespace.labels().get(PREFIX + "enforce")).forEach(effects::add);
        Stream.of("audit", "warn").flatMap(mode -> recorded(namespace, mode)).forEach(effects::add);
        return new Found(Effects.together(Mechanism.POD_SECURITY_ADMISSION, effects), List.of());
    }

    private Stream<Effect> enforced(NamespaceFact namespace, @Nullable String level) {
        if (level == null || level.equals("privileged")) {
            return Stream.of();
        }
        Effect effect = new Effect(object(namespace), true, false, answer(namespace, level));
        return Stream.of(
                version.hasPodSecurityAdmission()
                        ? effect
                        : effect.undone("The label %senforce does nothing before Kubernetes 1.23.".formatted(PREFIX)));
    }

    private static Answer answer(NamespaceFact namespace, String level) {
        if (level.equals("baseline")) {
            return new Answer(new Demand.Allows(AllowList.BASELINE), true, List.of());
        }
        List<String> reasons = new ArrayList<>();
        if (!LEVELS.contains(level)) {
            reasons.add("The label %senforce has no valid level (%s), and is taken as restricted."
                    .formatted(PREFIX, level));
        }
        String pinned = namespace.labels().getOrDefault(PREFIX + "enforce-version", "latest");
        if (BEFORE_DROP_ALL.matcher(pinned).matches()) {
            reasons.add(("The label %senforce-version pins the level restricted to %s, which demands no more of"
                            + " capabilities than baseline; from v1.22 on, it demands that ALL is dropped.")
                    .formatted(PREFIX, pinned));
            return new Answer(new Demand.Allows(AllowList.BASELINE), true, reasons);
        }
        return new Answer(new Demand.Allows(AllowList.RESTRICTED), true, reasons);
    }

    /** In these modes an invalid level counts as privileged. */
    private Stream<Effect> recorded(NamespaceFact namespace, String mode) {
        String level = namespace.labels().getOrDefault(PREFIX + mode, "privileged");
        if (!version.hasPodSecurityAdmission() || level.equals("privileged") || !LEVELS.contains(level)) {
            return Stream.of();
        }
        return Stream.of(new Effect(
                object(namespace),
                false,
                false,
                Answer.some("The label %s%s: %s lets pods in. It is enough once %senforce says so, too."
                        .formatted(PREFIX, mode, level, PREFIX))));
    }

    private static String object(NamespaceFact namespace) {
        return "Namespace " + namespace.name();
    }
}

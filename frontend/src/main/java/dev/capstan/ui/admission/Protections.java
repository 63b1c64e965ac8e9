package dev.capstan.ui.admission;

import dev.capstan.evaluation.admission.AdmissionVerdict;
import dev.capstan.evaluation.admission.NamespaceAdmission;
import dev.capstan.evaluation.admission.Protection;
import dev.capstan.evaluation.admission.Strength;
import java.util.Comparator;
import java.util.Optional;

/** What a namespace's verdict rests on, and what that means in words. */
final class Protections {

    /** The worst first; of equal verdicts by strength, then by name. */
    static final Comparator<NamespaceAdmission> WORST_FIRST = Comparator.comparing(
                    (NamespaceAdmission namespace) -> AdmissionState.of(namespace.verdict()))
            .thenComparing(
                    namespace -> strongest(namespace).map(Protection::strength).orElse(Strength.NONE))
            .thenComparing(NamespaceAdmission::namespace);

    private Protections() {}

    /** The one that the verdict rests on: where it is met, the strongest that always answers. */
    static Optional<Protection> deciding(NamespaceAdmission namespace) {
        return namespace.verdict() instanceof AdmissionVerdict.Met(Strength strength)
                ? namespace.protections().stream()
                        .filter(each -> each.strength() == strength && !each.failsOpen())
                        .findFirst()
                : strongest(namespace);
    }

    private static Optional<Protection> strongest(NamespaceAdmission namespace) {
        return namespace.protections().stream().findFirst();
    }

    /** What is said of a namespace for which nothing is known to do anything. */
    static String nothing(AdmissionVerdict verdict) {
        return verdict instanceof AdmissionVerdict.Unknown ? "Not known" : "Nothing looks at capabilities";
    }

    /** What a strength means for whoever creates a pod. */
    static String meaning(Strength strength) {
        return switch (strength) {
            case NONE -> "Nothing looks at the capabilities that a pod adds.";
            case AUDIT_ONLY -> "Added capabilities are warned of or recorded, and let in.";
            case PARTIAL -> "Only some capabilities are kept out, or only of some pods.";
            case DEFAULT_SET -> "Only the runtime's 14 defaults may be added, but NET_RAW is among them.";
            case BASELINE -> "Only the runtime's defaults but NET_RAW may be added.";
            case RESTRICTED -> "ALL must be dropped, and only NET_BIND_SERVICE may be added.";
            case BLOCKS_ALL_ADDS -> "Nothing may be added.";
        };
    }

    /** The verdict in a sentence. */
    static String sentence(AdmissionVerdict verdict) {
        return switch (verdict) {
            case AdmissionVerdict.NotMet(Strength strength) -> meaning(strength);
            case AdmissionVerdict.Unknown(String because) -> because;
            case AdmissionVerdict.MetFailsOpen(Strength strength) ->
                meaning(strength) + " But while the webhook does not answer, pods get in unjudged.";
            case AdmissionVerdict.Met(Strength strength) -> meaning(strength);
        };
    }
}

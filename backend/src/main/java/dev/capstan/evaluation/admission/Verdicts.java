package dev.capstan.evaluation.admission;

import dev.capstan.evaluation.admission.AdmissionVerdict.Met;
import dev.capstan.evaluation.admission.AdmissionVerdict.MetFailsOpen;
import dev.capstan.evaluation.admission.AdmissionVerdict.NotMet;
import dev.capstan.evaluation.admission.AdmissionVerdict.Unknown;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What several protections come to in a namespace, and several namespaces in a cluster. */
final class Verdicts {

    /** Of equal strength, first what always answers. */
    static final Comparator<Protection> STRONGEST_FIRST = Comparator.comparing(Protection::strength)
            .reversed()
            .thenComparing(Protection::failsOpen)
            .thenComparing(Protection::mechanism);

    private static final Comparator<AdmissionVerdict> WORST_FIRST =
            Comparator.comparing(Verdicts::rank).thenComparing(Verdicts::strength);

    private Verdicts() {}

    /**
     * The strongest that suffices and always answers; else the strongest that suffices. What was not read counts only
     * where nothing suffices.
     *
     * @param protections strongest first
     */
    static AdmissionVerdict ofNamespace(List<Protection> protections, List<String> unread) {
        Optional<Protection> closed = protections.stream()
                .filter(each -> each.strength().suffices() && !each.failsOpen())
                .findFirst();
        if (closed.isPresent()) {
            return new Met(closed.get().strength());
        }
        Strength strongest =
                protections.stream().map(Protection::strength).findFirst().orElse(Strength.NONE);
        if (strongest.suffices()) {
            return new MetFailsOpen(strongest);
        }
        return unread.isEmpty() ? new NotMet(strongest) : new Unknown(String.join(" ", unread));
    }

    /** The worst over the customers' namespaces; over all, where a cluster has none of theirs. */
    static AdmissionVerdict ofCluster(List<NamespaceAdmission> namespaces) {
        List<NamespaceAdmission> customers =
                namespaces.stream().filter(namespace -> !namespace.platform()).toList();
        return (customers.isEmpty() ? namespaces : customers)
                .stream().map(NamespaceAdmission::verdict).min(WORST_FIRST).orElseThrow();
    }

    private static int rank(AdmissionVerdict verdict) {
        return switch (verdict) {
            case NotMet ignored -> 0;
            case Unknown ignored -> 1;
            case MetFailsOpen ignored -> 2;
            case Met ignored -> 3;
        };
    }

    private static Strength strength(AdmissionVerdict verdict) {
        return switch (verdict) {
            case NotMet(Strength strength) -> strength;
            case Unknown ignored -> Strength.NONE;
            case MetFailsOpen(Strength strength) -> strength;
            case Met(Strength strength) -> strength;
        };
    }
}

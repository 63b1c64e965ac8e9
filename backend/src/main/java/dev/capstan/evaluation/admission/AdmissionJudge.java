package dev.capstan.evaluation.admission;

import dev.capstan.collection.PlatformNamespaces;
import dev.capstan.collection.admission.AdmissionFacts;
import dev.capstan.collection.admission.Listing;
import dev.capstan.collection.admission.NamespaceFact;
import java.util.Comparator;
import java.util.List;

/** Judges a cluster's admission: the same facts always give the same verdict. */
public final class AdmissionJudge {

    private AdmissionJudge() {}

    /** What each namespace's admission stops, and the cluster's. Without its namespaces, nothing is known of a cluster. */
    public static ClusterAdmission judge(AdmissionFacts facts) {
        List<String> warnings = ClusterWarnings.of(facts);
        return switch (facts.namespaces()) {
            case Listing.Read<NamespaceFact>(List<NamespaceFact> namespaces)
            when !namespaces.isEmpty() -> judge(facts, namespaces, warnings);
            case Listing.Read<NamespaceFact> none ->
                unknown("The cluster listed no namespaces, which no cluster is without.", warnings);
            case Listing.Absent<NamespaceFact>() -> unknown("The cluster serves no namespaces.", warnings);
            case Listing.Unread<NamespaceFact>(String why) ->
                unknown("The namespaces could not be read: " + why, warnings);
        };
    }

    private static ClusterAdmission judge(AdmissionFacts facts, List<NamespaceFact> namespaces, List<String> warnings) {
        KubernetesVersion version = KubernetesVersion.parse(facts.kubernetesVersion());
        PolicyAnswers answers = new PolicyAnswers();
        List<Guard> guards = List.of(
                new PodSecurityLabels(version),
                new GatekeeperRules(facts),
                new AdmissionPolicies(facts, version, answers),
                new KyvernoRules(facts, answers),
                new Safeguards(facts, version),
                new PodSecurityPolicies(facts, version));
        List<NamespaceAdmission> judged = namespaces.stream()
                .sorted(Comparator.comparing(NamespaceFact::name))
                .map(namespace -> judge(namespace, guards))
                .toList();
        return new ClusterAdmission(Verdicts.ofCluster(judged), judged, warnings);
    }

    private static NamespaceAdmission judge(NamespaceFact namespace, List<Guard> guards) {
        List<Found> found = guards.stream().map(guard -> guard.in(namespace)).toList();
        List<Protection> protections = found.stream()
                .flatMap(each -> each.protections().stream())
                .sorted(Verdicts.STRONGEST_FIRST)
                .toList();
        List<String> unread = found.stream()
                .flatMap(each -> each.unread().stream())
                .distinct()
                .toList();
        return new NamespaceAdmission(
                namespace.name(),
                PlatformNamespaces.contains(namespace.name()),
                Verdicts.ofNamespace(protections, unread),
                protections,
                warnings(protections));
    }

    private static List<String> warnings(List<Protection> protections) {
        boolean enforced = protections.stream().anyMatch(each -> each.strength().compareTo(Strength.PARTIAL) >= 0);
        return enforced && protections.stream().noneMatch(Protection::stopsPrivileged)
                ? List.of("Privileged containers are let in all the same, and hold every capability.")
                : List.of();
    }

    private static ClusterAdmission unknown(String because, List<String> warnings) {
        return new ClusterAdmission(new AdmissionVerdict.Unknown(because), List.of(), warnings);
    }
}

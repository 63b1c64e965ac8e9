package dev.capstan.ui.testing;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.capstan.admission.AdmissionRange;
import dev.capstan.admission.Admissions;
import dev.capstan.admission.RecordedAdmission;
import dev.capstan.collection.PlatformNamespaces;
import dev.capstan.evaluation.admission.AdmissionVerdict;
import dev.capstan.evaluation.admission.AdmissionVerdict.Met;
import dev.capstan.evaluation.admission.AdmissionVerdict.MetFailsOpen;
import dev.capstan.evaluation.admission.AdmissionVerdict.NotMet;
import dev.capstan.evaluation.admission.AdmissionVerdict.Unknown;
import dev.capstan.evaluation.admission.ClusterAdmission;
import dev.capstan.evaluation.admission.Mechanism;
import dev.capstan.evaluation.admission.NamespaceAdmission;
import dev.capstan.evaluation.admission.Protection;
import dev.capstan.evaluation.admission.Strength;
import dev.capstan.fleet.ClusterId;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;

/** What admission stops in the made-up clusters: one in every state there is, the others met. */
public final class FakeAdmissions {

    private static final String UNREAD =
            "Gatekeeper's constraints could not be read: Kubernetes refuses the list (403 Forbidden).";

    private static final Protection BASELINE = protection(
            Mechanism.POD_SECURITY_ADMISSION,
            Strength.BASELINE,
            false,
            "Namespace label pod-security.kubernetes.io/enforce=baseline",
            "The label enforces the baseline standard of version latest.");
    private static final Protection CONSTRAINT = protection(
            Mechanism.AZURE_POLICY,
            Strength.BLOCKS_ALL_ADDS,
            true,
            "K8sAzureV3AllowedCapabilities azurepolicy-k8sazurev3allowedcapabilitie-4f6a0c11",
            "The constraint denies, and allows no capability at all.",
            "Gatekeeper's webhook has failurePolicy Ignore.");
    private static final Protection AUDIT = protection(
            Mechanism.GATEKEEPER,
            Strength.AUDIT_ONLY,
            true,
            "K8sPSPCapabilities drop-all",
            "Its enforcementAction is dryrun, which blocks nothing.");
    private static final Protection DENY_LIST = protection(
            Mechanism.KYVERNO,
            Strength.PARTIAL,
            false,
            "ClusterPolicy disallow-dangerous-capabilities",
            "It refuses SYS_ADMIN and NET_ADMIN, and lets every other capability in.");

    private FakeAdmissions() {}

    /** What was recorded of the made-up fleet. */
    public static Admissions create() {
        Admissions admissions = mock(Admissions.class);
        when(admissions.current(any())).thenAnswer(i -> current(i.getArgument(0)));
        when(admissions.history(any(), anyString())).thenAnswer(i -> history(i.getArgument(0), i.getArgument(1)));
        when(admissions.verdicts()).thenAnswer(i -> verdicts());
        when(admissions.verdictsAt(any())).thenAnswer(i -> verdicts());
        when(admissions.at(any(), any())).thenAnswer(i -> current(i.getArgument(0)));
        return admissions;
    }

    private static Map<ClusterId, AdmissionVerdict> verdicts() {
        Map<ClusterId, AdmissionVerdict> verdicts = new HashMap<>();
        LongStream.rangeClosed(1, FakeFleet.size())
                .mapToObj(ClusterId::new)
                .forEach(id -> current(id)
                        .ifPresent(now -> verdicts.put(id, now.admission().verdict())));
        return verdicts;
    }

    private static Optional<RecordedAdmission> current(ClusterId cluster) {
        if (cluster.value() == 11 || cluster.value() == 12) {
            return Optional.empty();
        }
        return Optional.of(new RecordedAdmission(FakeFleet.NOW.minus(Duration.ofMinutes(7)), admission(cluster)));
    }

    private static ClusterAdmission admission(ClusterId cluster) {
        List<NamespaceAdmission> namespaces = FakeWorkloads.of(cluster).stream()
                .map(workload -> workload.ref().namespace())
                .distinct()
                .sorted()
                .map(namespace -> namespace(cluster, namespace))
                .toList();
        return switch ((int) cluster.value()) {
            case 1 ->
                new ClusterAdmission(
                        new NotMet(Strength.NONE),
                        namespaces,
                        List.of("The Azure Policy add-on is on, but no policy of it denies: an assignment's effect is"
                                + " Audit unless it is set to Deny."));
            case 3 -> new ClusterAdmission(new MetFailsOpen(Strength.BLOCKS_ALL_ADDS), namespaces, List.of());
            case 4 -> new ClusterAdmission(new Unknown(UNREAD), namespaces, List.of(UNREAD));
            default -> new ClusterAdmission(new Met(Strength.BASELINE), namespaces, List.of());
        };
    }

    private static NamespaceAdmission namespace(ClusterId cluster, String name) {
        return switch ((int) cluster.value()) {
            case 1 ->
                switch (name) {
                    case "legacy", FakeWorkloads.HOSTILE -> of(name, new NotMet(Strength.NONE));
                    case "data" -> of(name, new NotMet(Strength.AUDIT_ONLY), AUDIT);
                    case "istio-system" -> of(name, new NotMet(Strength.PARTIAL), DENY_LIST, AUDIT);
                    case "checkout" -> of(name, new Met(Strength.BASELINE), CONSTRAINT, BASELINE);
                    default -> of(name, new Met(Strength.BASELINE), BASELINE, DENY_LIST);
                };
            case 3 -> of(name, new MetFailsOpen(Strength.BLOCKS_ALL_ADDS), CONSTRAINT);
            case 4 -> of(name, new Unknown(UNREAD));
            default -> of(name, new Met(Strength.BASELINE), BASELINE);
        };
    }

    private static List<AdmissionRange> history(ClusterId cluster, String namespace) {
        return current(cluster).stream()
                .flatMap(now -> now.admission().namespaces().stream())
                .filter(each -> each.namespace().equals(namespace))
                .flatMap(now -> List.of(
                        new AdmissionRange(now, FakeFleet.NOW.minus(Duration.ofDays(9)), null),
                        new AdmissionRange(
                                of(namespace, new NotMet(Strength.AUDIT_ONLY), AUDIT),
                                FakeFleet.NOW.minus(Duration.ofDays(64)),
                                FakeFleet.NOW.minus(Duration.ofDays(9))))
                        .stream())
                .toList();
    }

    private static NamespaceAdmission of(String name, AdmissionVerdict verdict, Protection... protections) {
        List<String> warnings = protections.length == 1 && protections[0] == CONSTRAINT
                ? List.of("Privileged containers are let in all the same, and hold every capability.")
                : List.of();
        return new NamespaceAdmission(name, PlatformNamespaces.contains(name), verdict, List.of(protections), warnings);
    }

    private static Protection protection(
            Mechanism mechanism, Strength strength, boolean failsOpen, String object, String... reasons) {
        return new Protection(
                mechanism, strength, failsOpen, strength == Strength.BASELINE, List.of(object), List.of(reasons));
    }
}

package dev.capstan.evaluation.admission;

import java.util.List;

/**
 * What is stopped at the admission of pods into one namespace.
 *
 * @param namespace its name
 * @param platform whether it is one of AKS's own, which do not count for the cluster's verdict
 * @param verdict what that means for the control's prerequisite
 * @param protections what each mechanism does there, strongest first; those that do nothing are left out
 * @param warnings sentences beside the verdict, for example that privileged containers are let in all the same
 */
public record NamespaceAdmission(
        String namespace,
        boolean platform,
        AdmissionVerdict verdict,
        List<Protection> protections,
        List<String> warnings) {

    public NamespaceAdmission {
        protections = List.copyOf(protections);
        warnings = List.copyOf(warnings);
    }
}

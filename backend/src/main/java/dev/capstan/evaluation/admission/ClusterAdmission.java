package dev.capstan.evaluation.admission;

import java.util.List;

/**
 * What is stopped at admission in a whole cluster.
 *
 * @param verdict the worst over its customers' namespaces: not met, then unknown, then met but failing open, then met
 * @param namespaces each namespace, by name
 * @param warnings sentences about the cluster as a whole: kinds that could not be read, an add-on that is on without a
 *     policy that denies, policies that write capabilities into pods
 */
public record ClusterAdmission(AdmissionVerdict verdict, List<NamespaceAdmission> namespaces, List<String> warnings) {

    public ClusterAdmission {
        namespaces = List.copyOf(namespaces);
        warnings = List.copyOf(warnings);
    }
}

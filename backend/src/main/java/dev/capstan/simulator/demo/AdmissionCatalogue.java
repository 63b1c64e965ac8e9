package dev.capstan.simulator.demo;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What decides which pods the fleet's clusters let in, as the catalogue describes it. Days count from the first of the
 * 120.
 *
 * @param snippets parts of manifests that are used in more than one place, of no meaning by themselves
 * @param sets objects that come together, by name
 * @param clusters what is special to a cluster, by its name
 */
record AdmissionCatalogue(List<Object> snippets, Map<String, ObjectSet> sets, Map<String, Gate> clusters) {

    /** What a cluster has of which nothing is said. */
    static final Gate USUAL = new Gate(Map.of(), List.of("aks"), List.of(), Map.of(), List.of());

    /**
     * Objects that come together.
     *
     * @param installs the paths of the kinds that come with them, with objects or not
     * @param objects the objects
     */
    record ObjectSet(@Nullable List<String> installs, List<PlannedObject> objects) {}

    /**
     * An object over time.
     *
     * @param manifest the object at first
     * @param from the day on which it is created, null for as long as there is the cluster
     * @param until the day on which it is deleted, null for never
     * @param changes fields that are laid over it, each from its day on
     */
    record PlannedObject(
            Map<String, Object> manifest,
            @Nullable Integer from,
            @Nullable Integer until,
            @Nullable Map<Integer, Map<String, Object>> changes) {}

    /**
     * A cluster's gate.
     *
     * @param azure what Azure says, each from its day on
     * @param sets the sets that it has
     * @param objects objects of its own
     * @param namespaces namespaces' labels, each from its day on; a name without a slash is one of Pod Security's
     * @param forbidden the paths under which readers are refused
     */
    record Gate(
            @Nullable Map<Integer, AzurePlan> azure,
            List<String> sets,
            @Nullable List<PlannedObject> objects,
            @Nullable Map<String, Map<Integer, Map<String, String>>> namespaces,
            @Nullable List<String> forbidden) {}

    /**
     * What Azure says about a cluster.
     *
     * @param sku the SKU's name, null for Base
     * @param azurePolicy whether the add-on is enabled, null where nobody ever said so
     * @param podSecurityPolicy whether PodSecurityPolicies take effect, null where nobody ever said so
     * @param safeguards deployment safeguards, null for none
     */
    record AzurePlan(
            @Nullable String sku,
            @Nullable Boolean azurePolicy,
            @Nullable Boolean podSecurityPolicy,
            @Nullable SafeguardsPlan safeguards) {}

    /**
     * Deployment safeguards.
     *
     * @param level Warn or Enforce
     * @param podSecurityStandards Privileged, Baseline or Restricted
     * @param excludedNamespaces the namespaces that they leave alone
     */
    record SafeguardsPlan(String level, String podSecurityStandards, List<String> excludedNamespaces) {}

    /** What a cluster has. */
    Gate of(String cluster) {
        return clusters.getOrDefault(cluster, USUAL);
    }
}

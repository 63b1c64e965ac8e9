package dev.capstan.simulator.world;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An object of the API of which only the metadata matters: a ReplicaSet, a Job, or a workload itself.
 *
 * @param namespace where it is
 * @param name its name
 * @param uid its uid
 * @param created when it was created
 * @param labels its labels
 * @param owner what controls it, null where nothing does
 * @param replicas how many pods it has
 */
public record Owned(
        String namespace,
        String name,
        String uid,
        Instant created,
        Map<String, String> labels,
        @Nullable Owner owner,
        int replicas) {

    /** A controlling owner reference. */
    public record Owner(String apiVersion, String kind, String name, String uid) {}

    /** Where the API server keeps it, which is the order it lists in. */
    public String key() {
        return namespace + "/" + name;
    }
}

package dev.capstan.fleet;

import java.util.List;
import java.util.UUID;

/** A subscription that can be used, and what came of listing its clusters. */
public record ListedSubscription(UUID id, UUID tenantId, String name, String state, Clusters clusters) {

    /** What came of listing a subscription's clusters. */
    public sealed interface Clusters {

        /** Every page was read. */
        record Listed(List<ListedCluster> all) implements Clusters {

            public Listed {
                all = List.copyOf(all);
            }
        }

        /** The list could not be read; nothing is known of the clusters, which does not mean that they are gone. */
        record Unknown(String why) implements Clusters {}
    }
}

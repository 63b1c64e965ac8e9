package dev.capstan.workload;

import dev.capstan.collection.ContainerFact;
import dev.capstan.collection.ContainerSettings;
import dev.capstan.evaluation.Criteria;
import java.util.Map;
import java.util.Objects;

/**
 * Where the parts of a snapshot are kept.
 *
 * @param byNamespace which criteria hold in each namespace
 * @param criteria the criteria's keys
 * @param profiles the settings' keys
 */
record Keys(Map<String, Criteria> byNamespace, Map<Criteria, Integer> criteria, Map<ContainerSettings, Long> profiles) {

    long profile(ContainerFact container) {
        return Objects.requireNonNull(profiles.get(container.settings()), "Settings without a profile");
    }

    int criteria(ContainerFact container) {
        Criteria holding = byNamespace.get(container.workload().namespace());
        return Objects.requireNonNull(criteria.get(holding), "Criteria that are not kept");
    }
}

package dev.capstan.evaluation;

import dev.capstan.collection.ContainerSettings;
import java.util.Map;

/**
 * What a policy concludes of everything that was found in one cluster.
 *
 * @param policy the policy that judged
 * @param criteria what holds in each namespace that has containers, by its name
 * @param judgements what is concluded from each of the settings that occur, under the criteria they occur under
 */
public record Evaluated(
        Policy policy, Map<String, Criteria> criteria, Map<Criteria, Map<ContainerSettings, Judgement>> judgements) {

    public Evaluated {
        criteria = Map.copyOf(criteria);
        judgements = Map.copyOf(judgements);
    }
}

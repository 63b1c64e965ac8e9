package dev.capstan.ui.settings;

import static dev.capstan.evaluation.AddedReading.BEYOND_DEFAULT;
import static dev.capstan.evaluation.AddedReading.STRICT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.benchmark.Capability;
import dev.capstan.benchmark.Risk;
import dev.capstan.evaluation.AddedReading;
import dev.capstan.evaluation.Criteria;
import dev.capstan.evaluation.Policy;
import dev.capstan.evaluation.PolicyOverride;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PolicyDiffTest {

    @Test
    void policiesThatSayTheSameDoNotDiffer() {
        Policy policy = policy(STRICT, Set.of(Capability.CHOWN), Map.of(), override("a", STRICT));
        assertThat(PolicyDiff.words(policy, policy)).isEmpty();
    }

    @Test
    void readingAllowedListAndRisksAreToldEachInALine() {
        Policy before = policy(STRICT, Set.of(Capability.CHOWN), Map.of(Capability.NET_RAW, Risk.LOW));
        Policy after = policy(BEYOND_DEFAULT, Set.of(Capability.NET_ADMIN), Map.of(Capability.SYS_TIME, Risk.HIGH));

        assertThat(PolicyDiff.words(before, after))
                .containsExactly(
                        "reading: strict → beyond default",
                        "allowed: + NET_ADMIN, − CHOWN",
                        "risk of NET_RAW: low → high",
                        "risk of SYS_TIME: medium → high");
    }

    @Test
    void overridesAddedRemovedAndChangedAreToldByWhereTheyHold() {
        Policy before = policy(STRICT, Set.of(), Map.of(), override("gone", STRICT), override("same", STRICT));
        Policy after = policy(
                STRICT,
                Set.of(),
                Map.of(),
                override("same", BEYOND_DEFAULT, Capability.KILL),
                override("new", STRICT, Capability.CHOWN));

        assertThat(PolicyDiff.words(before, after))
                .containsExactly(
                        "override changed for same / *: strict → beyond default; allowed + KILL",
                        "override added for new / *: strict, allowed CHOWN",
                        "override removed for gone / *: strict, allowed nothing");
    }

    @Test
    void anotherOrderIsADifferenceBecauseTheFirstThatMatchesHolds() {
        PolicyOverride one = override("a", STRICT);
        PolicyOverride other = override("b", STRICT);

        assertThat(PolicyDiff.words(
                        policy(STRICT, Set.of(), Map.of(), one, other), policy(STRICT, Set.of(), Map.of(), other, one)))
                .containsExactly("overrides in another order");
    }

    @Test
    void theSameOverrideTwiceIsOneMore() {
        PolicyOverride one = override("a", STRICT);

        assertThat(PolicyDiff.words(
                        policy(STRICT, Set.of(), Map.of(), one), policy(STRICT, Set.of(), Map.of(), one, one)))
                .containsExactly("override added for a / *: strict, allowed nothing");
    }

    private static Policy policy(
            AddedReading reading, Set<Capability> allowed, Map<Capability, Risk> risks, PolicyOverride... overrides) {
        return new Policy(1, new Criteria(reading, allowed, risks), List.of(overrides));
    }

    private static PolicyOverride override(String clusters, AddedReading reading, Capability... allowed) {
        return new PolicyOverride(clusters, "*", reading, Set.of(allowed));
    }
}

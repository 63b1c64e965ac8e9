package dev.capstan.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.capstan.benchmark.Capability;
import dev.capstan.benchmark.Risk;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyTest {

    private static final PolicyOverride DEV =
            new PolicyOverride("*-dev-*", "*", AddedReading.BEYOND_DEFAULT, Set.of(Capability.SYS_PTRACE));
    private static final PolicyOverride MESH =
            new PolicyOverride("*", "mesh*", AddedReading.STRICT, Set.of(Capability.NET_ADMIN));
    private static final Policy POLICY = new Policy(
            7,
            new Criteria(AddedReading.STRICT, Set.of(), Map.of(Capability.NET_ADMIN, Risk.CRITICAL)),
            List.of(DEV, MESH));

    @Test
    void whereNoOverrideMatchesTheFleetsCriteriaHold() {
        assertThat(POLICY.criteriaFor("aks-prod-1", "shop")).isEqualTo(POLICY.fleet());
    }

    @Test
    void theFirstOverrideThatMatchesHolds() {
        assertThat(POLICY.criteriaFor("aks-dev-1", "mesh-ingress").allowed()).containsExactly(Capability.SYS_PTRACE);
        assertThat(POLICY.criteriaFor("aks-prod-1", "mesh-ingress").allowed()).containsExactly(Capability.NET_ADMIN);
    }

    @Test
    void anOverrideRatesRisksAsTheFleetDoes() {
        assertThat(POLICY.criteriaFor("aks-dev-1", "shop").risk(Capability.NET_ADMIN))
                .isEqualTo(Risk.CRITICAL);
        assertThat(POLICY.criteriaFor("aks-dev-1", "shop").risk(Capability.CHOWN))
                .isEqualTo(Risk.LOW);
    }

    @Test
    void itNamesEveryCriteriaThatOccurOnceTheFleetsFirst() {
        Policy twice = new Policy(8, Criteria.STRICT, List.of(MESH, MESH));

        assertThat(twice.criteria())
                .containsExactly(Criteria.STRICT, new Criteria(AddedReading.STRICT, MESH.allowed(), Map.of()));
    }

    @Test
    void policiesThatSayTheSameAreTheSameWhateverTheirVersion() {
        assertThat(POLICY.saysTheSameAs(new Policy(9, POLICY.fleet(), POLICY.overrides())))
                .isTrue();
        assertThat(POLICY.saysTheSameAs(new Policy(9, POLICY.fleet(), List.of(MESH, DEV))))
                .isFalse();
        assertThat(POLICY.saysTheSameAs(new Policy(9, Criteria.STRICT, POLICY.overrides())))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "*, anything, true",
        "shop, shop, true",
        "shop, shop-2, false",
        "shop*, shop-2, true",
        "*shop, my-shop, true",
        "*shop, shopping, false",
        "a*b*c, abc, true",
        "a*b*c, a-b-b-c, true",
        "a*b*c, acb, false",
        "ab*ba, aba, false",
        "ab*ba, abba, true",
        "**, '', true",
        "*a*, bbb, false",
        "a*bc*c, abc, false",
        "x.y, xzy, false"
    })
    void anAsteriskStandsForAnyCharacters(String pattern, String name, boolean matches) {
        PolicyOverride override = new PolicyOverride("*", pattern, AddedReading.STRICT, Set.of());

        assertThat(override.matches("aks", name)).isEqualTo(matches);
    }

    @Test
    void aPatternMatchesAsTheSameRegularExpressionDoes() {
        List<String> names = Stream.of("", "a", "b", "ab", "ba", "aab", "abab", "bbaa", "ababab")
                .toList();
        for (String pattern : List.of("a", "*", "a*", "*a", "a*b", "*ab*", "a*a*b", "*b*a*", "a**b", "ab*ab")) {
            Pattern same = Pattern.compile(pattern.replace("*", ".*"));
            PolicyOverride override = new PolicyOverride(pattern, "*", AddedReading.STRICT, Set.of());
            for (String name : names) {
                assertThat(override.matches(name, "any"))
                        .as("%s on %s", pattern, name)
                        .isEqualTo(same.matcher(name).matches());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a/b", "-a", "a\n", "ä", "a?"})
    void whatNoNameCanHoldIsNoPattern(String text) {
        assertThat(PolicyOverride.isPattern(text)).isFalse();
        assertThatThrownBy(() -> new PolicyOverride(text, "*", AddedReading.STRICT, Set.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PolicyOverride("*", text, AddedReading.STRICT, Set.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

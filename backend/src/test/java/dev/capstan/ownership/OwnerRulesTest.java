package dev.capstan.ownership;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.collection.Marks;
import dev.capstan.ownership.OwnerRule.Owned;
import dev.capstan.ownership.OwnerRule.Place;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnerRulesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "nobody", textBlock = """
            workload owner=a                                   | a
            workload team=a                                    | a
            workload owner=a team=b                            | a
            annotation owner=a                                 | a
            annotation a8r.io/owner=a                          | a
            workload team=a; annotation owner=b                | b
            workload team=a; namespace owner=b                 | a
            namespace owner=a                                  | a
            namespace team=a; tag team=b                       | a
            on-namespace owner=a                               | a
            tag owner=a                                        | nobody
            tag Team=a                                         | a
            workload app.kubernetes.io/managed-by=Helm         | nobody
            workload Owner=a                                   | nobody
            workload owner=                                    | nobody
            workload owner=; namespace owner=b                 | b
            annotation owner=%20                               | nobody
                                                               | nobody
            """)
    void theUsualRulesLookFromTheWorkloadOutwards(@Nullable String marks, @Nullable String owner) {
        assertThat(OwnerRules.USUAL.ownerOf(workload(marks == null ? "" : marks)))
                .isEqualTo(owner);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "nobody", textBlock = """
            shop-*     | namespace team=a | fixed
            shop-eu    | workload owner=a | fixed
            s?op-eu    |                  | fixed
            *          |                  | fixed
            shop       | namespace team=a | a
            SHOP-EU    |                  | nobody
            """)
    void aRuleForNamespacesNamesTheOwnerItself(String pattern, @Nullable String marks, @Nullable String owner) {
        OwnerRules rules = new OwnerRules(List.of(
                new OwnerRule(OwnerSource.NAMESPACE_NAME, pattern, "fixed"),
                OwnerRule.of(OwnerSource.NAMESPACE_LABEL, "team")));

        assertThat(rules.ownerOf(workload(marks == null ? "" : marks))).isEqualTo(owner);
    }

    @Test
    void theFirstRuleThatFindsSomebodyHoldsHoweverFarItIs() {
        Owned workload = workload("workload owner=near; tag owner=far");

        assertThat(new OwnerRules(List.of(
                                OwnerRule.of(OwnerSource.CLUSTER_TAG, "Owner"),
                                OwnerRule.of(OwnerSource.WORKLOAD_LABEL, "owner")))
                        .ownerOf(workload))
                .isEqualTo("far");
        assertThat(new OwnerRules(List.of()).ownerOf(workload)).isNull();
    }

    @Test
    void aNameIsCleanedOfWhatCannotBeSeenSoThatNoTwoOwnersLookAlike() {
        assertThat(OwnerName.parse("  team\u00A0one ")).contains("team one");
        assertThat(OwnerName.parse("team\u202Eeno\u200B")).contains("team eno");
        assertThat(OwnerName.parse("a\0b\nc")).contains("a b c");
        assertThat(OwnerName.parse("\u200B\u2028")).isEmpty();
        assertThat(OwnerName.parse("../Küche & Söhne/%2e")).contains("../Küche & Söhne/%2e");
        assertThat(OwnerName.parse("é".repeat(300)).orElseThrow()).hasSize(256);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            WORKLOAD_LABEL | owner  |       | true
            WORKLOAD_LABEL | ''     |       | false
            NAMESPACE_NAME | shop-* | shop  | true
            NAMESPACE_NAME | shop-* |       | false
            NAMESPACE_NAME | ''     | shop  | false
            """)
    void aRuleThatCanFindNobodyIsRefused(OwnerSource source, String key, @Nullable String owner, boolean fine) {
        assertThat(new OwnerRule(source, key, owner == null ? "" : owner)
                        .problem()
                        .isEmpty())
                .isEqualTo(fine);
    }

    @Test
    void aKeyThatNoObjectCanHaveAndTooManyRulesAreRefused() {
        OwnerRule rule = OwnerRule.of(OwnerSource.WORKLOAD_LABEL, "owner");

        assertThat(OwnerRule.of(OwnerSource.WORKLOAD_LABEL, "a\0b").problem()).isPresent();
        assertThat(OwnerRule.of(OwnerSource.WORKLOAD_LABEL, "k".repeat(318)).problem())
                .isPresent();
        assertThat(new OwnerRule(OwnerSource.NAMESPACE_NAME, "*", "a\u202Eb").problem())
                .isPresent();
        assertThat(new OwnerRules(Stream.generate(() -> rule).limit(51).toList()).problem())
                .isPresent();
    }

    /** A workload in the namespace shop-eu, from words. */
    private static Owned workload(String words) {
        Map<String, Map<String, String>> parts = Stream.of(words.split(";"))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.toMap(
                        part -> part.split(" ")[0],
                        part -> Stream.of(part.split(" "))
                                .skip(1)
                                .map(entry -> entry.split("=", 2))
                                .collect(Collectors.toMap(entry -> entry[0], entry -> entry[1].replace("%20", " ")))));
        return new Owned(
                Marks.of(parts.getOrDefault("workload", Map.of()), parts.getOrDefault("annotation", Map.of())),
                new Place(
                        "shop-eu",
                        Marks.of(
                                parts.getOrDefault("namespace", Map.of()),
                                parts.getOrDefault("on-namespace", Map.of())),
                        parts.getOrDefault("tag", Map.of()).entrySet().stream()
                                .collect(Collectors.toMap(
                                        tag -> tag.getKey().toLowerCase(java.util.Locale.ROOT), Map.Entry::getValue))));
    }
}

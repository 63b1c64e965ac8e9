package dev.capstan.ownership;

import static dev.capstan.workload.History.DAY_1;
import static dev.capstan.workload.History.app;
import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.collection.Marks;
import dev.capstan.collection.WorkloadRef;
import dev.capstan.collection.admission.AdmissionFacts;
import dev.capstan.collection.admission.AdmissionReadings;
import dev.capstan.collection.admission.Listing;
import dev.capstan.collection.admission.NamespaceFact;
import dev.capstan.workload.History;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OwnersTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final OwnerRules BY_NAMESPACE =
            new OwnerRules(List.of(new OwnerRule(OwnerSource.NAMESPACE_NAME, "sh*", "shopkeepers")));

    private static final OwnerRules BY_SQUAD =
            new OwnerRules(List.of(OwnerRule.of(OwnerSource.WORKLOAD_LABEL, "squad")));

    private final History history = new History();

    @Test
    void aSnapshotSaysWhoOwnsEachWorkload() {
        history.jdbc.sql("update cluster set tags = '{\"Team\": \"ops\"}'").update();
        history.record(
                DAY_1,
                Map.of(deployment("cart"), labelled("owner", "carts")),
                AdmissionReadings.none(),
                app("cart", "CHOWN"),
                app("till"));

        assertThat(owner("cart")).contains("carts");
        assertThat(owner("till")).contains("ops");
        assertThat(shown("cart")).containsExactly("carts");
    }

    @Test
    void aNamespaceThatCouldNotBeListedIsRememberedAndOneThatIsGoneForgotten() {
        history.record(DAY_1, Map.of(), namespaces("shop", "team", "shopkeepers"), app("cart"));
        history.record(DAY_1.plus(HOUR), Map.of(), unread(), app("cart"), app("till"));
        assertThat(owner("till")).contains("shopkeepers");

        history.record(DAY_1.plus(HOUR.multipliedBy(2)), Map.of(), namespaces("other", "a", "b"), app("cart"));
        assertThat(owner("cart")).isEmpty();
    }

    @Test
    void anotherOwnerIsHistoryAndAnotherAnnotationIsNot() {
        history.record(DAY_1, marks("owner", "carts"), AdmissionReadings.none(), app("cart"));
        history.record(
                DAY_1.plus(HOUR),
                Map.of(deployment("cart"), Marks.of(Map.of("owner", "carts"), Map.of("note", "new"))),
                AdmissionReadings.none(),
                app("cart"));
        assertThat(history.count("workload_posture")).isEqualTo(1);

        history.record(
                DAY_1.plus(HOUR.multipliedBy(2)), marks("owner", "buyers"), AdmissionReadings.none(), app("cart"));
        assertThat(shown("cart")).containsExactly("carts", "buyers");
    }

    @Test
    void otherRulesAskEveryWorkloadAtOnce() {
        history.record(DAY_1, marks("squad", "carts"), AdmissionReadings.none(), app("cart"), app("till"));
        assertThat(owner("cart")).isEmpty();

        assertThat(change(0, BY_SQUAD)).isInstanceOfSatisfying(OwnerRulesChange.Made.class, made -> {
            assertThat(made.changed()).isEqualTo(1);
            assertThat(made.version().version()).isEqualTo(1);
            assertThat(made.version().madeAt()).isEqualTo(DAY_1);
        });
        assertThat(owner("cart")).contains("carts");
        assertThat(shown("cart")).containsExactly("carts");

        assertThat(change(1, BY_NAMESPACE)).isInstanceOf(OwnerRulesChange.Made.class);
        assertThat(owner("till")).contains("shopkeepers");
        assertThat(history.owners(Owners::history))
                .extracting(OwnerRulesVersion::version)
                .containsExactly(2, 1, 0);
        assertThat(history.owners(Owners::newest).rules()).isEqualTo(BY_NAMESPACE);
    }

    @Test
    void whoOwnedAWorkloadBeforeTheRulesChangedStaysAsItWas() {
        history.record(DAY_1, marks("squad", "carts"), AdmissionReadings.none(), app("cart", "CHOWN"), app("till"));
        history.at(DAY_1.plus(HOUR));
        change(0, BY_SQUAD);

        assertThat(spans("cart")).containsExactly("06:00 to 07:00 of nobody", "07:00 on of carts");
        assertThat(spans("till")).containsExactly("06:00 on of nobody");
        assertThat(history.jdbc.sql("""
                                select count(distinct to_jsonb(p) - 'owner' - 'seen_from' - 'seen_until')
                                from workload_posture p where name = 'cart'
                                """).query(Long.class).single())
                .as("all else is copied")
                .isOne();
    }

    @Test
    void aSnapshotTakenBeforeTheRulesChangedAndRecordedAfterCountsFromTheChangeOn() {
        history.record(DAY_1, marks("squad", "carts"), AdmissionReadings.none(), app("cart"));
        history.at(DAY_1.plus(HOUR.multipliedBy(2)));
        change(0, BY_SQUAD);

        history.record(DAY_1.plus(HOUR), marks("squad", "carts"), AdmissionReadings.none(), app("cart", "CHOWN"));

        assertThat(spans("cart")).containsExactly("06:00 to 08:00 of nobody", "08:00 on of carts");
    }

    @Test
    void aSnapshotAsksTheNewestRules() {
        change(0, BY_NAMESPACE);
        history.record(DAY_1, app("cart"));

        assertThat(owner("cart")).contains("shopkeepers");
    }

    @Test
    void aPreviewCountsAndWritesNothing() {
        history.record(
                DAY_1,
                Map.of(deployment("cart"), labelled("owner", "carts"), deployment("till"), labelled("squad", "tills")),
                AdmissionReadings.none(),
                app("cart"),
                app("till"),
                app("bank"));

        OwnersPreview preview = history.owners(owners -> owners.preview(new OwnerRules(List.of(
                OwnerRule.of(OwnerSource.WORKLOAD_LABEL, "squad"),
                OwnerRule.of(OwnerSource.WORKLOAD_LABEL, "unheard-of")))));

        assertThat(preview)
                .isEqualTo(new OwnersPreview(
                        3,
                        2,
                        1,
                        1,
                        0,
                        List.of(new OwnersPreview.Owner("tills", 1)),
                        List.of(1L, 0L),
                        List.of(
                                new OwnersPreview.Example("harbour-prod", "shop", "cart", "carts", null),
                                new OwnersPreview.Example("harbour-prod", "shop", "till", null, "tills"))));
        assertThat(owner("cart")).contains("carts");
    }

    @Test
    void aDraftWithoutAReasonOrWithABrokenRuleIsRefused() {
        assertThat(history.<OwnerRulesChange>owners(owners -> owners.change(new OwnerRulesDraft(0, BY_NAMESPACE, " "))))
                .isEqualTo(new OwnerRulesChange.Refused(
                        OwnerRulesChange.Part.NOTE, "Say why, in at most 500 characters."));
        assertThat(change(0, new OwnerRules(List.of(OwnerRule.of(OwnerSource.CLUSTER_TAG, " ")))))
                .isEqualTo(new OwnerRulesChange.Refused(OwnerRulesChange.Part.RULES, "Name the key."));
    }

    @Test
    void aDraftFromAVersionThatSomebodyHasChangedIsOutdatedAndTheSameAgainIsNoVersion() {
        change(0, BY_NAMESPACE);

        assertThat(change(0, OwnerRules.USUAL)).isInstanceOf(OwnerRulesChange.Outdated.class);
        assertThat(change(1, BY_NAMESPACE)).isEqualTo(new OwnerRulesChange.Unchanged());
        assertThat(history.count("owner_rules")).isEqualTo(1);
    }

    @Test
    void textsThatSomebodyWroteToDoHarmAreKeptAsTheyAre() {
        String hostile = "'; drop table workload; -- \\t\u0001{\"a\":1}";
        history.record(DAY_1, marks("owner", hostile), AdmissionReadings.none(), app("cart"));

        assertThat(owner("cart")).contains("'; drop table workload; -- \\t {\"a\":1}");
    }

    private OwnerRulesChange change(int basedOn, OwnerRules rules) {
        return history.owners(owners -> owners.change(new OwnerRulesDraft(basedOn, rules, "A test wants it so.")));
    }

    private Optional<String> owner(String workload) {
        return Optional.ofNullable(history.jdbc
                        .sql("select coalesce(owner, '') from workload where name = ?")
                        .param(workload)
                        .query(String.class)
                        .single())
                .filter(owner -> !owner.isEmpty());
    }

    /** The owners that the workload has been shown with, in order. */
    private List<String> shown(String workload) {
        return history.jdbc
                .sql("select coalesce(owner, '') from workload_posture where name = ? order by seen_from")
                .param(workload)
                .query(String.class)
                .list();
    }

    private List<String> spans(String workload) {
        return history.jdbc.sql("""
                        select to_char(seen_from at time zone 'UTC', 'HH24:MI')
                            || case when seen_until = 'infinity' then ' on'
                                    else to_char(seen_until at time zone 'UTC', '" to "HH24:MI') end
                            || ' of ' || coalesce(owner, 'nobody')
                        from workload_posture where name = ? order by seen_from, seen_until
                        """).param(workload).query(String.class).list();
    }

    private static Map<WorkloadRef, Marks> marks(String label, String value) {
        return Map.of(deployment("cart"), labelled(label, value));
    }

    private static Marks labelled(String label, String value) {
        return Marks.of(Map.of(label, value), Map.of());
    }

    private static WorkloadRef deployment(String name) {
        return new WorkloadRef("shop", "Deployment", name);
    }

    private static AdmissionFacts namespaces(String name, String label, String value) {
        return AdmissionReadings.of(new Listing.Read<>(List.of(new NamespaceFact(name, Map.of(label, value)))));
    }

    private static AdmissionFacts unread() {
        return AdmissionReadings.of(new Listing.Unread<>("Namespaces may not be listed"));
    }
}

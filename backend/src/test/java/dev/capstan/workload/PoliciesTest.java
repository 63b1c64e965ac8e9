package dev.capstan.workload;

import static dev.capstan.workload.History.DAY_1;
import static dev.capstan.workload.History.app;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.capstan.benchmark.Capability;
import dev.capstan.benchmark.Control;
import dev.capstan.benchmark.Risk;
import dev.capstan.evaluation.AddedReading;
import dev.capstan.evaluation.Evaluation;
import dev.capstan.evaluation.Judgement;
import dev.capstan.evaluation.Policy;
import dev.capstan.evaluation.PolicyOverride;
import dev.capstan.evaluation.Verdict;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

class PoliciesTest {

    private final History history = new History();

    @Test
    void theFirstPolicyComesFromTheSettingsAndStaysUntilSomebodyChangesIt() {
        PolicyVersion first = history.policies.newest().orElseThrow();

        assertThat(first.policy()).isEqualTo(Policy.of(1, AddedReading.STRICT, Set.of()));
        assertThat(first.rules()).isEqualTo(Evaluation.RULES);
        assertThat(first.madeBy()).isEqualTo("capstan");
        assertThat(history.current()).isEqualTo(first.policy());
    }

    @Test
    void aChangeIsAVersionThatSaysWhoMadeItWhenAndWhy() {
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken("aron", null));
        try {
            history.changed(draft(AddedReading.BEYOND_DEFAULT, Set.of(Capability.SYS_TIME)));
        } finally {
            SecurityContextHolder.clearContext();
        }

        PolicyVersion made = history.policies.history().getFirst();
        assertThat(made.policy()).isEqualTo(Policy.of(2, AddedReading.BEYOND_DEFAULT, Set.of(Capability.SYS_TIME)));
        assertThat(made.madeBy()).isEqualTo("aron");
        assertThat(made.madeAt()).isEqualTo(DAY_1);
        assertThat(made.note()).isEqualTo("Clocks are set by chrony.");
        assertThat(history.policies.history())
                .extracting(v -> v.policy().version())
                .containsExactly(2, 1);
    }

    @Test
    void aChangeJudgesEverythingKnownAtOnceByItsOwnReading() {
        history.record(DAY_1, app("cart", "CHOWN"));
        assertThat(added()).isInstanceOf(Verdict.Fail.class);

        history.changed(draft(AddedReading.BEYOND_DEFAULT, Set.of()));

        assertThat(added()).isInstanceOf(Verdict.Pass.class);
        assertThat(details().policyVersion()).isEqualTo(2);
        assertThat(details().criteria().reading()).isEqualTo(AddedReading.BEYOND_DEFAULT);
    }

    @Test
    void whatAChangeSaysIsReadBackWhole() {
        PolicyDraft draft = new PolicyDraft(
                1,
                AddedReading.BEYOND_DEFAULT,
                Set.of(Capability.SYS_TIME, Capability.NET_BIND_SERVICE),
                Map.of(Capability.NET_ADMIN, Risk.CRITICAL, Capability.CHOWN, Risk.LOW),
                List.of(
                        new PolicyOverride("*-dev-*", "*", AddedReading.BEYOND_DEFAULT, Set.of(Capability.SYS_PTRACE)),
                        new PolicyOverride("*", "mesh", AddedReading.STRICT, Set.of(Capability.NET_ADMIN))),
                "Mesh and debugging.");

        Policy made = history.changed(draft);

        assertThat(history.current()).isEqualTo(made);
        assertThat(made.fleet().risks())
                .as("a rating that is Capstan's own is none of the organisation's")
                .containsOnlyKeys(Capability.NET_ADMIN);
        assertThat(PolicyDraft.of(made, "again").overrides()).isEqualTo(draft.overrides());
    }

    @Test
    void anOverrideHoldsWhereItMatchesAndTheFirstOneWins() {
        history.changed(overriding(
                new PolicyOverride("harbour-*", "shop", AddedReading.STRICT, Set.of(Capability.NET_ADMIN)),
                new PolicyOverride("*", "*", AddedReading.STRICT, Set.of(Capability.SYS_TIME))));

        history.record(DAY_1, app("cart", "NET_ADMIN"), app("clock", "SYS_TIME"));

        assertThat(added(1)).isNotEqualTo(added(2));
        assertThat(details().criteria().allowed()).containsExactly(Capability.NET_ADMIN);
    }

    @Test
    void anOverrideThatIsMadeLaterReachesWhatRunsAlready() {
        history.record(DAY_1, app("cart", "NET_ADMIN"));

        history.changed(overriding(new PolicyOverride("*", "sh*", AddedReading.STRICT, Set.of(Capability.NET_ADMIN))));
        assertThat(added()).isInstanceOf(Verdict.Pass.class);

        history.changed(overriding());
        assertThat(added()).isInstanceOf(Verdict.Fail.class);
    }

    @Test
    void aRatingOfTheOrganisationsOwnChangesTheRisk() {
        history.record(DAY_1, app("cart", "SYS_NICE"));
        assertThat(judgement().risk()).isEqualTo(Risk.LOW);

        history.changed(new PolicyDraft(
                1, AddedReading.STRICT, Set.of(), Map.of(Capability.SYS_NICE, Risk.HIGH), List.of(), "Shared nodes."));

        assertThat(judgement().risk()).isEqualTo(Risk.HIGH);
    }

    @Test
    void sayingTheSameAgainIsNoVersion() {
        assertThat(history.change(draft(AddedReading.STRICT, Set.of()))).isEqualTo(new PolicyChange.Unchanged());
        assertThat(history.count("policy_version")).isEqualTo(1);
    }

    @Test
    void aDraftFromAnOlderVersionIsRefusedWithTheNewest() {
        PolicyDraft stale = draft(AddedReading.BEYOND_DEFAULT, Set.of());
        history.allowing(Capability.CHOWN);

        assertThat(history.change(stale))
                .isInstanceOfSatisfying(
                        PolicyChange.Outdated.class,
                        outdated ->
                                assertThat(outdated.newest().policy().version()).isEqualTo(2));
        assertThat(history.current().fleet().reading()).isEqualTo(AddedReading.STRICT);
    }

    @Test
    void aChangeWithoutAReasonOrWithFarTooManyOverridesIsRefused() {
        PolicyDraft draft = draft(AddedReading.BEYOND_DEFAULT, Set.of());
        PolicyOverride override = new PolicyOverride("*", "*", AddedReading.STRICT, Set.of());

        assertThat(history.change(with(draft, " ", List.of()))).isInstanceOf(PolicyChange.Refused.class);
        assertThat(history.change(with(draft, "x".repeat(501), List.of()))).isInstanceOf(PolicyChange.Refused.class);
        assertThat(history.change(with(draft, "why", Collections.nCopies(201, override))))
                .isInstanceOf(PolicyChange.Refused.class);
        assertThat(history.count("policy_version")).isEqualTo(1);
    }

    @Test
    void ofManyChangesAtOnceFromOneVersionOneIsMade() {
        List<PolicyChange> changes = IntStream.range(0, 6)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> history.change(draft(AddedReading.STRICT, Set.of(Capability.values()[i]))),
                        task -> Thread.ofVirtual().start(task)))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(changes).filteredOn(PolicyChange.Made.class::isInstance).hasSize(1);
        assertThat(changes).filteredOn(PolicyChange.Outdated.class::isInstance).hasSize(5);
        assertThat(history.count("policy_version")).isEqualTo(2);
    }

    @Test
    void aSnapshotJudgedByAPolicyThatHoldsNoMoreIsNotWritten() {
        Policy old = history.policy();
        history.allowing(Capability.CHOWN);

        assertThat(history.record(DAY_1, old, List.of(app("cart")))).isEqualTo(new Recorded.PolicyChanged());
        assertThat(history.count("snapshot")).isZero();

        assertThat(history.record(DAY_1, app("cart"))).isEqualTo(new Recorded.Written(1, 0));
    }

    @Test
    void rulesThatHaveChangedJudgeEverythingAgainUnderAVersionOfTheirOwn() {
        history.changed(overriding(new PolicyOverride("*", "shop", AddedReading.STRICT, Set.of(Capability.CHOWN))));
        history.record(DAY_1, app("cart", "CHOWN"));
        history.jdbc.sql("update criteria set rules = 1").update();

        Policy current = history.current();

        assertThat(current.version()).isEqualTo(3);
        assertThat(current.overrides()).hasSize(1);
        assertThat(history.policies.newest().orElseThrow().note()).contains("rules");
        assertThat(added()).isInstanceOf(Verdict.Pass.class);
        assertThat(judgement().verdicts()).containsOnlyKeys(Control.values());
    }

    @Test
    void aProgramWithOlderRulesThanHaveJudgedHereStops() {
        history.jdbc.sql("update criteria set rules = 999").update();

        assertThatThrownBy(history::current)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("must be upgraded");
        assertThatThrownBy(() -> history.change(draft(AddedReading.BEYOND_DEFAULT, Set.of())))
                .isInstanceOf(IllegalStateException.class);
        assertThat(history.count("policy_version")).isEqualTo(1);
    }

    @Test
    void aPolicyThatChangesBetweenSnapshotsLeavesNoContainerWithoutVerdicts() {
        for (int day = 0; day < 5; day++) {
            history.record(DAY_1.plus(Duration.ofDays(day)), app("cart", Capability.values()[day].name()));
            history.allowing(Capability.values()[day]);
        }

        assertThat(history.jdbc
                        .sql("select count(*) from workload_container c join workload w on w.id = c.workload_id"
                                + " where not exists (select from verdict v where v.profile_id = c.profile_id"
                                + " and v.criteria_id = w.criteria_id)")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private static PolicyDraft draft(AddedReading reading, Set<Capability> allowed) {
        return new PolicyDraft(1, reading, allowed, Map.of(), List.of(), "Clocks are set by chrony.");
    }

    private PolicyDraft overriding(PolicyOverride... overrides) {
        return with(PolicyDraft.of(history.policy(), "why"), "why", List.of(overrides));
    }

    private static PolicyDraft with(PolicyDraft draft, String note, List<PolicyOverride> overrides) {
        return new PolicyDraft(draft.basedOn(), draft.reading(), draft.allowed(), draft.risks(), overrides, note);
    }

    private WorkloadDetails details() {
        return history.now(1).orElseThrow();
    }

    private Judgement judgement() {
        return details().containers().getFirst().judgement();
    }

    private Verdict added() {
        return added(1);
    }

    private Verdict added(long workload) {
        return history.now(workload)
                .orElseThrow()
                .containers()
                .getFirst()
                .judgement()
                .verdicts()
                .get(Control.ADDED);
    }
}

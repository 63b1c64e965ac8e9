package dev.capstan.posture;

import dev.capstan.collection.ContainerSettings;
import dev.capstan.evaluation.AskedFor;
import dev.capstan.evaluation.Evaluation;
import dev.capstan.evaluation.Judgement;
import dev.capstan.evaluation.Policy;
import dev.capstan.evaluation.Verdict;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Distinct settings and what each policy has concluded of them, as rows. */
final class StoredProfiles {

    private final JdbcClient jdbc;
    private final Map<ContainerSettings, Long> ids = new LinkedHashMap<>();
    private Policy policy;
    private int criteria;

    StoredProfiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    int policyVersion() {
        return policy.version();
    }

    int criteria() {
        return criteria;
    }

    void judgeUnder(Policy newest) {
        policy = newest;
        criteria = jdbc.sql("insert into criteria (rules, reading, allowed_capabilities, risks)"
                        + " values (?, ?, ?, cast(? as jsonb)) returning id")
                .params(
                        newest.version(),
                        newest.fleet().reading().name(),
                        newest.fleet().allowed().stream().map(Enum::name).toArray(String[]::new),
                        new tools.jackson.databind.json.JsonMapper()
                                .writeValueAsString(newest.fleet().risks()))
                .query(Integer.class)
                .single();
        jdbc.sql("insert into policy_version (version, created_at, criteria_id, made_by, note)"
                        + " values (?, now(), ?, 'test', 'test')")
                .params(newest.version(), criteria)
                .update();
        jdbc.sql("update workload set criteria_id = ?").param(criteria).update();
        ids.forEach(this::judge);
    }

    long idOf(ContainerSettings settings) {
        return ids.computeIfAbsent(settings, this::store);
    }

    private long store(ContainerSettings settings) {
        long id = jdbc.sql("""
                        insert into capability_profile (fingerprint, runtime, windows, privileged, added, dropped)
                        values (sha256(convert_to(?, 'UTF8')), ?, ?, ?, ?, ?) returning id
                        """)
                .params(
                        settings.toString(),
                        settings.runtime().name(),
                        settings.windows(),
                        settings.privileged(),
                        settings.added().toArray(String[]::new),
                        settings.dropped().toArray(String[]::new))
                .query(Long.class)
                .single();
        judge(settings, id);
        return id;
    }

    private void judge(ContainerSettings settings, long id) {
        Judgement judgement = Evaluation.judge(settings, policy.fleet());
        jdbc.sql("insert into judgement values (?, ?, '{}', ?, ?, ?, '{}')")
                .params(
                        id,
                        criteria,
                        AskedFor.of(settings).toArray(String[]::new),
                        judgement.declaredNotEffective(),
                        judgement.risk() == null ? null : judgement.risk().name())
                .update();
        judgement
                .verdicts()
                .forEach((control, verdict) -> jdbc.sql("insert into verdict values (?, ?, ?, ?, '{}')")
                        .params(id, criteria, control.name(), outcome(verdict))
                        .update());
    }

    private static String outcome(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Pass() -> "PASS";
            case Verdict.Fail ignored -> "FAIL";
            case Verdict.NotAssessed ignored -> "NOT_ASSESSED";
            case Verdict.NotApplicable ignored -> "NOT_APPLICABLE";
        };
    }
}

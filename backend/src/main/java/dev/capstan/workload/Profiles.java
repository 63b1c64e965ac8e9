package dev.capstan.workload;

import dev.capstan.benchmark.Control;
import dev.capstan.collection.ContainerSettings;
import dev.capstan.evaluation.AskedFor;
import dev.capstan.evaluation.Criteria;
import dev.capstan.evaluation.Judgement;
import dev.capstan.evaluation.Verdict;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Keeps each distinct set of settings once, and what was concluded from it. */
@Component
class Profiles {

    private final JdbcTemplate jdbc;

    Profiles(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps what is not kept yet and answers the key of each of the settings. */
    Map<ContainerSettings, Long> keep(
            Map<Criteria, Map<ContainerSettings, Judgement>> judgements, Map<Criteria, Integer> criteria) {
        Map<ByteBuffer, ContainerSettings> byFingerprint = new HashMap<>();
        judgements.values().stream()
                .flatMap(judged -> judged.keySet().stream())
                .forEach(settings -> byFingerprint.put(ByteBuffer.wrap(Fingerprint.of(settings)), settings));
        Map<ContainerSettings, Long> keys = keys(byFingerprint);
        if (keys.size() < byFingerprint.size()) {
            insertProfiles(byFingerprint);
            keys = keys(byFingerprint);
        }
        Map<ContainerSettings, Long> kept = keys;
        inOrder(criteria, (which, key) -> insertJudgements(judgements.getOrDefault(which, Map.of()), kept, key));
        return keys;
    }

    // In one order everywhere, so that two collectors which insert the same never wait for each other in a circle.
    private void insertProfiles(Map<ByteBuffer, ContainerSettings> byFingerprint) {
        List<Object[]> rows = byFingerprint.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(e -> profileRow(e.getKey().array(), e.getValue()))
                .toList();
        jdbc.batchUpdate("""
                insert into capability_profile (fingerprint, runtime, windows, privileged, added, dropped, run_as_user,
                    run_as_non_root, allow_privilege_escalation, host_users)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict do nothing
                """, rows);
    }

    private static Object[] profileRow(byte[] fingerprint, ContainerSettings s) {
        return new Object[] {
            fingerprint,
            s.runtime().name(),
            s.windows(),
            s.privileged(),
            s.added().toArray(String[]::new),
            s.dropped().toArray(String[]::new),
            s.runAsUser(),
            s.runAsNonRoot(),
            s.allowPrivilegeEscalation(),
            s.hostUsers()
        };
    }

    private Map<ContainerSettings, Long> keys(Map<ByteBuffer, ContainerSettings> byFingerprint) {
        Map<ContainerSettings, Long> keys = new HashMap<>();
        byte[][] fingerprints =
                byFingerprint.keySet().stream().map(ByteBuffer::array).toArray(byte[][]::new);
        jdbc.query(
                "select id, fingerprint from capability_profile where fingerprint = any (?)",
                row -> {
                    ContainerSettings settings = byFingerprint.get(ByteBuffer.wrap(row.getBytes("fingerprint")));
                    if (settings != null) {
                        keys.put(settings, row.getLong("id"));
                    }
                },
                (Object) fingerprints);
        return keys;
    }

    /** Keeps what the criteria conclude from kept settings, where it is not kept yet. */
    void insertJudgements(
            Map<ContainerSettings, Judgement> judgements, Map<ContainerSettings, Long> keys, int criteria) {
        Set<Long> known = judgedBy(criteria, keys.values());
        List<Object[]> judged = new ArrayList<>();
        List<Object[]> verdicts = new ArrayList<>();
        keys.entrySet().stream()
                .sorted(Comparator.comparing(Map.Entry::getValue))
                .forEach(e -> {
                    Judgement judgement = judgements.get(e.getKey());
                    if (judgement != null) {
                        judged.add(judgementRow(e.getValue(), criteria, AskedFor.of(e.getKey()), judgement));
                        judgement
                                .verdicts()
                                .forEach((control, verdict) ->
                                        verdicts.add(verdictRow(e.getValue(), criteria, control, verdict)));
                    }
                });
        jdbc.batchUpdate("""
                insert into judgement (profile_id, criteria_id, effective, asked_for, declared_not_effective, risk,
                    warnings)
                values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                """, judged);
        jdbc.batchUpdate("""
                insert into verdict (profile_id, criteria_id, control, outcome, reasons)
                values (?, ?, ?, ?, ?) on conflict do nothing
                """, verdicts);
    }

    /** Criteria in the order of their keys, for the same reason as the profiles in that of their fingerprints. */
    static void inOrder(Map<Criteria, Integer> criteria, BiConsumer<Criteria, Integer> action) {
        criteria.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .forEachOrdered(entry -> action.accept(entry.getKey(), entry.getValue()));
    }

    private Set<Long> judgedBy(int criteria, Collection<Long> profiles) {
        return new HashSet<>(jdbc.queryForList(
                "select profile_id from judgement where criteria_id = ? and profile_id = any (?)",
                Long.class,
                criteria,
                profiles.toArray(Long[]::new)));
    }

    private static Object[] judgementRow(long profile, int criteria, List<String> askedFor, Judgement judgement) {
        return new Object[] {
            profile,
            criteria,
            judgement.effective().stream().sorted().map(Enum::name).toArray(String[]::new),
            askedFor.toArray(String[]::new),
            judgement.declaredNotEffective(),
            judgement.risk() == null ? null : judgement.risk().name(),
            judgement.warnings().toArray(String[]::new)
        };
    }

    private static Object[] verdictRow(long profile, int criteria, Control control, Verdict verdict) {
        return switch (verdict) {
            case Verdict.Pass _ -> row(profile, criteria, control, "PASS", List.of());
            case Verdict.Fail(List<String> reasons) -> row(profile, criteria, control, "FAIL", reasons);
            case Verdict.NotAssessed(String missing) ->
                row(profile, criteria, control, "NOT_ASSESSED", List.of(missing));
            case Verdict.NotApplicable(String why) -> row(profile, criteria, control, "NOT_APPLICABLE", List.of(why));
        };
    }

    private static Object[] row(long profile, int criteria, Control control, String outcome, List<String> reasons) {
        return new Object[] {profile, criteria, control.name(), outcome, reasons.toArray(String[]::new)};
    }
}

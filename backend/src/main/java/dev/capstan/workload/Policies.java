package dev.capstan.workload;

import dev.capstan.benchmark.Capability;
import dev.capstan.collection.ContainerSettings;
import dev.capstan.evaluation.Evaluation;
import dev.capstan.evaluation.Judgement;
import dev.capstan.evaluation.Policy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The policies that judge and have judged, each under a version of its own. */
@Service
public class Policies {

    private static final Logger log = LoggerFactory.getLogger(Policies.class);
    private static final long LOCK = 0x706F6C696379L;

    private final PolicySettings settings;
    private final JdbcClient jdbc;
    private final Profiles profiles;
    private final Clock clock;

    Policies(PolicySettings settings, JdbcClient jdbc, Profiles profiles, Clock clock) {
        this.settings = settings;
        this.jdbc = jdbc;
        this.profiles = profiles;
        this.clock = clock;
    }

    /**
     * The policy of the settings. Settings that differ from the newest version become a new one, under which everything
     * known is judged at once, so that no screen is ever without verdicts.
     */
    @PreAuthorize("hasRole('COLLECTOR')")
    @Transactional
    public Policy current() {
        Optional<Policy> known = newest().filter(this::isOfTheSettings);
        if (known.isPresent()) {
            return known.get();
        }
        jdbc.sql("select pg_advisory_xact_lock(:lock)").param("lock", LOCK).query(row -> {});
        // Read again: another collector may have made the version while this one waited.
        Optional<Policy> newest = newest();
        if (newest.filter(this::isOfTheSettings).isPresent()) {
            return newest.get();
        }
        int version = newest.map(Policy::version).orElse(0) + 1;
        Policy policy = new Policy(version, settings.allowedCapabilities());
        insert(policy);
        judgeAgain(policy);
        return policy;
    }

    private boolean isOfTheSettings(Policy policy) {
        return policy.allowed().equals(settings.allowedCapabilities());
    }

    private Optional<Policy> newest() {
        return jdbc.sql("select version, allowed_capabilities from policy_version order by version desc limit 1")
                .query((row, _) -> new Policy(row.getInt("version"), capabilities(row)))
                .optional();
    }

    private static Set<Capability> capabilities(ResultSet row) throws SQLException {
        return Stream.of((String[]) row.getArray("allowed_capabilities").getArray())
                .map(Capability::valueOf)
                .collect(Collectors.toSet());
    }

    private void insert(Policy policy) {
        jdbc.sql(
                        "insert into policy_version (version, allowed_capabilities, created_at) values (:version, :allowed, :at)")
                .param("version", policy.version())
                .param(
                        "allowed",
                        policy.allowed().stream().sorted().map(Enum::name).toArray(String[]::new))
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private void judgeAgain(Policy policy) {
        Map<ContainerSettings, Long> keys = new HashMap<>();
        jdbc.sql("select * from capability_profile").query(row -> {
            keys.put(ProfileRow.settings(row), row.getLong("id"));
        });
        Map<ContainerSettings, Judgement> judgements =
                keys.keySet().stream().collect(Collectors.toMap(s -> s, s -> Evaluation.judge(s, policy)));
        profiles.insertJudgements(judgements, keys, policy.version());
        log.info("Policy version {} allows {}; {} settings judged", policy.version(), policy.allowed(), keys.size());
    }
}

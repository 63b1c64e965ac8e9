package dev.capstan.workload;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps policies and snapshots apart until the transaction ends: any number of snapshots are written at a time, and none
 * while the policy changes.
 */
@Component
class PolicyLock {

    private static final long KEY = 0x706F6C696379L;

    private final JdbcClient jdbc;

    PolicyLock(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Waits until no snapshot is being written, and holds back the next ones. */
    void toChange() {
        jdbc.sql("select pg_advisory_xact_lock(:key)").param("key", KEY).query(row -> {});
    }

    /** Waits until no policy is being made, and answers the newest version, which now stays the newest; 0 for none. */
    int toRecord() {
        jdbc.sql("select pg_advisory_xact_lock_shared(:key)").param("key", KEY).query(row -> {});
        return jdbc.sql("select coalesce(max(version), 0) from policy_version")
                .query(Integer.class)
                .single();
    }
}

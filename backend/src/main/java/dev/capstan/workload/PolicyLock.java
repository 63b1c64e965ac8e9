package dev.capstan.workload;

import dev.capstan.shared.RecordingLock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps policies and snapshots apart until the transaction ends: any number of snapshots are written at a time, and none
 * while the policy changes.
 */
@Component
class PolicyLock {

    private final JdbcClient jdbc;
    private final RecordingLock lock;

    PolicyLock(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.lock = new RecordingLock(jdbc);
    }

    /** Waits until no snapshot is being written, and holds back the next ones. */
    void toChange() {
        lock.toChange();
    }

    /** Waits until no policy is being made, and answers the newest version, which now stays the newest; 0 for none. */
    int toRecord() {
        lock.toRecord();
        return jdbc.sql("select coalesce(max(version), 0) from policy_version")
                .query(Integer.class)
                .single();
    }
}

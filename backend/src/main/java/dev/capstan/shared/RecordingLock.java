package dev.capstan.shared;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps snapshots apart from changes of what they are recorded by, until the transaction ends: any number of snapshots are
 * written at a time, and none while a policy or the rules on owners change. Both of these go over every workload, so they
 * wait for each other, too.
 */
@Component
public class RecordingLock {

    private static final long KEY = 0x706F6C696379L;

    private final JdbcClient jdbc;

    public RecordingLock(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Waits until no snapshot is being written, and holds back the next ones. */
    public void toChange() {
        jdbc.sql("select pg_advisory_xact_lock(:key)").param("key", KEY).query(row -> {});
    }

    /** Waits until nothing that snapshots are recorded by is being changed, and holds back such changes. */
    public void toRecord() {
        jdbc.sql("select pg_advisory_xact_lock_shared(:key)").param("key", KEY).query(row -> {});
    }
}

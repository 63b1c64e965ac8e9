package dev.capstan.workload;

import dev.capstan.fleet.ClusterId;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Draws the conclusions of rows that a test has put into the database by hand. */
public final class Concluding {

    private Concluding() {}

    /** What runs in the cluster is concluded at the instant, but no points are counted. */
    public static void spans(JdbcClient jdbc, ClusterId cluster, Instant at) {
        Conclusions conclusions = new Conclusions(jdbc, Excuses.NONE);
        conclusions.stage(cluster);
        conclusions.moveSpans(cluster, at.atOffset(ZoneOffset.UTC), Conclusions.Cause.OLDER_RECORDS);
    }

    /** As when the policy changes: everything is judged and counted again. */
    public static void again(JdbcClient jdbc, ClusterId cluster, Instant at, int policyVersion) {
        new Conclusions(jdbc, Excuses.NONE).draw(cluster, at, policyVersion, Conclusions.Cause.POLICY);
    }
}

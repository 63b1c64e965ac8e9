package dev.capstan.ownership;

import dev.capstan.shared.RecordingLock;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Owners for tests that make their own services. */
public final class Ownership {

    private Ownership() {}

    /** Owners in this database. */
    public static Owners in(JdbcClient jdbc, Clock clock) {
        AskingAgain asking = new AskingAgain(jdbc);
        return new Owners(
                new OwnerRuleRows(jdbc),
                new MarkRows(jdbc),
                asking,
                new OwnersTrial(asking, jdbc),
                new RecordingLock(jdbc),
                clock);
    }
}

package dev.capstan.workload;

import dev.capstan.fleet.ClusterId;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Reads a cluster's last snapshot otherwise, since an exception began or ended. */
@Component
public class ConcludingAgain {

    private final SnapshotWriter writer;

    ConcludingAgain(SnapshotWriter writer) {
        this.writer = writer;
    }

    /** Inside the caller's transaction; nothing where no snapshot was ever taken. */
    public void at(ClusterId cluster, Instant instant) {
        writer.concludeAgain(cluster, instant);
    }
}

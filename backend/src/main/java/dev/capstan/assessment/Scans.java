package dev.capstan.assessment;

import dev.capstan.fleet.ClusterId;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** Scans on demand, and the log of those that were. */
@Service
public class Scans {

    /** Asks for a scan of the cluster as soon as a collector is free; does nothing when one is running. */
    @PreAuthorize("hasAnyRole('APPROVER', 'ADMIN')")
    public void scanNow(ClusterId cluster) {
        throw new UnsupportedOperationException();
    }

    /** Asks for a scan of every cluster; answers how many were asked for. */
    @PreAuthorize("hasAnyRole('APPROVER', 'ADMIN')")
    public int scanAll() {
        throw new UnsupportedOperationException();
    }

    /** The cluster's last runs, newest first. */
    @PreAuthorize("hasRole('VIEWER')")
    public List<RunSummary> log(ClusterId cluster, int limit) {
        throw new UnsupportedOperationException();
    }
}

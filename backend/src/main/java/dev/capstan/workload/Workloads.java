package dev.capstan.workload;

import dev.capstan.fleet.ClusterId;
import java.util.Optional;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** What ran with which settings. */
@Service
public class Workloads {

    /** A workload with everything that ran in it, if it is known. */
    @PreAuthorize("hasRole('VIEWER')")
    public Optional<WorkloadDetails> find(ClusterId cluster, long id) {
        throw new UnsupportedOperationException();
    }
}

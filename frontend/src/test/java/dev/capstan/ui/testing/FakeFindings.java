package dev.capstan.ui.testing;

import dev.capstan.benchmark.Control;
import dev.capstan.collection.ContainerKind;
import dev.capstan.evaluation.Verdict;
import dev.capstan.fleet.ClusterId;
import dev.capstan.workload.ContainerDetails;
import dev.capstan.workload.ContainerFinding;
import dev.capstan.workload.WorkloadDetails;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What failed in the made-up workloads: all that fails now, and one that was fixed. */
final class FakeFindings {

    private FakeFindings() {}

    static List<ContainerFinding> of(ClusterId cluster, long id) {
        List<ContainerFinding> findings = new ArrayList<>();
        for (WorkloadDetails workload : FakeWorkloads.of(cluster)) {
            if (workload.id() == id) {
                FakeWorkloads.running(workload).forEach(container -> findings.addAll(open(container)));
                findings.add(new ContainerFinding(
                        Control.PRIVILEGED,
                        ContainerKind.APP,
                        workload.containers().getFirst().name(),
                        FakeFleet.NOW.minus(Duration.ofDays(60 + id)),
                        FakeFleet.NOW.minus(Duration.ofDays(3 + id)),
                        ContainerFinding.End.FIXED,
                        false));
            }
        }
        return findings;
    }

    private static List<ContainerFinding> open(ContainerDetails container) {
        List<ContainerFinding> open = new ArrayList<>();
        container.judgement().verdicts().forEach((control, verdict) -> {
            if (verdict instanceof Verdict.Fail) {
                open.add(new ContainerFinding(
                        control, container.kind(), container.name(), container.seenFrom(), null, null, false));
            }
        });
        return open;
    }
}

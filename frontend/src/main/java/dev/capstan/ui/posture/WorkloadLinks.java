package dev.capstan.ui.posture;

import dev.capstan.benchmark.Control;
import dev.capstan.posture.WorkloadFilter;

/** Leads from numbers elsewhere to the workloads behind them. */
public final class WorkloadLinks {

    private WorkloadLinks() {}

    /** The list of workloads under a filter and a control. */
    public static String to(WorkloadFilter filter, Control control) {
        return new WorkloadsState(control, filter, "").url();
    }
}

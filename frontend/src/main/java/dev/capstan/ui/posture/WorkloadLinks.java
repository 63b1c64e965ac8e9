package dev.capstan.ui.posture;

import dev.capstan.benchmark.Control;
import dev.capstan.posture.WorkloadFilter;
import dev.capstan.ui.Standpoint;

/** Leads from numbers elsewhere to the workloads behind them. */
public final class WorkloadLinks {

    private WorkloadLinks() {}

    /** The list of workloads under a filter and a control. */
    public static String to(WorkloadFilter filter, Control control) {
        return to(filter, Standpoint.now(control));
    }

    /** The list of workloads under a filter, seen from a standpoint. */
    public static String to(WorkloadFilter filter, Standpoint standpoint) {
        return new WorkloadsState(standpoint, filter, "").url();
    }

    /** Everything that runs in namespaces of the name. */
    public static String inNamespace(String namespace) {
        return to(WorkloadFilter.ALL.withNamespace(namespace), Control.ADDED);
    }

    /** Everything that runs the image. */
    public static String running(String image) {
        return to(WorkloadFilter.ALL.withImage(image), Control.ADDED);
    }
}

package dev.capstan.simulator.world;

/** What looks after a workload's pods. */
public enum WorkloadKind {
    DEPLOYMENT("apps/v1", "Deployment"),
    DAEMON_SET("apps/v1", "DaemonSet"),
    STATEFUL_SET("apps/v1", "StatefulSet"),
    CRON_JOB("batch/v1", "CronJob"),
    JOB("batch/v1", "Job"),
    /** Argo's replacement of a Deployment: owns ReplicaSets, and its own kind is a custom resource. */
    ROLLOUT("argoproj.io/v1alpha1", "Rollout"),
    POD("v1", "Pod");

    private final String apiVersion;
    private final String kind;

    WorkloadKind(String apiVersion, String kind) {
        this.apiVersion = apiVersion;
        this.kind = kind;
    }

    public String apiVersion() {
        return apiVersion;
    }

    /** The kind as the API spells it. */
    public String kind() {
        return kind;
    }

    /** Whether its pods end by themselves. */
    public boolean runsToCompletion() {
        return this == CRON_JOB || this == JOB;
    }
}

package dev.capstan.evaluation.admission;

import java.util.Set;

/** The kinds of object that make pods. */
final class PodMakers {

    static final Set<String> KINDS =
            Set.of("CronJob", "DaemonSet", "Deployment", "Job", "ReplicaSet", "ReplicationController", "StatefulSet");

    private PodMakers() {}
}

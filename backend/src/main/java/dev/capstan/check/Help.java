package dev.capstan.check;

/** What the command says of itself. */
final class Help {

    static final String TEXT = """
            Judges the containers of one manifest as those of a cluster are judged. Needs no cluster and no database.

              ./capstan check FILE|- [options]

            FILE is YAML or JSON, of one or more documents: Pod, Deployment, DaemonSet, StatefulSet, ReplicaSet,
            ReplicationController, Job, CronJob, PodTemplate, and lists of them. - reads the standard input.
            Objects without containers, like a Service, are passed over. Kinds that Kubernetes itself does not have
            are an error, because they may run containers that nobody judged.

              --control NAME[,NAME]  what to judge under, and what the exit code counts (default: all)
                  added-strict           nothing is added but what is allowed
                  added-beyond-default   nothing is added beyond the runtime's defaults and what is allowed
                  assigned               ALL is dropped, and nothing but NET_BIND_SERVICE is added
                  net-raw                NET_RAW is not among the effective capabilities
                  privileged             nothing runs privileged
              --allow NAME[,NAME]    capabilities that any container may add, like NET_BIND_SERVICE (default: none)
              --runtime NAME         containerd, cri-o or docker: whose defaults and spellings hold (default: containerd)
              --output FORM          table, or json: an array with an element for each container and control
              --skip-unknown         pass over objects of kinds that Kubernetes itself does not have
              --help

            The two readings of "added" contradict each other on purpose: the benchmark's own text does. Choose one.

            Exit code: 0 everything passes, 1 something fails, 2 bad input (with its line) or wrong use.
            """;

    private Help() {}
}

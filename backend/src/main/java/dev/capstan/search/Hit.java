package dev.capstan.search;

import dev.capstan.benchmark.Benchmark;
import dev.capstan.benchmark.Capability;
import dev.capstan.benchmark.Control;
import dev.capstan.fleet.ClusterId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One thing that was found. */
public sealed interface Hit {

    /** What kind of thing it is. */
    SearchKind kind();

    /** What it is called. */
    String name();

    /** A cluster that is not gone. */
    record OfCluster(ClusterId id, String name, String resourceGroup, String subscription) implements Hit {

        @Override
        public SearchKind kind() {
            return SearchKind.CLUSTER;
        }
    }

    /**
     * A name of namespaces in which workloads run.
     *
     * @param workloads how many run in them
     * @param clusters how many clusters have one of the name
     * @param only the one cluster that has it, or null when there are more
     */
    record OfNamespace(
            String name,
            long workloads,
            long clusters,
            @Nullable ClusterId only) implements Hit {

        @Override
        public SearchKind kind() {
            return SearchKind.NAMESPACE;
        }
    }

    /**
     * A workload that runs now.
     *
     * @param type its kind in Kubernetes
     */
    record OfWorkload(ClusterId cluster, long id, String namespace, String type, String name, String clusterName)
            implements Hit {

        @Override
        public SearchKind kind() {
            return SearchKind.WORKLOAD;
        }
    }

    /**
     * An image that runs now.
     *
     * @param name the reference as the pods have it
     * @param workloads how many run it
     * @param clusters how many clusters they are in
     */
    record OfImage(String name, long workloads, long clusters) implements Hit {

        @Override
        public SearchKind kind() {
            return SearchKind.IMAGE;
        }
    }

    /**
     * Who owns workloads that run now.
     *
     * @param workloads how many they own
     * @param clusters how many clusters those are in
     */
    record OfOwner(String name, long workloads, long clusters) implements Hit {

        @Override
        public SearchKind kind() {
            return SearchKind.OWNER;
        }
    }

    /** A capability of the Linux kernel. */
    record OfCapability(Capability capability) implements Hit {

        @Override
        public SearchKind kind() {
            return SearchKind.CAPABILITY;
        }

        @Override
        public String name() {
            return capability.name();
        }
    }

    /**
     * A control, found by its name or by a number.
     *
     * @param number the number that was looked for, or null when it was found by its name
     * @param benchmarks those that list the control under the number
     */
    record OfControl(Control control, @Nullable String number, List<Benchmark> benchmarks) implements Hit {

        public OfControl {
            benchmarks = List.copyOf(benchmarks);
        }

        @Override
        public SearchKind kind() {
            return SearchKind.CONTROL;
        }

        @Override
        public String name() {
            return number == null ? control.title() : number + " " + control.title();
        }
    }
}

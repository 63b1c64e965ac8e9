package dev.capstan.simulator.world;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A pod at an instant.
 *
 * @param shape what it has in common with its siblings
 * @param name its name
 * @param uid its uid
 * @param created when it was created
 * @param node where it runs
 * @param owner what controls it, null for a bare pod
 */
public record Pod(Shape shape, String name, String uid, Instant created, Node node, Owned.@Nullable Owner owner) {

    /**
     * What pods have in common down to the last byte, but for names, times and places.
     *
     * @param workload what the pod belongs to
     * @param revision the revision it was made from
     * @param finished whether it has run to its end
     * @param debugger the ephemeral container in it, null where there is none
     */
    public record Shape(
            Workload workload,
            Revision revision,
            boolean finished,
            @Nullable ContainerSpec debugger) {

        /** By the revision and the debugger as such: each belongs to one workload, and comparing their parts is slow. */
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Shape shape
                    && revision == shape.revision
                    && finished == shape.finished
                    && Objects.equals(debugger, shape.debugger);
        }

        @Override
        public int hashCode() {
            return 2 * System.identityHashCode(revision) + (finished ? 1 : 0);
        }

        /** The template, with the ephemeral container where there is one. */
        public PodTemplate template() {
            return debugger == null ? revision.template() : revision.template().debuggedBy(debugger);
        }
    }

    public String namespace() {
        return shape.workload().namespace();
    }

    /** Where the API server keeps it, which is the order it lists in. */
    public String key() {
        return namespace() + "/" + name;
    }
}

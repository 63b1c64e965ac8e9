package dev.capstan.workload;

import dev.capstan.benchmark.Control;
import dev.capstan.collection.ContainerKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A container that fails, or failed, a control without a break.
 *
 * @param openedAt since when it fails
 * @param endedAt when it ended, or null while it goes on
 * @param end how it ended, or null while it goes on
 * @param reopened whether it had failed, and ended, before
 */
public record ContainerFinding(
        Control control,
        ContainerKind kind,
        String container,
        Instant openedAt,
        @Nullable Instant endedAt,
        @Nullable End end,
        boolean reopened) {

    /** What ends a finding. */
    public enum End {
        FIXED("Fixed"),
        GONE("Container gone"),
        POLICY("Passes by another policy"),
        UNKNOWN("Not assessed any more"),
        /** It went on as another finding: who answers for the container changed. */
        CHANGED("Changed");

        private final String title;

        End(String title) {
            this.title = title;
        }

        /** The end in a few words. */
        public String title() {
            return title;
        }
    }
}

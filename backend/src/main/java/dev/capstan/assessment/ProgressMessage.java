package dev.capstan.assessment;

import org.jspecify.annotations.Nullable;

/** What travels between processes: one of the two. */
record ProgressMessage(
        @Nullable ScanProgress scan, @Nullable FleetProgress fleet) {

    static final String CHANNEL = "capstan_progress";
}

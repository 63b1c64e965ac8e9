package dev.capstan.assessment;

import dev.capstan.fleet.ClusterId;

/**
 * How far the scan of one cluster has come.
 *
 * @param pods how many pods were read so far
 */
public record ScanProgress(ClusterId cluster, Phase phase, int pods) {

    /** Where in the route the scan is. */
    public enum Phase {
        WAITING,
        READING,
        RECORDING,
        /** A new snapshot is recorded. */
        RECORDED,
        /** It ended without one; the run says why. */
        FAILED
    }

    /** Whether there is more to come. */
    public boolean running() {
        return phase != Phase.RECORDED && phase != Phase.FAILED;
    }
}

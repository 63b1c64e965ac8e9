package dev.capstan.fleet;

/**
 * A cluster's key within Capstan. It leads the key of everything that is recorded about the cluster.
 *
 * @param value a positive number, given once when the cluster is first listed
 */
public record ClusterId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}

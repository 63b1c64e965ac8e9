package dev.capstan.collection;

/** What came of trying to read a cluster. */
public sealed interface Reading {

    /** Every pod was read. */
    record Complete(ClusterSnapshot snapshot) implements Reading {}

    /** The cluster is switched off: a state, not a failure. */
    record Stopped() implements Reading {}

    /**
     * The cluster could not be read.
     *
     * @param cause what kind of failure it was
     * @param detail what the other side said, without secrets, for people
     */
    record Failed(FailureCause cause, String detail) implements Reading {}
}

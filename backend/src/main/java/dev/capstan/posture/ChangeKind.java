package dev.capstan.posture;

/** What became of a container's finding from the beginning of a period to its end. */
public enum ChangeKind {
    /** It fails now and had never failed before the period. */
    NEW,
    /** It fails now, did not at the beginning, and had failed some time before. */
    REOPENED,
    /** It was excepted and is so no more: it has more than its exception grants, and fails for that. */
    EXCEEDED,
    /** It was excepted, and the exception is over. */
    EXPIRED,
    /** It failed and still does, but asks for something else or has another risk. */
    CHANGED,
    /** It failed and passes now. */
    FIXED,
    /** It failed, and an exception covers it now. */
    EXCEPTED,
    /** It failed and is not there any more, or not in the score. */
    GONE,
    /** It failed and cannot be judged any more. */
    UNKNOWN,
    /** A changed policy makes the difference, not the workload: it opened the finding, closed it, or rates it otherwise. */
    POLICY
}

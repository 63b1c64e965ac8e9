package dev.capstan.posture;

/** Who answers for containers, as lists tell them apart. */
public enum RunBy {
    /** The clusters' users: what the score is made of, injected containers among it. */
    CUSTOMER,
    /** AKS, as far as three facts or two of them say so: counted apart. */
    PLATFORM
}

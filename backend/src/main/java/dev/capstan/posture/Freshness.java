package dev.capstan.posture;

/** How far a cluster's last snapshot can still be believed. */
public enum Freshness {
    /** Young enough to speak for now. */
    CURRENT,
    /** Older than it should be; shown in grey, still counted. */
    STALE,
    /** Too old, or there is none: its units count as not assessed. */
    NOT_ASSESSED
}

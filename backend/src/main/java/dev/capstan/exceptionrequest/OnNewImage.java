package dev.capstan.exceptionrequest;

/** What becomes of an exception when a container that it covers runs another digest of its image. */
public enum OnNewImage {
    /** It goes on. */
    IGNORE,
    /** It goes on, and the one who asked is told. */
    TELL,
    /** It covers that container no more until somebody looks at it again. */
    REVIEW
}

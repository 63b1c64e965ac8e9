package dev.capstan.admission;

import java.time.Instant;

/** What came of recording a cluster's admission. */
public sealed interface Recording {

    /**
     * It is the cluster's newest now.
     *
     * @param opened how many namespaces appeared or changed
     * @param closed how many namespaces went away or changed
     */
    record Written(int opened, int closed) implements Recording {}

    /** One as new or newer is recorded already, so nothing was written. */
    record Outdated(Instant newest) implements Recording {}
}

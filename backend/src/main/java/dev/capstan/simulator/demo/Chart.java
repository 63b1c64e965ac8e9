package dev.capstan.simulator.demo;

import org.jspecify.annotations.Nullable;

/**
 * How a workload is packaged at a time; whatever changes here makes a new revision.
 *
 * @param releases how many releases there were so far
 * @param renewed whether it has moved to what comes later: the new chart, or the newer release of other people's
 * @param faulty whether it uses the new chart's release 2.1, which added NET_BIND_SERVICE again
 * @param cni whether the mesh needs istio-init no more
 * @param relapse the security context, in words, that somebody has put into it for a while; null for nobody
 */
record Chart(
        int releases,
        boolean renewed,
        boolean faulty,
        boolean cni,
        @Nullable String relapse) {

    static final Chart FIRST = new Chart(0, false, false, false, null);

    Chart released() {
        return new Chart(releases + 1, renewed, faulty, cni, relapse);
    }

    Chart renew() {
        return new Chart(releases + 1, true, faulty, cni, relapse);
    }

    Chart faulty(boolean now) {
        return new Chart(releases, renewed, now, cni, relapse);
    }

    Chart withCni() {
        return new Chart(releases, renewed, faulty, true, relapse);
    }

    Chart relapsedTo(@Nullable String words) {
        return new Chart(releases, renewed, faulty, cni, words);
    }
}

package dev.capstan.evaluation.admission;

import java.util.List;

/**
 * What a rule was understood to say.
 *
 * @param demand what it demands of capabilities
 * @param stopsPrivileged whether it keeps privileged containers out
 * @param reasons sentences on what kept it from being understood in full, or from counting in full
 */
record Answer(Demand demand, boolean stopsPrivileged, List<String> reasons) {

    /** It does not touch capabilities. */
    static final Answer SILENT = new Answer(new Demand.Nothing(), false, List.of());

    Answer {
        reasons = List.copyOf(reasons);
    }

    static Answer of(AllowList list) {
        return new Answer(new Demand.Allows(list), false, List.of());
    }

    /** It speaks of capabilities, but holds only in part. */
    static Answer some(String reason) {
        return new Answer(new Demand.Some(), false, List.of(reason));
    }

    /** It says nothing that counts, for this reason. */
    static Answer nothing(String reason) {
        return new Answer(new Demand.Nothing(), false, List.of(reason));
    }

    /** Whether it says anything, were it only why it does not count. */
    boolean saysSomething() {
        return stopsPrivileged
                || demand.strength() != Strength.NONE
                || !reasons.isEmpty()
                || demand instanceof Demand.Allows;
    }
}

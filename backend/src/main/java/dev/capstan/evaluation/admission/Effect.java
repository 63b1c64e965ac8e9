package dev.capstan.evaluation.admission;

import java.util.List;
import java.util.stream.Stream;

/**
 * What one object does for one namespace.
 *
 * @param object the object, as {@code Kind name}
 * @param enforced whether it refuses pods, rather than warn or record
 * @param failsOpen whether pods get in while it cannot be asked
 * @param answer what it demands, and why not more
 */
record Effect(String object, boolean enforced, boolean failsOpen, Answer answer) {

    /** The same with gaps that some pods get through; none leave it as it is. */
    Effect withGaps(List<String> gaps) {
        if (gaps.isEmpty()) {
            return this;
        }
        Demand left = answer.demand().strength() == Strength.NONE ? new Demand.Nothing() : new Demand.Some();
        return with(new Answer(left, false, joined(gaps)));
    }

    /** The same with more to be said of it. */
    Effect withNotes(List<String> notes) {
        return with(new Answer(answer.demand(), answer.stopsPrivileged(), joined(notes)));
    }

    /** The same where it does not act at all. */
    Effect undone(String why) {
        return with(Answer.nothing(why));
    }

    /** The same where it lets pods in, and warns or records. */
    Effect recording(String why) {
        return new Effect(object, false, false, new Answer(answer.demand(), false, joined(List.of(why))));
    }

    /** The same, asked through something that may fail open. */
    Effect through(boolean open) {
        return new Effect(object, enforced, failsOpen || open, answer);
    }

    private Effect with(Answer other) {
        return new Effect(object, enforced, failsOpen, other);
    }

    private List<String> joined(List<String> more) {
        return Stream.concat(answer.reasons().stream(), more.stream()).toList();
    }
}

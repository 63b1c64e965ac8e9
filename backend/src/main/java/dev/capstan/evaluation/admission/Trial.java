package dev.capstan.evaluation.admission;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.capstan.benchmark.Capability;
import dev.capstan.collection.admission.NamespaceFact;
import dev.capstan.evaluation.admission.ProbePods.Place;
import dev.capstan.evaluation.admission.Program.Outcome;
import dev.cel.common.CelException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Tries expressions out on pods: one for each capability and a few more, in each kind of container, with and without
 * dropping ALL. What is let in says what may be added, which no reading of the text could.
 */
final class Trial {

    private static final List<String> ALL = List.of("ALL");

    /** What was tried lately: one snapshot after the other shows the same policies over the same namespaces. */
    private static final Cache<Question, Answer> LATELY =
            Caffeine.newBuilder().maximumSize(500).build();

    private record Question(Expressions expressions, NamespaceFact namespace) {}

    private final Program program;
    private final NamespaceFact namespace;
    private boolean broken;

    private Trial(Program program, NamespaceFact namespace) {
        this.program = program;
        this.namespace = namespace;
    }

    /** What the expressions demand; where they cannot be tried, what their text lets one suppose. */
    static Answer of(Expressions all, NamespaceFact namespace) {
        Expressions relevant = all.relevant();
        if (relevant.validations().isEmpty()) {
            return Answer.SILENT;
        }
        return LATELY.get(
                new Question(relevant, namespace), question -> tried(question.expressions(), question.namespace()));
    }

    private static Answer tried(Expressions relevant, NamespaceFact namespace) {
        try {
            return new Trial(Program.compile(relevant), namespace).answer(relevant);
        } catch (CelException | RuntimeException | StackOverflowError e) {
            return relevant.byText("its expressions are not understood here");
        }
    }

    private Answer answer(Expressions expressions) {
        if (!admits(Place.APP, List.of(), ALL) && !admits(Place.APP, List.of(), List.of())) {
            return expressions.byText("it refuses harmless pods as well, for reasons that were not found out");
        }
        AllowList ofApps = allowed(Place.APP);
        AllowList list = ofApps;
        List<String> reasons = new ArrayList<>();
        for (Place place : List.of(Place.INIT, Place.EPHEMERAL)) {
            AllowList here = allowed(place);
            list = list.or(here);
            if (ofApps.or(here).strength().compareTo(ofApps.strength()) < 0) {
                reasons.add("It lets %s add what others may not. It counts in full once it judges them, too."
                        .formatted(place.title()));
            }
        }
        boolean stopsPrivileged =
                !expressions.choosy() && Stream.of(Place.values()).noneMatch(this::admitsPrivileged);
        if (broken) {
            return expressions.byText("its expressions break on some pods");
        }
        if (!expressions.speakOfCapabilities()) {
            return new Answer(new Demand.Nothing(), stopsPrivileged, List.of());
        }
        if (expressions.choosy()) {
            reasons.add(
                    "It may let single pods through: its expressions also speak of labels, names, images or who makes"
                            + " them.");
        }
        return reasons.isEmpty() || ofApps.strength() == Strength.NONE
                ? new Answer(new Demand.Allows(list), stopsPrivileged, List.of())
                : new Answer(new Demand.Some(), stopsPrivileged, reasons);
    }

    private AllowList allowed(Place place) {
        boolean mustDropAll = !admits(place, List.of(), List.of());
        if (mayAdd(place, "ALL")) {
            return new AllowList(true, AllowList.ANYTHING.capabilities(), mustDropAll);
        }
        Set<Capability> capabilities = EnumSet.noneOf(Capability.class);
        for (Capability capability : Capability.values()) {
            if (mayAdd(place, capability.name())) {
                capabilities.add(capability);
            }
        }
        return new AllowList(false, capabilities, mustDropAll);
    }

    private boolean mayAdd(Place place, String name) {
        return Stream.of(name, name.toLowerCase(Locale.ROOT))
                .anyMatch(spelling ->
                        admits(place, List.of(spelling), ALL) || admits(place, List.of(spelling), List.of()));
    }

    private boolean admits(Place place, List<String> add, List<String> drop) {
        return admits(ProbePods.pod(namespace, place, add, drop));
    }

    private boolean admitsPrivileged(Place place) {
        return admits(ProbePods.privileged(namespace, place));
    }

    private boolean admits(Map<String, Object> pod) {
        Outcome outcome = program.of(pod, namespace);
        broken |= outcome == Outcome.BROKEN;
        return outcome == Outcome.ADMITTED;
    }
}

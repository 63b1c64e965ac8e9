package dev.capstan.exceptionrequest;

import dev.capstan.benchmark.CapabilityName;
import dev.capstan.benchmark.Risk;
import dev.capstan.evaluation.AskedFor;
import dev.capstan.evaluation.Criteria;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What an exception lets a container have: capabilities by name without {@code CAP_}, {@code ALL} for every capability, or
 * {@code privileged}, which is more than all of them. Never empty: no exception is without a named capability.
 *
 * @param names each once, in order
 */
public record Grant(List<String> names) {

    private static final String ALL = "ALL";

    /** @throws IllegalArgumentException when there is no name, or one that is no capability */
    public Grant {
        names = names.stream().map(Grant::parse).distinct().sorted().toList();
        if (names.isEmpty()) {
            throw new IllegalArgumentException("An exception names at least one capability");
        }
    }

    /** @throws IllegalArgumentException when the name grants nothing */
    private static String parse(String written) {
        if (written.strip().equalsIgnoreCase(AskedFor.PRIVILEGED)) {
            return AskedFor.PRIVILEGED;
        }
        CapabilityName name = CapabilityName.parse(written.strip());
        if (name instanceof CapabilityName.Inert inert) {
            throw new IllegalArgumentException("%s is no capability. %s".formatted(written.strip(), inert.why()));
        }
        return name.written();
    }

    /** What of the excess is not granted, in order. */
    public Set<String> beyond(Collection<String> excess) {
        Set<String> left = new TreeSet<>();
        excess.stream().filter(name -> !covers(name)).forEach(left::add);
        return left;
    }

    // A privileged container holds everything, so what else it adds gives it nothing more. A spelling that does nothing
    // and a missing drop are put right by writing them otherwise: nothing grants them.
    private boolean covers(String excess) {
        if (names.contains(excess)) {
            return true;
        }
        boolean real = !(CapabilityName.parse(excess) instanceof CapabilityName.Inert);
        return real && (names.contains(AskedFor.PRIVILEGED) || names.contains(ALL));
    }

    /** The worst of what is granted, as the organisation rates it. */
    public Risk risk(Criteria criteria) {
        return names.stream()
                .map(name -> name.equals(AskedFor.PRIVILEGED)
                        ? Risk.CRITICAL
                        : switch (CapabilityName.parse(name)) {
                            case CapabilityName.Known(var capability) -> criteria.risk(capability);
                            case CapabilityName.All() -> Risk.CRITICAL;
                            case CapabilityName.Inert ignored -> Risk.LOW;
                        })
                .max(Comparator.naturalOrder())
                .orElse(Risk.LOW);
    }
}

package dev.capstan.simulator;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The switchboard of a {@link SimulatorServer}: what goes wrong, where and how often, and what was asked for. Safe for
 * use while requests are under way. Clusters go by their name.
 */
public final class Faults {
    private final List<Rule> rules = new CopyOnWriteArrayList<>();
    private final Set<String> strangers = ConcurrentHashMap.newKeySet();
    private final List<Gate> gates = new CopyOnWriteArrayList<>();
    private final Map<Asked, AtomicInteger> counts = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> inFlight = new ConcurrentHashMap<>();
    private final Map<String, Integer> mostInFlight = new ConcurrentHashMap<>();

    /** What goes wrong with the next request that fits. */
    sealed interface Fault {
        /** Answers with a status; the body is the one the real service would send. */
        record Status(int code, @Nullable Duration retryAfter) implements Fault {}

        /** Answers once the gate opens. */
        record Held(Gate gate) implements Fault {}

        /** Sends half the body, and the rest once the gate opens. */
        record Stalled(Gate gate) implements Fault {}

        /** Closes the connection without an answer. */
        record Dropped() implements Fault {}

        /** Closes the connection in the middle of the body. */
        record CutOff() implements Fault {}

        /** Answers 200 with something that is no JSON. */
        record Garbled() implements Fault {}

        /** Says that the continue token is too old; requests without one are left alone. */
        record Expired() implements Fault {}
    }

    private record Rule(Predicate<Asked> fits, Fault fault, AtomicInteger left) {}

    /** A request as far as faults and counts go; the cluster is empty where none is meant. */
    record Asked(RequestKind kind, String cluster) {
        Asked {
            cluster = cluster.toLowerCase(Locale.ROOT);
        }
    }

    /** Faults of the sign-in endpoint. */
    public Target signIn() {
        return new Target(asked -> asked.kind() == RequestKind.SIGN_IN);
    }

    /** Faults of Azure Resource Manager; see {@link Target#only} to narrow it. */
    public Target azure() {
        return new Target(asked -> asked.kind().isAzure());
    }

    /** Faults of Azure Resource Manager where it is asked for one cluster or its credentials. */
    public Target azure(String cluster) {
        return new Target(asked -> asked.kind().isAzure() && names(asked, cluster));
    }

    /** Faults of one cluster's Kubernetes API. */
    public Target cluster(String cluster) {
        return new Target(asked -> !asked.kind().isAzure() && names(asked, cluster));
    }

    /** From now on the cluster's kubeconfig names an authority that did not sign its certificate. */
    public void wrongAuthority(String cluster) {
        strangers.add(cluster.toLowerCase(Locale.ROOT));
    }

    /** Nothing goes wrong any more; gates open. The counts stay. */
    public void clear() {
        rules.clear();
        strangers.clear();
        gates.forEach(Gate::open);
        gates.clear();
    }

    /** How many requests of a kind came so far, failed ones among them. */
    public int count(RequestKind kind) {
        return counts.entrySet().stream()
                .filter(entry -> entry.getKey().kind() == kind)
                .mapToInt(entry -> entry.getValue().get())
                .sum();
    }

    /** How many requests of a kind came so far for one cluster, failed ones among them. */
    public int count(RequestKind kind, String cluster) {
        AtomicInteger count = counts.get(new Asked(kind, cluster));
        return count == null ? 0 : count.get();
    }

    /** How many requests a cluster's Kubernetes API ever had under way at once. */
    public int mostInFlight(String cluster) {
        return mostInFlight.getOrDefault(cluster.toLowerCase(Locale.ROOT), 0);
    }

    /** How many clusters' Kubernetes APIs ever had a request under way at once. */
    public int mostClustersInFlight() {
        return mostInFlight.getOrDefault("", 0);
    }

    void begins(Asked asked) {
        counts.computeIfAbsent(asked, key -> new AtomicInteger()).incrementAndGet();
        if (ofKubernetes(asked)) {
            int now = inFlight.computeIfAbsent(asked.cluster(), key -> new AtomicInteger())
                    .incrementAndGet();
            mostInFlight.merge(asked.cluster(), now, Math::max);
            int clusters =
                    (int) inFlight.values().stream().filter(n -> n.get() > 0).count();
            mostInFlight.merge("", clusters, Math::max);
        }
    }

    void ends(Asked asked) {
        if (ofKubernetes(asked)) {
            inFlight.computeIfAbsent(asked.cluster(), key -> new AtomicInteger())
                    .decrementAndGet();
        }
    }

    /** What goes wrong with this request, if anything; it is used up by asking. */
    Optional<Fault> next(Asked asked, boolean continued) {
        for (Rule rule : rules) {
            boolean applies = rule.fits().test(asked) && (continued || !(rule.fault() instanceof Fault.Expired));
            if (applies && rule.left().getAndUpdate(n -> n > 0 ? n - 1 : 0) > 0) {
                return Optional.of(rule.fault());
            }
        }
        return Optional.empty();
    }

    boolean hasWrongAuthority(String cluster) {
        return strangers.contains(cluster.toLowerCase(Locale.ROOT));
    }

    private static boolean ofKubernetes(Asked asked) {
        return !asked.kind().isAzure() && !asked.cluster().isEmpty();
    }

    private static boolean names(Asked asked, String cluster) {
        return asked.cluster().equals(cluster.toLowerCase(Locale.ROOT));
    }

    /** Some of the requests, for which something shall go wrong. Faults are used up in the order they were set. */
    public final class Target {
        private final Predicate<Asked> fits;

        private Target(Predicate<Asked> fits) {
            this.fits = fits;
        }

        /** Of these requests those of the given kinds. */
        public Target only(RequestKind first, RequestKind... others) {
            Set<RequestKind> kinds = EnumSet.of(first, others);
            return new Target(asked -> fits.test(asked) && kinds.contains(asked.kind()));
        }

        /** The next requests, this many, answer with a status and the body that goes with it. */
        public void fail(int times, int status) {
            add(times, new Fault.Status(status, null));
        }

        /** The next requests, this many, answer 429 and ask to come back after a while. */
        public void throttle(int times, Duration retryAfter) {
            add(times, new Fault.Status(429, retryAfter));
        }

        /** The next request waits at a gate before it is answered. */
        public Gate hold() {
            Gate gate = gate();
            add(1, new Fault.Held(gate));
            return gate;
        }

        /** The next request gets half its body, and the rest once the gate opens. */
        public Gate stall() {
            Gate gate = gate();
            add(1, new Fault.Stalled(gate));
            return gate;
        }

        /** The connection of the next requests, this many, closes without an answer. */
        public void drop(int times) {
            add(times, new Fault.Dropped());
        }

        /** The connection of the next requests, this many, closes in the middle of the body. */
        public void cutOff(int times) {
            add(times, new Fault.CutOff());
        }

        /** The next requests, this many, answer 200 with a page that is no JSON. */
        public void garble(int times) {
            add(times, new Fault.Garbled());
        }

        /** The next requests with a continue token, this many, answer 410 with a fresh token in the body. */
        public void expireContinueTokens(int times) {
            add(times, new Fault.Expired());
        }

        private Gate gate() {
            Gate gate = new Gate();
            gates.add(gate);
            return gate;
        }

        private void add(int times, Fault fault) {
            rules.add(new Rule(fits, fault, new AtomicInteger(times)));
        }
    }
}

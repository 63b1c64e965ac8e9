package dev.capstan.collection.kubernetes.admission;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.capstan.collection.admission.KyvernoPolicy.Resources;
import dev.capstan.collection.admission.LabelSelector;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How Kyverno's rules and exceptions choose objects: {@code any}, {@code all}, or the older form with {@code resources}
 * alone. What cannot be said by kinds and namespaces is told by a flag.
 *
 * @see <a href="https://kyverno.io/docs/policy-types/cluster-policy/match-exclude/">Selecting resources</a>
 */
final class KyvernoFilter {

    /** What is chosen; conditional where some of it is not, for reasons beyond kind and namespace. */
    record Choice(List<Resources> resources, boolean conditional) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Wire(
            @Nullable List<Entry> any,
            @Nullable List<Entry> all,
            @Nullable ResourcesWire resources,
            @Nullable List<Wires.Present> subjects,
            @Nullable List<String> roles,
            @Nullable List<String> clusterRoles) {

        /** All the entries; those in {@code all} must hold together. */
        List<Entry> entries() {
            Entry older = new Entry(resources, subjects, roles, clusterRoles);
            return Stream.of(Wires.list(any), Wires.list(all), older.isEmpty() ? List.<Entry>of() : List.of(older))
                    .flatMap(List::stream)
                    .toList();
        }

        boolean mustHoldTogether() {
            return Wires.list(all).size() > 1;
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Entry(
            @Nullable ResourcesWire resources,
            @Nullable List<Wires.Present> subjects,
            @Nullable List<String> roles,
            @Nullable List<String> clusterRoles) {

        boolean isEmpty() {
            return resources == null && !byRequester();
        }

        boolean byRequester() {
            return !Wires.list(subjects).isEmpty()
                    || !Wires.texts(roles).isEmpty()
                    || !Wires.texts(clusterRoles).isEmpty();
        }

        /** Whether it chooses by more than kind and namespace. */
        boolean conditional() {
            return byRequester() || (resources != null && resources.conditional());
        }

        /** An exclusion of requests that bring no pod in, such as DELETE, means nothing here. */
        boolean isIdle() {
            List<String> operations = resources == null ? List.of() : Wires.texts(resources.operations());
            return !operations.isEmpty() && operations.stream().noneMatch(ADMITTING::contains);
        }

        Resources chosen() {
            return resources == null
                    ? new Resources(List.of(), List.of(), LabelSelector.EVERYTHING)
                    : new Resources(
                            Wires.texts(resources.kinds()),
                            Wires.texts(resources.namespaces()),
                            Wires.selector(resources.namespaceSelector()));
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record ResourcesWire(
            @Nullable List<String> kinds,
            @Nullable List<String> namespaces,
            @Nullable String name,
            @Nullable List<String> names,
            @Nullable Map<String, String> annotations,
            Wires.@Nullable Selector selector,
            Wires.@Nullable Selector namespaceSelector,
            @Nullable List<String> operations) {

        boolean conditional() {
            return namesSome()
                    || !Wires.texts(annotations).isEmpty()
                    || !Wires.selector(selector).isEverything()
                    || hasWildcards(Wires.selector(namespaceSelector))
                    || (!Wires.texts(operations).isEmpty()
                            && !Wires.texts(operations).containsAll(ADMITTING));
        }

        private boolean namesSome() {
            return Stream.concat(Stream.ofNullable(name), Wires.texts(names).stream())
                    .anyMatch(said -> !said.isEmpty() && !said.equals("*"));
        }
    }

    /** A pod comes in by CREATE, an ephemeral container by UPDATE. */
    static final Set<String> ADMITTING = Set.of("CREATE", "UPDATE");

    private KyvernoFilter() {}

    /** What a rule is about. */
    static Choice match(@Nullable Wire wire) {
        if (wire == null) {
            return new Choice(List.of(), false);
        }
        List<Entry> entries = wire.entries();
        boolean conditional = wire.mustHoldTogether() || entries.stream().anyMatch(Entry::conditional);
        return new Choice(entries.stream().map(Entry::chosen).toList(), conditional);
    }

    /** What a rule leaves out: only what it leaves out whole; the rest makes it conditional. */
    static Choice exclude(@Nullable Wire wire) {
        if (wire == null) {
            return new Choice(List.of(), false);
        }
        List<Resources> whole = new ArrayList<>();
        boolean conditional = false;
        for (Entry entry : wire.entries()) {
            if (entry.isIdle()) {
                continue;
            }
            if (entry.conditional() || wire.mustHoldTogether()) {
                conditional = true;
            } else {
                whole.add(entry.chosen());
            }
        }
        return new Choice(whole, conditional);
    }

    /** Kyverno, unlike Kubernetes, takes wildcards in selectors. */
    static boolean hasWildcards(LabelSelector selector) {
        return Stream.concat(
                        selector.matchLabels().entrySet().stream()
                                .flatMap(label -> Stream.of(label.getKey(), label.getValue())),
                        selector.matchExpressions().stream()
                                .flatMap(r -> Stream.concat(Stream.of(r.key()), r.values().stream())))
                .anyMatch(text -> text.contains("*") || text.contains("?"));
    }
}

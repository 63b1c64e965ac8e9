package dev.capstan.evaluation.admission;

import dev.capstan.collection.admission.Constraint;
import dev.capstan.collection.admission.Constraint.Kinds;
import dev.capstan.collection.admission.Constraint.Match;
import dev.capstan.collection.admission.LabelSelector;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A Gatekeeper constraint in words; it denies and judges everything unless said otherwise. */
public final class AConstraint {

    private final String kind;
    private String name = "caps";
    private @Nullable String definition;
    private @Nullable String assignment;
    private List<String> actions = List.of("deny");
    private Match match = Match.EVERYTHING;
    private final Map<String, Object> parameters = new HashMap<>();

    private AConstraint(String kind) {
        this.kind = kind;
    }

    public static AConstraint of(String kind) {
        return new AConstraint(kind);
    }

    public static AConstraint allowing(String... capabilities) {
        return of("K8sPSPCapabilities").with("allowedCapabilities", (Object[]) capabilities);
    }

    public AConstraint dropping(String... capabilities) {
        return with("requiredDropCapabilities", (Object[]) capabilities);
    }

    public AConstraint with(String parameter, Object... values) {
        parameters.put(parameter, List.of(values));
        return this;
    }

    public AConstraint named(String name) {
        this.name = name;
        return this;
    }

    public AConstraint ofAzure(String definition) {
        this.definition = definition;
        return this;
    }

    public AConstraint assigned(String assignment) {
        this.assignment = assignment;
        return this;
    }

    public AConstraint action(String... actions) {
        this.actions = List.of(actions);
        return this;
    }

    public AConstraint kinds(String group, String... kinds) {
        return match(
                List.of(new Kinds(List.of(group), List.of(kinds))), match.namespaces(), match.excludedNamespaces());
    }

    public AConstraint in(String... namespaces) {
        return match(match.kinds(), List.of(namespaces), match.excludedNamespaces());
    }

    public AConstraint excluding(String... namespaces) {
        return match(match.kinds(), match.namespaces(), List.of(namespaces));
    }

    public AConstraint selecting(LabelSelector namespaces, LabelSelector objects, boolean narrowed) {
        match = new Match(match.kinds(), match.namespaces(), match.excludedNamespaces(), namespaces, objects, narrowed);
        return this;
    }

    private AConstraint match(List<Kinds> kinds, List<String> namespaces, List<String> excluded) {
        match = new Match(
                kinds, namespaces, excluded, match.namespaceSelector(), match.labelSelector(), match.narrowed());
        return this;
    }

    public Constraint fact() {
        return new Constraint(kind, name, definition, assignment, actions, match, parameters, null);
    }
}

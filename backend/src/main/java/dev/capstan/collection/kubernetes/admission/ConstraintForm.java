package dev.capstan.collection.kubernetes.admission;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.capstan.collection.admission.Constraint;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A Gatekeeper constraint, of whichever kind.
 *
 * @see <a href="https://open-policy-agent.github.io/gatekeeper/website/docs/enforcement-points">Enforcement points</a>
 */
final class ConstraintForm {

    private static final Set<String> WEBHOOK = Set.of("validation.gatekeeper.sh", "*");
    private static final List<String> ALL = List.of("*");

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Wire(
            @Nullable String kind,
            Wires.@Nullable Metadata metadata,
            @Nullable Spec spec,
            @Nullable Status status) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Spec(
            @Nullable String enforcementAction,
            @Nullable List<Scoped> scopedEnforcementActions,
            @Nullable MatchWire match,
            @Nullable Map<String, Object> parameters) {

        static final Spec EMPTY = new Spec(null, null, null, null);
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Scoped(@Nullable String action, @Nullable List<Point> enforcementPoints) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Point(@Nullable String name) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record MatchWire(
            @Nullable List<KindsWire> kinds,
            @Nullable List<String> namespaces,
            @Nullable List<String> excludedNamespaces,
            Wires.@Nullable Selector namespaceSelector,
            Wires.@Nullable Selector labelSelector,
            @Nullable String name,
            @Nullable String source,
            @Nullable String scope) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record KindsWire(
            @Nullable List<String> apiGroups, @Nullable List<String> kinds) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Status(@Nullable Long totalViolations) {}

    private ConstraintForm() {}

    static List<Constraint> facts(String kind, Wire wire) {
        Spec spec = wire.spec() == null ? Spec.EMPTY : wire.spec();
        Map<String, String> annotations =
                wire.metadata() == null ? Map.of() : Wires.texts(wire.metadata().annotations());
        return List.of(new Constraint(
                kind,
                Wires.name(wire.metadata()),
                annotations.get("azure-policy-definition-id"),
                annotations.get("azure-policy-assignment-id"),
                actions(spec),
                match(spec.match()),
                Wires.values(spec.parameters()),
                wire.status() == null ? null : wire.status().totalViolations()));
    }

    private static List<String> actions(Spec spec) {
        String action = spec.enforcementAction();
        if (action == null || action.isEmpty()) {
            return List.of("deny");
        }
        if (!action.equals("scoped")) {
            return List.of(action);
        }
        return Wires.list(spec.scopedEnforcementActions()).stream()
                .filter(scoped -> Wires.list(scoped.enforcementPoints()).stream()
                        .anyMatch(point -> WEBHOOK.contains(Wires.text(point.name()))))
                .map(scoped -> Wires.text(scoped.action()))
                .toList();
    }

    private static Constraint.Match match(@Nullable MatchWire match) {
        if (match == null) {
            return Constraint.Match.EVERYTHING;
        }
        return new Constraint.Match(
                Wires.list(match.kinds()).stream()
                        .map(kinds -> new Constraint.Kinds(orAll(kinds.apiGroups()), orAll(kinds.kinds())))
                        .toList(),
                Wires.texts(match.namespaces()),
                Wires.texts(match.excludedNamespaces()),
                Wires.selector(match.namespaceSelector()),
                Wires.selector(match.labelSelector()),
                narrowed(match));
    }

    // Pods that workloads make are Original and Namespaced; the other values leave them out.
    private static boolean narrowed(MatchWire match) {
        return !Set.of("", "*").contains(Wires.text(match.name()))
                || "Generated".equals(match.source())
                || "Cluster".equals(match.scope());
    }

    private static List<String> orAll(@Nullable List<String> names) {
        List<String> said = Wires.texts(names);
        return said.isEmpty() ? ALL : said;
    }
}

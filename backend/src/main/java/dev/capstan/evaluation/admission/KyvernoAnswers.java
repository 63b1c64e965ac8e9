package dev.capstan.evaluation.admission;

import dev.capstan.collection.admission.AdmissionPolicy.Variable;
import dev.capstan.collection.admission.KyvernoPolicy.PodSecurity;
import dev.capstan.collection.admission.KyvernoPolicy.Resources;
import dev.capstan.collection.admission.KyvernoPolicy.Rule;
import dev.capstan.collection.admission.NamespaceFact;
import dev.capstan.evaluation.Wildcards;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a rule of a Kyverno policy judges, and what it demands: by Pod Security Standard, in CEL, or by conditions. */
final class KyvernoAnswers {

    /** What of a namespace a rule judges. */
    enum Choice {
        PODS,
        /** What makes pods, but not pods themselves. For a rule on pods, Kyverno makes the rules for these by itself. */
        MAKERS,
        OTHERS
    }

    private static final Pattern BEFORE_DROP_ALL = Pattern.compile("v?1\\.(\\d|1\\d|2[01])");

    private KyvernoAnswers() {}

    static Choice choice(Rule rule, NamespaceFact namespace) {
        if (rule.match().stream().anyMatch(resources -> choosesPods(resources, namespace))) {
            return Choice.PODS;
        }
        return rule.match().stream().anyMatch(resources -> chooses(resources, namespace, PodMakers.KINDS::contains))
                ? Choice.MAKERS
                : Choice.OTHERS;
    }

    /** Whether all pods of the namespace are among the resources. */
    static boolean choosesPods(Resources resources, NamespaceFact namespace) {
        return chooses(resources, namespace, kind -> Wildcards.matches(kind, "Pod"));
    }

    /** What a rule demands of the pods that it judges. */
    static Answer to(Rule rule, NamespaceFact namespace, PolicyAnswers policies) {
        if (rule.podSecurity() != null) {
            return standard(rule, rule.podSecurity());
        }
        if (rule.validate().get("cel") instanceof Map<?, ?> cel) {
            return inCel(cel, namespace, policies);
        }
        if (KyvernoPattern.refusesPrivileged(rule.validate())) {
            return new Answer(new Demand.Nothing(), true, List.of());
        }
        return KyvernoConditions.demand(rule.validate())
                .map(Answer::of)
                .orElseGet(() -> rule.validate().toString().contains("capabilities")
                        ? Answer.some(
                                "Rule %s speaks of capabilities, but is judged by its text only: its form is not one"
                                                .formatted(rule.name())
                                        + " that is understood in full.")
                        : Answer.SILENT);
    }

    /** {@code Pod}, {@code v1/Pod} or {@code *}; a subresource stands last and is no pod. */
    private static boolean chooses(Resources resources, NamespaceFact namespace, Predicate<String> kind) {
        return (resources.kinds().isEmpty()
                        || resources.kinds().stream()
                                .map(written -> written.substring(written.lastIndexOf('/') + 1))
                                .anyMatch(kind))
                && (resources.namespaces().isEmpty() || Wildcards.any(resources.namespaces(), namespace.name()))
                && Selectors.chooses(resources.namespaceSelector(), namespace.labels());
    }

    private static Answer standard(Rule rule, PodSecurity standard) {
        String level = standard.level().toLowerCase(Locale.ROOT);
        if (!Set.of("baseline", "restricted").contains(level)) {
            return Answer.SILENT;
        }
        Set<String> excluded = standard.excludedControls().stream()
                .map(control -> control.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        boolean stopsPrivileged = !excluded.contains("privileged containers");
        if (excluded.contains("capabilities")) {
            return new Answer(
                    new Demand.Nothing(),
                    stopsPrivileged,
                    List.of(
                            "Rule %s leaves the control Capabilities out (validate.podSecurity.exclude), for all images or"
                                            .formatted(rule.name())
                                    + " some."));
        }
        boolean restricted = level.equals("restricted") && !isOld(standard);
        return new Answer(
                new Demand.Allows(restricted ? AllowList.RESTRICTED : AllowList.BASELINE), stopsPrivileged, List.of());
    }

    /** Before v1.22 the standard's restricted level had no rule on capabilities beyond baseline's. */
    private static boolean isOld(PodSecurity standard) {
        return standard.version() != null
                && BEFORE_DROP_ALL.matcher(standard.version()).matches();
    }

    private static Answer inCel(Map<?, ?> cel, NamespaceFact namespace, PolicyAnswers policies) {
        Expressions expressions = new Expressions(
                maps(cel.get("variables")).stream()
                        .map(variable -> new Variable(text(variable, "name"), text(variable, "expression")))
                        .toList(),
                maps(cel.get("expressions")).stream()
                        .map(validation -> text(validation, "expression"))
                        .toList(),
                false);
        return cel.containsKey("paramKind")
                ? expressions.byText("its expressions take parameters from another object")
                : policies.to(expressions, namespace);
    }

    private static List<? extends Map<?, ?>> maps(@Nullable Object value) {
        return KyvernoConditions.items(value).stream()
                .filter(Map.class::isInstance)
                .map(item -> (Map<?, ?>) item)
                .toList();
    }

    private static String text(Map<?, ?> map, String key) {
        return String.valueOf(map.get(key));
    }
}

package dev.capstan.evaluation.admission;

import dev.capstan.collection.admission.Constraint;
import dev.capstan.collection.admission.ConstraintTemplate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a Gatekeeper constraint of a well-known kind demands. Gatekeeper's library compares names in any case, Azure's
 * policies letter by letter.
 *
 * @see <a href="https://open-policy-agent.github.io/gatekeeper-library/website/validation/capabilities">Capabilities</a>
 */
final class ConstraintAnswers {

    private static final Set<String> ALLOW_LISTS =
            Set.of("K8sPSPCapabilities", "K8sAzureV3AllowedCapabilities", "K8sAzureV2AllowedCapabilities");
    private static final Set<String> DENY_LISTS =
            Set.of("K8sAzureV3DisallowedCapabilities", "K8sAzureDisallowedCapabilities");
    private static final Set<String> NO_PRIVILEGED =
            Set.of("K8sPSPPrivilegedContainer", "K8sAzureV2NoPrivilege", "K8sAzureContainerNoPrivilege");
    private static final Map<String, String> BUILT_IN = Map.of(
            "c26596ff-4d70-4e6a-9a30-c2506bd2f80c",
            "containers should only use allowed capabilities",
            "a27c700f-8a22-44ec-961c-41625264370b",
            "containers should not use specific capabilities",
            "d2e7ea85-6b44-4317-a0be-1b951587f626",
            "containers should not grant CAP_SYS_ADMIN");

    private final Set<String> speaking;

    ConstraintAnswers(List<ConstraintTemplate> templates) {
        speaking = templates.stream()
                .filter(ConstraintTemplate::speaksOfCapabilities)
                .map(ConstraintTemplate::kind)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What it demands of the pods that it judges. */
    Answer to(Constraint constraint) {
        if (NO_PRIVILEGED.contains(constraint.kind())) {
            return new Answer(new Demand.Nothing(), true, List.of());
        }
        if (ALLOW_LISTS.contains(constraint.kind())) {
            AllowList list = AllowList.of(
                    names(constraint, "allowedCapabilities"), names(constraint, "requiredDropCapabilities"));
            return new Answer(new Demand.Allows(list), false, builtIn(constraint));
        }
        if (DENY_LISTS.contains(constraint.kind())) {
            return denyList(constraint, names(constraint, "disallowedCapabilities"));
        }
        return speaking.contains(constraint.kind())
                ? Answer.some("%s has a rule of its own on capabilities, which is not understood."
                        .formatted(object(constraint)))
                : Answer.SILENT;
    }

    /** The names in a list of the parameters; empty where it is not there. */
    static List<String> names(Constraint constraint, String parameter) {
        return constraint.parameters().get(parameter) instanceof List<?> names
                ? names.stream().map(String::valueOf).toList()
                : List.of();
    }

    private static Answer denyList(Constraint constraint, List<String> denied) {
        if (denied.isEmpty()) {
            return Answer.nothing("%s keeps nothing out: its spec.parameters.disallowedCapabilities is empty."
                    .formatted(object(constraint)));
        }
        return Answer.some(
                "%s keeps %s out and lets every other capability in. It is enough once a policy lists what is"
                                .formatted(object(constraint), Words.list(denied))
                        + " allowed instead.");
    }

    private static List<String> builtIn(Constraint constraint) {
        return Optional.ofNullable(constraint.azureDefinition())
                .map(id -> BUILT_IN.get(id.substring(id.lastIndexOf('/') + 1)))
                .map(title ->
                        "%s is Azure's built-in policy “Kubernetes cluster %s”.".formatted(object(constraint), title))
                .stream()
                .toList();
    }

    private static String object(Constraint constraint) {
        return constraint.kind() + " " + constraint.name();
    }
}

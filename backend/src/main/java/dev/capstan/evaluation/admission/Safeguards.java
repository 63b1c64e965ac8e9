package dev.capstan.evaluation.admission;

import dev.capstan.collection.admission.AdmissionFacts;
import dev.capstan.collection.admission.AzureAdmission;
import dev.capstan.collection.admission.NamespaceFact;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * AKS's deployment safeguards, with the Pod Security Standard that they apply. They act through the policy add-on's
 * Gatekeeper or through admission policies; where a Gatekeeper webhook is asked that fails open, so do they.
 *
 * @see <a href="https://learn.microsoft.com/azure/aks/deployment-safeguards">Deployment safeguards</a>
 */
record Safeguards(AdmissionFacts facts, KubernetesVersion version) implements Guard {

    private static final Set<String> ENFORCING = Set.of("enforce", "enforcement");
    private static final Set<String> WARNING = Set.of("warn", "warning");

    @Override
    public Found in(NamespaceFact namespace) {
        AzureAdmission azure = facts.azure();
        String unread = azure.unread();
        if (unread != null) {
            return new Found(List.of(), version.hasPodSecurityPolicies() ? List.of() : List.of(unreadSentence(unread)));
        }
        String level = said(azure.safeguardsLevel(), azure.automatic() ? "Enforce" : "Off");
        String standard = said(azure.safeguardsStandard(), azure.automatic() ? "Baseline" : "Privileged");
        boolean enforcing = ENFORCING.contains(level);
        if (!Set.of("baseline", "restricted").contains(standard) || !(enforcing || WARNING.contains(level))) {
            return new Found(List.of(), List.of());
        }
        return new Found(
                Effects.together(
                        Mechanism.DEPLOYMENT_SAFEGUARDS, List.of(effect(azure, namespace, enforcing, standard))),
                List.of());
    }

    private Effect effect(AzureAdmission azure, NamespaceFact namespace, boolean enforcing, String standard) {
        AllowList list = standard.equals("restricted") ? AllowList.RESTRICTED : AllowList.BASELINE;
        Effect effect =
                new Effect("Deployment safeguards", true, false, new Answer(new Demand.Allows(list), true, List.of()));
        if (azure.safeguardsExcluded().contains(namespace.name())) {
            return effect.undone("The deployment safeguards leave this namespace out (excludedNamespaces).");
        }
        if (!enforcing) {
            return effect.recording(
                    "The deployment safeguards warn and let pods in: their level is Warn. They count once"
                            + " it is Enforce.");
        }
        List<String> notes = new ArrayList<>();
        if (azure.safeguardsLevel() == null) {
            notes.add(
                    "The cluster is of SKU Automatic, whose deployment safeguards are on unless they are switched off.");
        }
        return switch (GatekeeperRules.reach(facts.webhooks(), namespace)) {
            case Reach.Asked asked ->
                effect.through(asked.failsOpen())
                        .withNotes(Stream.concat(notes.stream(), asked.notes().stream())
                                .toList());
            case Reach.NotAsked ignored -> effect.withNotes(notes);
            case Reach.NotRead(String why) -> {
                notes.add(why);
                yield effect.through(true).withNotes(notes);
            }
        };
    }

    /** Safeguards came after the last version with PodSecurityPolicies, so an older cluster has none. */
    static String unreadSentence(String why) {
        return "The deployment safeguards could not be read: " + why;
    }

    private static String said(@Nullable String value, String otherwise) {
        return Objects.requireNonNullElse(value, otherwise).toLowerCase(Locale.ROOT);
    }
}

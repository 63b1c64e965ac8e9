package dev.capstan.evaluation.admission;

import dev.capstan.collection.admission.Listing;
import dev.capstan.collection.admission.NamespaceFact;
import dev.capstan.collection.admission.Webhook;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** Whether a mechanism that acts through a webhook is asked about the pods of a namespace at all. */
sealed interface Reach {

    /**
     * It is asked.
     *
     * @param failsOpen whether pods get in while it does not answer
     * @param gaps sentences on pods that it is not asked about
     * @param notes sentences on what else it does not see
     */
    record Asked(boolean failsOpen, List<String> gaps, List<String> notes) implements Reach {}

    /** It is not asked. */
    record NotAsked(String why) implements Reach {}

    /** Its webhooks could not be read. */
    record NotRead(String why) implements Reach {}

    /** Whether it could keep every pod to its rules. */
    default boolean couldSuffice() {
        return switch (this) {
            case Asked asked -> asked.gaps().isEmpty();
            case NotAsked ignored -> false;
            case NotRead ignored -> true;
        };
    }

    /** The best of a mechanism's webhooks: one that is asked about every pod and fails closed, if there is one. */
    static Reach of(Listing<Webhook> webhooks, String whose, Predicate<Webhook> its, NamespaceFact namespace) {
        return switch (webhooks) {
            case Listing.Unread<Webhook>(String why) ->
                new NotRead("Whether %s's webhook is asked could not be read: %s".formatted(whose, why));
            case Listing.Absent<Webhook>() -> new NotAsked(none(whose));
            case Listing.Read<Webhook>(List<Webhook> all) ->
                best(all.stream().filter(its).toList(), whose, namespace);
        };
    }

    private static Reach best(List<Webhook> webhooks, String whose, NamespaceFact namespace) {
        if (webhooks.isEmpty()) {
            return new NotAsked(none(whose));
        }
        List<Webhook> forPods = webhooks.stream()
                .filter(webhook -> ResourceRules.coverPods(webhook.rules()))
                .toList();
        if (forPods.isEmpty()) {
            return new NotAsked("%s is not asked about new pods: the rules of its webhook do not cover CREATE of pods."
                    .formatted(whose));
        }
        return forPods.stream()
                .filter(webhook -> Selectors.chooses(webhook.namespaceSelector(), namespace.labels()))
                .map(Reach::asked)
                .min(Comparator.comparing((Asked asked) -> !asked.gaps().isEmpty())
                        .thenComparing(Asked::failsOpen)
                        .thenComparing(asked -> asked.notes().size())
                        .thenComparing(Asked::toString))
                .<Reach>map(asked -> asked)
                .orElseGet(() -> new NotAsked(
                        "%s is not asked about this namespace: its webhook's namespaceSelector leaves it out."
                                .formatted(whose)));
    }

    private static Asked asked(Webhook webhook) {
        List<String> gaps = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        if (!webhook.objectSelector().isEverything()) {
            gaps.add("Webhook %s is asked only about pods with certain labels (objectSelector), which anyone who makes"
                            .formatted(webhook.name())
                    + " a pod can choose.");
        }
        if (webhook.conditional()) {
            gaps.add("Webhook %s is not asked about every pod (matchConditions).".formatted(webhook.name()));
        }
        if (webhook.failOpen()) {
            notes.add(
                    "While webhook %s does not answer, pods get in unjudged. This ends once its failurePolicy is Fail."
                            .formatted(webhook.name()));
        }
        if (!ResourceRules.coverEphemeralContainers(webhook.rules())) {
            notes.add("Ephemeral containers are not judged: the rules of webhook %s do not cover UPDATE of"
                            .formatted(webhook.name())
                    + " pods/ephemeralcontainers.");
        }
        return new Asked(webhook.failOpen(), gaps, notes);
    }

    private static String none(String whose) {
        return "%s is not asked: no validating webhook of it exists.".formatted(whose);
    }

    /** What an object that acts through the webhook does then. One that only warns or records is left as it is. */
    default Effect through(Effect effect) {
        if (!effect.enforced()) {
            return effect;
        }
        return switch (this) {
            case Asked asked ->
                effect.through(asked.failsOpen()).withGaps(asked.gaps()).withNotes(asked.notes());
            case NotAsked(String why) -> effect.undone(why);
            case NotRead ignored -> effect;
        };
    }

    /** What could not be read of it. */
    default List<String> unread() {
        return this instanceof NotRead(String why) ? List.of(why) : List.of();
    }
}

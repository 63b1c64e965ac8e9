package dev.capstan.simulator.demo;

import dev.capstan.simulator.demo.AdmissionCatalogue.AzurePlan;
import dev.capstan.simulator.demo.AdmissionCatalogue.Gate;
import dev.capstan.simulator.demo.AdmissionCatalogue.ObjectSet;
import dev.capstan.simulator.demo.AdmissionCatalogue.PlannedObject;
import dev.capstan.simulator.demo.AdmissionCatalogue.SafeguardsPlan;
import dev.capstan.simulator.world.Admission;
import dev.capstan.simulator.world.AdmissionBuilder;
import dev.capstan.simulator.world.AzureSettings;
import dev.capstan.simulator.world.Dice;
import dev.capstan.simulator.world.Span;
import dev.capstan.simulator.world.Subscription;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Puts up one cluster's gate: its admission objects, its namespaces' labels, and what Azure says of it. */
final class Gatekeeping {
    private static final String POD_SECURITY = "pod-security.kubernetes.io/";

    private final AdmissionCatalogue catalogue;
    private final Gate gate;
    private final Calendar calendar;
    private final ClusterPlan plan;
    private final Subscription subscription;
    private final Dice dice;
    private final Instant start;

    /** @param dice the chance of this cluster */
    Gatekeeping(
            AdmissionCatalogue catalogue, Calendar calendar, ClusterPlan plan, Subscription subscription, Dice dice) {
        this.catalogue = catalogue;
        this.gate = catalogue.of(plan.name());
        this.calendar = calendar;
        this.plan = plan;
        this.subscription = subscription;
        this.dice = dice;
        this.start = plan.from() == null ? calendar.before(dice.of("gate")) : calendar.day(plan.from());
    }

    Admission admission() {
        AdmissionBuilder builder = new AdmissionBuilder(dice);
        for (String name : gate.sets()) {
            ObjectSet set = Catalogue.named(name, catalogue.sets());
            orEmpty(set.installs()).forEach(path -> builder.install(path, Span.since(start)));
            set.objects().forEach(object -> place(object, builder));
        }
        orEmpty(gate.objects()).forEach(object -> place(object, builder));
        orEmpty(gate.forbidden()).forEach(path -> builder.forbid(path, Span.since(start)));
        return builder.build();
    }

    NavigableMap<Instant, AzureSettings> azure() {
        NavigableMap<Instant, AzureSettings> settings = new TreeMap<>();
        orEmpty(gate.azure()).forEach((day, azure) -> settings.put(since(day), settings(azure)));
        return settings;
    }

    /** @param usual the labels that the namespace has whatever the gate says */
    NavigableMap<Instant, Map<String, String>> labels(String namespace, Map<String, String> usual) {
        NavigableMap<Instant, Map<String, String>> labels = new TreeMap<>(Map.of(Instant.EPOCH, usual));
        Map<Integer, Map<String, String>> planned = orEmpty(gate.namespaces()).getOrDefault(namespace, Map.of());
        new TreeMap<>(planned).forEach((day, added) -> {
            Map<String, String> next = new TreeMap<>(labels.lastEntry().getValue());
            added.forEach((label, value) -> next.put(label.contains("/") ? label : POD_SECURITY + label, value));
            labels.put(since(day), next);
        });
        return labels;
    }

    private void place(PlannedObject object, AdmissionBuilder builder) {
        Map<String, Object> now = filledIn(object.manifest());
        String path = AdmissionBuilder.path(now);
        Instant from = object.from() == null ? start : since(object.from());
        Integer until = object.until();
        for (Map.Entry<Integer, Map<String, Object>> change : new TreeMap<>(orEmpty(object.changes())).entrySet()) {
            Instant day = since(change.getKey());
            builder.place(path, new Span(from, day), now);
            now = laidOver(now, filledIn(change.getValue()));
            from = day;
        }
        builder.place(path, new Span(from, until == null ? null : since(until)), now);
    }

    /** The hour of a day at which people change a gate; day 0 means that it was so from the beginning. */
    private Instant since(int day) {
        return day == 0 || calendar.day(day).equals(start)
                ? start
                : calendar.workingHour(calendar.day(day), dice.of("gate").of(day));
    }

    private static AzureSettings settings(AzurePlan plan) {
        AzureSettings settings = new AzureSettings(
                plan.sku() == null ? "Base" : plan.sku(), plan.azurePolicy(), null, plan.podSecurityPolicy());
        SafeguardsPlan safeguards = plan.safeguards();
        return safeguards == null
                ? settings
                : settings.withSafeguards(
                        safeguards.level(),
                        safeguards.podSecurityStandards(),
                        safeguards.excludedNamespaces().toArray(String[]::new));
    }

    private Map<String, Object> filledIn(Map<String, Object> object) {
        Map<String, Object> result = new LinkedHashMap<>();
        object.forEach((key, value) -> result.put(key, filledIn(value)));
        return result;
    }

    @SuppressWarnings("unchecked") // the objects of a YAML file have keys that are text
    private Object filledIn(Object value) {
        return switch (value) {
            case Map<?, ?> map -> filledIn((Map<String, Object>) map);
            case List<?> list ->
                list.stream().map(item -> filledIn((Object) item)).toList();
            case String text ->
                text.replace(
                                "{hex}",
                                dice.of("assignment").hex(16)
                                        + dice.of("constraint").hex(4))
                        .replace("{subscription}", subscription.id())
                        .replace("{group}", plan.group())
                        .replace("{cluster}", plan.name());
            default -> value;
        };
    }

    /** Objects field by field; anything else, lists among it, is replaced. */
    @SuppressWarnings("unchecked") // as above
    private static Map<String, Object> laidOver(Map<String, Object> object, Map<String, Object> change) {
        Map<String, Object> result = new LinkedHashMap<>(object);
        change.forEach((key, value) -> result.merge(
                key,
                value,
                (before, after) -> before instanceof Map<?, ?> old && after instanceof Map<?, ?> fresh
                        ? laidOver((Map<String, Object>) old, (Map<String, Object>) fresh)
                        : after));
        return result;
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    private static <K, V> Map<K, V> orEmpty(@Nullable Map<K, V> map) {
        return map == null ? Map.of() : map;
    }
}

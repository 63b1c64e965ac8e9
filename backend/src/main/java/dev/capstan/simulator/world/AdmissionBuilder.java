package dev.capstan.simulator.world;

import static java.time.temporal.ChronoUnit.SECONDS;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Puts an {@link Admission} together. Objects need to say little: what the API server fills in (uid, creation, version)
 * is filled in here, and a ConstraintTemplate brings the kind of its constraints.
 */
public final class AdmissionBuilder {
    private final Dice dice;
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, List<Span>> installed = new TreeMap<>();
    private final Map<String, List<Admission.Placed>> objects = new HashMap<>();
    private final Map<String, Instant> created = new HashMap<>();
    private final Map<String, List<String>> specs = new HashMap<>();
    private final Map<String, Span> forbidden = new HashMap<>();

    /** @param dice the chance that names the objects of this cluster */
    public AdmissionBuilder(Dice dice) {
        this.dice = dice;
    }

    /** The path that lists the objects of this one's kind, which follows from its apiVersion and kind. */
    public static String path(Map<String, Object> manifest) {
        String apiVersion = String.valueOf(manifest.get("apiVersion"));
        String kind = String.valueOf(manifest.get("kind")).toLowerCase(Locale.ROOT);
        String path = "/apis/" + apiVersion + "/";
        if (path.equals(Admission.CONSTRAINTS)) {
            return path + kind;
        }
        return path + (kind.endsWith("y") ? kind.substring(0, kind.length() - 1) + "ies" : kind + "s");
    }

    /** A kind that is served for a while, with or without objects. */
    public AdmissionBuilder install(String path, Span span) {
        installed.computeIfAbsent(path, key -> new ArrayList<>()).add(span);
        return this;
    }

    /**
     * An object that looks like this for a while. The same name again, later, is the same object changed. A kind that
     * was never installed is so for as long as it has objects.
     */
    public AdmissionBuilder place(String path, Span span, Map<String, Object> object) {
        Map<String, Object> json = new LinkedHashMap<>();
        if (!Admission.ofKubernetes(path)) {
            // The API server leaves these out of the lists of its own kinds, but not of custom resources.
            json.put("apiVersion", apiVersion(path));
            json.put("kind", object.getOrDefault("kind", names.getOrDefault(path, Admission.nameOf(path))));
            names.put(path, String.valueOf(json.get("kind")));
            install(path, span);
        }
        Map<?, ?> metadata = map(object.get("metadata"));
        String namespace = metadata.get("namespace") instanceof String found ? found + "/" : "";
        String key = namespace + metadata.get("name");
        json.put("metadata", metadata(path, key, span, object));
        object.forEach(json::putIfAbsent);
        if (Admission.ofKubernetes(path)) {
            json.remove("apiVersion");
            json.remove("kind");
        }
        objects.computeIfAbsent(path, any -> new ArrayList<>()).add(new Admission.Placed(key, span, json));
        if (path.equals(Admission.TEMPLATES)) {
            String kind = String.valueOf(
                    map(map(map(map(object.get("spec")).get("crd")).get("spec")).get("names"))
                            .get("kind"));
            String constraints = Admission.CONSTRAINTS + kind.toLowerCase(Locale.ROOT);
            names.put(constraints, kind);
            install(constraints, span);
        }
        return this;
    }

    /** From some instant on a reader is refused under a path, all its kinds included. */
    public AdmissionBuilder forbid(String path, Span span) {
        forbidden.put(path, span);
        return this;
    }

    public Admission build() {
        Map<String, Admission.Kind> kinds = new HashMap<>();
        for (Map<String, ?> known : List.of(installed, objects)) {
            for (String path : known.keySet()) {
                List<Admission.Placed> placed = objects.getOrDefault(path, List.of()).stream()
                        .sorted(Comparator.comparing(Admission.Placed::key))
                        .toList();
                String name = names.getOrDefault(path, Admission.nameOf(path));
                kinds.put(path, new Admission.Kind(name, installed.getOrDefault(path, List.of()), placed));
            }
        }
        return new Admission(kinds, forbidden);
    }

    private Map<String, Object> metadata(String path, String key, Span span, Map<String, Object> object) {
        String identity = path + "/" + key;
        Instant birth = created.computeIfAbsent(identity, any -> span.from());
        // A generation counts what people change, not what a controller reports.
        List<String> generations = specs.computeIfAbsent(identity, any -> new ArrayList<>());
        String spec = String.valueOf(object.get("spec"));
        if (generations.isEmpty() || !generations.getLast().equals(spec)) {
            generations.add(spec);
        }
        Map<String, Object> metadata = new LinkedHashMap<>();
        map(object.get("metadata")).forEach((name, value) -> metadata.put(String.valueOf(name), value));
        metadata.putIfAbsent("uid", dice.of("admission").of(identity).uuid().toString());
        metadata.putIfAbsent("resourceVersion", Long.toString(span.from().getEpochSecond() - 1_500_000_000L));
        metadata.putIfAbsent("generation", generations.size());
        metadata.putIfAbsent("creationTimestamp", birth.truncatedTo(SECONDS).toString());
        return metadata;
    }

    private static String apiVersion(String path) {
        String[] parts = path.split("/");
        return parts[2] + "/" + parts[3];
    }

    private static Map<?, ?> map(@Nullable Object value) {
        return value instanceof Map<?, ?> found ? found : Map.of();
    }
}

package dev.capstan.simulator;

import dev.capstan.simulator.world.Admission;
import dev.capstan.simulator.world.AdmissionBuilder;
import dev.capstan.simulator.world.AzureSettings;
import dev.capstan.simulator.world.Dice;
import dev.capstan.simulator.world.Namespace;
import dev.capstan.simulator.world.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * What decides which pods a cluster lets in, in words: the part of a {@link ClusterFixture} that is about admission.
 *
 * @param <T> the fixture itself
 */
public abstract class AdmissionFixture<T extends AdmissionFixture<T>> {
    /** Long before any instant of a test. */
    public static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

    private static final Span ALWAYS = Span.since(LONG_AGO);

    final NavigableMap<Instant, AzureSettings> azure = new TreeMap<>();
    private final NavigableMap<String, NavigableMap<Instant, Map<String, String>>> namespaces = new TreeMap<>();
    private final List<Consumer<AdmissionBuilder>> admission = new ArrayList<>();

    abstract T self();

    /** A namespace with labels, whether or not anything runs in it. */
    public T namespace(String namespace, Map<String, String> labels) {
        return namespaceFrom(LONG_AGO, namespace, labels);
    }

    /** A namespace has these labels, and no others, from an instant on. */
    public T namespaceFrom(Instant t, String namespace, Map<String, String> labels) {
        namespaces.computeIfAbsent(namespace, any -> new TreeMap<>()).put(t, labels);
        return self();
    }

    /**
     * Admission objects by the path that lists them, as in {@link Admission}; without any, a kind that is installed and
     * empty. A ConstraintTemplate brings the list of its constraints by itself.
     */
    @SafeVarargs
    public final T admission(String path, Map<String, Object>... objects) {
        return admissionBetween(LONG_AGO, null, path, objects);
    }

    /** Admission objects as YAML or JSON text. */
    public T admission(String path, String object, String... others) {
        admission(path, yaml(object));
        for (String other : others) {
            admission(path, yaml(other));
        }
        return self();
    }

    /** Admission objects as kubectl would show them, in YAML or JSON: apiVersion and kind say which list they are in. */
    public T manifests(String first, String... others) {
        admission.add(builder -> builder.place(AdmissionBuilder.path(yaml(first)), ALWAYS, yaml(first)));
        for (String other : others) {
            manifests(other);
        }
        return self();
    }

    /** Admission objects that look like this from an instant until another, null for ever after. */
    @SafeVarargs
    public final T admissionBetween(
            Instant from, @Nullable Instant until, String path, Map<String, Object>... objects) {
        Span when = new Span(from, until);
        admission.add(builder -> builder.install(path, when));
        for (Map<String, Object> object : objects) {
            admission.add(builder -> builder.place(path, when, object));
        }
        return self();
    }

    /** Readers are refused under these paths, whole groups included. */
    public T forbids(String... paths) {
        for (String path : paths) {
            admission.add(builder -> builder.forbid(path, ALWAYS));
        }
        return self();
    }

    /** What Azure says: {@code AzureSettings.PLAIN.withAzurePolicy(true).withSafeguards("Enforce", "Baseline")}. */
    public T azure(AzureSettings settings) {
        return azureFrom(LONG_AGO, settings);
    }

    public T azureFrom(Instant t, AzureSettings settings) {
        azure.put(t, settings);
        return self();
    }

    /** An object of the API from YAML or JSON text. */
    public static Map<String, Object> yaml(String text) {
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
    }

    /** Everything said about namespaces, and those that something runs in. */
    List<Namespace> namespaces(Stream<String> used) {
        used.forEach(name -> namespaces.putIfAbsent(name, new TreeMap<>()));
        return namespaces.entrySet().stream()
                .map(entry -> new Namespace(entry.getKey(), entry.getValue()))
                .toList();
    }

    Admission admission(Dice dice) {
        AdmissionBuilder builder = new AdmissionBuilder(dice);
        admission.forEach(part -> part.accept(builder));
        return builder.build();
    }
}

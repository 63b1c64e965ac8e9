package dev.capstan.collection.kubernetes.admission;

import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * A kind of object that is listed to know a cluster's admission, and how to understand one.
 *
 * @param <T> what is taken from an object; one object can give none, one or several
 */
public final class Kind<T> {

    private final String title;
    private final String group;
    private final List<String> versions;
    private final String resource;
    private final int most;
    private final Function<JsonNode, List<T>> facts;

    private Kind(
            String title,
            String group,
            List<String> versions,
            String resource,
            int most,
            Function<JsonNode, List<T>> facts) {
        this.title = title;
        this.group = group;
        this.versions = versions;
        this.resource = resource;
        this.most = most;
        this.facts = facts;
    }

    /**
     * Describes a kind.
     *
     * @param title the plural for people, with a capital
     * @param path group, versions by preference and resource: {@code kyverno.io/v2,v2beta1/policyexceptions}; the core
     *     group is empty
     * @param most how many objects are listed at most, so that memory stays bounded
     * @param wire the object's form
     */
    static <W, T> Kind<T> of(String title, String path, int most, Class<W> wire, Function<W, List<T>> facts) {
        String[] parts = path.split("/", 3);
        return new Kind<>(
                title,
                parts[0],
                List.of(parts[1].split(",")),
                parts[2],
                most,
                item -> facts.apply(Wires.JSON.treeToValue(item, wire)));
    }

    /** The plural for people, with a capital. */
    public String title() {
        return title;
    }

    /** Where the kind is listed, one path for each version that may be served, the preferred one first. */
    public List<String> paths() {
        return versions.stream()
                .map(version -> group.isEmpty()
                        ? "/api/" + version + "/" + resource
                        : "/apis/" + group + "/" + version + "/" + resource)
                .toList();
    }

    /** The permission that listing takes, as a role names it. */
    public String permission() {
        return "list on " + resource + (group.isEmpty() ? "" : "." + group);
    }

    /** How many objects are listed at most. */
    public int most() {
        return most;
    }

    /**
     * Takes from an object what is known of it afterwards.
     *
     * @throws RuntimeException when the object does not have the kind's form
     */
    public List<T> facts(JsonNode item) {
        return facts.apply(item);
    }
}

package dev.capstan.benchmark.catalogue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The named fields of a {@link YamlNode}. It remembers which were asked for, so that the others can be refused. */
final class YamlFields {

    private final YamlNode owner;
    private final Map<String, YamlNode> values;
    private final Set<String> known = new HashSet<>();

    YamlFields(YamlNode owner, Map<String, YamlNode> values) {
        this.owner = owner;
        this.values = values;
    }

    /** The field of this name, which has to be there. */
    YamlNode at(String name) {
        YamlNode value = ifAny(name);
        if (value == null) {
            throw owner.error(
                    "\"%s\" is missing; there is %s.".formatted(name, values.isEmpty() ? "nothing" : names()));
        }
        return value;
    }

    /** The field of this name, if it is there. */
    @Nullable YamlNode ifAny(String name) {
        known.add(name);
        return values.get(name);
    }

    /** Whether there is a field of this name. */
    boolean has(String name) {
        return values.containsKey(name);
    }

    /** The text of the field of this name, which has to be there. */
    String text(String name) {
        return at(name).text();
    }

    /** The text of the field of this name, if it is there. */
    @Nullable String textIfAny(String name) {
        YamlNode value = ifAny(name);
        return value == null ? null : value.text();
    }

    /** The texts in the list of this name, which has to be there and to hold one at least. */
    List<String> texts(String name) {
        return at(name).list(YamlNode::text);
    }

    /** The items of the list of this name, which has to be there and to hold one at least. */
    <T> List<T> list(String name, Function<YamlNode, T> item) {
        return at(name).list(item);
    }

    /** Fails at the first of the keys that nobody asked for. */
    void refuseUnknown(List<YamlNode> keys) {
        for (YamlNode key : keys) {
            if (!known.contains(key.text())) {
                throw key.error("\"%s\" is unknown here; known are %s."
                        .formatted(
                                key.text(),
                                String.join(", ", known.stream().sorted().toList())));
            }
        }
    }

    private String names() {
        return String.join(", ", values.keySet());
    }
}

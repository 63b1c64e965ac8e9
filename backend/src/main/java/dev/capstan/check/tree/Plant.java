package dev.capstan.check.tree;

import dev.capstan.check.tree.Node.Field;
import dev.capstan.check.tree.Node.Fields;
import dev.capstan.check.tree.Node.Nothing;
import dev.capstan.check.tree.Node.Skipped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Puts an object together, field by field, as both forms of text need it. */
final class Plant {

    /** How deep lists and objects may lie in each other; a manifest of the built-in kinds needs no more than 30. */
    static final int DEEPEST = 100;

    /** The fields that are asked for anywhere. The rest is let go as soon as its form is checked, to bound the memory. */
    private static final Set<String> KEPT = Set.of(
            "apiVersion",
            "kind",
            "metadata",
            "items",
            "name",
            "generateName",
            "namespace",
            "spec",
            "template",
            "jobTemplate",
            "containers",
            "initContainers",
            "ephemeralContainers",
            "image",
            "restartPolicy",
            "securityContext",
            "capabilities",
            "add",
            "drop",
            "privileged",
            "runAsUser",
            "runAsNonRoot",
            "allowPrivilegeEscalation",
            "os",
            "nodeSelector",
            "kubernetes.io/os",
            "nodeName",
            "hostUsers");

    private final int line;
    private final Map<String, Field> own = new LinkedHashMap<>();
    private final Map<String, Field> merged = new LinkedHashMap<>();

    Plant(int line) {
        this.line = line;
    }

    /** Whether the value of such a field is asked for anywhere. */
    static boolean keeps(String name) {
        return KEPT.contains(name);
    }

    /** Takes the field up; two fields of one name are refused, since readers differ on which of them counts. */
    void field(int line, String name, Node value) throws BadInput {
        boolean kept = keeps(name);
        Node keeping = kept || value instanceof Nothing ? value : new Skipped(value.line());
        Field before = own.putIfAbsent(kept ? name.intern() : name, new Field(line, keeping));
        if (before != null) {
            throw new BadInput(
                    line, "the field %s stands here twice, first in line %d".formatted(Said.name(name), before.line()));
        }
    }

    /** Takes up what an object has that was merged in with {@code <<}; earlier ones and the object's own fields win. */
    void merge(Fields other) {
        other.byName().forEach(merged::putIfAbsent);
    }

    Fields grown() {
        merged.forEach(own::putIfAbsent);
        return new Fields(line, own);
    }

    static void deep(int depth, int line) throws BadInput {
        if (depth > DEEPEST) {
            throw new BadInput(line, "lists and objects lie more than %d deep in each other".formatted(DEEPEST));
        }
    }
}

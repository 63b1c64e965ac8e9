package dev.capstan.check;

import dev.capstan.check.tree.BadInput;
import dev.capstan.check.tree.Node;
import dev.capstan.check.tree.Node.Field;
import dev.capstan.check.tree.Node.Fields;
import dev.capstan.check.tree.Said;
import dev.capstan.collection.pod.PodWire.Capabilities;
import dev.capstan.collection.pod.PodWire.ContainerWire;
import dev.capstan.collection.pod.PodWire.NodeSelector;
import dev.capstan.collection.pod.PodWire.Os;
import dev.capstan.collection.pod.PodWire.PodSecurityContext;
import dev.capstan.collection.pod.PodWire.SecurityContext;
import dev.capstan.collection.pod.PodWire.Spec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a pod's specification into the form that the collector judges. Where the collector may trust the API server,
 * which wrote what it reads, this one refuses whatever the API server would refuse or would read in another way.
 */
final class PodReader {

    /**
     * A pod's specification and what is known of its containers, in the order in which the collector finds them: init
     * containers, containers, ephemeral containers.
     */
    record Pod(Spec spec, List<ContainerNote> containers) {}

    /**
     * What the collector's form has no room for.
     *
     * @param line where the container begins, counted from 1
     * @param warnings sentences on what was passed over
     */
    record ContainerNote(int line, List<String> warnings) {}

    private final List<ContainerNote> notes = new ArrayList<>();
    private final Map<String, Integer> linesByName = new HashMap<>();
    private final List<String> podWarnings = new ArrayList<>();

    private PodReader() {}

    static Pod read(Fields spec) throws BadInput {
        PodReader reader = new PodReader();
        return new Pod(reader.spec(spec), reader.notes);
    }

    private Spec spec(Fields spec) throws BadInput {
        checkNames(spec, KnownFields.POD, "a pod", podWarnings);
        List<ContainerWire> init = containers(spec, "initContainers");
        List<ContainerWire> containers = containers(spec, "containers");
        if (containers == null || containers.isEmpty()) {
            throw new BadInput(spec.line(), "this pod has no containers");
        }
        return new Spec(
                init,
                containers,
                containers(spec, "ephemeralContainers"),
                os(Typed.object(spec, "os")),
                nodeSelector(Typed.object(spec, "nodeSelector")),
                Typed.text(spec, "nodeName"),
                Typed.truth(spec, "hostUsers"),
                podSecurityContext(Typed.object(spec, "securityContext")));
    }

    private @Nullable List<ContainerWire> containers(Fields spec, String list) throws BadInput {
        List<Node> items = Typed.list(spec, list);
        if (items == null) {
            return null;
        }
        List<ContainerWire> containers = new ArrayList<>(items.size());
        for (Node item : items) {
            containers.add(container(Typed.object(item, "an entry of " + list)));
        }
        return containers;
    }

    private ContainerWire container(Fields container) throws BadInput {
        List<String> warnings = new ArrayList<>(podWarnings);
        checkNames(container, KnownFields.CONTAINER, "a container", warnings);
        String name = Typed.text(container, "name");
        if (name == null || name.isEmpty()) {
            throw new BadInput(container.line(), "this container has no name");
        }
        Integer before = linesByName.putIfAbsent(name, container.line());
        if (before != null) {
            throw new BadInput(
                    container.line(),
                    "two containers of this pod have the name %s, the first in line %d"
                            .formatted(Said.name(name), before));
        }
        notes.add(new ContainerNote(container.line(), List.copyOf(warnings)));
        return new ContainerWire(
                name,
                Typed.text(container, "image"),
                Typed.text(container, "restartPolicy"),
                securityContext(Typed.object(container, "securityContext")));
    }

    private static @Nullable SecurityContext securityContext(@Nullable Fields context) throws BadInput {
        if (context == null) {
            return null;
        }
        checkNames(context, KnownFields.SECURITY_CONTEXT, "a container's securityContext", new ArrayList<>());
        return new SecurityContext(
                capabilities(Typed.object(context, "capabilities")),
                Typed.truth(context, "privileged"),
                Typed.whole(context, "runAsUser"),
                Typed.truth(context, "runAsNonRoot"),
                Typed.truth(context, "allowPrivilegeEscalation"));
    }

    private static @Nullable Capabilities capabilities(@Nullable Fields capabilities) throws BadInput {
        if (capabilities == null) {
            return null;
        }
        checkNames(capabilities, KnownFields.CAPABILITIES, "capabilities", new ArrayList<>());
        return new Capabilities(Typed.texts(capabilities, "add"), Typed.texts(capabilities, "drop"));
    }

    private static @Nullable PodSecurityContext podSecurityContext(@Nullable Fields context) throws BadInput {
        if (context == null) {
            return null;
        }
        checkNames(context, KnownFields.POD_SECURITY_CONTEXT, "a pod's securityContext", new ArrayList<>());
        return new PodSecurityContext(Typed.whole(context, "runAsUser"), Typed.truth(context, "runAsNonRoot"));
    }

    private static @Nullable Os os(@Nullable Fields os) throws BadInput {
        return os == null ? null : new Os(Typed.text(os, "name"));
    }

    private static @Nullable NodeSelector nodeSelector(@Nullable Fields selector) throws BadInput {
        return selector == null ? null : new NodeSelector(Typed.text(selector, "kubernetes.io/os"));
    }

    /** An unknown field is refused where it could be a slip that hides what is asked for, and told otherwise. */
    private static void checkNames(Fields fields, KnownFields known, String owner, List<String> warnings)
            throws BadInput {
        for (Map.Entry<String, Field> entry : fields.byName().entrySet()) {
            String name = entry.getKey();
            if (known.contains(name)) {
                continue;
            }
            int line = entry.getValue().line();
            if (!known.mayBePassedOver(name)) {
                throw new BadInput(line, "%s has no field %s".formatted(owner, Said.name(name)));
            }
            warnings.add("Line %d: %s has no field %s; it was passed over.".formatted(line, owner, Said.name(name)));
        }
    }
}

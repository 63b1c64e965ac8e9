package dev.capstan.collection.pod;

import dev.capstan.collection.ContainerKind;
import dev.capstan.collection.ContainerSettings;
import dev.capstan.collection.pod.PodWire.Capabilities;
import dev.capstan.collection.pod.PodWire.ContainerWire;
import dev.capstan.collection.pod.PodWire.PodSecurityContext;
import dev.capstan.collection.pod.PodWire.SecurityContext;
import dev.capstan.collection.pod.PodWire.Spec;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Finds all four kinds of container in a pod's specification, the pod's own settings folded into each. */
public final class PodContainers {

    private PodContainers() {}

    /** Hands on every container: init containers and sidecars first, then the pod's own, then ephemeral ones. */
    public static void each(Spec spec, NodeFact node, Consumer<PodContainer> containers) {
        for (ContainerWire container : orEmpty(spec.initContainers())) {
            // KEP-753: an init container that is always restarted runs beside the others.
            boolean sidecar = "Always".equals(container.restartPolicy());
            containers.accept(of(sidecar ? ContainerKind.SIDECAR : ContainerKind.INIT, container, spec, node));
        }
        orEmpty(spec.containers())
                .forEach(container -> containers.accept(of(ContainerKind.APP, container, spec, node)));
        orEmpty(spec.ephemeralContainers())
                .forEach(container -> containers.accept(of(ContainerKind.EPHEMERAL, container, spec, node)));
    }

    private static PodContainer of(ContainerKind kind, ContainerWire container, Spec spec, NodeFact node) {
        return new PodContainer(
                kind,
                Objects.requireNonNullElse(container.name(), ""),
                Objects.requireNonNullElse(container.image(), ""),
                settings(container.securityContext(), spec, node));
    }

    private static ContainerSettings settings(@Nullable SecurityContext own, Spec spec, NodeFact node) {
        SecurityContext context = own != null ? own : new SecurityContext(null, null, null, null, null);
        PodSecurityContext pod =
                spec.securityContext() != null ? spec.securityContext() : new PodSecurityContext(null, null);
        Capabilities capabilities = context.capabilities();
        return new ContainerSettings(
                node.runtime(),
                isWindows(spec, node),
                Boolean.TRUE.equals(context.privileged()),
                capabilities == null ? List.of() : orEmpty(capabilities.add()),
                capabilities == null ? List.of() : orEmpty(capabilities.drop()),
                context.runAsUser() != null ? context.runAsUser() : pod.runAsUser(),
                context.runAsNonRoot() != null ? context.runAsNonRoot() : pod.runAsNonRoot(),
                context.allowPrivilegeEscalation(),
                spec.hostUsers());
    }

    /** What the pod declares counts; many Windows pods declare nothing and are told by the nodes they may run on. */
    private static boolean isWindows(Spec spec, NodeFact node) {
        if (spec.os() != null && spec.os().name() != null) {
            return "windows".equals(spec.os().name());
        }
        return node.windows()
                || spec.nodeSelector() != null
                        && "windows".equals(spec.nodeSelector().os());
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}

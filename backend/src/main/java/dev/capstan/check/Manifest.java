package dev.capstan.check;

import dev.capstan.check.Kinds.HoldsPods;
import dev.capstan.check.Kinds.Kind;
import dev.capstan.check.Kinds.ListOf;
import dev.capstan.check.PodReader.Pod;
import dev.capstan.check.tree.BadInput;
import dev.capstan.check.tree.Node;
import dev.capstan.check.tree.Node.Fields;
import dev.capstan.check.tree.Node.Nothing;
import dev.capstan.check.tree.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The objects of one file: those that hold pods, those that do not, and what is wrong with the others. */
final class Manifest {

    /**
     * An object that holds pods.
     *
     * @param line where it begins, counted from 1
     * @param namespace its namespace; {@code default} where it says none
     * @param name its name, or the beginning of it where the cluster makes up the rest
     */
    record Workload(int line, String kind, String namespace, String name, Pod pod) {}

    /** An object that was passed over, in words. */
    record PassedOver(String what, boolean known) {}

    private static final int DEEPEST_LIST = 10;

    private final boolean skipUnknown;
    private final List<Workload> workloads = new ArrayList<>();
    private final List<PassedOver> passedOver = new ArrayList<>();
    private final List<BadInput> faults = new ArrayList<>();

    private Manifest(boolean skipUnknown) {
        this.skipUnknown = skipUnknown;
    }

    /**
     * Reads all objects, and goes on after a faulty one so that every fault is told at once.
     *
     * @param skipUnknown whether objects of kinds that Kubernetes itself does not have are passed over
     */
    static Manifest of(List<Node> documents, boolean skipUnknown) {
        Manifest manifest = new Manifest(skipUnknown);
        for (Node document : documents) {
            // A separator at the begin or end of a file makes an empty document.
            if (!(document instanceof Nothing)) {
                manifest.read(document, null, null, 1);
            }
        }
        return manifest;
    }

    List<Workload> workloads() {
        return workloads;
    }

    List<PassedOver> passedOver() {
        return passedOver;
    }

    List<BadInput> faults() {
        return faults;
    }

    private void read(Node node, @Nullable String listVersion, @Nullable String listKind, int depth) {
        try {
            object(Typed.object(node, "a document or an item of a list"), listVersion, listKind, depth);
        } catch (BadInput fault) {
            faults.add(fault);
        }
    }

    private void object(Fields object, @Nullable String listVersion, @Nullable String listKind, int depth)
            throws BadInput {
        String kind = Objects.requireNonNullElse(Typed.text(object, "kind"), Objects.requireNonNullElse(listKind, ""));
        String version = Typed.text(object, "apiVersion");
        if (version == null && listKind != null) {
            version = listVersion;
        }
        if (kind.isEmpty()) {
            throw new BadInput(object.line(), "this object has no kind");
        }
        Kind known = Kinds.of(version, kind);
        switch (known) {
            case HoldsPods(List<String> path) -> workloads.add(workload(object, kind, path));
            case ListOf(String itemKind) -> list(object, version, itemKind, depth);
            case Kinds.WithoutPods ignored -> passedOver.add(new PassedOver(named(object, kind), true));
            case Kinds.Unknown ignored -> unknown(object, version, kind);
        }
    }

    private void list(Fields object, @Nullable String version, @Nullable String itemKind, int depth) throws BadInput {
        if (depth > DEEPEST_LIST) {
            throw new BadInput(object.line(), "lists lie more than %d deep in each other".formatted(DEEPEST_LIST));
        }
        List<Node> items = Typed.list(object, "items");
        if (items == null) {
            throw new BadInput(object.line(), "this list has no items");
        }
        for (Node item : items) {
            read(item, version, itemKind, depth + 1);
        }
    }

    private void unknown(Fields object, @Nullable String version, String kind) throws BadInput {
        if (skipUnknown) {
            passedOver.add(new PassedOver(named(object, kind), false));
            return;
        }
        String where = version == null ? "there is no apiVersion" : "its apiVersion is " + Said.name(version);
        throw new BadInput(
                object.line(),
                "the kind %s is not one of Kubernetes' own (%s), so what it runs cannot be judged;"
                                .formatted(Said.name(kind), where)
                        + " --skip-unknown passes over such objects");
    }

    private static Workload workload(Fields object, String kind, List<String> path) throws BadInput {
        Fields metadata = metadata(object);
        String namespace = Typed.text(metadata, "namespace");
        Fields spec = object;
        for (String step : path) {
            Fields next = Typed.object(spec, step);
            if (next == null) {
                throw new BadInput(spec.line(), "this %s has no %s".formatted(Said.name(kind), String.join(".", path)));
            }
            spec = next;
        }
        return new Workload(
                object.line(),
                kind,
                namespace == null || namespace.isEmpty() ? "default" : namespace,
                name(metadata),
                PodReader.read(spec));
    }

    private static String named(Fields object, String kind) throws BadInput {
        return (Said.name(kind) + " " + Said.name(name(metadata(object)))).strip();
    }

    private static Fields metadata(Fields object) throws BadInput {
        Fields metadata = Typed.object(object, "metadata");
        return metadata == null ? new Fields(object.line(), Map.of()) : metadata;
    }

    private static String name(Fields metadata) throws BadInput {
        String name = Typed.text(metadata, "name");
        String beginning = Typed.text(metadata, "generateName");
        return name != null ? name : Objects.requireNonNullElse(beginning, "");
    }
}

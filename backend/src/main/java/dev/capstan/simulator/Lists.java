package dev.capstan.simulator;

import static dev.capstan.simulator.Json.object;

import dev.capstan.simulator.world.Admission;
import dev.capstan.simulator.world.Cluster;
import dev.capstan.simulator.world.Namespace;
import dev.capstan.simulator.world.Node;
import dev.capstan.simulator.world.Owned;
import dev.capstan.simulator.world.Pod;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What a cluster's API server can list, with the recent lists kept for their further pages. */
final class Lists {
    private static final int KEPT_LISTS = 32;
    private static final int KEPT_DOCUMENTS = 2_000;

    private record Place(String cluster, String resource, Instant t) {}

    private final Map<Place, Optional<ObjectList>> recent = leastRecentlyUsed(KEPT_LISTS);
    private final Map<Pod.Shape, PodDocument> documents = leastRecentlyUsed(KEPT_DOCUMENTS);

    /** A cluster's list at an instant; empty where there is no such kind. */
    Optional<ObjectList> of(Cluster cluster, String resource, Instant t) {
        RequestKind kind = RequestKind.ofKubernetes(resource);
        if (kind.isAdmission() || kind == RequestKind.OTHER) {
            // Made in no time, and there are many of them: they must not push out the pods between two pages. Other
            // paths may be further versions of these kinds.
            return admission(cluster, resource, t);
        }
        Place place = new Place(cluster.name(), resource, t);
        Optional<ObjectList> known = recent.get(place);
        if (known == null) {
            known = make(cluster, resource, t);
            recent.put(place, known);
        }
        return known;
    }

    private Optional<ObjectList> make(Cluster cluster, String resource, Instant t) {
        return switch (resource) {
            case "/api/v1/pods" ->
                Optional.of(new ObjectList(
                        "PodList",
                        "v1",
                        t,
                        cluster.podsAt(t).stream().map(this::pod).toList()));
            case "/api/v1/namespaces" ->
                list(
                        "NamespaceList",
                        "v1",
                        t,
                        cluster.namespaces(),
                        Namespace::name,
                        namespace -> ObjectJson.namespace(namespace, t));
            case "/api/v1/nodes" ->
                list(
                        "NodeList",
                        "v1",
                        t,
                        cluster.nodes(),
                        Node::name,
                        node -> ObjectJson.node(node, cluster.versionAt(t)));
            case "/apis/apps/v1/replicasets" ->
                list("ReplicaSetList", "apps/v1", t, cluster.replicaSetsAt(t), Owned::key, ObjectJson::owned);
            case "/apis/batch/v1/jobs" ->
                list("JobList", "batch/v1", t, cluster.jobsAt(t), Owned::key, ObjectJson::owned);
            default ->
                KubernetesEndpoint.workloads(resource)
                        .flatMap(kind -> list(
                                kind.kind() + "List",
                                kind.apiVersion(),
                                t,
                                cluster.workloadsAt(kind, t),
                                Owned::key,
                                ObjectJson::owned));
        };
    }

    private static Optional<ObjectList> admission(Cluster cluster, String path, Instant t) {
        String[] parts = path.split("/");
        return cluster.admission()
                .at(path, cluster.versionAt(t), t)
                .flatMap(kind -> list(
                        kind.name() + "List",
                        parts[2] + "/" + parts[3],
                        t,
                        kind.objects(),
                        Admission.Placed::key,
                        object -> ObjectJson.admission(object.json(), t)));
    }

    private ObjectList.Item pod(Pod pod) {
        PodDocument known = documents.get(pod.shape());
        PodDocument document = known == null ? new PodDocument(pod.shape()) : known;
        if (known == null) {
            documents.put(pod.shape(), document);
        }
        return new ObjectList.Item(pod.key(), (out, partial) -> {
            if (partial) {
                out.write(Json.bytes(ObjectJson.partial(object("metadata", ObjectJson.metadata(pod)))));
            } else {
                document.write(pod, out);
            }
        });
    }

    private static <T> Optional<ObjectList> list(
            String kind,
            String apiVersion,
            Instant t,
            List<T> things,
            Function<T, String> key,
            Function<T, Map<String, Object>> json) {
        return Optional.of(new ObjectList(
                kind,
                apiVersion,
                t,
                things.stream()
                        .map(thing -> new ObjectList.Item(key.apply(thing), (out, partial) -> {
                            Map<String, Object> full = json.apply(thing);
                            out.write(Json.bytes(partial ? ObjectJson.partial(full) : full));
                        }))
                        .toList()));
    }

    private static <K, V> Map<K, V> leastRecentlyUsed(int kept) {
        return Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > kept;
            }
        });
    }
}

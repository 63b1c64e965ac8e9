package dev.capstan.ownership;

import dev.capstan.collection.ClusterSnapshot;
import dev.capstan.collection.ContainerFact;
import dev.capstan.collection.Marks;
import dev.capstan.collection.WorkloadRef;
import dev.capstan.collection.admission.Listing;
import dev.capstan.collection.admission.NamespaceFact;
import dev.capstan.fleet.ClusterId;
import dev.capstan.ownership.OwnerRule.Owned;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes what a snapshot says of owners, where it differs from what is known, inside the caller's transaction. */
@Component
class MarkRows {

    private static final int AT_A_TIME = 2000;

    private static final String FOUND = """
            from unnest(cast(:namespaces as text[]), cast(:kinds as text[]), cast(:names as text[]),
                cast(:labels as text[]), cast(:annotations as text[]), cast(:owners as text[]))
                n (namespace, kind, name, labels, annotations, owner)
            where w.cluster_id = :cluster and w.namespace = n.namespace and w.kind = n.kind and w.name = n.name
            """;

    private static final String WRITE_OWNERS =
            "update workload w set owner = n.owner " + FOUND + " and w.owner is distinct from n.owner";

    private static final String WRITE_MARKS = """
            update workload w set labels = cast(n.labels as jsonb), annotations = cast(n.annotations as jsonb)
            """ + FOUND + """
             and (w.labels <> cast(n.labels as jsonb) or w.annotations <> cast(n.annotations as jsonb))""";

    private static final String FORGET_NAMESPACES = """
            delete from namespace_marks where cluster_id = :cluster and not namespace = any(:namespaces)
            """;

    private static final String WRITE_NAMESPACES = """
            insert into namespace_marks as m (cluster_id, namespace, labels, annotations)
            select :cluster, n.namespace, cast(n.labels as jsonb), cast(n.annotations as jsonb)
            from unnest(cast(:namespaces as text[]), cast(:labels as text[]), cast(:annotations as text[]))
                n (namespace, labels, annotations)
            on conflict (cluster_id, namespace) do update
                set labels = excluded.labels, annotations = excluded.annotations
                where m.labels <> excluded.labels or m.annotations <> excluded.annotations
            """;

    private final JdbcClient jdbc;

    MarkRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes over the namespaces' marks; where namespaces could not be listed, what was known of them stays. */
    void writeNamespaces(ClusterId cluster, Listing<NamespaceFact> listing) {
        if (!(listing instanceof Listing.Read<NamespaceFact>(List<NamespaceFact> listed))) {
            return;
        }
        Map<String, Marks> marks = new LinkedHashMap<>();
        listed.forEach(namespace -> marks.put(namespace.name(), namespace.marks()));
        jdbc.sql(FORGET_NAMESPACES)
                .param("cluster", cluster.value())
                .param("namespaces", marks.keySet().toArray(String[]::new))
                .update();
        List<Marks> values = List.copyOf(marks.values());
        jdbc.sql(WRITE_NAMESPACES)
                .param("cluster", cluster.value())
                .param("namespaces", marks.keySet().toArray(String[]::new))
                .param("labels", texts(values, value -> json(value.labels())))
                .param("annotations", texts(values, value -> json(value.annotations())))
                .update();
    }

    /** Takes over the marks of the workloads and says who owns each; answers how many owners are others now. */
    int writeWorkloads(ClusterId cluster, ClusterSnapshot snapshot, OwnerRules rules) {
        Places places = Places.read(jdbc, cluster.value());
        List<WorkloadRef> workloads = snapshot.containers().stream()
                .map(ContainerFact::workload)
                .distinct()
                .toList();
        int changed = 0;
        for (int from = 0; from < workloads.size(); from += AT_A_TIME) {
            List<WorkloadRef> some = workloads.subList(from, Math.min(workloads.size(), from + AT_A_TIME));
            Function<WorkloadRef, Marks> marks = workload -> snapshot.marks().getOrDefault(workload, Marks.NONE);
            Map<String, Object> values = Map.of(
                    "cluster",
                    cluster.value(),
                    "namespaces",
                    texts(some, WorkloadRef::namespace),
                    "kinds",
                    texts(some, WorkloadRef::kind),
                    "names",
                    texts(some, WorkloadRef::name),
                    "labels",
                    texts(some, workload -> json(marks.apply(workload).labels())),
                    "annotations",
                    texts(some, workload -> json(marks.apply(workload).annotations())),
                    "owners",
                    texts(
                            some,
                            workload -> rules.ownerOf(new Owned(
                                    marks.apply(workload), places.at(cluster.value(), workload.namespace())))));
            jdbc.sql(WRITE_MARKS).params(values).update();
            changed += jdbc.sql(WRITE_OWNERS).params(values).update();
        }
        return changed;
    }

    private static String json(Map<String, String> texts) {
        return Places.JSON.writeValueAsString(texts);
    }

    private static <T> @Nullable String[] texts(List<T> of, Function<T, @Nullable String> text) {
        return of.stream().map(text).toArray(String[]::new);
    }
}

package dev.capstan.ownership;

import dev.capstan.collection.Marks;
import dev.capstan.ownership.OwnerRule.Place;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What stands around workloads: the tags of clusters, and what their namespaces are marked with. */
final class Places {

    static final JsonMapper JSON = JsonMapper.shared();

    private static final TypeReference<TreeMap<String, @Nullable String>> TEXTS = new TypeReference<>() {};

    private final Map<Long, Map<String, String>> tags = new HashMap<>();
    private final Map<Long, Map<String, Place>> places = new HashMap<>();

    private Places() {}

    /** Those of one cluster, or of all when null. */
    static Places read(JdbcClient jdbc, @Nullable Long cluster) {
        Places all = new Places();
        jdbc.sql("select id, tags from cluster where cast(:cluster as bigint) is null or id = :cluster")
                .param("cluster", cluster)
                .query(row -> {
                    all.tags.put(row.getLong("id"), inLowerCase(row.getString("tags")));
                });
        jdbc.sql("""
                        select cluster_id, namespace, labels, annotations from namespace_marks
                        where cast(:cluster as bigint) is null or cluster_id = :cluster
                        """).param("cluster", cluster).query(row -> {
            long id = row.getLong("cluster_id");
            String namespace = row.getString("namespace");
            all.of(id)
                    .put(
                            namespace,
                            new Place(
                                    namespace,
                                    Marks.of(texts(row.getString("labels")), texts(row.getString("annotations"))),
                                    all.tagsOf(id)));
        });
        return all;
    }

    /** The namespace of the cluster; without marks where it was not listed. */
    Place at(long cluster, String namespace) {
        return of(cluster).computeIfAbsent(namespace, name -> new Place(name, Marks.NONE, tagsOf(cluster)));
    }

    private Map<String, Place> of(long cluster) {
        return places.computeIfAbsent(cluster, _ -> new HashMap<>());
    }

    private Map<String, String> tagsOf(long cluster) {
        return tags.getOrDefault(cluster, Map.of());
    }

    private static Map<String, @Nullable String> texts(String json) {
        return JSON.readValue(json, TEXTS);
    }

    private static Map<String, String> inLowerCase(String json) {
        Map<String, String> tags = new HashMap<>();
        texts(json).forEach((key, value) -> {
            if (value != null) {
                tags.put(key.toLowerCase(Locale.ROOT), value);
            }
        });
        return tags;
    }
}

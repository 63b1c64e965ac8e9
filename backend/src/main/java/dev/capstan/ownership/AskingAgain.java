package dev.capstan.ownership;

import dev.capstan.collection.Marks;
import dev.capstan.ownership.OwnerRule.Owned;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Asks rules who owns everything that is known. Of the workloads only what the rules look for is read, row by row, and
 * only what is otherwise now is written.
 */
@Component
class AskingAgain {

    private static final int FETCHED = 2000;
    private static final int WRITTEN = 20_000;

    private static final String READ = """
            select w.cluster_id, w.id, w.namespace, w.name, w.owner,
                array(select w.labels ->> k from unnest(cast(:labels as text[])) with ordinality u (k, n) order by n)
                    as labels,
                array(select w.annotations ->> k
                      from unnest(cast(:annotations as text[])) with ordinality u (k, n) order by n) as annotations
            from workload w
            """;

    // What AKS runs by itself is nobody's, as in the score.
    private static final String RUNNING = """
            where exists (
                select from workload_posture p join cluster c on c.id = p.cluster_id and c.gone_at is null
                where p.cluster_id = w.cluster_id and p.workload_id = w.id and p.seen_until = 'infinity'
                  and not p.platform)
            order by w.cluster_id, w.namespace, w.name, w.id
            """;

    // How a workload stood before stays as it was: its span ends, and a copy goes on with the owner. Only what is
    // concluded of that very instant is not known otherwise yet.
    private static final String WRITE = """
            with other as materialized (
                select * from unnest(cast(:clusters as bigint[]), cast(:workloads as bigint[]), cast(:owners as text[]))
                    o (cluster_id, id, owner)
            ),
            known as (
                update workload w set owner = o.owner from other o where w.cluster_id = o.cluster_id and w.id = o.id
            ),
            shown as (
                update workload_posture p
                set seen_until = case when p.seen_from < :at then :at else p.seen_until end,
                    owner = case when p.seen_from < :at then p.owner else o.owner end
                from other o
                where p.cluster_id = o.cluster_id and p.workload_id = o.id and p.seen_until = 'infinity'
                returning p.cluster_id, p.workload_id, p.seen_until, p as span, o.owner
            ),
            begun as (
                insert into workload_posture
                select s.* from shown
                cross join lateral jsonb_populate_record(shown.span, jsonb_build_object(
                    'seen_from', cast(:at as timestamptz), 'seen_until', 'infinity', 'owner', shown.owner)) s
                where shown.seen_until < 'infinity'
            )
            select count(distinct (cluster_id, workload_id)) from shown
            """;

    /** A workload with what the rules say of it. */
    record Asked(
            long cluster,
            long id,
            String namespace,
            String name,
            @Nullable String before,
            Owned owned) {}

    private final JdbcClient jdbc;

    AskingAgain(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that run and count in the score, in the order of their places. Needs a transaction; to be closed. */
    Stream<Asked> running(OwnerRules rules) {
        return read(rules, RUNNING);
    }

    /** Says of every workload who owns it from the instant on, and answers for how many of those that run that is somebody else. */
    long write(OwnerRules rules, Instant at) {
        List<Other> others = new ArrayList<>();
        try (Stream<Asked> all = read(rules, "")) {
            all.forEach(asked -> {
                String owner = rules.ownerOf(asked.owned());
                if (!Objects.equals(owner, asked.before())) {
                    others.add(new Other(asked.cluster(), asked.id(), owner));
                }
            });
        }
        long changed = 0;
        for (int from = 0; from < others.size(); from += WRITTEN) {
            changed += write(others.subList(from, Math.min(others.size(), from + WRITTEN)), at);
        }
        return changed;
    }

    private record Other(long cluster, long id, @Nullable String owner) {}

    private long write(List<Other> others, Instant at) {
        return jdbc.sql(WRITE)
                .param("clusters", others.stream().map(Other::cluster).toArray(Long[]::new))
                .param("workloads", others.stream().map(Other::id).toArray(Long[]::new))
                .param("owners", others.stream().map(Other::owner).toArray(String[]::new))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    private Stream<Asked> read(OwnerRules rules, String which) {
        Places places = Places.read(jdbc, null);
        List<String> labels = rules.keys(OwnerSource.WORKLOAD_LABEL);
        List<String> annotations = rules.keys(OwnerSource.WORKLOAD_ANNOTATION);
        return jdbc
                .sql(READ + which)
                .param("labels", labels.toArray(String[]::new))
                .param("annotations", annotations.toArray(String[]::new))
                .withFetchSize(FETCHED)
                .query((row, _) -> asked(row, labels, annotations, places))
                .stream();
    }

    private static Asked asked(ResultSet row, List<String> labels, List<String> annotations, Places places)
            throws SQLException {
        long cluster = row.getLong("cluster_id");
        String namespace = row.getString("namespace");
        return new Asked(
                cluster,
                row.getLong("id"),
                namespace,
                row.getString("name"),
                row.getString("owner"),
                new Owned(
                        Marks.of(values(row, "labels", labels), values(row, "annotations", annotations)),
                        places.at(cluster, namespace)));
    }

    private static Map<String, @Nullable String> values(ResultSet row, String column, List<String> keys)
            throws SQLException {
        @Nullable String[] found = (String[]) row.getArray(column).getArray();
        Map<String, @Nullable String> values = new HashMap<>();
        for (int i = 0; i < keys.size(); i++) {
            values.put(keys.get(i), found[i]);
        }
        return values;
    }
}

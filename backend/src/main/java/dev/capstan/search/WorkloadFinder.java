package dev.capstan.search;

import dev.capstan.fleet.ClusterId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Finds workloads that run now by their name. */
@Component
class WorkloadFinder implements Finder {

    // A workload has no pods once the last snapshot has none of it.
    private static final String BEGINS = """
            select w.cluster_id, w.id, w.namespace, w.kind, w.name, c.name as cluster_name, 0 as rank
            from workload w join cluster c on c.id = w.cluster_id
            where lower(w.name) collate "C" >= :start and lower(w.name) collate "C" < :end
              and w.pods > 0 and c.gone_at is null
            order by lower(w.name) collate "C" limit :most
            """;

    // Not in order, and not at all where enough begin with it: so a part that many names have costs no more than a few.
    private static final String HOLDS = """
            select w.cluster_id, w.id, w.namespace, w.kind, w.name, c.name as cluster_name, 1 as rank
            from workload w join cluster c on c.id = w.cluster_id
            where (select count(*) from begins) < :most
              and lower(w.name) like :part and not starts_with(lower(w.name), :start)
              and w.pods > 0 and c.gone_at is null
            limit :most
            """;

    private static final String PAGE = """
            with begins as materialized (
            %s), holds as (
            %s)
            select *, count(*) over () as found from (select * from begins union all select * from holds) these
            order by rank, lower(name) collate "C", lower(cluster_name), namespace, kind, cluster_id, id
            limit :limit offset :offset
            """;

    private static final String NONE = "select * from begins where false";

    private final JdbcClient jdbc;

    WorkloadFinder(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public SearchKind kind() {
        return SearchKind.WORKLOAD;
    }

    @Override
    public SearchGroup find(SearchTerm term, int offset, int limit) {
        List<Counted> rows = statement(term, Search.MOST + 1, offset, limit)
                .query((row, _) -> new Counted(hit(row), row.getLong("found")))
                .list();
        return Counted.group(kind(), rows);
    }

    @Override
    public Stream<Hit> all(SearchTerm term) {
        return statement(term, Integer.MAX_VALUE, 0, Integer.MAX_VALUE)
                .withFetchSize(Search.FETCHED)
                .query((row, _) -> hit(row))
                .stream();
    }

    private StatementSpec statement(SearchTerm term, int most, int offset, int limit) {
        boolean inside = term.insideNames();
        StatementSpec statement = jdbc.sql(PAGE.formatted(BEGINS, inside ? HOLDS : NONE))
                .param("start", term.text())
                .param("end", term.end())
                .param("most", most)
                .param("offset", offset)
                .param("limit", limit);
        return inside ? statement.param("part", term.part()) : statement;
    }

    private static Hit hit(ResultSet row) throws SQLException {
        return new Hit.OfWorkload(
                new ClusterId(row.getLong("cluster_id")),
                row.getLong("id"),
                row.getString("namespace"),
                row.getString("kind"),
                row.getString("name"),
                row.getString("cluster_name"));
    }
}

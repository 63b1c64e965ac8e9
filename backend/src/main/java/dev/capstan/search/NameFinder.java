package dev.capstan.search;

import dev.capstan.fleet.ClusterId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Finds what many clusters have under the same name, out of the names that each of them runs now. */
final class NameFinder implements Finder {

    // Ranked by the name as it is: but for the tag of an image it has no capital letters, and a hundred thousand names
    // can
    // hold a word.
    private static final String NAMES = """
            with named as materialized (
                select name, sum(workloads) as workloads, count(*) as clusters, min(cluster_id) as cluster_id
                from running_name r
                where kind = '%s' and %s
                  and exists (select from cluster c where c.id = r.cluster_id and c.gone_at is null)
                group by name
            )
            select *, (select count(*) from named) as found
            from named
            order by
                case
                    when name = :start then 0
                    when starts_with(name, :start) then 1
                    when strpos(name, '/' || :start) > 0 then 2
                    else 3
                end,
                name collate "C"
            limit :limit offset :offset
            """;

    private static final String BEGINS = "lower(name) collate \"C\" >= :start and lower(name) collate \"C\" < :end";
    private static final String HOLDS = "lower(name) like :part";

    private final JdbcClient jdbc;
    private final SearchKind kind;

    NameFinder(JdbcClient jdbc, SearchKind kind) {
        this.jdbc = jdbc;
        this.kind = kind;
    }

    @Override
    public SearchKind kind() {
        return kind;
    }

    @Override
    public SearchGroup find(SearchTerm term, int offset, int limit) {
        List<Counted> rows = statement(term, offset, limit)
                .query((row, _) -> new Counted(hit(row), row.getLong("found")))
                .list();
        return Counted.group(kind, rows);
    }

    @Override
    public Stream<Hit> all(SearchTerm term) {
        return statement(term, 0, Integer.MAX_VALUE).withFetchSize(Search.FETCHED).query((row, _) -> hit(row)).stream();
    }

    private StatementSpec statement(SearchTerm term, int offset, int limit) {
        boolean inside = term.insideNames();
        StatementSpec statement = jdbc.sql(NAMES.formatted(kind.name(), inside ? HOLDS : BEGINS))
                .param("start", term.text())
                .param("offset", offset)
                .param("limit", limit);
        return inside ? statement.param("part", term.part()) : statement.param("end", term.end());
    }

    private Hit hit(ResultSet row) throws SQLException {
        String name = row.getString("name");
        long workloads = row.getLong("workloads");
        long clusters = row.getLong("clusters");
        return kind == SearchKind.IMAGE
                ? new Hit.OfImage(name, workloads, clusters)
                : new Hit.OfNamespace(
                        name, workloads, clusters, clusters == 1 ? new ClusterId(row.getLong("cluster_id")) : null);
    }
}

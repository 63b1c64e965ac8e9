package dev.capstan.search;

import dev.capstan.fleet.ClusterId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Finds clusters by their name, resource group, subscription or host name; there are few enough to read them all. */
@Component
class ClusterFinder implements Finder {

    private static final String CLUSTERS = """
            select c.id, c.name, c.resource_group, s.name as subscription, count(*) over () as found
            from cluster c join azure_subscription s on s.id = c.subscription_id
            where c.gone_at is null and (strpos(lower(c.name), :text) > 0 or strpos(lower(c.resource_group), :text) > 0
                or strpos(lower(s.name), :text) > 0 or strpos(lower(coalesce(c.fqdn, '')), :text) > 0)
            order by
                case
                    when lower(c.name) = :text then 0
                    when starts_with(lower(c.name), :text) then 1
                    when strpos(lower(c.name), :text) > 0 then 2
                    else 3
                end,
                lower(c.name), c.id
            limit :limit offset :offset
            """;

    private final JdbcClient jdbc;

    ClusterFinder(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public SearchKind kind() {
        return SearchKind.CLUSTER;
    }

    @Override
    public SearchGroup find(SearchTerm term, int offset, int limit) {
        List<Counted> rows = statement(term, offset, limit)
                .query((row, _) -> new Counted(hit(row), row.getLong("found")))
                .list();
        return Counted.group(kind(), rows);
    }

    @Override
    public Stream<Hit> all(SearchTerm term) {
        return statement(term, 0, Integer.MAX_VALUE).query((row, _) -> hit(row)).stream();
    }

    private StatementSpec statement(SearchTerm term, int offset, int limit) {
        return jdbc.sql(CLUSTERS)
                .param("text", term.text())
                .param("offset", offset)
                .param("limit", limit);
    }

    private static Hit hit(ResultSet row) throws SQLException {
        return new Hit.OfCluster(
                new ClusterId(row.getLong("id")),
                row.getString("name"),
                row.getString("resource_group"),
                row.getString("subscription"));
    }
}

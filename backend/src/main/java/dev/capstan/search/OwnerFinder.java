package dev.capstan.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Finds those who own workloads that run now; what AKS runs does not count, as it does not in the list of owners. */
@Component
class OwnerFinder implements Finder {

    // From one owner to the next in the index, however many workloads each of them has.
    private static final String OWNERS = """
            with recursive owners as (
                (select owner from workload_posture_now where owner is not null and not platform order by owner limit 1)
                union all
                select (select p.owner from workload_posture_now p where p.owner > o.owner and not p.platform
                        order by p.owner limit 1)
                from owners o where o.owner is not null
            ), these as (
                select owner, count(*) over () as found,
                    case
                        when lower(owner) = :text then 0
                        when starts_with(lower(owner), :text) then 1
                        else 2
                    end as rank
                from owners o
                where strpos(lower(owner), :text) > 0
                  and exists (select from workload_posture_now p join cluster c on c.id = p.cluster_id
                              where p.owner = o.owner and not p.platform and c.gone_at is null)
                order by rank, lower(owner), owner limit :limit offset :offset
            )
            select t.owner, t.found, n.workloads, n.clusters
            from these t cross join lateral (
                select count(*) as workloads, count(distinct p.cluster_id) as clusters
                from workload_posture_now p join cluster c on c.id = p.cluster_id
                where p.owner = t.owner and not p.platform and c.gone_at is null
            ) n
            order by t.rank, lower(t.owner), t.owner
            """;

    private final JdbcClient jdbc;

    OwnerFinder(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public SearchKind kind() {
        return SearchKind.OWNER;
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
        return jdbc.sql(OWNERS)
                .param("text", term.text())
                .param("offset", offset)
                .param("limit", limit);
    }

    private static Hit hit(ResultSet row) throws SQLException {
        return new Hit.OfOwner(row.getString("owner"), row.getLong("workloads"), row.getLong("clusters"));
    }
}

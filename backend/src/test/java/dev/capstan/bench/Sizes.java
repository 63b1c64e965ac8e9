package dev.capstan.bench;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How much the database holds, and what that takes. */
final class Sizes {

    private Sizes() {}

    static void print(DataSource database, FleetSize size) {
        JdbcClient jdbc = JdbcClient.create(database);
        long now = jdbc.sql("select count(*) from workload_container where seen_until is null")
                .query(Long.class)
                .single();
        long bytes = jdbc.sql("select pg_database_size(current_database())")
                .query(Long.class)
                .single();
        System.out.printf(
                "%,d clusters, %,d containers now, %d days; %.1f GB in all, %.1f GB for each million containers now%n",
                size.clusters(), now, size.days(), bytes / 1e9, bytes / 1e3 / Math.max(1, now));
        jdbc.sql("""
                        select relname, greatest(reltuples, 0)::bigint as tuples, pg_relation_size(oid) as heap,
                            pg_indexes_size(oid) as indexes
                        from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
                        order by pg_total_relation_size(oid) desc limit 8
                        """).query(row -> {
            System.out.printf(
                    "  %-26s %,12d rows, %,6d MB, indexes %,6d MB%n",
                    row.getString("relname"),
                    row.getLong("tuples"),
                    row.getLong("heap") >> 20,
                    row.getLong("indexes") >> 20);
        });
    }
}

package dev.capstan.bench;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The indexes of the large tables, taken away before a load and made again after it, whatever they are. */
final class Indexes {

    private static final String LARGE = "('workload_container', 'workload_posture', 'workload_posture_now',"
            + " 'workload_posture_past', 'finding', 'finding_now', 'finding_past')";

    private final JdbcClient jdbc;
    private final List<String> again = new ArrayList<>();

    Indexes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void drop() {
        List<String> drops = new ArrayList<>();
        jdbc.sql("""
                        select conrelid::regclass::text as of, conname, pg_get_constraintdef(oid) as says
                        from pg_constraint where contype in ('p', 'u') and conparentid = 0 and conrelid::regclass::text in
                        """ + LARGE).query(row -> {
            String of = "alter table " + row.getString("of");
            drops.add(of + " drop constraint " + row.getString("conname"));
            again.add(of + " add constraint " + row.getString("conname") + " " + row.getString("says"));
        });
        jdbc.sql("""
                        select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as says
                        from pg_index i
                        where not exists (select from pg_constraint c where c.conindid = i.indexrelid)
                          and not exists (select from pg_inherits h where h.inhrelid = i.indexrelid)
                          and i.indrelid::regclass::text in
                        """ + LARGE).query(row -> {
            drops.add("drop index " + row.getString("name"));
            again.add(row.getString("says").replace(" ON ONLY ", " ON "));
        });
        drops.forEach(sql -> jdbc.sql(sql).update());
    }

    void makeAgain() {
        again.forEach(sql -> jdbc.sql(sql).update());
        again.clear();
    }
}

package dev.capstan.workload;

import dev.capstan.collection.ContainerFact;
import dev.capstan.fleet.ClusterId;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Collection;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Puts a snapshot into the staging table by COPY, the fastest way into PostgreSQL. */
@Component
class Staging {

    private static final String COPY =
            "copy snapshot_staging (cluster_id, namespace, owner_kind, owner_name, kind, name, image, origin,"
                    + " profile_id, criteria_id, pods)"
                    + " from stdin";

    private final JdbcTemplate jdbc;

    Staging(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void fill(ClusterId cluster, Collection<ContainerFact> containers, Keys keys) {
        String rows = rows(cluster, containers, keys);
        jdbc.execute((ConnectionCallback<Long>) connection -> {
            try {
                return connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY, new StringReader(rows));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    void clear(ClusterId cluster) {
        jdbc.update("delete from snapshot_staging where cluster_id = ?", cluster.value());
    }

    static String rows(ClusterId cluster, Collection<ContainerFact> containers, Keys keys) {
        StringBuilder rows = new StringBuilder();
        for (ContainerFact container : containers) {
            rows.append(cluster.value()).append('\t');
            escape(rows, container.workload().namespace()).append('\t');
            escape(rows, container.workload().kind()).append('\t');
            escape(rows, container.workload().name()).append('\t');
            rows.append(container.kind().name()).append('\t');
            escape(rows, container.name()).append('\t');
            escape(rows, container.image()).append('\t');
            rows.append(container.origin().name()).append('\t');
            rows.append(keys.profile(container)).append('\t');
            rows.append(keys.criteria(container)).append('\t');
            rows.append(container.pods()).append('\n');
        }
        return rows.toString();
    }

    /**
     * COPY's text format. The zero character, which PostgreSQL cannot hold in text, becomes the replacement character.
     *
     * @see <a href="https://www.postgresql.org/docs/18/sql-copy.html">COPY, text format</a>
     */
    private static StringBuilder escape(StringBuilder out, String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> out.append("\\\\");
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\0' -> out.append('\uFFFD');
                default -> out.append(c);
            }
        }
        return out;
    }
}

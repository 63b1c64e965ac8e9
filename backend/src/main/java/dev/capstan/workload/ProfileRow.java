package dev.capstan.workload;

import dev.capstan.benchmark.ContainerRuntime;
import dev.capstan.collection.ContainerSettings;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads settings back from a row of {@code capability_profile}. */
final class ProfileRow {

    private ProfileRow() {}

    static ContainerSettings settings(ResultSet row) throws SQLException {
        return new ContainerSettings(
                ContainerRuntime.valueOf(row.getString("runtime")),
                row.getBoolean("windows"),
                row.getBoolean("privileged"),
                texts(row, "added"),
                texts(row, "dropped"),
                row.getObject("run_as_user", Long.class),
                row.getObject("run_as_non_root", Boolean.class),
                row.getObject("allow_privilege_escalation", Boolean.class),
                row.getObject("host_users", Boolean.class));
    }

    static List<String> texts(ResultSet row, String column) throws SQLException {
        @Nullable Array array = row.getArray(column);
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }
}

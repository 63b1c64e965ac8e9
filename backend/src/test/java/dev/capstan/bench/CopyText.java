package dev.capstan.bench;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** Rows of one table in COPY's text form. What the made-up fleet is called needs no escaping. */
final class CopyText {

    private static final int ENOUGH = 1 << 22;

    private final String table;
    private final StringBuilder text = new StringBuilder();
    private long rows;

    /** @param table the table with its columns in the order of the rows */
    CopyText(String table) {
        this.table = table;
    }

    void row(@Nullable Object... values) {
        for (int i = 0; i < values.length; i++) {
            text.append(i == 0 ? "" : "\t").append(values[i] == null ? "\\N" : values[i]);
        }
        text.append('\n');
        rows++;
    }

    long rows() {
        return rows;
    }

    /** Sends what has gathered, when it is enough to be worth it. */
    void flush(Connection connection, boolean all) throws SQLException {
        if (text.length() == 0 || (!all && text.length() < ENOUGH)) {
            return;
        }
        try {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + table + " from stdin", new StringReader(text.toString()), 1 << 16);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        text.setLength(0);
    }
}

package dev.capstan.posture;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Rows as a file of comma-separated values after RFC 4180, in UTF-8. What is not known is an empty cell.
 *
 * @param columns from left to right
 */
public record Csv<T>(List<Column<T>> columns) {

    /**
     * Spreadsheets take a cell for a formula that begins so, behind blanks too; and where the system separates lists by
     * semicolons, they begin cells in the middle of ours. See OWASP, CSV Injection.
     */
    private static final Pattern FORMULA = Pattern.compile(
            "^(?=[\\t\\r\\n])|(?:^|(?<=[;\\t\\r\\n]))(?=[\\h\\x0B\\f]*[=+\\-@\\uFF1D\\uFF0B\\uFF0D\\uFF20])");

    /** Excel takes a file without it for one in the code page of the system; other readers skip it. */
    private static final byte[] BYTE_ORDER_MARK = "\uFEFF".getBytes(StandardCharsets.UTF_8);

    public Csv {
        columns = List.copyOf(columns);
    }

    /**
     * One column.
     *
     * @param cell what stands in a row, already harmless
     */
    public record Column<T>(String name, Function<T, String> cell) {

        /** What others wrote, made harmless. */
        public static <T> Column<T> text(String name, Function<T, @Nullable String> text) {
            return new Column<>(name, row -> harmless(text.apply(row)));
        }

        /** What others wrote, separated by blanks. */
        public static <T> Column<T> list(String name, Function<T, List<String>> texts) {
            return text(name, row -> String.join(" ", texts.apply(row)));
        }

        /** Digits alone. */
        public static <T> Column<T> number(String name, ToLongFunction<T> number) {
            return new Column<>(name, row -> Long.toString(number.applyAsLong(row)));
        }

        /** Digits alone where there is a percentage. */
        public static <T> Column<T> percent(String name, Function<T, OptionalInt> percent) {
            return new Column<>(name, row -> {
                OptionalInt value = percent.apply(row);
                return value.isPresent() ? Integer.toString(value.getAsInt()) : "";
            });
        }

        /** Yes or no. */
        public static <T> Column<T> yesNo(String name, Predicate<T> predicate) {
            return new Column<>(name, row -> predicate.test(row) ? "yes" : "no");
        }

        /** ISO 8601 in UTC. */
        public static <T> Column<T> instant(String name, Function<T, @Nullable Instant> instant) {
            return new Column<>(name, row -> {
                Instant value = instant.apply(row);
                return value == null ? "" : value.toString();
            });
        }
    }

    /** The text as no spreadsheet takes it for a formula: an apostrophe stands before what would begin one. */
    static String harmless(@Nullable String text) {
        return text == null ? "" : FORMULA.matcher(text).replaceAll("'");
    }

    /**
     * Writes the columns' names and the rows, one by one as they come. The stream is left open, so that a file which
     * breaks off does not look whole.
     *
     * @throws IOException when the stream takes no more
     */
    public void write(Stream<T> rows, OutputStream to) throws IOException {
        to.write(BYTE_ORDER_MARK);
        // Not closed: that is the caller's to do.
        @SuppressWarnings("resource")
        CsvWriter writer = CsvWriter.builder().build(to, StandardCharsets.UTF_8);
        writer.writeRecord(columns.stream().map(Column::name).toList());
        rows.forEach(row -> writer.writeRecord(
                columns.stream().map(column -> column.cell().apply(row)).toList()));
        writer.flush();
    }
}

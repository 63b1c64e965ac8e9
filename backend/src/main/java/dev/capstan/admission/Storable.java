package dev.capstan.admission;

import dev.capstan.evaluation.admission.AdmissionVerdict;
import dev.capstan.evaluation.admission.Strength;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Verdicts, texts and instants as columns. */
final class Storable {

    /**
     * A verdict's columns.
     *
     * @param outcome which of the four
     * @param strength null where it is unknown
     * @param because null where it is known
     */
    record Verdict(
            String outcome,
            @Nullable String strength,
            @Nullable String because) {

        static Verdict of(AdmissionVerdict verdict) {
            return switch (verdict) {
                case AdmissionVerdict.Met(Strength strength) -> new Verdict("MET", strength.name(), null);
                case AdmissionVerdict.MetFailsOpen(Strength strength) ->
                    new Verdict("MET_FAILS_OPEN", strength.name(), null);
                case AdmissionVerdict.NotMet(Strength strength) -> new Verdict("NOT_MET", strength.name(), null);
                case AdmissionVerdict.Unknown(String because) -> new Verdict("UNKNOWN", null, text(because));
            };
        }
    }

    private Storable() {}

    static AdmissionVerdict verdict(ResultSet row) throws SQLException {
        String outcome = row.getString("verdict");
        return outcome.equals("UNKNOWN")
                ? new AdmissionVerdict.Unknown(row.getString("because"))
                : known(outcome, Strength.valueOf(row.getString("strength")));
    }

    private static AdmissionVerdict known(String outcome, Strength strength) throws SQLException {
        return switch (outcome) {
            case "MET" -> new AdmissionVerdict.Met(strength);
            case "MET_FAILS_OPEN" -> new AdmissionVerdict.MetFailsOpen(strength);
            case "NOT_MET" -> new AdmissionVerdict.NotMet(strength);
            case String other -> throw new SQLException("Unknown verdict " + other);
        };
    }

    /** PostgreSQL cannot hold the zero character in text; a cluster's objects may quote it. */
    static String text(String text) {
        return text.replace('\0', '\uFFFD');
    }

    static List<String> texts(List<String> texts) {
        return texts.stream().map(Storable::text).toList();
    }

    static List<String> texts(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return List.of((String[]) array.getArray());
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        OffsetDateTime instant = row.getObject(column, OffsetDateTime.class);
        return instant == null ? null : instant.toInstant();
    }
}

package dev.capstan.posture;

import static dev.capstan.posture.Csv.Column.instant;
import static dev.capstan.posture.Csv.Column.list;
import static dev.capstan.posture.Csv.Column.number;
import static dev.capstan.posture.Csv.Column.text;

import dev.capstan.benchmark.Control;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The columns of the file of changes. */
final class ChangeCsv {

    private ChangeCsv() {}

    static Csv<Change> under(Control control) {
        return new Csv<>(List.of(
                text("Change", c -> word(c.kind())),
                instant("When", Change::at),
                text("Workload", Change::workloadName),
                text("Kind", Change::workloadKind),
                text("Namespace", Change::namespace),
                text("Cluster", Change::clusterName),
                text("Owner", Change::owner),
                text("Container", Change::container),
                text("Container kind", c -> capitalised(c.containerKind().name())),
                text("Control", _ -> control.title()),
                list("Asked for before", c -> askedFor(c.before())),
                list("Asks for now", c -> askedFor(c.after())),
                list("Added", Change::added),
                list("Taken away", Change::takenAway),
                text("Risk before", c -> risk(c.before())),
                text("Risk now", c -> risk(c.after())),
                text("Image before", c -> c.images() == null ? null : c.images().before()),
                text("Image now", c -> c.images() == null ? null : c.images().after()),
                instant("Failing since", Change::failingSince),
                number("Cluster ID", c -> c.cluster().value()),
                number("Workload ID", Change::workload)));
    }

    private static String word(ChangeKind kind) {
        return switch (kind) {
            case NEW -> "New";
            case REOPENED -> "Reopened";
            case EXCEEDED -> "Exceeded";
            case EXPIRED -> "Exception over";
            case CHANGED -> "Changed";
            case FIXED -> "Fixed";
            case EXCEPTED -> "Excepted";
            case GONE -> "Gone";
            case UNKNOWN -> "Not assessed";
            case POLICY -> "By policy";
        };
    }

    private static List<String> askedFor(Change.@Nullable State state) {
        return state == null ? List.of() : state.askedFor();
    }

    private static @Nullable String risk(Change.@Nullable State state) {
        return state == null || state.risk() == null
                ? null
                : capitalised(state.risk().name());
    }

    private static String capitalised(String name) {
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }
}

package dev.capstan.ui.assessment;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.capstan.assessment.RunSummary;
import dev.capstan.collection.FailureCause;
import dev.capstan.ui.component.Age;
import dev.capstan.ui.component.EmptyState;
import dev.capstan.ui.component.Icon;
import dev.capstan.ui.component.Sign;
import dev.capstan.ui.component.SmallTable;
import dev.capstan.ui.component.Words;
import java.time.Duration;
import java.util.List;

/** The last scans of a cluster and what each came to, newest first. */
public class CollectionLog extends Div {

    public CollectionLog(List<RunSummary> runs) {
        if (runs.isEmpty()) {
            add(EmptyState.noDataYet(
                    "No scans yet", "The first one comes with the schedule, or when someone asks for it."));
            return;
        }
        SmallTable table = new SmallTable("The last scans", "Started", "Outcome", "#+Took", "#+Pods", "#Changes");
        runs.forEach(run -> table.row(new Age(run.startedAt()), outcome(run), took(run), pods(run), changes(run)));
        add(table);
    }

    private static Component outcome(RunSummary run) {
        Div cell = new Div(signOf(run.outcome()).create());
        cell.addClassName("cell-2");
        FailureCause failure = run.failure();
        if (failure != null) {
            Span why = new Span(failure.title());
            why.addClassName("cell-sub");
            String detail = run.detail();
            if (detail != null) {
                why.setTitle(detail);
            }
            cell.add(why);
        }
        return cell;
    }

    private static Sign signOf(RunSummary.Outcome outcome) {
        return switch (outcome) {
            case RUNNING -> new Sign(Icon.REFRESH, "Running", "calm");
            case RECORDED -> new Sign(Icon.CHECK, "Recorded", "calm");
            case FAILED -> new Sign(Icon.CROSS, "Failed", "fail");
            case STOPPED -> new Sign(Icon.PAUSE, "Cluster stopped", "quiet");
            case ABANDONED -> new Sign(Icon.WARNING, "Abandoned", "quiet");
        };
    }

    private static String took(RunSummary run) {
        Duration duration = run.duration();
        return duration == null ? "–" : Words.took(duration);
    }

    private static String pods(RunSummary run) {
        return run.outcome() == RunSummary.Outcome.RECORDED ? Words.number(run.pods()) : "–";
    }

    private static String changes(RunSummary run) {
        if (run.outcome() != RunSummary.Outcome.RECORDED) {
            return "–";
        }
        return run.opened() == 0 && run.closed() == 0
                ? "none"
                : "+%s −%s".formatted(Words.number(run.opened()), Words.number(run.closed()));
    }
}

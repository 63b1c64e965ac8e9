package dev.capstan.ui.workload;

import com.vaadin.flow.component.html.Span;
import dev.capstan.benchmark.Control;
import dev.capstan.evaluation.Verdict;
import dev.capstan.ui.component.Sign;
import dev.capstan.ui.component.Words;
import dev.capstan.workload.Change;
import dev.capstan.workload.Judging;
import dev.capstan.workload.Lane;
import dev.capstan.workload.Stretch;
import dev.capstan.workload.Unread;
import dev.capstan.workload.WorkloadHistory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * What a history line shows, whether as a line, as a sentence or as a table.
 *
 * @param lanes one for each container that ran in the time
 * @param policies those that judged the workload otherwise from then on
 * @param unread when the cluster was not read for too long
 * @param compare where the comparison of two instants is
 */
record HistoryFrame(
        Instant from,
        Instant until,
        Control control,
        List<Lane> lanes,
        List<Judging> policies,
        List<Unread> unread,
        BiFunction<Instant, Instant, String> compare) {

    static HistoryFrame of(
            WorkloadHistory history,
            Control control,
            Instant from,
            Instant until,
            BiFunction<Instant, Instant, String> compare) {
        List<Judging> policies = new ArrayList<>();
        List<Judging> all = history.judgings();
        for (int i = 1; i < all.size(); i++) {
            Judging judging = all.get(i);
            if (judging.key() != all.get(i - 1).key()
                    && judging.from().isAfter(from)
                    && judging.from().isBefore(until)) {
                policies.add(judging);
            }
        }
        List<Unread> unread = history.unread().stream()
                .filter(gap -> gap.from().isBefore(until))
                .filter(gap -> gap.until() == null || gap.until().isAfter(from))
                .map(gap -> new Unread(
                        gap.from().isBefore(from) ? from : gap.from(),
                        gap.until() == null || gap.until().isAfter(until) ? until : gap.until()))
                .toList();
        return new HistoryFrame(from, until, control, Lane.of(history, from, until), policies, unread, compare);
    }

    Duration length() {
        return Duration.between(from, until);
    }

    String percent(Instant at) {
        return percent(from, at);
    }

    String percent(Instant start, Instant end) {
        double part = (double) Duration.between(start, end).toMillis() / length().toMillis();
        return String.format(Locale.ENGLISH, "%.3f%%", 100 * part);
    }

    /** Containers, changes, policies and gaps in a sentence or two. */
    String summary() {
        if (lanes.isEmpty()) {
            return "From %s to %s no container of it is known to have run.%s"
                    .formatted(Words.exact(from), Words.exact(until), gaps());
        }
        return "From %s to %s: %s; settings changed %s, images %s. %s%s%s"
                .formatted(
                        Words.exact(from),
                        Words.exact(until),
                        Words.count(lanes.size(), "container"),
                        times(count(Change.SETTINGS)),
                        times(count(Change.IMAGE)),
                        failed(),
                        policies.isEmpty()
                                ? ""
                                : " The policy that judges it changed %s.".formatted(times(policies.size())),
                        gaps());
    }

    private String failed() {
        String names = lanes.stream()
                .filter(lane ->
                        lane.stretches().stream().anyMatch(stretch -> stretch.verdict(control) instanceof Verdict.Fail))
                .map(Lane::name)
                .distinct()
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "None failed." : "Failed in that time: " + names + ".";
    }

    private long count(Change change) {
        return lanes.stream()
                .flatMap(lane -> lane.stretches().stream())
                .filter(stretch -> stretch.changes().contains(change))
                .count();
    }

    private static String times(long count) {
        return count == 0 ? "never" : count == 1 ? "once" : Words.number(count) + " times";
    }

    private String gaps() {
        if (unread.isEmpty()) {
            return "";
        }
        Duration all = unread.stream()
                .map(gap -> Duration.between(gap.from(), gap.until() == null ? until : gap.until()))
                .reduce(Duration.ZERO, Duration::plus);
        return " For %s in all nobody can say what ran, because the cluster was not read."
                .formatted(all.toDays() > 0 ? Words.count(all.toDays(), "day") : Words.count(all.toHours(), "hour"));
    }

    static String sentence(Unread gap) {
        return "Not read: nothing is known from %s to %s"
                .formatted(Words.exact(gap.from()), gap.until() == null ? "now" : Words.exact(gap.until()));
    }

    /** A stretch as who cannot see the line needs it. */
    static String sentence(Stretch stretch, Control control, Instant end) {
        return "%s from %s to %s; %s. %s%s"
                .formatted(
                        Sign.of(stretch.verdict(control)).word(),
                        Words.exact(stretch.from()),
                        stretch.until().equals(end) ? "the end" : Words.exact(stretch.until()),
                        settings(stretch),
                        stretch.changes().isEmpty() ? "" : "Began: " + changes(stretch) + ". ",
                        stretch.variants().size() > 1
                                ? Words.count(stretch.variants().size(), "variant") + " ran side by side."
                                : "");
    }

    static String settings(Stretch stretch) {
        return stretch.variants().stream()
                .map(range -> FormerSettings.inWords(range.settings()))
                .distinct()
                .collect(Collectors.joining(" / "));
    }

    static String changes(Stretch stretch) {
        return stretch.changes().stream().map(Change::words).collect(Collectors.joining(", "));
    }

    /** The change as a shape, for the line and its legend. */
    static Span mark(Change change) {
        Span mark = new Span(
                switch (change) {
                    case SETTINGS -> "◆";
                    case IMAGE -> "○";
                    case ORIGIN -> "▲";
                    case POLICY -> "v";
                    case APPEARED -> "";
                });
        mark.getElement().setAttribute("aria-hidden", "true");
        return mark;
    }
}

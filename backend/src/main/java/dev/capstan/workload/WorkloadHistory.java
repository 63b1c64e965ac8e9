package dev.capstan.workload;

import dev.capstan.collection.WorkloadRef;
import dev.capstan.evaluation.Evaluation;
import dev.capstan.evaluation.Judgement;
import dev.capstan.fleet.ClusterId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of one workload over time, from which the page of any instant can be told. A verdict that was
 * recorded stays what it was: a newer policy speaks only from its own beginning on.
 *
 * @param id its key within the cluster
 * @param owner whose it is now, or null where nobody is known
 * @param labels the labels that it has now
 * @param firstSeenAt when a snapshot first had it
 * @param pods how many pods it had in the last snapshot
 * @param ranges what ran and runs; running ones first, then the newest
 * @param judgings by what it was judged, oldest first and never empty
 * @param judgements what the criteria of each said of each profile
 * @param unread when the cluster was not read for too long, oldest first
 */
public record WorkloadHistory(
        ClusterId cluster,
        long id,
        WorkloadRef ref,
        @Nullable String owner,
        Map<String, String> labels,
        Instant firstSeenAt,
        int pods,
        List<ContainerRange> ranges,
        List<Judging> judgings,
        Map<Judged, Judgement> judgements,
        List<Unread> unread) {

    /** Settings under criteria, each by its key. */
    public record Judged(long profile, int criteria) {}

    public WorkloadHistory {
        labels = Map.copyOf(labels);
        ranges = List.copyOf(ranges);
        judgings = List.copyOf(judgings);
        judgements = Map.copyOf(judgements);
        unread = List.copyOf(unread);
    }

    /** The workload as it stands. */
    public WorkloadDetails now() {
        return new WorkloadDetails(
                cluster,
                id,
                ref,
                firstSeenAt,
                pods,
                judgings.getLast().policy(),
                judgings.getLast().criteria(),
                ranges.stream()
                        .map(range -> details(range, range.until(), judging(end(range))))
                        .toList());
    }

    /** The workload as it stood: what ran then first, then what had run; nothing that came later. */
    public WorkloadDetails at(Instant instant) {
        Judging judging = judging(instant);
        Stream<ContainerDetails> running =
                ranges.stream().filter(range -> range.runsAt(instant)).map(range -> details(range, null, judging));
        Stream<ContainerDetails> former = ranges.stream()
                .filter(range -> range.until() != null && !range.until().isAfter(instant))
                .sorted(Comparator.comparing(WorkloadHistory::end, Comparator.reverseOrder()))
                .map(range -> details(range, range.until(), judging(end(range))));
        return new WorkloadDetails(
                cluster,
                id,
                ref,
                firstSeenAt,
                pods,
                judging.policy(),
                judging.criteria(),
                Stream.concat(running, former).toList());
    }

    /** When anything about what runs changed, oldest first. */
    public List<Instant> changes() {
        return ranges.stream()
                .flatMap(range -> Stream.concat(Stream.of(range.from()), Stream.ofNullable(range.until())))
                .distinct()
                .sorted()
                .toList();
    }

    /** By what it was judged at the instant; what ran before there was a policy is judged by the first. */
    public Judging judging(Instant instant) {
        return judgings.reversed().stream()
                .filter(judging -> !judging.from().isAfter(instant))
                .findFirst()
                .orElse(judgings.getFirst());
    }

    /** What was concluded of the settings; settings that were never met under the criteria are judged when asked for. */
    public Judgement judgement(ContainerRange range, Judging judging) {
        Judgement recorded = judgements.get(new Judged(range.profile(), judging.key()));
        return recorded != null ? recorded : Evaluation.judge(range.settings(), judging.criteria());
    }

    /** Without the gaps that have not begun by then: as long as snapshots come, the next one never does. */
    public WorkloadHistory by(Instant instant) {
        return new WorkloadHistory(
                cluster,
                id,
                ref,
                owner,
                labels,
                firstSeenAt,
                pods,
                ranges,
                judgings,
                judgements,
                unread.stream().filter(gap -> !gap.from().isAfter(instant)).toList());
    }

    /** The time without a believable snapshot that the instant lies in, if it does. */
    public Optional<Unread> unreadAt(Instant instant) {
        return unread.stream().filter(gap -> gap.holds(instant)).findFirst();
    }

    private ContainerDetails details(ContainerRange range, @Nullable Instant until, Judging judging) {
        return new ContainerDetails(
                range.kind(),
                range.name(),
                range.image(),
                range.origin(),
                range.profile(),
                range.settings(),
                judgement(range, judging),
                range.from(),
                until);
    }

    // The verdict that held last: at its end a container is not there any more.
    private static Instant end(ContainerRange range) {
        return range.until() == null ? Instant.MAX : range.until().minusNanos(1);
    }
}

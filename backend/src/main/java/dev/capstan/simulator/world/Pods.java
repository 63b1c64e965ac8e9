package dev.capstan.simulator.world;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The pods of a workload at an instant, and the ReplicaSets and Jobs between the workload and its pods. */
final class Pods {
    private static final int KEPT_RUNS = 3;
    private static final int KEPT_REPLICA_SETS = 3;
    private static final Duration BETWEEN_STARTS = Duration.ofSeconds(2);

    private final Workload workload;
    private final Instant t;

    private Pods(Workload workload, Instant t) {
        this.workload = workload;
        this.t = t;
    }

    /** @param nodes the nodes that run the workload's operating system */
    static List<Pod> of(Workload workload, Instant t, List<Node> nodes) {
        if (!workload.span().contains(t)) {
            return List.of();
        }
        Pods pods = new Pods(workload, t);
        return switch (workload.kind()) {
            case DEPLOYMENT, ROLLOUT -> pods.ofReplicaSets(nodes);
            case DAEMON_SET -> pods.onePerNode(nodes);
            case STATEFUL_SET -> pods.numbered(nodes);
            case CRON_JOB -> pods.ofRuns(nodes);
            case JOB -> pods.ofOneRun(nodes);
            case POD -> List.of(pods.bare(nodes));
        };
    }

    static List<Owned> replicaSetsOf(Workload workload, Instant t) {
        if (!workload.span().contains(t)) {
            return List.of();
        }
        Pods pods = new Pods(workload, t);
        return switch (workload.kind()) {
            case DEPLOYMENT, ROLLOUT -> pods.replicaSets();
            case DAEMON_SET, STATEFUL_SET, CRON_JOB, JOB, POD -> List.of();
        };
    }

    static List<Owned> jobsOf(Workload workload, Instant t) {
        if (!workload.span().contains(t)) {
            return List.of();
        }
        Pods pods = new Pods(workload, t);
        return switch (workload.kind()) {
            case CRON_JOB -> pods.runs().stream().map(pods::job).toList();
            case JOB -> List.of(pods.job(workload.span().from()));
            case DEPLOYMENT, ROLLOUT, DAEMON_SET, STATEFUL_SET, POD -> List.of();
        };
    }

    static Owned object(Workload workload, Instant t) {
        int replicas = workload.kind() == WorkloadKind.DAEMON_SET
                ? 0
                : workload.scale().apply(t);
        Instant created = workload.span().from();
        Map<String, String> labels = new TreeMap<>(workload.labels());
        labels.putAll(workload.ownLabels());
        return new Owned(workload.namespace(), workload.name(), workload.uid(), created, labels, null, replicas);
    }

    private List<Pod> ofReplicaSets(List<Node> nodes) {
        Revision revision = workload.history().at(t);
        int wanted = workload.scale().apply(t);
        int fresh = updated(revision, wanted);
        List<Pod> pods = new ArrayList<>(wanted);
        for (int i = 0; i < wanted; i++) {
            Revision mine = i < fresh ? revision : orNewer(revision.previous(), revision);
            String name = replicaSetName(mine) + "-" + dice(mine, i).letters(5);
            pods.add(pod(mine, i, name, replicaSet(mine), nodes, false));
        }
        return pods;
    }

    private List<Pod> onePerNode(List<Node> nodes) {
        Revision revision = workload.history().at(t);
        int fresh = updated(revision, nodes.size());
        List<Pod> pods = new ArrayList<>(nodes.size());
        for (int i = 0; i < nodes.size(); i++) {
            Revision its = i < fresh ? revision : orNewer(revision.previous(), revision);
            String name = workload.name() + "-" + dice(its, i).letters(5);
            pods.add(pod(its, i, name, owner(), List.of(nodes.get(i)), false));
        }
        return pods;
    }

    private List<Pod> numbered(List<Node> nodes) {
        Revision revision = workload.history().at(t);
        int wanted = workload.scale().apply(t);
        int stale = wanted - updated(revision, wanted);
        List<Pod> pods = new ArrayList<>(wanted);
        for (int i = 0; i < wanted; i++) {
            Revision mine = i >= stale ? revision : orNewer(revision.previous(), revision);
            pods.add(pod(mine, i, workload.name() + "-" + i, owner(), nodes, false));
        }
        return pods;
    }

    private List<Pod> ofRuns(List<Node> nodes) {
        List<Pod> pods = new ArrayList<>(KEPT_RUNS);
        for (Instant run : runs()) {
            pods.add(ofRun(run, 0, nodes));
        }
        return pods;
    }

    private List<Pod> ofOneRun(List<Node> nodes) {
        List<Pod> pods = new ArrayList<>();
        for (int i = 0; i < workload.scale().apply(t); i++) {
            pods.add(ofRun(workload.span().from(), i, nodes));
        }
        return pods;
    }

    private Pod ofRun(Instant run, int i, List<Node> nodes) {
        Owned job = job(run);
        Dice dice = workload.dice().of("run").of(run.getEpochSecond()).of(i);
        Duration takes = Duration.ofSeconds(40
                + dice.of("takes").below((int) Math.min(workload.every().toSeconds() / 4, 1500)));
        boolean finished = !t.isBefore(run.plus(takes));
        Pod.Shape shape = new Pod.Shape(workload, workload.history().at(run), finished, null);
        Owned.Owner owner = new Owned.Owner("batch/v1", "Job", job.name(), job.uid());
        return new Pod(
                shape,
                job.name() + "-" + dice.letters(5),
                dice.uuid().toString(),
                run,
                dice.of("node").pick(nodes),
                owner);
    }

    private Pod bare(List<Node> nodes) {
        return pod(workload.history().at(t), 0, workload.name(), null, nodes, false);
    }

    private Pod pod(
            Revision revision, int i, String name, Owned.@Nullable Owner owner, List<Node> nodes, boolean finished) {
        Dice dice = dice(revision, i);
        Instant created = max(revision.from(), workload.span().from()).plus(BETWEEN_STARTS.multipliedBy(i));
        ContainerSpec debugger = i == 0 ? workload.debugging().apply(t).orElse(null) : null;
        return new Pod(
                new Pod.Shape(workload, revision, finished, debugger),
                name,
                dice.uuid().toString(),
                created.isAfter(t) ? t : created,
                dice.of("node").pick(nodes),
                owner);
    }

    private List<Owned> replicaSets() {
        Revision revision = workload.history().at(t);
        int wanted = workload.scale().apply(t);
        int fresh = updated(revision, wanted);
        List<Owned> sets = new ArrayList<>(KEPT_REPLICA_SETS);
        for (Revision r = revision; r != null && sets.size() < KEPT_REPLICA_SETS; r = r.previous()) {
            int replicas = r == revision ? fresh : r == revision.previous() ? wanted - fresh : 0;
            Owned.Owner set = replicaSet(r);
            Map<String, String> labels = new TreeMap<>(workload.labels());
            labels.put("pod-template-hash", hash(r));
            Instant created = max(r.from(), workload.span().from());
            sets.add(new Owned(workload.namespace(), set.name(), set.uid(), created, labels, owner(), replicas));
        }
        return sets;
    }

    /** The starts of the Jobs that a CronJob keeps, the oldest first. */
    private List<Instant> runs() {
        long every = workload.every().toSeconds();
        long phase = workload.dice().of("phase").below((int) (every / 60)) * 60L;
        long last = Math.floorDiv(t.getEpochSecond() - phase, every) * every + phase;
        List<Instant> runs = new ArrayList<>(KEPT_RUNS);
        for (int i = KEPT_RUNS - 1; i >= 0; i--) {
            Instant run = Instant.ofEpochSecond(last - i * every);
            if (workload.span().contains(run)) {
                runs.add(run);
            }
        }
        return runs;
    }

    private Owned job(Instant run) {
        boolean scheduled = workload.kind() == WorkloadKind.CRON_JOB;
        String name = scheduled ? workload.name() + "-" + run.getEpochSecond() / 60 : workload.name();
        String uid = scheduled
                ? workload.dice().of("job").of(run.getEpochSecond()).uuid().toString()
                : workload.uid();
        return new Owned(workload.namespace(), name, uid, run, workload.labels(), scheduled ? owner() : null, 1);
    }

    private Owned.Owner owner() {
        WorkloadKind kind = workload.kind();
        return new Owned.Owner(kind.apiVersion(), kind.kind(), workload.name(), workload.uid());
    }

    private Owned.Owner replicaSet(Revision revision) {
        String uid =
                workload.dice().of("replicaset").of(revision.number()).uuid().toString();
        return new Owned.Owner("apps/v1", "ReplicaSet", replicaSetName(revision), uid);
    }

    private String replicaSetName(Revision revision) {
        return workload.name() + "-" + hash(revision);
    }

    /** The pod-template-hash of a revision. */
    private String hash(Revision revision) {
        return workload.dice().of("template").of(revision.number()).letters(10);
    }

    private Dice dice(Revision revision, int i) {
        return workload.dice().of("pod").of(revision.number()).of(i);
    }

    /** How many of the wanted pods are of the new revision already: at least one, as a rollout starts with one. */
    private int updated(Revision revision, int wanted) {
        return (int) Math.ceil(wanted * Math.max(revision.progressAt(t), 0.01));
    }

    private static Revision orNewer(@Nullable Revision previous, Revision newer) {
        return previous == null ? newer : previous;
    }

    private static Instant max(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}

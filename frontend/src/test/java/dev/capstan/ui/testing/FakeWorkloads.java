package dev.capstan.ui.testing;

import dev.capstan.benchmark.Capability;
import dev.capstan.benchmark.ContainerRuntime;
import dev.capstan.benchmark.Control;
import dev.capstan.benchmark.Risk;
import dev.capstan.collection.ContainerKind;
import dev.capstan.collection.ContainerSettings;
import dev.capstan.collection.Origin;
import dev.capstan.collection.WorkloadRef;
import dev.capstan.evaluation.AddedReading;
import dev.capstan.evaluation.AskedFor;
import dev.capstan.evaluation.Criteria;
import dev.capstan.evaluation.Evaluation;
import dev.capstan.evaluation.Judgement;
import dev.capstan.evaluation.Policy;
import dev.capstan.evaluation.PolicyOverride;
import dev.capstan.evaluation.Verdict;
import dev.capstan.fleet.ClusterId;
import dev.capstan.posture.ClusterPosture;
import dev.capstan.posture.RunBy;
import dev.capstan.posture.WorkloadPosture;
import dev.capstan.workload.ContainerDetails;
import dev.capstan.workload.ContainerRange;
import dev.capstan.workload.Judging;
import dev.capstan.workload.PolicyVersion;
import dev.capstan.workload.Unread;
import dev.capstan.workload.WorkloadDetails;
import dev.capstan.workload.WorkloadHistory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What runs in the made-up clusters; judged by the real rules. */
public final class FakeWorkloads {

    /** What a browser must never take for markup. */
    public static final String HOSTILE = "<img src=x onerror=alert(1)>";

    /** An owner with a name that would do harm if it were taken for a path, a query or markup. */
    public static final String HOSTILE_OWNER = "../shop?a=1&b=%2F#<img src=x>";

    /** The policy that judges: ingress may bind low ports, nobody else may add anything. */
    public static final PolicyVersion POLICY = new PolicyVersion(
            new Policy(
                    3,
                    Criteria.STRICT,
                    List.of(new PolicyOverride(
                            "*-prod-*", "ingress", AddedReading.STRICT, Set.of(Capability.NET_BIND_SERVICE)))),
            Evaluation.RULES,
            FakeFleet.NOW.minus(Duration.ofDays(12)),
            "administrator",
            "Ingress binds port 443.");

    private record Recipe(String namespace, String kind, String name, List<ContainerSettings> containers) {}

    private static final ContainerSettings PLAIN = ContainerSettings.unset();
    private static final ContainerSettings HARDENED = settings(false, List.of(), List.of("ALL"), 65532L);

    private static final List<Recipe> RECIPES = List.of(
            new Recipe(
                    "istio-system",
                    "DaemonSet",
                    "istio-cni-node",
                    List.of(settings(
                            false, List.of("NET_ADMIN", "NET_RAW", "SYS_ADMIN", "DAC_OVERRIDE"), List.of("ALL"), 0L))),
            new Recipe(
                    "checkout",
                    "Deployment",
                    "checkout-api",
                    List.of(settings(false, List.of("NET_ADMIN", "NET_RAW"), List.of("ALL"), 0L), HARDENED, PLAIN)),
            new Recipe(
                    "falco",
                    "DaemonSet",
                    "falco",
                    List.of(settings(
                            false, List.of("BPF", "PERFMON", "SYS_RESOURCE", "SYS_PTRACE"), List.of("ALL"), 0L))),
            new Recipe(
                    "kube-system",
                    "DaemonSet",
                    "csi-azuredisk-node",
                    List.of(settings(true, List.of(), List.of("ALL"), null), HARDENED, HARDENED)),
            new Recipe(
                    "ingress",
                    "Deployment",
                    "ingress-nginx-controller",
                    List.of(settings(false, List.of("NET_BIND_SERVICE"), List.of("ALL"), 101L))),
            new Recipe("vault", "StatefulSet", "vault", List.of(settings(false, List.of("IPC_LOCK"), List.of(), 100L))),
            new Recipe(
                    "monitoring",
                    "DaemonSet",
                    "node-exporter",
                    List.of(settings(false, List.of("SYS_TIME"), List.of("ALL"), 65534L))),
            new Recipe(
                    "legacy",
                    "Deployment",
                    "report-runner",
                    List.of(settings(false, List.of("CAP_SYS_ADMIN"), List.of("CAP_NET_RAW"), null), PLAIN)),
            new Recipe(
                    "legacy",
                    "Deployment",
                    "batch-" + HOSTILE,
                    List.of(settings(false, List.of("SYS_ADMIN", HOSTILE), List.of(), null))),
            new Recipe("checkout", "CronJob", "ledger-export", List.of(PLAIN)),
            new Recipe("checkout", "Deployment", "cart", List.of(HARDENED, HARDENED)),
            new Recipe("shop", "Deployment", "catalogue", List.of(HARDENED)),
            new Recipe("shop", "Deployment", "search", List.of(HARDENED, PLAIN)),
            new Recipe("shop", "StatefulSet", "redis", List.of(PLAIN, PLAIN)),
            new Recipe("data", "Job", "backfill-2026-11", List.of(PLAIN)),
            new Recipe("data", "StatefulSet", "kafka", List.of(HARDENED, HARDENED, HARDENED)),
            new Recipe(
                    "win",
                    "Deployment",
                    "invoice-printer",
                    List.of(new ContainerSettings(
                            ContainerRuntime.CONTAINERD, true, false, List.of(), List.of(), null, null, null, null))),
            new Recipe(
                    "shop",
                    "Deployment",
                    "frontend",
                    List.of(HARDENED, settings(false, List.of("NET_ADMIN", "NET_RAW"), List.of("ALL"), 1337L))),
            new Recipe(
                    "data",
                    "Deployment",
                    "notebook",
                    List.of(new ContainerSettings(
                            ContainerRuntime.CRI_O,
                            false,
                            false,
                            List.of("CAP_SYS_ADMIN"),
                            List.of("ALL"),
                            null,
                            null,
                            null,
                            false))),
            new Recipe(HOSTILE, "Deployment", "probe", List.of(PLAIN)));

    private FakeWorkloads() {}

    /** The workloads of a cluster; ids count from 1. */
    public static List<WorkloadDetails> of(ClusterId cluster) {
        List<WorkloadDetails> workloads = new ArrayList<>();
        for (int copy = 0; copy < 3; copy++) {
            for (Recipe recipe : RECIPES) {
                long id = workloads.size() + 1;
                // Clusters differ: most of the bad ones are not everywhere.
                if (copy > 0 && (id * 7 + cluster.value() * 3) % 4 != 0) {
                    continue;
                }
                String name = copy == 0 ? recipe.name() : recipe.name() + "-" + (char) ('a' + copy);
                workloads.add(details(cluster, id, recipe, name));
            }
        }
        return workloads;
    }

    /** The containers that run now. */
    public static List<ContainerDetails> running(WorkloadDetails workload) {
        return workload.containers().stream().filter(c -> c.seenUntil() == null).toList();
    }

    /** Whether the container is one that they answer for; null is everybody. */
    public static boolean isRunBy(ContainerDetails container, @Nullable RunBy runBy) {
        return runBy == null || container.origin().isPlatform() == (runBy == RunBy.PLATFORM);
    }

    /** A workload as the list shows it, with the containers that someone answers for. */
    public static WorkloadPosture posture(
            ClusterPosture cluster, WorkloadDetails workload, Control control, @Nullable RunBy runBy) {
        List<ContainerDetails> running =
                running(workload).stream().filter(c -> isRunBy(c, runBy)).toList();
        List<ContainerDetails> failing = running.stream()
                .filter(c -> c.judgement().verdicts().get(control) instanceof Verdict.Fail)
                .toList();
        @Nullable Risk risk = failing.stream()
                .map(c -> c.judgement().risk())
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
        return new WorkloadPosture(
                cluster.id(),
                cluster.name(),
                cluster.freshness(),
                workload.id(),
                workload.ref().namespace(),
                workload.ref().kind(),
                workload.ref().name(),
                owner(workload.ref().namespace()),
                running(workload).stream().allMatch(c -> isRunBy(c, RunBy.PLATFORM)),
                workload.pods(),
                running.size(),
                failing.size(),
                running.stream()
                        .flatMap(c -> AskedFor.of(c.settings()).stream())
                        .distinct()
                        .toList(),
                risk,
                failing.stream()
                        .map(ContainerDetails::seenFrom)
                        .min(Comparator.naturalOrder())
                        .orElse(null));
    }

    private static @Nullable String owner(String namespace) {
        return switch (namespace) {
            case "checkout" -> "checkout";
            case "shop" -> HOSTILE_OWNER;
            case "legacy" -> null;
            default -> "platform";
        };
    }

    private static WorkloadDetails details(ClusterId cluster, long id, Recipe recipe, String name) {
        Criteria criteria = POLICY.policy().criteriaFor(FakeFleet.name((int) cluster.value()), recipe.namespace());
        List<ContainerDetails> containers = new ArrayList<>();
        for (int i = 0; i < recipe.containers().size(); i++) {
            ContainerKind kind = i == 0 ? ContainerKind.APP : i == 1 ? ContainerKind.INIT : ContainerKind.SIDECAR;
            containers.add(container(
                    criteria,
                    origin(recipe, i),
                    kind,
                    i == 0 ? recipe.name() : recipe.name() + "-" + i,
                    recipe.containers().get(i),
                    Duration.ofDays(3 + id),
                    null));
        }
        containers.add(container(
                criteria,
                origin(recipe, 0),
                ContainerKind.APP,
                recipe.name(),
                settings(true, List.of(), List.of(), 0L),
                Duration.ofDays(60 + id),
                FakeFleet.NOW.minus(Duration.ofDays(3 + id))));
        return new WorkloadDetails(
                cluster,
                id,
                new WorkloadRef(recipe.namespace(), recipe.kind(), name),
                FakeFleet.NOW.minus(Duration.ofDays(90)),
                (int) (1 + id % 7),
                POLICY.policy().version(),
                criteria,
                containers);
    }

    private static Origin origin(Recipe recipe, int container) {
        if (recipe.namespace().equals("kube-system")) {
            return container == 2 ? Origin.ASSUMED_UNLABELLED : Origin.PLATFORM;
        }
        return recipe.name().equals("frontend") && container == 1 ? Origin.INJECTED : Origin.CUSTOMER;
    }

    private static ContainerDetails container(
            Criteria criteria,
            Origin origin,
            ContainerKind kind,
            String name,
            ContainerSettings settings,
            Duration age,
            @Nullable Instant until) {
        return new ContainerDetails(
                kind,
                name,
                "registry.example.com/" + name + ":2.14." + name.length(),
                origin,
                profile(settings),
                settings,
                Evaluation.judge(settings, criteria),
                FakeFleet.NOW.minus(age),
                until);
    }

    /** Equal settings have equal keys. */
    static long profile(ContainerSettings settings) {
        return Integer.toUnsignedLong(settings.hashCode());
    }

    /** A workload over time: each policy judged it, and in the summer the cluster was not read for a while. */
    public static WorkloadHistory history(WorkloadDetails workload) {
        List<Judging> judgings = List.of(
                new Judging(1, FakeFleet.NOW.minus(Duration.ofDays(120)), Criteria.STRICT, 1, "capstan", "The first."),
                new Judging(
                        POLICY.policy().version(),
                        POLICY.madeAt(),
                        workload.criteria(),
                        2,
                        POLICY.madeBy(),
                        POLICY.note()));
        Map<WorkloadHistory.Judged, Judgement> judgements = new HashMap<>();
        List<ContainerRange> ranges = new ArrayList<>();
        for (ContainerDetails c : workload.containers()) {
            ranges.add(new ContainerRange(
                    c.kind(), c.name(), c.image(), c.origin(), c.profile(), c.settings(), c.seenFrom(), c.seenUntil()));
            for (Judging judging : judgings) {
                judgements.put(
                        new WorkloadHistory.Judged(c.profile(), judging.key()),
                        Evaluation.judge(c.settings(), judging.criteria()));
            }
        }
        return new WorkloadHistory(
                workload.cluster(),
                workload.id(),
                workload.ref(),
                workload.id() % 3 == 0 ? null : "team-" + workload.ref().namespace(),
                Map.of("app.kubernetes.io/name", workload.ref().name()),
                workload.firstSeenAt(),
                workload.pods(),
                ranges,
                judgings,
                judgements,
                List.of(new Unread(
                        FakeFleet.NOW.minus(Duration.ofDays(40)), FakeFleet.NOW.minus(Duration.ofDays(34)))));
    }

    private static ContainerSettings settings(
            boolean privileged, List<String> added, List<String> dropped, @Nullable Long user) {
        boolean root = user == null || user == 0;
        return new ContainerSettings(
                ContainerRuntime.CONTAINERD,
                false,
                privileged,
                added,
                dropped,
                user,
                root ? null : Boolean.TRUE,
                root ? null : Boolean.FALSE,
                null);
    }
}

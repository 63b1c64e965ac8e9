package dev.capstan.bench;

import dev.capstan.bench.LivingWorkload.Content;
import dev.capstan.bench.LivingWorkload.Slot;
import dev.capstan.collection.ClusterSnapshot;
import dev.capstan.collection.ContainerFact;
import dev.capstan.collection.ContainerKind;
import dev.capstan.collection.Marks;
import dev.capstan.collection.Origin;
import dev.capstan.collection.WorkloadRef;
import dev.capstan.collection.admission.AdmissionReadings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One cluster from its first day on. The same seed lives the same life. Of a day's changes, about two thirds are new
 * images alone; the rest are other settings, containers that come, and containers that go.
 */
final class LivingCluster {

    private static final List<String> TEAMS = List.of(
            "payments",
            "orders",
            "search",
            "catalog",
            "identity",
            "billing",
            "shipping",
            "fraud",
            "pricing",
            "media",
            "mobile",
            "web",
            "data",
            "ml",
            "risk",
            "ledger",
            "support",
            "crm",
            "hr",
            "legal",
            "iot",
            "maps",
            "chat",
            "mail",
            "ads",
            "loyalty",
            "returns",
            "stock",
            "tax",
            "audit",
            "video",
            "games",
            "travel",
            "claims",
            "trade",
            "kyc",
            "rates",
            "routes",
            "fleet",
            "labs");
    private static final List<String> STAGES = List.of("", "-dev", "-batch");
    private static final List<String> WORDS = List.of(
            "api", "worker", "gateway", "sync", "cache", "index", "report", "import", "export", "notify", "auth",
            "proxy", "stream", "router", "events", "jobs", "store", "mirror", "scan", "render");
    private static final List<String> KINDS = List.of(
            "Deployment", "Deployment", "Deployment", "Deployment", "StatefulSet", "CronJob", "DaemonSet", "Job");
    private static final int CONTAINERS_OF_A_WORKLOAD = 5;

    private final SplittableRandom random;
    private final int churn;
    private final List<String> namespaces = new ArrayList<>();
    private final List<LivingWorkload> workloads = new ArrayList<>();
    private final Set<LivingWorkload> touched = new LinkedHashSet<>();
    private int day;

    /** @param changedPerDay how much of it changes each day, from 0 to 1 */
    LivingCluster(long seed, int containers, double changedPerDay) {
        random = new SplittableRandom(seed);
        churn = (int) Math.max(1, Math.round(containers * changedPerDay));
        namespaces.add("kube-system");
        for (int i = 0; i < Math.clamp(containers / 100, 3, 19); i++) {
            namespaces.add(pick(TEAMS) + pick(STAGES));
        }
        for (int made = 0; made < containers; ) {
            LivingWorkload workload = aWorkload();
            for (int i = 1 + random.nextInt(2 * CONTAINERS_OF_A_WORKLOAD - 5); i > 0 && made < containers; i--) {
                made += comes(workload) ? 1 : 0;
            }
        }
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    /** Everything that ever ran, in the order of its first day. */
    List<LivingWorkload> workloads() {
        return workloads;
    }

    /** Those in which anything may be different since the day before; on the first day all. */
    Set<LivingWorkload> touched() {
        return touched;
    }

    /** The snapshot that is taken of it now. */
    ClusterSnapshot snapshot(Instant at) {
        List<ContainerFact> facts =
                workloads.stream().flatMap(LivingWorkload::facts).toList();
        Map<WorkloadRef, Marks> marks = workloads.stream()
                .filter(workload -> !workload.containers.isEmpty())
                .collect(Collectors.toMap(workload -> workload.ref, LivingWorkload::marks));
        return new ClusterSnapshot(at, pods(), facts, marks, true, AdmissionReadings.none());
    }

    int pods() {
        return workloads.stream()
                .filter(workload -> !workload.containers.isEmpty())
                .mapToInt(workload -> workload.pods)
                .sum();
    }

    /** Lives on to the next day. */
    void nextDay() {
        day++;
        touched.clear();
        for (int i = 0; i < churn; i++) {
            LivingWorkload workload = pick(workloads);
            double what = random.nextDouble();
            if (what < 0.65) {
                changes(workload, false);
            } else if (what < 0.85) {
                changes(workload, true);
            } else if (what < 0.925) {
                comes(random.nextInt(3) == 0 ? aWorkload() : workload);
            } else {
                goes(workload);
            }
        }
    }

    private LivingWorkload aWorkload() {
        // One in twenty is AKS's own.
        boolean platform = random.nextInt(20) == 0;
        String namespace = platform ? namespaces.getFirst() : namespaces.get(1 + random.nextInt(namespaces.size() - 1));
        String name = pick(WORDS) + "-" + pick(WORDS) + "-" + workloads.size();
        LivingWorkload workload = new LivingWorkload(
                workloads.size(),
                new WorkloadRef(namespace, pick(KINDS), name),
                owner(platform, namespace),
                1 + random.nextInt(4),
                day);
        workloads.add(workload);
        touched.add(workload);
        return workload;
    }

    private @Nullable String owner(boolean platform, String namespace) {
        if (platform || random.nextInt(100) < 11) {
            return null;
        }
        int stage = namespace.indexOf('-');
        return "team-" + (stage < 0 ? namespace : namespace.substring(0, stage));
    }

    private boolean comes(LivingWorkload workload) {
        int first = random.nextInt(CONTAINERS_OF_A_WORKLOAD);
        for (int i = 0; i < CONTAINERS_OF_A_WORKLOAD; i++) {
            if (comes(workload, (first + i) % CONTAINERS_OF_A_WORKLOAD)) {
                return true;
            }
        }
        return false;
    }

    private boolean comes(LivingWorkload workload, int place) {
        boolean platform = workload.ref.namespace().equals(namespaces.getFirst());
        boolean injected = !platform && place == 4 && random.nextInt(3) == 0;
        Slot slot = injected ? new Slot(ContainerKind.SIDECAR, "istio-proxy") : slot(place);
        Content content = new Content(
                (platform ? "mcr.microsoft.com/oss/" : "registry.example/")
                        + (injected ? "istio/proxyv2" : workload.ref.name() + "/" + slot.name()) + ":1." + day,
                Variety.draw(random),
                platform ? Origin.PLATFORM : injected ? Origin.INJECTED : Origin.CUSTOMER);
        touched.add(workload);
        return workload.containers.putIfAbsent(slot, content) == null;
    }

    private static Slot slot(int place) {
        return switch (place) {
            case 0 -> new Slot(ContainerKind.INIT, "prepare");
            case 1, 2 -> new Slot(ContainerKind.APP, "app-" + place);
            case 3 -> new Slot(ContainerKind.APP, "exporter");
            default -> new Slot(ContainerKind.SIDECAR, "agent");
        };
    }

    private void changes(LivingWorkload workload, boolean settings) {
        if (workload.containers.isEmpty()) {
            return;
        }
        Slot slot = pick(workload.slots());
        workload.containers.computeIfPresent(
                slot,
                (_, content) -> settings
                        ? new Content(content.image(), Variety.draw(random), content.origin())
                        : new Content(
                                content.image().substring(0, content.image().lastIndexOf(':')) + ":1." + day,
                                content.settings(),
                                content.origin()));
        touched.add(workload);
    }

    private void goes(LivingWorkload workload) {
        if (!workload.containers.isEmpty()) {
            workload.containers.remove(pick(workload.slots()));
            touched.add(workload);
        }
    }
}

package dev.capstan.ui.testing;

import dev.capstan.benchmark.Control;
import dev.capstan.collection.FailureCause;
import dev.capstan.collection.Origin;
import dev.capstan.evaluation.Verdict;
import dev.capstan.fleet.ClusterId;
import dev.capstan.posture.Apart;
import dev.capstan.posture.ClusterPosture;
import dev.capstan.posture.Freshness;
import dev.capstan.posture.Score;
import dev.capstan.workload.ContainerDetails;
import dev.capstan.workload.WorkloadDetails;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Clusters as the screens know them, in every state that one can be in. */
public final class FakeFleet {

    /** The instant at which everything was read. */
    public static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");

    private static final List<String> REGIONS = List.of("westeurope", "northeurope", "germanywestcentral", "uksouth");
    private static final List<String> SUBSCRIPTIONS = List.of("Payments Production", "Platform", "Research");
    private static final List<String> NAMES = List.of(
            "aks-payments-prod-weu-01",
            "aks-payments-prod-neu-01",
            "aks-shop-prod-weu-01",
            "aks-shop-staging-weu-01",
            "aks-data-prod-gwc-01",
            "aks-ml-research-uks-01",
            "aks-platform-shared-weu-01",
            "aks-observability-weu-01",
            "aks-edge-prod-uks-01",
            "aks-sandbox-weu-02",
            "aks-locked-prod-weu-01",
            "aks-private-prod-gwc-02",
            "aks-legacy-weu-01",
            "aks-dev-neu-03");

    private FakeFleet() {}

    /** How many clusters there are. */
    public static int size() {
        return NAMES.size();
    }

    /** A cluster's name; ids count from 1. */
    public static String name(int number) {
        return NAMES.get(number - 1);
    }

    /** A cluster with its score under a control; ids count from 1. */
    public static ClusterPosture cluster(int number, Control control) {
        ClusterId id = new ClusterId(number);
        FailureCause failure = failure(number);
        boolean stopped = number == 14;
        boolean neverRead = number == 11 || number == 12;
        Freshness freshness = neverRead || stopped || number == 13
                ? Freshness.NOT_ASSESSED
                : number == 10 ? Freshness.STALE : Freshness.CURRENT;
        Score score = neverRead ? Score.NONE : score(id, control);
        return new ClusterPosture(
                id,
                "/subscriptions/0b1f6471-1bf0-4dda-aec3-111122223333/resourcegroups/rg-" + NAMES.get(number - 1)
                        + "/providers/microsoft.containerservice/managedclusters/" + NAMES.get(number - 1),
                NAMES.get(number - 1),
                SUBSCRIPTIONS.get(number % 3),
                "rg-" + NAMES.get(number - 1).replaceFirst("aks-", ""),
                REGIONS.get(number % 4),
                number % 5 == 0 ? "1.31.9" : "1.33." + number % 4,
                stopped,
                NAMES.get(number - 1).contains("-prod-"),
                freshness,
                freshness == Freshness.NOT_ASSESSED ? score.forgotten() : score,
                freshness == Freshness.NOT_ASSESSED ? Apart.NONE : apart(id, control),
                neverRead ? null : NOW.minus(age(freshness, number)),
                neverRead ? 0 : 180 + number * 13,
                neverRead ? 0 : FakeWorkloads.of(id).size(),
                failure,
                failure == null
                        ? null
                        : "dial tcp 10.240.0.4:443: " + failure.title().toLowerCase(java.util.Locale.ROOT),
                failure == null ? null : NOW.minus(Duration.ofMinutes(12)));
    }

    /** All of them, in the order in which the fleet is read. */
    public static List<ClusterPosture> clusters(Control control) {
        List<ClusterPosture> clusters = new ArrayList<>();
        for (int number = 1; number <= NAMES.size(); number++) {
            clusters.add(cluster(number, control));
        }
        return clusters;
    }

    private static Score score(ClusterId cluster, Control control) {
        Score score = Score.NONE;
        for (WorkloadDetails workload : FakeWorkloads.of(cluster)) {
            for (ContainerDetails container : FakeWorkloads.running(workload)) {
                if (container.origin().isPlatform()) {
                    continue;
                }
                Verdict verdict = container.judgement().verdicts().get(control);
                score = score.plus(
                        switch (verdict) {
                            case Verdict.Pass p -> new Score(1, 0, 0, 0);
                            case Verdict.Fail f -> new Score(0, 1, 0, 0);
                            case Verdict.NotAssessed n -> new Score(0, 0, 1, 0);
                            case Verdict.NotApplicable n -> new Score(0, 0, 0, 1);
                            case null -> Score.NONE;
                        });
            }
        }
        return score;
    }

    private static Apart apart(ClusterId cluster, Control control) {
        Apart apart = Apart.NONE;
        for (WorkloadDetails workload : FakeWorkloads.of(cluster)) {
            for (ContainerDetails container : FakeWorkloads.running(workload)) {
                int failing = container.judgement().verdicts().get(control) instanceof Verdict.Fail ? 1 : 0;
                if (container.origin().isPlatform()) {
                    apart = apart.plus(new Apart(1 - failing, failing, 0, 0));
                } else if (container.origin() == Origin.INJECTED) {
                    apart = apart.plus(new Apart(0, 0, 1 - failing, failing));
                }
            }
        }
        return apart;
    }

    private static @Nullable FailureCause failure(int number) {
        return switch (number) {
            case 5 -> FailureCause.THROTTLED;
            case 11 -> FailureCause.LOCAL_ACCOUNTS_DISABLED;
            case 12 -> FailureCause.UNREACHABLE_DNS;
            case 13 -> FailureCause.FORBIDDEN_BY_KUBERNETES;
            default -> null;
        };
    }

    private static Duration age(Freshness freshness, int number) {
        return switch (freshness) {
            case CURRENT -> Duration.ofMinutes(3L + number * 4);
            case STALE -> Duration.ofHours(31);
            case NOT_ASSESSED -> Duration.ofDays(5);
        };
    }
}

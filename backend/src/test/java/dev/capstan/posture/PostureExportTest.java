package dev.capstan.posture;

import static dev.capstan.posture.Fleet.NOON;
import static dev.capstan.posture.StoredCluster.Running.app;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.capstan.benchmark.Control;
import dev.capstan.benchmark.Risk;
import dev.capstan.collection.FailureCause;
import dev.capstan.fleet.ClusterId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.transaction.support.TransactionTemplate;

class PostureExportTest {

    private static final List<String> HOSTILE = List.of(
            "=cmd|' /C calc'!A0",
            "+1",
            "-1",
            "@SUM(1)",
            "\t=1",
            "a\n=b",
            "a\r\nb",
            "\"",
            "a,b",
            "\",\"=1",
            ";=1",
            "\u00e4");

    private final Fleet fleet = new Fleet();

    @AfterEach
    void close() {
        fleet.close();
    }

    @Test
    void aRowOfWorkloadsSaysWhatTheListSays() {
        StoredCluster cluster = fleet.cluster("eu-1")
                .runs(
                        "shop",
                        "DaemonSet",
                        "agent",
                        7,
                        app("agent", "add [NET_ADMIN CHOWN =1]").since(NOON.minus(Duration.ofDays(3))),
                        app("proxy", "drop [ALL]"))
                .readAgo(Duration.ofHours(30));
        long id = fleet.read()
                .workloads(Control.ADDED, WorkloadFilter.ALL, AsOf.NOW, Pageable.unpaged())
                .getFirst()
                .id();

        assertThat(workloads(Control.ADDED, WorkloadFilter.ALL, Sort.unsorted()))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.getHeader())
                            .containsExactly(
                                    "Workload",
                                    "Kind",
                                    "Namespace",
                                    "Cluster",
                                    "Owner",
                                    "Assessed",
                                    "Run by AKS",
                                    "Control",
                                    "Risk",
                                    "Failing",
                                    "Containers",
                                    "Asks for",
                                    "Failing since",
                                    "Pods",
                                    "Cluster ID",
                                    "Workload ID");
                    assertThat(row.getFields())
                            .containsExactly(
                                    "agent",
                                    "DaemonSet",
                                    "shop",
                                    "eu-1",
                                    "",
                                    "Stale",
                                    "no",
                                    Control.ADDED.title(),
                                    "High",
                                    "1",
                                    "2",
                                    "'=1 CHOWN NET_ADMIN",
                                    "2026-11-21T12:00:00Z",
                                    "7",
                                    cluster.id().toString(),
                                    Long.toString(id));
                });
    }

    @Test
    void theHeatMapHasARowForEveryNamespaceOfTheClustersThatTheFilterLeaves() {
        StoredCluster cluster = fleet.cluster("eu-1")
                .runs("shop", "Deployment", "web", 1, app("web", "add [NET_ADMIN]"), app("proxy", "drop [ALL]"))
                .runs("=data", "Deployment", "store", 1, app("store", "drop [ALL]"))
                .readAgo(Duration.ofHours(1));
        fleet.cluster("us-1")
                .runs("shop", "Deployment", "web", 1, app("web", "add [NET_ADMIN]"))
                .readAgo(Duration.ofHours(1));

        List<NamedCsvRecord> rows =
                rows(to -> fleet.export().heatMap(Control.ADDED, ClusterFilter.ALL.withText("eu-"), AsOf.NOW, to));

        assertThat(rows.getFirst().getHeader())
                .startsWith("Cluster", "Subscription", "Namespace", "Assessed", "Control", "Passing %");
        assertThat(rows)
                .extracting(
                        row -> row.getField("Namespace"), row -> row.getField("Failing"), row -> row.getField("Risk"))
                .containsExactly(tuple("'=data", "0", "None"), tuple("shop", "1", "High"));
        assertThat(rows)
                .allSatisfy(row -> assertThat(row.getField("Cluster ID"))
                        .isEqualTo(cluster.id().toString()));
    }

    @Test
    void scoresByAnythingAreWrittenInTheirOrder() {
        fleet.cluster("eu-1")
                .runs("shop", "Deployment", "web", 1, app("web", "add [NET_ADMIN]"))
                .runs("data", "Deployment", "store", 1, app("store", "drop [ALL]"))
                .readAgo(Duration.ofHours(1));

        List<NamedCsvRecord> rows =
                rows(to -> fleet.export().scores(new Grouping.ByNamespace(), Control.ADDED, AsOf.NOW, to));

        assertThat(rows.getFirst().getHeader()).startsWith("Namespace", "Control", "Passing %");
        assertThat(rows)
                .extracting(row -> row.getField("Namespace"), row -> row.getField("Failing"))
                .containsExactly(tuple("shop", "1"), tuple("data", "0"));
    }

    @Test
    void aRowOfClustersSaysWhatTheListSaysAndHowItsAdmissionIs() {
        StoredCluster cluster = fleet.cluster("eu-1", "Shops \u00d6st", "=rg", "westeurope", "1.33.2")
                .scoredAgo(Duration.ofHours(30), new Score(3, 1, 1, 2))
                .attempted(Duration.ofHours(2), "FAILED", FailureCause.UNREACHABLE_NETWORK)
                .tagged("env", "prod");
        String armId = fleet.read()
                .cluster(cluster.id(), Control.ADDED, AsOf.NOW)
                .orElseThrow()
                .armId();

        assertThat(clusters(Control.ADDED, ClusterFilter.ALL, Sort.unsorted()))
                .singleElement()
                .satisfies(row -> assertThat(row.getFieldsAsMap())
                        .containsEntry("Cluster", "eu-1")
                        .containsEntry("Subscription", "Shops \u00d6st")
                        .containsEntry("Resource group", "'=rg")
                        .containsEntry("Kubernetes", "1.33.2")
                        .containsEntry("Stopped", "no")
                        .containsEntry("Production", "yes")
                        .containsEntry("Assessed", "Stale")
                        .containsEntry("Control", Control.ADDED.title())
                        .containsEntry("Passing %", "75")
                        .containsEntry("Coverage %", "80")
                        .containsEntry("Failing", "1")
                        .containsEntry("Not applicable", "2")
                        .containsEntry("Admission", "Unknown for eu-1")
                        .containsEntry("Last snapshot", "2026-11-23T06:00:00Z")
                        .containsEntry("Last failure", FailureCause.UNREACHABLE_NETWORK.title())
                        .containsEntry("Failure in detail", "The server said UNREACHABLE_NETWORK")
                        .containsEntry("Failed at", "2026-11-24T10:00:00Z")
                        .containsEntry("Azure resource ID", armId)
                        .containsEntry("Cluster ID", cluster.id().toString()));
    }

    @Test
    void aClusterThatWasNeverReadHasNoPercentageRatherThanNought() {
        fleet.cluster("new");

        assertThat(clusters(Control.ADDED, ClusterFilter.ALL, Sort.unsorted()))
                .singleElement()
                .satisfies(row -> assertThat(row.getFieldsAsMap())
                        .containsEntry("Assessed", "Not assessed")
                        .containsEntry("Passing %", "")
                        .containsEntry("Last snapshot", ""));
    }

    @Test
    void aListLongerThanWhatIsFetchedAtATimeIsWholeAndInOrder() {
        StoredCluster cluster = fleet.cluster("eu-1");
        for (int i = 0; i < 1_203; i++) {
            cluster.runs("w-" + i, app("a", i % 3 == 0 ? "privileged" : "drop [ALL]"));
        }
        Sort sort = Sort.by("name").descending();

        assertThat(workloads(Control.ADDED, WorkloadFilter.ALL, sort))
                .extracting(row -> row.getField("Workload"))
                .isEqualTo(
                        fleet
                                .read()
                                .workloads(Control.ADDED, WorkloadFilter.ALL, AsOf.NOW, Pageable.unpaged(sort))
                                .stream()
                                .map(WorkloadPosture::name)
                                .toList())
                .hasSize(1_203);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void whateverRunsAndIsAskedForTheFileHoldsTheRowsOfTheListAndNoFormula(long seed) {
        Random random = new Random(seed);
        List<ClusterId> ids = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            StoredCluster cluster = RandomFleetTest.anyCluster(fleet, any(HOSTILE, random) + i, random);
            ids.add(cluster.id());
            for (String name : HOSTILE) {
                if (random.nextInt(3) == 0) {
                    cluster.runs(
                            any(HOSTILE, random),
                            "Deployment",
                            name,
                            1,
                            app("a", "add [NET_RAW " + name.strip() + "]"));
                }
            }
        }
        for (int i = 0; i < 12; i++) {
            Control control = any(List.of(Control.values()), random);
            sameWorkloads(control, anyWorkloadFilter(ids, random), anySort(random, "name", "risk", "failing", "pods"));
            sameClusters(control, anyClusterFilter(ids, random), anySort(random, "name", "score", "freshness"));
        }
    }

    private void sameWorkloads(Control control, WorkloadFilter filter, Sort sort) {
        List<NamedCsvRecord> rows = workloads(control, filter, sort);

        assertThat(rows)
                .extracting(row -> List.of(
                        row.getField("Cluster ID"),
                        row.getField("Workload ID"),
                        row.getField("Workload"),
                        row.getField("Namespace"),
                        row.getField("Cluster"),
                        row.getField("Run by AKS"),
                        row.getField("Risk").toUpperCase(java.util.Locale.ROOT),
                        row.getField("Failing"),
                        row.getField("Containers"),
                        row.getField("Asks for"),
                        row.getField("Failing since"),
                        row.getField("Pods")))
                .isEqualTo(fleet.read().workloads(control, filter, AsOf.NOW, Pageable.unpaged(sort)).stream()
                        .map(w -> List.of(
                                w.cluster().toString(),
                                Long.toString(w.id()),
                                Csv.harmless(w.name()),
                                Csv.harmless(w.namespace()),
                                Csv.harmless(w.clusterName()),
                                w.platform() ? "yes" : "no",
                                Objects.toString(w.risk(), "NONE"),
                                Integer.toString(w.failing()),
                                Integer.toString(w.containers()),
                                Csv.harmless(String.join(" ", w.askedFor())),
                                Objects.toString(w.failingSince(), ""),
                                Integer.toString(w.pods())))
                        .toList());
        rows.forEach(PostureExportTest::isHarmless);
    }

    private void sameClusters(Control control, ClusterFilter filter, Sort sort) {
        List<NamedCsvRecord> rows = clusters(control, filter, sort);

        assertThat(rows)
                .extracting(row -> List.of(
                        row.getField("Cluster ID"),
                        row.getField("Cluster"),
                        row.getField("Passing"),
                        row.getField("Failing"),
                        row.getField("Not assessed"),
                        row.getField("Not applicable"),
                        row.getField("Run by AKS, failing"),
                        row.getField("Injected, failing"),
                        row.getField("Last snapshot")))
                .isEqualTo(fleet.read().clusters(control, filter, AsOf.NOW, Pageable.unpaged(sort)).stream()
                        .map(c -> List.of(
                                c.id().toString(),
                                Csv.harmless(c.name()),
                                Long.toString(c.score().passing()),
                                Long.toString(c.score().failing()),
                                Long.toString(c.score().notAssessed()),
                                Long.toString(c.score().notApplicable()),
                                Long.toString(c.apart().platformFailing()),
                                Long.toString(c.apart().injectedFailing()),
                                Objects.toString(c.lastSnapshotAt(), "")))
                        .toList());
        rows.forEach(PostureExportTest::isHarmless);
    }

    private static void isHarmless(NamedCsvRecord row) {
        assertThat(row.getFields()).allSatisfy(cell -> {
            assertThat(cell).doesNotMatch("(?s)[\\t\\r\\n].*");
            for (String part : cell.split("[;\\t\\r\\n]")) {
                assertThat(part).doesNotMatch("(?s)\\s*[=+\\-@].*");
            }
        });
    }

    private static WorkloadFilter anyWorkloadFilter(List<ClusterId> ids, Random random) {
        return WorkloadFilter.ALL
                .withText(random.nextInt(3) == 0 ? "a" : "")
                .withCluster(random.nextInt(3) == 0 ? any(ids, random) : null)
                .withNamespace(random.nextInt(5) == 0 ? "ns-1" : null)
                .withCapability(random.nextInt(4) == 0 ? "NET_RAW" : null)
                .withRisk(random.nextInt(4) == 0 ? any(List.of(Risk.values()), random) : null)
                .withRunBy(maybe(List.of(RunBy.values()), random))
                .withFailingOnly(random.nextInt(3) == 0);
    }

    private static ClusterFilter anyClusterFilter(List<ClusterId> ids, Random random) {
        return ClusterFilter.ALL
                .withText(random.nextInt(3) == 0 ? "1" : "")
                .withSubscription(random.nextInt(5) == 0 ? "Shops" : null)
                .withFreshness(maybe(List.of(Freshness.values()), random))
                .withAmong(random.nextInt(4) == 0 ? Set.of(ids.getFirst(), ids.getLast()) : null);
    }

    private static Sort anySort(Random random, String... keys) {
        Sort sort = Sort.by(any(List.of(keys), random));
        return switch (random.nextInt(3)) {
            case 0 -> sort;
            case 1 -> sort.descending();
            default -> Sort.unsorted();
        };
    }

    private static <T> @Nullable T maybe(List<T> all, Random random) {
        return random.nextBoolean() ? any(all, random) : null;
    }

    private static <T> T any(List<T> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }

    private List<NamedCsvRecord> workloads(Control control, WorkloadFilter filter, Sort sort) {
        return rows(to -> fleet.export().workloads(control, filter, AsOf.NOW, sort, to));
    }

    private List<NamedCsvRecord> clusters(Control control, ClusterFilter filter, Sort sort) {
        return rows(to -> fleet.export().clusters(control, filter, AsOf.NOW, sort, c -> "Unknown for " + c.name(), to));
    }

    private List<NamedCsvRecord> rows(Writing writing) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        new TransactionTemplate(fleet.transactions()).executeWithoutResult(begun -> writing.to(file));
        return CsvReader.builder()
                .detectBomHeader(true)
                .ofNamedCsvRecord(new ByteArrayInputStream(file.toByteArray()))
                .stream()
                .toList();
    }

    private interface Writing {

        void write(OutputStream to) throws IOException;

        default void to(OutputStream to) {
            try {
                write(to);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}

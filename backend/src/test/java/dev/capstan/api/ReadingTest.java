package dev.capstan.api;

import static dev.capstan.simulator.ClusterFixture.fleet;
import static dev.capstan.simulator.ClusterFixture.named;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.capstan.access.Role;
import dev.capstan.access.TokenScope;
import dev.capstan.assessment.AsCollector;
import dev.capstan.benchmark.Control;
import dev.capstan.posture.AsOf;
import dev.capstan.posture.Change;
import dev.capstan.posture.ChangeFilter;
import dev.capstan.posture.Changes;
import dev.capstan.posture.ClusterFilter;
import dev.capstan.posture.Period;
import dev.capstan.posture.PostureExport;
import dev.capstan.posture.WorkloadFilter;
import dev.capstan.simulator.ClusterFixture;
import dev.capstan.testing.CapstanWithFleet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import tools.jackson.databind.JsonNode;

/** What programs read, compared with what the screens and their files tell. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReadingTest {

    private static final Instant MORNING = Instant.parse("2026-06-01T08:00:00Z");
    private static final Instant LATER = MORNING.plus(Duration.ofHours(5));

    private CapstanWithFleet capstan;
    private Program program;

    @BeforeAll
    void start() {
        ClusterFixture[] clusters = IntStream.range(0, 4)
                .mapToObj(n -> {
                    ClusterFixture cluster = named("quay-" + n)
                            .deployment("shop/cart", 3, "app cart example.test/cart:1 drop=ALL add=NET_ADMIN")
                            .changesAt(
                                    MORNING.plus(Duration.ofHours(1)),
                                    "app cart example.test/cart:2 drop=ALL add=NET_ADMIN,SYS_ADMIN")
                            .daemonSet("kube-system/agent", "app agent example.test/agent:1 privileged");
                    for (int i = 0; i < 7; i++) {
                        cluster.deployment("team-" + i % 3 + "/app-" + i, 1, "app main example.test/app:1 drop=ALL")
                                .changesAt(
                                        MORNING.plus(Duration.ofHours(2)),
                                        "app main example.test/app:2" + (i % 2 == 0 ? " add=SYS_TIME" : " drop=ALL"));
                    }
                    return cluster;
                })
                .toArray(ClusterFixture[]::new);
        capstan = CapstanWithFleet.startServing(fleet(clusters));
        capstan.discover();
        assessAll();
        capstan.clock.forward(Duration.ofHours(4));
        assessAll();
        capstan.clock.set(LATER);
        program = Program.of(capstan, Role.AUDITOR, TokenScope.values());
    }

    private void assessAll() {
        IntStream.range(0, 4).forEach(n -> capstan.assess("quay-" + n));
    }

    @AfterAll
    void stop() {
        capstan.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/clusters",
        "/api/v1/workloads",
        "/api/v1/workloads?control=net-raw&failing=true",
        "/api/v1/workloads?asOf=2026-06-01T08:30:00Z",
        "/api/v1/findings",
        "/api/v1/findings?asOf=2026-06-01T08:30:00Z",
        "/api/v1/findings?from=2026-06-01T00:00:00Z&to=2026-06-01T13:00:00Z",
        "/api/v1/clusters/1/runs",
        "/api/v1/changes?from=2026-06-01T08:30:00Z",
        "/api/v1/changes?from=2026-06-01T08:30:00Z&control=net-raw"
    })
    void walkingPageByPageGivesExactlyTheWholeList(String path) {
        String separator = path.contains("?") ? "&" : "?";
        JsonNode whole = program.read(path + separator + "limit=1000");
        assertThat(whole.path("next").isNull()).isTrue();
        List<JsonNode> rows = List.copyOf(whole.path("items").valueStream().toList());
        assertThat(rows).isNotEmpty().doesNotHaveDuplicates();

        new Random(7)
                .ints(4, 1, rows.size() + 3)
                .forEach(limit -> assertThat(program.walk(path + separator + "limit=" + limit))
                        .as("in pages of " + limit)
                        .isEqualTo(rows));
        assertThat(program.walk(path + separator + "limit=1")).isEqualTo(rows);
        assertThat(program.walk(path + separator + "limit=" + rows.size())).isEqualTo(rows);
    }

    @Test
    void rowsThatComeAndGoNeitherShiftNorRepeatOthers() {
        JsonNode first = program.read("/api/v1/workloads?limit=5");
        List<JsonNode> rest = program.walk(first.path("next").asString());

        // One row of the first page goes away before the second is read.
        capstan.jdbc()
                .sql("update workload_posture set platform = not platform where cluster_id = 1 and workload_id = 1")
                .update();
        try {
            assertThat(program.walk(first.path("next").asString())).isEqualTo(rest);
        } finally {
            capstan.jdbc()
                    .sql("update workload_posture set platform = not platform where cluster_id = 1 and workload_id = 1")
                    .update();
        }
    }

    @Test
    void theNextPageIsAlsoInTheHeaderLinkAndTakesAnotherLimit() {
        var answer = program.get("/api/v1/workloads?limit=2&q=a%26b=c");
        assertThat(answer.headers().firstValue("Link")).isEmpty();

        answer = program.get("/api/v1/workloads?limit=2&q=app");
        String link = answer.headers().firstValue("Link").orElseThrow();
        String next = link.replaceAll("^<(.*)>; rel=\"next\"$", "$1");
        assertThat(answer.body()).contains(next);
        assertThat(program.read(next.replace("limit=2", "limit=3"))
                        .path("items")
                        .size())
                .isEqualTo(3);
        assertThat(program.get(next.replace("q=app", "q=ap")).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"ADDED,added", "NET_RAW,net-raw", "PRIVILEGED,privileged"})
    void workloadsAreThoseOfTheFile(Control control, String word) throws IOException {
        for (AsOf asOf : List.of(AsOf.NOW, AsOf.at(MORNING.plusSeconds(1800)))) {
            String at = asOf.isNow() ? "now" : String.valueOf(asOf.instant());

            assertThat(program.walk("/api/v1/workloads?limit=7&control=" + word + "&asOf=" + at))
                    .extracting(row -> String.join(
                            ";",
                            row.path("cluster").asString(),
                            row.path("id").asString(),
                            row.path("name").asString(),
                            row.path("failing").asString(),
                            row.path("containers").asString(),
                            row.path("pods").asString(),
                            row.path("risk").asString("none"),
                            row.path("failingSince").asString(""),
                            row.path("asksFor")
                                    .valueStream()
                                    .map(JsonNode::asString)
                                    .toList()
                                    .toString()))
                    .containsExactlyInAnyOrderElementsOf(csv(to -> capstan.bean(PostureExport.class)
                                    .workloads(control, WorkloadFilter.ALL, asOf, Sort.unsorted(), to))
                            .stream()
                            .map(row -> String.join(
                                    ";",
                                    row.getField("Cluster ID"),
                                    row.getField("Workload ID"),
                                    row.getField("Workload"),
                                    row.getField("Failing"),
                                    row.getField("Containers"),
                                    row.getField("Pods"),
                                    row.getField("Risk").toLowerCase(java.util.Locale.ROOT),
                                    row.getField("Failing since"),
                                    "[" + row.getField("Asks for").replace(" ", ", ") + "]"))
                            .toList());
        }
    }

    @Test
    void clustersAreThoseOfTheFile() throws IOException {
        assertThat(program.walk("/api/v1/clusters?limit=3"))
                .extracting(row -> String.join(
                        ";",
                        row.path("id").asString(),
                        row.path("name").asString(),
                        row.at("/score/passing").asString(),
                        row.at("/score/failing").asString(),
                        row.at("/score/strictPercent").asString(),
                        row.at("/score/coveragePercent").asString(),
                        row.path("lastSnapshotAt").asString()))
                .containsExactlyInAnyOrderElementsOf(csv(to -> capstan.bean(PostureExport.class)
                                .clusters(Control.ADDED, ClusterFilter.ALL, AsOf.NOW, Sort.unsorted(), _ -> "", to))
                        .stream()
                        .map(row -> String.join(
                                ";",
                                row.getField("Cluster ID"),
                                row.getField("Cluster"),
                                row.getField("Passing"),
                                row.getField("Failing"),
                                row.getField("Passing %"),
                                row.getField("Coverage %"),
                                row.getField("Last snapshot")))
                        .toList());
    }

    @Test
    void changesAreThoseOfTheScreen() {
        Period period = Period.since(MORNING.plusSeconds(1800));
        List<Change> shown = AsCollector.call(
                () -> capstan.bean(Changes.class).list(Control.ADDED, period, ChangeFilter.ALL, Pageable.unpaged()));

        assertThat(program.walk("/api/v1/changes?limit=3&from=2026-06-01T08:30:00Z"))
                .extracting(row -> row.path("cluster").asLong() + "/"
                        + row.path("workload").asLong() + " "
                        + row.path("change").asString() + " "
                        + row.path("added").size())
                .containsExactlyInAnyOrderElementsOf(shown.stream()
                        .map(c -> c.cluster() + "/" + c.workload() + " "
                                + c.kind().name().toLowerCase(java.util.Locale.ROOT) + " "
                                + c.added().size())
                        .toList())
                .contains("1/" + workload("cart") + " changed 1", "1/" + workload("app-0") + " new 1");
    }

    @ParameterizedTest
    @CsvSource({"subscription", "cluster", "namespace", "owner", "tag&tag=none"})
    void everyWayOfTellingApartAddsUpToTheFleet(String by) {
        JsonNode fleet = program.read("/api/v1/scores?by=fleet").at("/items/0/score");

        List<JsonNode> groups = program.walk("/api/v1/scores?by=" + by);

        for (String band : List.of("passing", "failing", "notAssessed", "notApplicable")) {
            assertThat(groups.stream()
                            .mapToLong(group -> group.at("/score/" + band).asLong())
                            .sum())
                    .as(band)
                    .isEqualTo(fleet.path(band).asLong());
        }
    }

    @Test
    void findingsAreAsManyAsFailingContainersInTheScore() {
        long failing = program.read("/api/v1/scores?by=fleet")
                .at("/items/0/score/failing")
                .asLong();

        assertThat(program.walk("/api/v1/findings?control=added&runBy=customer"))
                .hasSize((int) failing);
        assertThat(program.walk("/api/v1/findings?control=added&capability=SYS_ADMIN"))
                .hasSize(4)
                .allSatisfy(row -> {
                    assertThat(row.path("began").asString()).isEqualTo("changed");
                    assertThat(row.path("openedAt").asString()).isEqualTo(MORNING.toString());
                });
    }

    @Test
    void whatEndedIsFoundWithinTheSpan() {
        assertThat(program.walk("/api/v1/findings?control=added&from=2026-06-01T00:00:00Z&to=2026-06-01T09:00:00Z"))
                .allSatisfy(row -> assertThat(row.path("seenFrom").asString()).isEqualTo(MORNING.toString()));
        assertThat(program.walk("/api/v1/findings?control=added&from=2026-06-01T00:00:00Z&to=2026-06-01T09:00:00Z"))
                .anySatisfy(row -> assertThat(row.path("ended").asString("")).isEqualTo("changed"));
    }

    @Test
    void aWorkloadTellsItsContainersAsTheyRanAtTheInstant() {
        String path = "/api/v1/clusters/1/workloads/" + workload("cart");

        JsonNode now = program.read(path).path("containers");
        JsonNode before = program.read(path + "?asOf=2026-06-01T08:30:00Z").path("containers");
        JsonNode all = program.read(path + "?former=true").path("containers");

        assertThat(now.size()).isEqualTo(1);
        assertThat(now.at("/0/image").asString()).isEqualTo("example.test/cart:2");
        assertThat(now.at("/0/effective").toString()).isEqualTo("[\"NET_ADMIN\",\"SYS_ADMIN\"]");
        assertThat(now.at("/0/settings/added").toString()).isEqualTo("[\"NET_ADMIN\",\"SYS_ADMIN\"]");
        assertThat(now.at("/0/risk").asString()).isEqualTo("critical");
        assertThat(now.at("/0/verdicts/0/control").asString()).isEqualTo("added");
        assertThat(now.at("/0/verdicts/0/verdict").asString()).isEqualTo("fail");
        assertThat(now.at("/0/verdicts/0/reasons").size()).isPositive();
        assertThat(before.size()).isEqualTo(1);
        assertThat(before.at("/0/image").asString()).isEqualTo("example.test/cart:1");
        assertThat(all.size()).isEqualTo(2);
    }

    @Test
    void aClusterTellsItsRunsNamespacesAndAdmission() {
        assertThat(program.read("/api/v1/clusters/1").path("name").asString()).isEqualTo("quay-0");
        assertThat(program.walk("/api/v1/clusters/1/runs?limit=1"))
                .extracting(run -> run.path("startedAt").asString())
                .containsExactly(MORNING.plus(Duration.ofHours(4)).toString(), MORNING.toString());
        assertThat(program.walk("/api/v1/clusters/1/namespaces"))
                .extracting(namespace -> namespace.path("namespace").asString())
                .containsExactly("kube-system", "shop", "team-0", "team-1", "team-2");
        assertThat(program.read("/api/v1/clusters/1/admission")
                        .at("/verdict/verdict")
                        .asString())
                .isEqualTo("not-met");
    }

    @Test
    void theTrendHasADayForEachDayAndGapsAreNull() {
        List<JsonNode> days = program.walk("/api/v1/trends?from=2026-05-30&to=2026-06-01&cluster=1");

        assertThat(days)
                .extracting(day -> day.path("day").asString())
                .containsExactly("2026-05-30", "2026-05-31", "2026-06-01");
        assertThat(days.getFirst().path("score").isNull()).isTrue();
        assertThat(days.getLast().path("score"))
                .isEqualTo(program.read("/api/v1/clusters/1").path("score"));
        assertThat(program.walk("/api/v1/trends")).hasSize(91);
        for (String scope :
                List.of("subscription=Harbour", "namespace=shop", "namespace=shop&cluster=1", "unowned=true")) {
            assertThat(program.walk("/api/v1/trends?" + scope)).as(scope).hasSize(91);
        }
    }

    @Test
    void theCatalogueAndThePolicyAreThere() {
        assertThat(program.walk("/api/v1/controls"))
                .extracting(control -> control.path("control").asString())
                .containsExactly("added", "assigned", "net-raw", "privileged");
        assertThat(program.read("/api/v1/controls/net-raw").path("listings").size())
                .isEqualTo(program.walk("/api/v1/benchmarks").size());
        assertThat(program.read("/api/v1/benchmarks/cis-aks-1.0")
                        .at("/listings/0/number")
                        .asString())
                .isEqualTo("4.2.8");
        assertThat(program.walk("/api/v1/capabilities")).hasSize(41);
        assertThat(program.read("/api/v1/capabilities/SYS_ADMIN").path("risk").asString())
                .isEqualTo("critical");
        assertThat(program.read("/api/v1/policy").path("reading").asString()).isEqualTo("strict");
        assertThat(program.walk("/api/v1/policy/history")).hasSize(1);
        assertThat(program.get("/api/v1/policy?asOf=2026-05-01T00:00:00Z").statusCode())
                .isEqualTo(404);
        assertThat(program.walk("/api/v1/scores?by=capability"))
                .extracting(row -> row.path("name").asString() + " "
                        + row.path("containers").asLong())
                .contains("SYS_ADMIN 4", "NET_ADMIN 4", "SYS_TIME 16", "privileged 4");
    }

    private long workload(String name) {
        return capstan.jdbc()
                .sql("select id from workload where cluster_id = 1 and name = ?")
                .param(name)
                .query(Long.class)
                .single();
    }

    @FunctionalInterface
    private interface Export {

        void writeTo(ByteArrayOutputStream to) throws IOException;
    }

    private static List<NamedCsvRecord> csv(Export export) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        AsCollector.call(() -> {
            try {
                export.writeTo(file);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
            return file;
        });
        String text = file.toString(StandardCharsets.UTF_8).replace("\uFEFF", "");
        return CsvReader.builder().ofNamedCsvRecord(text).stream().toList();
    }
}

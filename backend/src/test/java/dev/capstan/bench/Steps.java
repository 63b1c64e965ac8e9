package dev.capstan.bench;

import dev.capstan.admission.Admissions;
import dev.capstan.bench.Step.Person;
import dev.capstan.benchmark.Control;
import dev.capstan.benchmark.Risk;
import dev.capstan.fleet.ClusterId;
import dev.capstan.posture.AsOf;
import dev.capstan.posture.ChangeFilter;
import dev.capstan.posture.Changes;
import dev.capstan.posture.ClusterFilter;
import dev.capstan.posture.Freshness;
import dev.capstan.posture.Grouping;
import dev.capstan.posture.Period;
import dev.capstan.posture.Postures;
import dev.capstan.posture.Resolutions;
import dev.capstan.posture.Scope;
import dev.capstan.posture.WorkloadFilter;
import dev.capstan.posture.WorkloadPosture;
import dev.capstan.search.Search;
import dev.capstan.workload.Workloads;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.springframework.context.ApplicationContext;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;

/** What people do, as the screens do it: the same calls in the same order, with the pages that a grid asks for. */
final class Steps {

    private static final int PAGE = 50;
    private static final int OVERVIEW = 500;
    private static final int GRID = 300;
    private static final int AS_OF = 1000;
    private static final List<String> TEXTS =
            List.of("api", "a", "wo", "payments", "gateway-e", "proxy-sync-1", "re", "x");
    private static final List<String> CAPABILITIES =
            List.of("NET_ADMIN", "SYS_ADMIN", "privileged", "ALL", "SYS_PTRACE");

    private static final List<String> SOUGHT =
            List.of("payments", "gateway", "prod", "ap", "istio", "net_admin", "team-orders", "render-mirror", "5.2");

    private final Postures postures;
    private final Workloads workloads;
    private final Admissions admissions;
    private final Search search;
    private final Changes changes;
    private final Resolutions resolutions;
    private final Clock clock;
    private final FleetSize size;
    private final LocalDate today;
    private final AsOf aYearAgo;

    Steps(ApplicationContext capstan, FleetSize size) {
        postures = capstan.getBean(Postures.class);
        workloads = capstan.getBean(Workloads.class);
        admissions = capstan.getBean(Admissions.class);
        search = capstan.getBean(Search.class);
        changes = capstan.getBean(Changes.class);
        resolutions = capstan.getBean(Resolutions.class);
        clock = capstan.getBean(Clock.class);
        this.size = size;
        today = LocalDate.ofInstant(size.now(), ZoneOffset.UTC);
        aYearAgo = AsOf.at(size.now().minus(Duration.ofDays(Math.min(365, size.days() - 5))));
    }

    List<Step> all() {
        return List.of(
                new Step("overview, 90 days", OVERVIEW, 10, person -> overview(person, 90, AsOf.NOW)),
                new Step("overview, 365 days", OVERVIEW, 4, person -> overview(person, 365, AsOf.NOW)),
                new Step("clusters: the list", GRID, 5, this::clusters),
                new Step("clusters: sorted or filtered", GRID, 5, this::clustersOtherwise),
                new Step(
                        "workloads: the list",
                        GRID,
                        8,
                        person -> list(person, usual(person), 0, Sort.unsorted(), AsOf.NOW)),
                new Step(
                        "workloads: scrolled near",
                        GRID,
                        6,
                        person -> page(
                                person,
                                usual(person),
                                PAGE * (1 + person.random().nextInt(20)),
                                Sort.unsorted(),
                                AsOf.NOW)),
                new Step(
                        "workloads: scrolled anywhere",
                        GRID,
                        2,
                        person -> page(person, usual(person), anywhere(person), Sort.unsorted(), AsOf.NOW)),
                new Step(
                        "workloads: sorted by a column",
                        GRID,
                        6,
                        person -> list(person, usual(person), 0, sort(person), AsOf.NOW)),
                new Step(
                        "workloads: text typed",
                        GRID,
                        8,
                        person -> list(
                                person, usual(person).withText(pick(person, TEXTS)), 0, Sort.unsorted(), AsOf.NOW)),
                new Step(
                        "workloads: capability",
                        GRID,
                        5,
                        person -> list(
                                person,
                                usual(person).withCapability(pick(person, CAPABILITIES)),
                                0,
                                Sort.unsorted(),
                                AsOf.NOW)),
                new Step(
                        "workloads: risk",
                        GRID,
                        3,
                        person -> list(
                                person,
                                usual(person).withRisk(pick(person, List.of(Risk.values()))),
                                0,
                                Sort.unsorted(),
                                AsOf.NOW)),
                new Step(
                        "workloads: failing only",
                        GRID,
                        4,
                        person -> list(person, usual(person).withFailingOnly(true), 0, Sort.unsorted(), AsOf.NOW)),
                new Step(
                        "workloads: namespace of all clusters",
                        GRID,
                        3,
                        person -> list(person, usual(person).withNamespace("payments"), 0, Sort.unsorted(), AsOf.NOW)),
                new Step(
                        "workloads: of one cluster",
                        GRID,
                        4,
                        person -> list(person, usual(person).withCluster(cluster(person)), 0, sort(person), AsOf.NOW)),
                new Step(
                        "workloads: of an owner",
                        GRID,
                        4,
                        person -> list(person, usual(person).withOwner("team-orders"), 0, Sort.unsorted(), AsOf.NOW)),
                new Step(
                        "workloads: of nobody",
                        GRID,
                        2,
                        person -> list(
                                person,
                                usual(person).withOwner(WorkloadFilter.NO_OWNER),
                                0,
                                Sort.unsorted(),
                                AsOf.NOW)),
                new Step(
                        "workloads: of a subscription",
                        GRID,
                        2,
                        person -> list(
                                person,
                                usual(person).withSubscription("subscription-3"),
                                0,
                                Sort.unsorted(),
                                AsOf.NOW)),
                new Step("workloads: the filters' choices", GRID, 5, this::choices),
                new Step("cluster page", GRID, 6, this::clusterPage),
                new Step("namespace page", GRID, 4, this::namespacePage),
                new Step("workload page", GRID, 6, this::workloadPage),
                new Step("changes of a week", GRID, 4, this::changes),
                new Step("search", GRID, 6, person -> search.find(pick(person, SOUGHT), 5)),
                new Step(
                        "scores by namespace",
                        GRID,
                        2,
                        person -> postures.scores(new Grouping.ByNamespace(), person.control(), AsOf.NOW)),
                new Step(
                        "scores by owner",
                        GRID,
                        2,
                        person -> postures.scores(new Grouping.ByOwner(), person.control(), AsOf.NOW)),
                new Step("heat map of all", OVERVIEW, 2, person -> postures.heatMap(person.control(), null, AsOf.NOW)),
                new Step("a year ago: overview", AS_OF, 2, person -> overview(person, 90, aYearAgo)),
                new Step(
                        "a year ago: workloads",
                        AS_OF,
                        2,
                        person -> list(person, usual(person), 0, Sort.unsorted(), aYearAgo)),
                new Step(
                        "a year ago: text typed",
                        AS_OF,
                        1,
                        person -> list(
                                person, usual(person).withText(pick(person, TEXTS)), 0, Sort.unsorted(), aYearAgo)),
                new Step(
                        "a year ago: of one cluster",
                        AS_OF,
                        2,
                        person ->
                                list(person, usual(person).withCluster(cluster(person)), 0, Sort.unsorted(), aYearAgo)),
                new Step(
                        "a year ago: scores by owner",
                        AS_OF,
                        1,
                        person -> postures.scores(new Grouping.ByOwner(), person.control(), aYearAgo)),
                new Step(
                        "a year ago: heat map", AS_OF, 1, person -> postures.heatMap(person.control(), null, aYearAgo)),
                new Step(
                        "owner's trend, 365 days",
                        AS_OF,
                        1,
                        person -> postures.trend(
                                new Scope.OfOwner("team-orders"), person.control(), today.minusDays(364), today)));
    }

    private void overview(Person person, int days, AsOf asOf) {
        postures.fleet(person.control(), asOf);
        admissions.verdicts();
        LocalDate to =
                asOf.isNow() ? today : LocalDate.ofInstant(Objects.requireNonNull(asOf.instant()), ZoneOffset.UTC);
        postures.trend(Scope.FLEET, person.control(), to.minusDays(days - 1L), to);
        postures.askedFor(null, asOf, 12);
        if (asOf.isNow()) {
            changes.count(person.control(), Period.last(Duration.ofDays(1), clock), ChangeFilter.ALL);
            changes.count(person.control(), Period.last(Duration.ofDays(7), clock), ChangeFilter.ALL);
        }
        resolutions.open(person.control(), null, null, asOf);
    }

    private void clusters(Person person) {
        admissions.verdicts();
        postures.subscriptions();
        postures.countClusters(person.control(), ClusterFilter.ALL, AsOf.NOW);
        postures.clusters(person.control(), ClusterFilter.ALL, AsOf.NOW, PageRequest.of(0, PAGE));
    }

    private void clustersOtherwise(Person person) {
        ClusterFilter filter = pick(
                person,
                List.of(
                        ClusterFilter.ALL,
                        ClusterFilter.ALL.withText("prod"),
                        ClusterFilter.ALL.withSubscription("subscription-3"),
                        ClusterFilter.ALL.withFreshness(Freshness.CURRENT)));
        String key = pick(
                person,
                List.of("name", "subscription", "location", "kubernetesVersion", "score", "failing", "lastSnapshotAt"));
        postures.countClusters(person.control(), filter, AsOf.NOW);
        postures.clusters(person.control(), filter, AsOf.NOW, PageRequest.of(0, PAGE, Sort.by(key)));
    }

    private void list(Person person, WorkloadFilter filter, int from, Sort sort, AsOf asOf) {
        postures.countWorkloads(person.control(), filter, asOf);
        page(person, filter, from, sort, asOf);
    }

    private List<WorkloadPosture> page(Person person, WorkloadFilter filter, int from, Sort sort, AsOf asOf) {
        return postures.workloads(person.control(), filter, asOf, PageRequest.of(from / PAGE, PAGE, sort));
    }

    private void changes(Person person) {
        Period week = Period.last(Duration.ofDays(7), clock);
        changes.count(person.control(), week, ChangeFilter.ALL);
        changes.list(person.control(), week, ChangeFilter.ALL, PageRequest.of(0, PAGE));
    }

    private static WorkloadFilter usual(Person person) {
        return person.random().nextInt(5) == 0 ? WorkloadFilter.ALL : WorkloadFilter.SCORED;
    }

    private int anywhere(Person person) {
        return person.random().nextInt(Math.max(1, size.clusters() * size.containers() / 4));
    }

    private static Sort sort(Person person) {
        String key = pick(
                person,
                List.of(
                        "clusterName",
                        "namespace",
                        "name",
                        "kind",
                        "owner",
                        "containers",
                        "failing",
                        "failingSince",
                        "risk",
                        "pods"));
        return person.random().nextBoolean() ? Sort.by(key) : Sort.by(key).descending();
    }

    private ClusterId cluster(Person person) {
        return FleetLoad.id(person.random().nextInt(size.clusters()));
    }

    private void choices(Person person) {
        postures.namespaces(null, AsOf.NOW);
        postures.owners(AsOf.NOW);
        postures.askedFor(null, AsOf.NOW, 60);
        postures.clusters(person.control(), ClusterFilter.ALL, AsOf.NOW, Pageable.unpaged(Sort.by("name")));
    }

    private void clusterPage(Person person) {
        ClusterId cluster = cluster(person);
        postures.cluster(cluster, person.control(), AsOf.NOW);
        admissions.current(cluster);
        postures.trend(new Scope.OfCluster(cluster), person.control(), today.minusDays(89), today);
        failing(person, WorkloadFilter.SCORED.withCluster(cluster));
        postures.askedFor(cluster, AsOf.NOW, 12);
        postures.namespaces(cluster, AsOf.NOW);
    }

    private void failing(Person person, WorkloadFilter where) {
        WorkloadFilter filter = where.withFailingOnly(true);
        postures.countWorkloads(person.control(), filter, AsOf.NOW);
        postures.criteria(AsOf.NOW);
        postures.workloads(person.control(), filter, AsOf.NOW, PageRequest.of(0, 10));
    }

    private void namespacePage(Person person) {
        ClusterId cluster = cluster(person);
        List<String> names = postures.namespaces(cluster, AsOf.NOW);
        String namespace = pick(person, names);
        postures.cluster(cluster, person.control(), AsOf.NOW);
        admissions.history(cluster, namespace);
        failing(person, WorkloadFilter.ALL.withCluster(cluster).withNamespace(namespace));
    }

    private void workloadPage(Person person) {
        ClusterId cluster = cluster(person);
        List<WorkloadPosture> some = postures.workloads(
                person.control(), WorkloadFilter.ALL.withCluster(cluster), AsOf.NOW, PageRequest.of(0, 10));
        WorkloadPosture one = pick(person, some);
        postures.cluster(cluster, Control.ADDED, AsOf.NOW);
        workloads.history(cluster, one.id(), Duration.ofHours(72));
        admissions.history(cluster, one.namespace());
    }

    private static <T> T pick(Person person, List<T> from) {
        return from.get(person.random().nextInt(from.size()));
    }
}

package dev.capstan.simulator.demo;

import dev.capstan.simulator.demo.EvolvingHistory.Pace;
import dev.capstan.simulator.demo.EvolvingHistory.Planned;
import dev.capstan.simulator.demo.ServiceCatalogue.Habit;
import dev.capstan.simulator.demo.ServiceCatalogue.Team;
import dev.capstan.simulator.world.ContainerSpec;
import dev.capstan.simulator.world.Dice;
import dev.capstan.simulator.world.PodSettings;
import dev.capstan.simulator.world.PodTemplate;
import dev.capstan.simulator.world.Span;
import dev.capstan.simulator.world.Workload;
import dev.capstan.simulator.world.WorkloadKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Fills one cluster of the catalogue with workloads. */
final class ClusterBuilder {
    private static final String MANAGED_BY_AKS = "kubernetes.azure.com/managedby";

    private final Catalogue catalogue;
    private final Calendar calendar;
    private final ClusterPlan plan;
    private final Dice fleet;
    private final Dice dice;

    /**
     * @param fleet the chance of the whole fleet
     * @param dice the chance of this cluster
     */
    ClusterBuilder(Catalogue catalogue, Calendar calendar, ClusterPlan plan, Dice fleet, Dice dice) {
        this.catalogue = catalogue;
        this.calendar = calendar;
        this.plan = plan;
        this.fleet = fleet;
        this.dice = dice;
    }

    List<Workload> workloads() {
        List<Workload> workloads = new ArrayList<>();
        for (String group : plan.platform()) {
            Catalogue.named(group, catalogue.platform())
                    .forEach((name, recipe) -> workloads.add(ofRecipe(name, recipe, "kube-system", true)));
        }
        for (String entry : plan.software()) {
            Catalogue.named(entry, catalogue.software())
                    .forEach((name, recipe) -> workloads.add(ofRecipe(name, recipe, entry, recipe.platform())));
        }
        for (String team : plan.teams()) {
            Team its = Catalogue.named(team, catalogue.services().teams());
            its.services().forEach(line -> workloads.add(ofService(Service.parse(line), team, its)));
        }
        return workloads;
    }

    private Workload ofRecipe(String name, Recipe recipe, String usualNamespace, boolean platform) {
        String namespace = recipe.namespace() == null ? usualNamespace : recipe.namespace();
        Dice its = dice.of(namespace).of(name);
        PodSettings settings = PodSettings.parse(recipe.pod() == null ? "" : recipe.pod());
        List<ContainerSpec> first =
                recipe.containers().stream().map(ContainerSpec::parse).toList();
        List<ContainerSpec> later = recipe.later() == null
                ? first
                : recipe.later().stream().map(ContainerSpec::parse).toList();
        List<Planned> planned = new ArrayList<>();
        if (recipe.fixed() != null) {
            Instant day = calendar.day(recipe.fixed() + its.of("fixed").below(9));
            planned.add(new Planned(calendar.workingHour(day, its), Chart::renew));
        }
        Span span = span(recipe.from(), recipe.until(), its);
        Pace pace = new Pace(platform ? 100 : 110, Duration.ofMinutes(25), false);
        EvolvingHistory history = new EvolvingHistory(its, calendar, span.from(), pace, planned, chart -> {
            List<ContainerSpec> containers = chart.renewed() ? later : first;
            return new PodTemplate(
                    settings,
                    containers.stream()
                            .map(c -> c.withImage(Images.later(c.image(), chart.releases())))
                            .toList());
        });
        Map<String, String> labels = new TreeMap<>();
        labels.put(platform ? "k8s-app" : "app.kubernetes.io/name", name);
        Map<String, String> ownLabels = new TreeMap<>();
        if (platform) {
            (recipe.ownerOnly() ? ownLabels : labels).put(MANAGED_BY_AKS, "aks");
        }
        return new Workload(
                its,
                namespace,
                recipe.kind(),
                name,
                labels,
                ownLabels,
                span,
                history,
                Replicas.fixed(recipe.replicas()),
                recipe.every(),
                Debugging.never());
    }

    private Workload ofService(Service service, String team, Team its) {
        Dice company = fleet.of("services").of(team).of(service.name());
        Dice here = dice.of(team).of(service.name());
        boolean meshed = plan.mesh() && its.mesh() && !service.kind().runsToCompletion() && !service.windows();
        Habit habit = Catalogue.named(service.habit(), catalogue.services().habits());
        Span span = span(service.from(), service.until(), here);
        Pace pace = new Pace(
                plan.development() ? 40 : plan.production() ? 85 : 55,
                service.kind().runsToCompletion()
                        ? Duration.ZERO
                        : Duration.ofMinutes(6 + here.of("rollout").below(50)),
                !service.windows());
        EvolvingHistory history = new EvolvingHistory(
                here,
                calendar,
                span.from(),
                pace,
                new ServiceStory(calendar, plan).of(service, its, habit, meshed, company, here),
                new ServiceTemplates(catalogue.services(), team, service, meshed, company)::of);
        Map<String, String> labels = new TreeMap<>(Map.of(
                "app.kubernetes.io/name",
                service.name(),
                "app.kubernetes.io/part-of",
                team,
                "app.kubernetes.io/managed-by",
                "Helm"));
        labels.putAll(Ownership.labels(team, company));
        int replicas = (int) Math.max(1, Math.round(service.replicas() * plan.scale()));
        return new Workload(
                here,
                team,
                service.kind(),
                service.name(),
                labels,
                Map.of(),
                span,
                history,
                service.kind() == WorkloadKind.DEPLOYMENT
                        ? Replicas.around(replicas, here.of("replicas"))
                        : Replicas.fixed(replicas),
                service.every(),
                service.windows() || service.kind().runsToCompletion()
                        ? Debugging.never()
                        : Debugging.sometimes(here, calendar));
    }

    private Span span(@Nullable Integer from, @Nullable Integer until, Dice its) {
        Integer created = plan.from();
        Instant start;
        if (from != null && (created == null || from > created)) {
            start = calendar.workingHour(calendar.day(from), its);
        } else if (created != null) {
            start = calendar.day(created)
                    .plus(Duration.ofMinutes(15 + its.of("installed").below(300)));
        } else {
            start = calendar.before(its);
        }
        Instant end = calendar.dayOrNull(until);
        return new Span(start, end == null ? null : calendar.workingHour(end, its.of("end")));
    }
}

package dev.capstan.simulator.demo;

import dev.capstan.simulator.demo.EvolvingHistory.Planned;
import dev.capstan.simulator.demo.ServiceCatalogue.Habit;
import dev.capstan.simulator.demo.ServiceCatalogue.Team;
import dev.capstan.simulator.world.Dice;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What happens to the company's services in the 120 days. The platform team brings out chart 2.0, which drops every
 * capability; teams move to it one after the other, development first. Its release 2.1 adds NET_BIND_SERVICE again by
 * mistake for a week. Meshes stop needing istio-init, cluster by cluster. And in one bad week production is debugged
 * with more rights than it should be.
 */
final class ServiceStory {
    private static final double FAULTY_FROM = 51;
    private static final double FAULTY_UNTIL = 57.5;
    private static final double BAD_WEEK = 83;

    private final Calendar calendar;
    private final ClusterPlan cluster;

    ServiceStory(Calendar calendar, ClusterPlan cluster) {
        this.calendar = calendar;
        this.cluster = cluster;
    }

    /**
     * @param company the chance that is the same for the service in every cluster
     * @param here the chance of the service in this cluster
     */
    List<Planned> of(Service service, Team team, Habit habit, boolean meshed, Dice company, Dice here) {
        List<Planned> plan = new ArrayList<>();
        Double renewal = renewal(service, team, habit, company, here);
        if (renewal != null) {
            plan.add(at(renewal, here.of("renewal"), Chart::renew));
            if (renewal < FAULTY_FROM + 4
                    && !service.windows()
                    && here.of("faulty").chance(0.45)) {
                double from = Math.max(
                        renewal + 0.5, FAULTY_FROM + 3 * here.of("faulty from").unit());
                plan.add(at(from, here.of("fault"), chart -> chart.faulty(true)));
                double until = FAULTY_UNTIL + 4 * here.of("faulty until").unit();
                plan.add(at(until, here.of("fault fixed"), chart -> chart.faulty(false)));
            }
        }
        if (meshed && cluster.cni() != null) {
            plan.add(at(cluster.cni() + 3 * here.of("restart").unit(), here.of("cni"), Chart::withCni));
        }
        Dice debugging = here.of("bad week");
        if (cluster.production() && !service.windows() && debugging.chance(0.17)) {
            Planned relapse = at(
                    BAD_WEEK + 3 * debugging.of("day").unit(),
                    debugging,
                    chart -> chart.relapsedTo(EvolvingHistory.relapse(debugging.of("how"))));
            plan.add(relapse);
            Instant tidied = relapse.at()
                    .plus(Duration.ofHours(30 + debugging.of("tidies up").below(120)));
            plan.add(new Planned(calendar.workingHour(tidied, debugging), chart -> chart.relapsedTo(null)));
        }
        return plan;
    }

    /** The day on which the service moves to the new chart here; null where it never does. */
    private @Nullable Double renewal(Service service, Team team, Habit habit, Dice company, Dice here) {
        if (habit.after() == null || company.of("stays").chance(0.1)) {
            return null;
        }
        double behind = cluster.development() ? 0 : cluster.production() ? 7 : 3;
        double day = team.wave()
                + 13 * company.of("turn").unit()
                + behind
                + 4 * here.of("turn").unit();
        int appears =
                Math.max(service.from() == null ? 0 : service.from(), cluster.from() == null ? 0 : cluster.from());
        return day > appears
                ? day + cluster.lag()
                : appears + cluster.lag() + 6 * here.of("late").unit();
    }

    private Planned at(double day, Dice dice, UnaryOperator<Chart> change) {
        return new Planned(calendar.workingHour(calendar.day(Math.floor(day)), dice), change);
    }
}

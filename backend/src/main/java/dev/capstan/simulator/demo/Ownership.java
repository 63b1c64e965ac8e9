package dev.capstan.simulator.demo;

import dev.capstan.simulator.world.Dice;
import java.util.Map;

/**
 * Who owns what, as far as the company has written it down: the newer charts carry the team's name, most namespaces do, a
 * few services say that others look after them, clusters with a single tenant are tagged, and of the rest nobody knows.
 */
final class Ownership {

    private static final String TEAM = "team";

    private Ownership() {}

    /** The labels of a service that say whose it is. */
    static Map<String, String> labels(String team, Dice company) {
        return company.of("team label").chance(0.4) ? Map.of(TEAM, team) : Map.of();
    }

    /** The annotations of a service's pods that say whose it is. */
    static Map<String, String> annotations(Dice company) {
        return company.of("owner annotation").chance(0.07) ? Map.of("a8r.io/owner", "integration-guild") : Map.of();
    }

    /** The labels of a team's namespace that say whose it is: nobody checks that in development. */
    static Map<String, String> ofTeamsNamespace(String team, ClusterPlan plan, Dice cluster) {
        return plan.development() && cluster.of("unlabelled").of(team).chance(0.5) ? Map.of() : Map.of(TEAM, team);
    }

    /** The labels of another namespace that say whose it is. */
    static Map<String, String> ofOtherNamespace(String namespace, ClusterPlan plan, Dice cluster) {
        boolean byThePlatformTeam = plan.owner().endsWith("platform");
        return byThePlatformTeam && cluster.of("labelled").of(namespace).chance(0.6)
                ? Map.of("owner", name(plan))
                : Map.of();
    }

    /** The cluster's tags that say whose everything in it is. */
    static Map<String, String> tags(ClusterPlan plan) {
        boolean oneTenant =
                plan.subscription().equals("platform") && plan.teams().size() <= 1;
        return oneTenant ? Map.of(TEAM, name(plan)) : Map.of();
    }

    private static String name(ClusterPlan plan) {
        return plan.owner().replaceFirst("^team-", "");
    }
}

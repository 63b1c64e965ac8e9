package dev.capstan.simulator.demo;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The company's own software.
 *
 * @param habits what teams write into their charts
 * @param stacks the containers of a service in words, with names in braces to be filled in
 * @param stacksAfter what a stack becomes with the new chart, where that is another one
 * @param teams the teams by name, which is their namespace too
 */
record ServiceCatalogue(
        Map<String, Habit> habits,
        Map<String, List<String>> stacks,
        Map<String, String> stacksAfter,
        Map<String, Team> teams) {

    /**
     * A security context in words.
     *
     * @param before at first
     * @param after with the new chart, null where nothing changes
     */
    record Habit(String before, @Nullable String after) {}

    /**
     * A team.
     *
     * @param wave the day on which it begins to move to the new chart
     * @param mesh whether it wants its namespace meshed
     * @param services its services, each a line for {@link Service#parse}
     */
    record Team(int wave, boolean mesh, List<String> services) {}
}

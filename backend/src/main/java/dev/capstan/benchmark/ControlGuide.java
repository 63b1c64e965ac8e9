package dev.capstan.benchmark;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person needs to know about a control: what it wants and why, how to check it by hand, how to fulfil it and how
 * to go back.
 *
 * @param title what it wants, in a few words
 * @param pros what is gained by fulfilling it
 * @param cons what it costs
 * @param defaultValue what holds where nobody has done anything
 * @param prerequisites what has to be there first
 * @param judged how a container is judged; more than one where the control can be read in more than one way
 * @param test how to check it by hand
 * @param implementation how to put workloads right
 * @param policies what then keeps new workloads right, one for each mechanism that Kubernetes or Azure offers
 * @param backout how to go back
 */
public record ControlGuide(
        Control control,
        String title,
        String description,
        String rationale,
        List<String> pros,
        List<String> cons,
        String defaultValue,
        List<String> prerequisites,
        List<Criterion> judged,
        Steps test,
        Steps implementation,
        List<PolicyGuide> policies,
        Steps backout) {

    public ControlGuide {
        pros = List.copyOf(pros);
        cons = List.copyOf(cons);
        prerequisites = List.copyOf(prerequisites);
        judged = List.copyOf(judged);
        policies = List.copyOf(policies);
    }

    /**
     * One way to judge by the control.
     *
     * @param id its stable key, for example {@code beyond-default}
     * @param name its name for people
     * @param failsWhen sentences that say what makes a container fail
     */
    public record Criterion(String id, String name, String failsWhen) {}

    /** The same end by two ways: in the Azure portal, and with az and kubectl in a shell. */
    public record Steps(List<Step> portal, List<Step> cli) {

        public Steps {
            portal = List.copyOf(portal);
            cli = List.copyOf(cli);
        }
    }

    /**
     * One thing to do. Words in capitals stand for names to fill in.
     *
     * @param text what to do
     * @param manifest what to save or to merge into a manifest, if anything
     * @param command what to run, after saving the manifest if there is one, if anything; may have several lines
     */
    public record Step(
            String text,
            @Nullable String manifest,
            @Nullable String command) {}

    /**
     * One way to refuse workloads that do not fulfil the control.
     *
     * @param name what does the refusing
     * @param since the first version of Kubernetes that has it, for example {@code 1.30}, or null when all have
     * @param until the last version of Kubernetes that has it, or null when the newest does
     * @param meets how far it goes
     * @param apply how to put it in place
     * @param backout how to take it away
     */
    public record PolicyGuide(
            String name,
            @Nullable String since,
            @Nullable String until,
            String meets,
            List<Step> apply,
            List<Step> backout) {

        public PolicyGuide {
            apply = List.copyOf(apply);
            backout = List.copyOf(backout);
        }
    }
}

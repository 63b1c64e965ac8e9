package dev.capstan.ui.benchmark;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.capstan.benchmark.ControlGuide.PolicyGuide;
import java.util.List;

/** The ways to refuse workloads that do not fulfil a control, one for each mechanism, folded together. */
class PolicyGuideList extends Div {

    PolicyGuideList(List<PolicyGuide> policies) {
        addClassName("policy-guides");
        policies.forEach(policy -> add(policy(policy)));
    }

    private static Details policy(PolicyGuide policy) {
        Span name = new Span(policy.name());
        name.addClassName("strong");
        Span versions = new Span(versions(policy));
        versions.addClassName("quiet-text");
        Div summary = new Div(name, versions);
        summary.addClassName("policy-summary");
        Div how = new Div(
                new Paragraph(policy.meets()),
                new H4("Put in place"),
                new StepList(policy.apply()),
                new H4("Take away"),
                new StepList(policy.backout()));
        how.addClassName("policy-how");
        return new Details(summary, how);
    }

    /** Which versions of Kubernetes have it. */
    static String versions(PolicyGuide policy) {
        String since = policy.since();
        String until = policy.until();
        if (since == null) {
            return until == null ? "Any Kubernetes" : "Kubernetes up to " + until;
        }
        return until == null
                ? "Kubernetes %s and newer".formatted(since)
                : "Kubernetes %s to %s".formatted(since, until);
    }
}

package dev.capstan.ui.benchmark;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.capstan.benchmark.ControlGuide;
import dev.capstan.benchmark.ControlGuide.Criterion;
import dev.capstan.benchmark.ControlGuide.Steps;
import dev.capstan.evaluation.AddedReading;
import dev.capstan.evaluation.Policy;
import dev.capstan.ui.component.Icon;
import dev.capstan.ui.component.Sign;
import dev.capstan.ui.component.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The shapes that a guide's text comes in. */
final class GuideText {

    private GuideText() {}

    /** Sentences that belong together in no order. */
    static UnorderedList list(List<String> sentences) {
        UnorderedList list = new UnorderedList();
        list.addClassName("sentences");
        sentences.forEach(sentence -> list.add(new ListItem(sentence)));
        return list;
    }

    /** Both ways, as far as they are known. */
    static Div steps(Steps steps) {
        Div both = new Div();
        if (!steps.portal().isEmpty()) {
            both.add(new H3("In the Azure portal"), new StepList(steps.portal()));
        }
        if (!steps.cli().isEmpty()) {
            both.add(new H3("In a shell"), new StepList(steps.cli()));
        }
        return both;
    }

    /** The ways to judge; where there is a choice, the one that holds says so. */
    static Div judged(ControlGuide guide, @Nullable Policy policy) {
        Div judged = new Div();
        judged.addClassName("criteria");
        for (Criterion criterion : guide.judged()) {
            Div title = new Div(new H3(criterion.name()));
            title.addClassName("criterion-title");
            if (policy != null) {
                mark(title, criterion, policy);
            }
            Span label = new Span("A container fails when");
            label.addClassName("label");
            judged.add(new Div(title, label, new Paragraph(criterion.failsWhen())));
        }
        if (policy != null) {
            judged.add(new Div(new H3("The policy"), new ReadingInForce(policy)));
        }
        return judged;
    }

    private static void mark(Div title, Criterion criterion, Policy policy) {
        if (criterion.id().equals(id(policy.fleet().reading()))) {
            title.add(new Sign(Icon.CHECK, "In force", "pass").create());
        }
        long overrides = policy.overrides().stream()
                .filter(override -> criterion.id().equals(id(override.reading()))
                        && override.reading() != policy.fleet().reading())
                .count();
        if (overrides > 0) {
            title.add(new Span("in force in " + Words.count(overrides, "override")));
        }
    }

    private static String id(AddedReading reading) {
        return switch (reading) {
            case STRICT -> "strict";
            case BEYOND_DEFAULT -> "beyond-default";
        };
    }

    /** The way back to the list above a page. */
    static Nav crumbs(String title, String url) {
        Nav path = new Nav(new Anchor(url, title));
        path.addClassName("crumbs");
        path.getElement().setAttribute("aria-label", "Above this page");
        return path;
    }
}

package dev.capstan.ui.benchmark;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.capstan.benchmark.Capability;
import dev.capstan.evaluation.Criteria;
import dev.capstan.evaluation.Policy;
import dev.capstan.ui.Navigation;
import dev.capstan.ui.component.CapabilityChips;
import dev.capstan.ui.component.Words;

/** What the policy says of the control on added capabilities: how it is read, what is allowed, and where else. */
class ReadingInForce extends Div {

    ReadingInForce(Policy policy) {
        addClassName("reading");
        Criteria fleet = policy.fleet();
        Span reading = new Span(fleet.reading().title());
        reading.addClassName("strong");
        add(new Paragraph(reading, new Span(". " + Words.sentence(fleet.reading()))));
        if (fleet.allowed().isEmpty()) {
            add(new Paragraph("Allowed list: empty."));
        } else {
            Paragraph allowed = new Paragraph(
                    new Span("Allowed list: "),
                    CapabilityChips.create(
                            fleet.allowed().stream().map(Capability::name).toList(), fleet));
            allowed.addClassName("reading-allowed");
            add(allowed);
        }
        Paragraph more = new Paragraph(new Anchor(Navigation.SETTINGS, "Policy version " + policy.version()));
        int overrides = policy.overrides().size();
        if (overrides > 0) {
            more.add(new Span(", with " + Words.count(overrides, "override") + " for some clusters or namespaces"));
        }
        add(more);
    }
}

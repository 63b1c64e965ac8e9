package dev.capstan.ui.benchmark;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.capstan.benchmark.Capability;
import dev.capstan.benchmark.Risk;
import dev.capstan.evaluation.Criteria;
import dev.capstan.ui.component.Sign;
import dev.capstan.ui.component.Words;

/** A capability's risk as the organisation rates it, with Capstan's own rating beside it where that differs. */
class RatedRisk extends Div {

    RatedRisk(Capability capability, Criteria criteria) {
        addClassName("rated-risk");
        Risk rated = criteria.risk(capability);
        add(Sign.of(rated).create());
        if (rated != capability.risk()) {
            Span own = new Span("Capstan: " + Words.risk(capability.risk()));
            own.addClassName("quiet-text");
            add(own);
        }
    }
}

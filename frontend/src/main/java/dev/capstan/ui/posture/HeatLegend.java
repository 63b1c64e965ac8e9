package dev.capstan.ui.posture;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;

/** What the colours and the hatching of the heat map mean. */
class HeatLegend extends Div {

    HeatLegend(HeatMeasure measure) {
        addClassNames("legend", "heat-legend");
        Span title = new Span(
                switch (measure) {
                    case FAILING -> "Failing containers";
                    case SCORE -> "Containers that pass, in percent";
                });
        title.addClassName("strong");
        add(title);
        List<String> steps = measure.steps();
        for (int step = 0; step < steps.size(); step++) {
            add(key("heat-" + step, steps.get(step)));
        }
        add(key("heat-unknown", "not assessed"), key("heat-absent", "no such namespace"));
    }

    private static Span key(String step, String word) {
        Span swatch = new Span();
        swatch.addClassNames("swatch", step);
        Span key = new Span(swatch, new Span(word));
        key.addClassName("key");
        return key;
    }
}

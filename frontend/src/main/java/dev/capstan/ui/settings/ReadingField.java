package dev.capstan.ui.settings;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import dev.capstan.evaluation.AddedReading;
import dev.capstan.ui.component.Words;

/** Chooses how the control on added capabilities is read, with what each reading means. */
class ReadingField extends RadioButtonGroup<AddedReading> {

    ReadingField(String label) {
        super(label);
        addClassName("reading-field");
        setItems(AddedReading.values());
        setItemLabelGenerator(AddedReading::title);
        setRenderer(new ComponentRenderer<>(reading -> {
            Span title = new Span(reading.title());
            title.addClassName("strong");
            Span sentence = new Span(origin(reading) + " " + Words.sentence(reading));
            sentence.addClassName("quiet-text");
            Div choice = new Div(title, sentence);
            choice.addClassName("reading-choice");
            return choice;
        }));
    }

    private static String origin(AddedReading reading) {
        return switch (reading) {
            case STRICT -> "As the benchmark's audit has it.";
            case BEYOND_DEFAULT -> "As the benchmark's description has it.";
        };
    }
}

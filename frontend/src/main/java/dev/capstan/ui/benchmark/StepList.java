package dev.capstan.ui.benchmark;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import dev.capstan.benchmark.ControlGuide.Step;
import dev.capstan.ui.component.Command;
import java.util.List;

/** Things to do one after another, with what to copy. */
class StepList extends OrderedList {

    StepList(List<Step> steps) {
        addClassName("steps");
        steps.forEach(step -> add(item(step)));
    }

    private static ListItem item(Step step) {
        ListItem item = new ListItem(new Paragraph(step.text()));
        if (step.manifest() != null) {
            item.add(new Command("Manifest", step.manifest()));
        }
        if (step.command() != null) {
            item.add(new Command(step.command()));
        }
        return item;
    }
}

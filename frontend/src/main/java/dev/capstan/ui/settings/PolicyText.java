package dev.capstan.ui.settings;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import dev.capstan.ui.component.Words;
import dev.capstan.workload.PolicyPreview;
import java.util.List;

/** What is said of changes to the policy. */
final class PolicyText {

    private PolicyText() {}

    /** Changes, one a line. */
    static UnorderedList list(List<String> changes) {
        UnorderedList list = new UnorderedList();
        list.addClassName("changes");
        changes.forEach(change -> list.add(new ListItem(change)));
        return list;
    }

    /** What a policy would do to the control on added capabilities, as a sentence. */
    static String sentence(PolicyPreview preview) {
        if (preview.newlyFailing() == 0 && preview.newlyPassing() == 0) {
            return "No container's verdict on added capabilities would change.";
        }
        return "%s would newly fail, %s newly pass."
                .formatted(Words.count(preview.newlyFailing(), "container"), Words.number(preview.newlyPassing()));
    }
}

package dev.capstan.ui.settings;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import dev.capstan.ownership.OwnerRule;
import dev.capstan.ownership.OwnerRules;
import dev.capstan.ownership.OwnerSource;
import dev.capstan.ownership.OwnersPreview;
import dev.capstan.ui.component.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is said of rules on owners. */
final class OwnerRulesText {

    private OwnerRulesText() {}

    /** A rule as a line: {@code workload label team}, {@code namespace shop-* → shopkeepers}. */
    static String words(OwnerRule rule) {
        return rule.source() == OwnerSource.NAMESPACE_NAME
                ? "namespace %s → %s".formatted(rule.key(), rule.owner())
                : "%s %s".formatted(rule.source().title().toLowerCase(Locale.ENGLISH), rule.key());
    }

    /** One line for each difference between two lists; none when both say the same. */
    static List<String> words(OwnerRules before, OwnerRules after) {
        List<OwnerRule> gone = new ArrayList<>(before.rules());
        after.rules().forEach(gone::remove);
        List<OwnerRule> come = new ArrayList<>(after.rules());
        before.rules().forEach(come::remove);
        List<String> words = new ArrayList<>();
        come.forEach(rule -> words.add("added at %d: %s".formatted(after.rules().indexOf(rule) + 1, words(rule))));
        gone.forEach(rule -> words.add("removed: " + words(rule)));
        if (!without(before, gone).equals(without(after, come))) {
            words.add("in another order");
        }
        return words;
    }

    /** All rules, numbered as they are asked. */
    static Component all(OwnerRules rules) {
        if (rules.rules().isEmpty()) {
            return PolicyText.list(List.of("no rule: nobody owns anything"));
        }
        OrderedList list = new OrderedList();
        list.addClassName("changes");
        rules.rules().forEach(rule -> list.add(new ListItem(words(rule))));
        return list;
    }

    /** What rules would do, as a sentence. */
    static String sentence(OwnersPreview preview) {
        if (!preview.changesAnything()) {
            return "No workload would change hands.";
        }
        return "%s would get an owner, %s lose theirs, %s get another; %s of %s stay without."
                .formatted(
                        Words.count(preview.gained(), "workload"),
                        Words.number(preview.lost()),
                        Words.number(preview.changed()),
                        Words.number(preview.unowned()),
                        Words.number(preview.workloads()));
    }

    private static List<OwnerRule> without(OwnerRules rules, List<OwnerRule> these) {
        List<OwnerRule> left = new ArrayList<>(rules.rules());
        these.forEach(left::remove);
        return left;
    }
}

package dev.capstan.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import dev.capstan.benchmark.CapabilityName;
import dev.capstan.benchmark.Risk;
import dev.capstan.evaluation.Criteria;
import dev.capstan.ui.Navigation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What containers ask for as chips, one chip for each risk, the worst first; the risk stands on it as a word, and each
 * capability leads to its page.
 */
public final class CapabilityChips {

    /** For a grid's template, whose property {@code chips} comes from {@link #json}. */
    public static final String TEMPLATE = """
            <span class='chips'>${item.chips.map(c => html`<span class='chip ${c.tone}' title='${c.title}'>\
            <span class='chip-risk'>${c.risk}</span><span>${c.names.map((n, i) => html`${i ? ', ' : ''}${n.url\
             ? html`<a href=${n.url}>${n.name}</a>` : n.name}`)}</span></span>`)}</span>""";

    /** How many names a row of a list has room for; the others are counted, and named on hover. */
    private static final int SHOWN = 4;

    private CapabilityChips() {}

    /** What asking for it risks, as the criteria rate it; spellings that do nothing are null. */
    public static @Nullable Risk riskOf(String askedFor, Criteria criteria) {
        if (askedFor.equals("privileged")) {
            return Risk.CRITICAL;
        }
        return switch (CapabilityName.parse(askedFor)) {
            case CapabilityName.Known(var capability) -> criteria.risk(capability);
            case CapabilityName.All() -> Risk.CRITICAL;
            case CapabilityName.Inert inert -> null;
        };
    }

    /** The chips as data. */
    public static ArrayNode json(List<String> askedFor, Criteria criteria) {
        ArrayNode chips = JsonNodeFactory.instance.arrayNode();
        List<String> left = new ArrayList<>();
        int room = SHOWN;
        for (Map.Entry<String, List<String>> group : group(askedFor, criteria).entrySet()) {
            List<String> names = group.getValue();
            List<String> shown = names.subList(0, Math.min(room, names.size()));
            left.addAll(names.subList(shown.size(), names.size()));
            room -= shown.size();
            if (!shown.isEmpty()) {
                add(chips, tone(group.getKey()), word(group.getKey()), shown);
            }
        }
        if (!left.isEmpty()) {
            add(chips, "chip-inert", "+" + left.size(), List.of()).put("title", String.join(", ", left));
        }
        return chips;
    }

    /** The chips as a component, with every name. */
    public static Span create(List<String> askedFor, Criteria criteria) {
        Span chips = new Span();
        chips.addClassName("chips");
        group(askedFor, criteria).forEach((tone, names) -> {
            Span risk = new Span(word(tone));
            risk.addClassName("chip-risk");
            Span all = new Span();
            for (String name : names) {
                all.add(new Text(all.getElement().getChildCount() == 0 ? "" : ", "), linked(name));
            }
            Span chip = new Span(risk, all);
            chip.addClassNames("chip", tone(tone));
            chips.add(chip);
        });
        return chips;
    }

    /** Names by the word of their risk, worst first; the empty word last, for those that do nothing. */
    private static Map<String, List<String>> group(List<String> askedFor, Criteria criteria) {
        Map<Risk, List<String>> byRisk = new EnumMap<>(Risk.class);
        List<String> inert = new ArrayList<>();
        askedFor.stream().sorted().forEach(name -> {
            Risk risk = riskOf(name, criteria);
            (risk == null ? inert : byRisk.computeIfAbsent(risk, r -> new ArrayList<>())).add(name);
        });
        Map<String, List<String>> groups = new LinkedHashMap<>();
        byRisk.keySet().stream()
                .sorted(Comparator.reverseOrder())
                .forEach(risk -> groups.put(Words.risk(risk), byRisk.get(risk)));
        if (!inert.isEmpty()) {
            groups.put("", inert);
        }
        return groups;
    }

    private static ObjectNode add(ArrayNode chips, String tone, String word, List<String> names) {
        ObjectNode chip = chips.addObject().put("tone", tone).put("risk", word).put("title", String.join(", ", names));
        ArrayNode links = chip.putArray("names");
        names.forEach(name -> links.addObject().put("name", name).put("url", url(name)));
        return chip;
    }

    private static Component linked(String name) {
        String url = url(name);
        return url.isEmpty() ? new Text(name) : new Anchor(url, name);
    }

    /** The page of the capability; empty for what is none, like ALL. */
    private static String url(String askedFor) {
        return switch (CapabilityName.parse(askedFor)) {
            case CapabilityName.Known(var capability) -> Navigation.capability(capability);
            case CapabilityName.All(), CapabilityName.Inert _ -> "";
        };
    }

    private static String tone(String risk) {
        return risk.isEmpty() ? "chip-inert" : "risk-" + risk;
    }

    private static String word(String risk) {
        return risk.isEmpty() ? "no effect" : risk;
    }
}

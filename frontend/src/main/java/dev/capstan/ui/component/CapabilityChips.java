package dev.capstan.ui.component;

import com.vaadin.flow.component.html.Span;
import dev.capstan.benchmark.CapabilityName;
import dev.capstan.benchmark.Risk;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What containers ask for as chips, one chip for each risk, the worst first; the risk stands on it as a word. */
public final class CapabilityChips {

    /** For a grid's template, whose property {@code chips} comes from {@link #json}. */
    public static final String TEMPLATE = """
            <span class='chips'>${item.chips.map(c => html`<span class='chip ${c.tone}' title='${c.title}'>\
            <span class='chip-risk'>${c.risk}</span>${c.names}</span>`)}</span>""";

    private static final int SHOWN = 3;

    private CapabilityChips() {}

    /** What asking for it risks; spellings that do nothing are null. */
    public static @org.jspecify.annotations.Nullable Risk riskOf(String askedFor) {
        if (askedFor.equals("privileged")) {
            return Risk.CRITICAL;
        }
        return switch (CapabilityName.parse(askedFor)) {
            case CapabilityName.Known(var capability) -> capability.risk();
            case CapabilityName.All() -> Risk.CRITICAL;
            case CapabilityName.Inert inert -> null;
        };
    }

    /** The chips as data. */
    public static ArrayNode json(List<String> askedFor) {
        ArrayNode chips = JsonNodeFactory.instance.arrayNode();
        group(askedFor).forEach((tone, names) -> {
            ObjectNode chip = chips.addObject();
            chip.put("tone", tone.isEmpty() ? "chip-inert" : "risk-" + tone);
            chip.put("risk", tone.isEmpty() ? "no effect" : tone);
            chip.put("names", shortened(names));
            chip.put("title", String.join(", ", names));
        });
        return chips;
    }

    /** The chips as a component, with every name. */
    public static Span create(List<String> askedFor) {
        Span chips = new Span();
        chips.addClassName("chips");
        group(askedFor).forEach((tone, names) -> {
            Span risk = new Span(tone.isEmpty() ? "no effect" : tone);
            risk.addClassName("chip-risk");
            Span chip = new Span(risk, new Span(String.join(", ", names)));
            chip.addClassNames("chip", tone.isEmpty() ? "chip-inert" : "risk-" + tone);
            chips.add(chip);
        });
        return chips;
    }

    /** Names by the word of their risk, worst first; the empty word last, for those that do nothing. */
    private static Map<String, List<String>> group(List<String> askedFor) {
        Map<Risk, List<String>> byRisk = new EnumMap<>(Risk.class);
        List<String> inert = new ArrayList<>();
        askedFor.stream().sorted().forEach(name -> {
            Risk risk = riskOf(name);
            (risk == null ? inert : byRisk.computeIfAbsent(risk, r -> new ArrayList<>())).add(name);
        });
        Map<String, List<String>> groups = new java.util.LinkedHashMap<>();
        byRisk.keySet().stream()
                .sorted(Comparator.reverseOrder())
                .forEach(risk -> groups.put(Words.risk(risk), byRisk.get(risk)));
        if (!inert.isEmpty()) {
            groups.put("", inert);
        }
        return groups;
    }

    private static String shortened(List<String> names) {
        String shown = String.join(", ", names.subList(0, Math.min(SHOWN, names.size())));
        return names.size() <= SHOWN ? shown : shown + " +" + (names.size() - SHOWN);
    }
}

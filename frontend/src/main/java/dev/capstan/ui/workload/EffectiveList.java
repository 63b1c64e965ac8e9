package dev.capstan.ui.workload;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.capstan.benchmark.Capability;
import dev.capstan.benchmark.Risk;
import dev.capstan.collection.ContainerSettings;
import dev.capstan.evaluation.Criteria;
import dev.capstan.evaluation.EffectiveSet;
import dev.capstan.evaluation.Judgement;
import dev.capstan.ui.component.CapabilityChips;
import dev.capstan.ui.component.Icon;
import dev.capstan.ui.component.Words;
import dev.capstan.workload.ContainerDetails;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What a container's process really holds: what stands out first, the runtime's defaults folded together. */
class EffectiveList extends Div {

    /** So many of the defaults are named rather than folded together. */
    private static final int FEW = 3;

    private final Criteria criteria;
    private final String key;
    private final Opened opened;

    /** @param key tells the container apart from all others of the page */
    EffectiveList(ContainerDetails container, Criteria criteria, String key, Opened opened) {
        this.criteria = criteria;
        this.key = key;
        this.opened = opened;
        ContainerSettings settings = container.settings();
        Judgement judgement = container.judgement();
        addClassName("effective");
        Set<Capability> held = judgement.effective();
        if (settings.windows()) {
            add(quiet("None: Windows has no Linux capabilities"));
        } else if (held.isEmpty()) {
            add(quiet("None"));
        } else if (held.size() == Capability.values().length) {
            Span all = new Span("All " + held.size());
            all.addClassNames("sign", "risk-critical", "strong");
            all.addComponentAsFirst(Icon.RISK_CRITICAL.create());
            add(all, expansion("Show them", held));
        } else {
            addMixed(held, EffectiveSet.defaults(settings.runtime()));
        }
    }

    private void addMixed(Set<Capability> held, Set<Capability> given) {
        List<String> beyond = held.stream()
                .filter(c -> !given.contains(c))
                .map(Capability::name)
                .toList();
        List<Capability> defaults = given.stream().filter(held::contains).toList();
        if (defaults.size() <= FEW) {
            add(CapabilityChips.create(held.stream().map(Capability::name).toList(), criteria));
            return;
        }
        if (!beyond.isEmpty()) {
            add(CapabilityChips.create(beyond, criteria));
        }
        if (defaults.size() == given.size()) {
            add(expansion((beyond.isEmpty() ? "" : "and the ") + given.size() + " defaults", Set.copyOf(defaults)));
        } else {
            add(expansion(
                    "%s%d of the %d defaults".formatted(beyond.isEmpty() ? "" : "and ", defaults.size(), given.size()),
                    Set.copyOf(defaults)));
        }
    }

    private Details expansion(String summary, Set<Capability> capabilities) {
        String names = capabilities.stream()
                .sorted(Comparator.comparing(criteria::risk, Comparator.<Risk>reverseOrder())
                        .thenComparing(Capability::name))
                .map(c -> c.name() + " (" + Words.risk(criteria.risk(c)) + ")")
                .collect(Collectors.joining(", "));
        Span list = new Span(names);
        list.addClassName("names");
        return opened.details(key + " effective", summary, list);
    }

    private static Span quiet(String text) {
        Span quiet = new Span(text);
        quiet.addClassName("quiet-text");
        return quiet;
    }
}

package dev.capstan.ui.settings;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import dev.capstan.benchmark.Capability;
import dev.capstan.benchmark.Risk;
import dev.capstan.ui.Navigation;
import dev.capstan.ui.component.Sign;
import dev.capstan.ui.component.Words;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** The risk of every capability; where it differs from Capstan's own rating, that stands beside it. */
class RiskTiers extends Div {

    private final boolean editable;
    private final Runnable changed;
    private final Map<Capability, Div> tiers = new EnumMap<>(Capability.class);
    private final Map<Capability, Risk> rated = new EnumMap<>(Capability.class);
    private final NativeButton reset = new NativeButton("Reset all to Capstan's own");
    private boolean filling;

    RiskTiers(boolean editable, Runnable changed) {
        this.editable = editable;
        this.changed = changed;
        addClassName("risk-tiers");
        reset.addClassName("link-button");
        reset.addClickListener(click -> {
            show(Map.of());
            changed.run();
        });
        for (Capability capability : Capability.values()) {
            Anchor name = new Anchor(Navigation.capability(capability), capability.name());
            name.addClassName("mono");
            Div tier = new Div();
            tier.addClassName("tier");
            tiers.put(capability, tier);
            Div line = new Div(name, tier);
            line.addClassName("tier-line");
            add(line);
        }
    }

    /** Takes back every rating that is not Capstan's own; belongs beside the heading. */
    NativeButton reset() {
        return reset;
    }

    /** Shows the ratings that differ from Capstan's own. */
    void show(Map<Capability, Risk> differing) {
        filling = true;
        rated.clear();
        rated.putAll(differing);
        tiers.keySet().forEach(this::fill);
        filling = false;
        reset.setVisible(editable && !rated.isEmpty());
    }

    /** The ratings that differ from Capstan's own. */
    Map<Capability, Risk> differing() {
        return Map.copyOf(rated);
    }

    private void fill(Capability capability) {
        Div tier = Objects.requireNonNull(tiers.get(capability));
        Risk risk = rated.getOrDefault(capability, capability.risk());
        tier.removeAll();
        tier.add(editable ? select(capability, risk) : Sign.of(risk).create());
        tier.add(own(capability));
    }

    private Select<Risk> select(Capability capability, Risk risk) {
        Select<Risk> select = new Select<>();
        select.setAriaLabel("Risk of " + capability.name());
        select.setItems(Risk.CRITICAL, Risk.HIGH, Risk.MEDIUM, Risk.LOW);
        select.setItemLabelGenerator(item -> Sign.of(item).word());
        select.setRenderer(new ComponentRenderer<>(item -> Sign.of(item).create()));
        select.setValue(risk);
        select.setPrefixComponent(sign(risk));
        select.addValueChangeListener(event -> {
            if (!filling && event.getValue() != null) {
                select.setPrefixComponent(sign(event.getValue()));
                rate(capability, event.getValue());
            }
        });
        return select;
    }

    private void rate(Capability capability, Risk risk) {
        if (risk == capability.risk()) {
            rated.remove(capability);
        } else {
            rated.put(capability, risk);
        }
        Div tier = Objects.requireNonNull(tiers.get(capability));
        tier.getComponentAt(1).removeFromParent();
        tier.add(own(capability));
        reset.setVisible(!rated.isEmpty());
        changed.run();
    }

    private static Span sign(Risk risk) {
        Span sign = Sign.of(risk).icon().create();
        sign.addClassName(Sign.tone(risk));
        return sign;
    }

    private Span own(Capability capability) {
        Span own = new Span(rated.containsKey(capability) ? "Capstan: " + Words.risk(capability.risk()) : "");
        own.addClassName("quiet-text");
        return own;
    }
}

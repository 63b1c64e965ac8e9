package dev.capstan.ui.settings;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import dev.capstan.benchmark.Capability;
import dev.capstan.benchmark.Risk;
import dev.capstan.ui.component.Words;
import java.util.Map;

/** Chooses the capabilities that any container may add; each says its risk. */
class AllowedField extends MultiSelectComboBox<Capability> {

    AllowedField(String label) {
        super(label);
        addClassName("allowed-field");
        setPlaceholder("None");
        setClearButtonVisible(true);
        setItems(Capability.values());
        rate(Map.of());
    }

    /** Says the risks as the organisation rates them. */
    void rate(Map<Capability, Risk> risks) {
        setItemLabelGenerator(capability -> "%s (%s risk)"
                .formatted(capability.name(), Words.risk(risks.getOrDefault(capability, capability.risk()))));
    }
}

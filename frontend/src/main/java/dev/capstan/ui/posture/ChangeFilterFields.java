package dev.capstan.ui.posture;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import dev.capstan.benchmark.Risk;
import dev.capstan.fleet.ClusterId;
import dev.capstan.posture.ChangeFilter;
import dev.capstan.posture.WorkloadFilter;
import dev.capstan.ui.component.Choice;
import dev.capstan.ui.component.Sign;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The fields that narrow the list of changes down. The kind is chosen by its number. */
class ChangeFilterFields {

    private final TextField search;
    private final ComboBox<ClusterId> cluster = combo("Cluster", "All clusters");
    private final ComboBox<String> namespace = combo("Namespace", "All namespaces");
    private final ComboBox<String> owner = combo("Owner", "Any owner");
    private final ComboBox<String> capability = combo("Capability", "Any capability");
    private final Checkbox newly = new Checkbox("Newly asked for");
    private final Select<Risk> risk =
            Choice.create("Risk", "Any risk", r -> Sign.of(r).word(), Risk.CRITICAL, Risk.HIGH, Risk.MEDIUM, Risk.LOW);

    // What the URL says beyond the fields stays as it is.
    private ChangeFilter shown = ChangeFilter.ALL;

    /** @param changed runs when the person changed a field other than the text */
    ChangeFilterFields(TextField search, Runnable changed) {
        this.search = search;
        search.setPlaceholder("Workload or container");
        owner.setItemLabelGenerator(name -> name.equals(WorkloadFilter.NO_OWNER) ? "Nobody" : name);
        cluster.addValueChangeListener(e -> changed.run());
        namespace.addValueChangeListener(e -> changed.run());
        owner.addValueChangeListener(e -> changed.run());
        capability.addValueChangeListener(e -> {
            newly.setVisible(e.getValue() != null);
            changed.run();
        });
        newly.setVisible(false);
        newly.addValueChangeListener(e -> changed.run());
        risk.addValueChangeListener(e -> changed.run());
    }

    Component[] components() {
        return new Component[] {cluster, namespace, owner, capability, newly, risk};
    }

    /** What the fields say. */
    ChangeFilter filter() {
        return shown.withText(search.getValue().strip())
                .withCluster(cluster.getValue())
                .withNamespace(namespace.getValue())
                .withOwner(owner.getValue())
                .withCapability(capability.getValue())
                .withNewlyAsked(newly.getValue() && capability.getValue() != null)
                .withRisk(risk.getValue());
    }

    void offer(
            Map<ClusterId, String> clusters, List<String> namespaces, List<String> owners, List<String> capabilities) {
        cluster.setItemLabelGenerator(id -> clusters.getOrDefault(id, "Cluster " + id));
        cluster.setItems(clusters.keySet());
        namespace.setItems(namespaces);
        List<String> all = new ArrayList<>(owners);
        all.addFirst(WorkloadFilter.NO_OWNER);
        owner.setItems(all);
        capability.setItems(capabilities);
    }

    void show(ChangeFilter filter) {
        shown = filter;
        search.setValue(filter.text());
        cluster.setValue(filter.cluster());
        namespace.setValue(filter.namespace());
        owner.setValue(filter.owner());
        capability.setValue(filter.capability());
        newly.setVisible(filter.capability() != null);
        newly.setValue(filter.newlyAsked());
        risk.setValue(filter.risk());
    }

    private static <T> ComboBox<T> combo(String label, String all) {
        ComboBox<T> combo = new ComboBox<>();
        combo.setAriaLabel(label);
        combo.setPlaceholder(all);
        combo.setClearButtonVisible(true);
        return combo;
    }
}

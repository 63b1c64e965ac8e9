package dev.capstan.ui.posture;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import dev.capstan.benchmark.Risk;
import dev.capstan.fleet.ClusterId;
import dev.capstan.posture.OwnerList;
import dev.capstan.posture.RunBy;
import dev.capstan.posture.WorkloadFilter;
import dev.capstan.ui.component.Choice;
import dev.capstan.ui.component.Icon;
import dev.capstan.ui.component.Sign;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The fields that narrow the list of workloads down. */
class WorkloadFilterFields {

    private final TextField search;
    private final Select<String> subscription = Choice.create("Subscription", "All subscriptions", s -> s);
    private final ComboBox<ClusterId> cluster = Choice.combo("Cluster", "All clusters");
    private final ComboBox<String> namespace = Choice.combo("Namespace", "All namespaces");
    private final ComboBox<String> owner = Choice.combo("Owner", "Any owner");
    private final ComboBox<String> capability = Choice.combo("Capability", "Any capability");
    private final Select<Risk> risk =
            Choice.create("Risk", "Any risk", r -> Sign.of(r).word(), Risk.CRITICAL, Risk.HIGH, Risk.MEDIUM, Risk.LOW);
    private final Select<RunBy> runBy =
            Choice.create("Run by", "Run by anyone", WorkloadFilterFields::word, RunBy.CUSTOMER, RunBy.PLATFORM);
    private final Checkbox failingOnly = new Checkbox("Failing only");
    private final NativeButton image = new NativeButton();
    private final NativeButton settings = new NativeButton();

    private List<String> offeredSubscriptions = List.of();

    // What the URL says beyond the fields stays as it is.
    private WorkloadFilter shown = WorkloadFilter.ALL;

    /** @param changed runs when the person changed a field other than the text */
    WorkloadFilterFields(TextField search, Runnable changed) {
        this.search = search;
        search.setPlaceholder("Name of the workload");
        subscription.addValueChangeListener(e -> changed.run());
        cluster.addValueChangeListener(e -> changed.run());
        namespace.addValueChangeListener(e -> changed.run());
        owner.setItemLabelGenerator(name -> name.equals(WorkloadFilter.NO_OWNER) ? OwnerList.NOBODY : name);
        owner.addValueChangeListener(e -> changed.run());
        capability.addValueChangeListener(e -> changed.run());
        risk.addValueChangeListener(e -> changed.run());
        runBy.addValueChangeListener(e -> changed.run());
        failingOnly.addValueChangeListener(e -> changed.run());
        image.addClickListener(click -> giveUp(filter().withImage(null), changed));
        settings.addClickListener(click -> giveUp(filter().withProfile(null), changed));
    }

    private void giveUp(WorkloadFilter without, Runnable changed) {
        show(without);
        changed.run();
    }

    Component[] components() {
        return new Component[] {
            subscription, cluster, namespace, owner, capability, risk, runBy, failingOnly, image, settings
        };
    }

    /** What the fields say. */
    WorkloadFilter filter() {
        return shown.withText(search.getValue().strip())
                .withSubscription(subscription.getValue())
                .withCluster(cluster.getValue())
                .withNamespace(namespace.getValue())
                .withOwner(owner.getValue())
                .withCapability(capability.getValue())
                .withRisk(risk.getValue())
                .withRunBy(runBy.getValue())
                .withFailingOnly(failingOnly.getValue());
    }

    void offer(
            List<String> subscriptions,
            Map<ClusterId, String> clusters,
            List<String> namespaces,
            List<String> owners,
            List<String> capabilities) {
        offeredSubscriptions = subscriptions;
        cluster.setItemLabelGenerator(id -> clusters.getOrDefault(id, "Cluster " + id));
        cluster.setItems(clusters.keySet());
        namespace.setItems(namespaces);
        owner.setItems(Stream.concat(Stream.of(WorkloadFilter.NO_OWNER), owners.stream())
                .toList());
        capability.setItems(capabilities);
    }

    void show(WorkloadFilter filter) {
        shown = filter;
        search.setValue(filter.text());
        Choice.set(subscription, offeredSubscriptions, filter.subscription());
        cluster.setValue(filter.cluster());
        namespace.setValue(filter.namespace());
        owner.setValue(filter.owner());
        capability.setValue(filter.capability());
        risk.setValue(filter.risk());
        runBy.setValue(filter.runBy());
        failingOnly.setValue(filter.failingOnly());
        showChip(image, "Image", filter.image());
        showChip(settings, "Only the same", filter.profile() == null ? null : "settings");
    }

    /** What is chosen elsewhere can only be given up here. */
    private static void showChip(NativeButton chip, String what, @Nullable String chosen) {
        chip.addClassName("filter-chip");
        chip.setVisible(chosen != null);
        if (chosen != null) {
            chip.removeAll();
            chip.add(new Span(what + " " + chosen), Icon.CROSS.create());
            chip.getElement().setAttribute("aria-label", "Remove the filter: %s %s".formatted(what, chosen));
        }
    }

    private static String word(RunBy runBy) {
        return switch (runBy) {
            case CUSTOMER -> "Run by customers";
            case PLATFORM -> "Run by AKS";
        };
    }
}

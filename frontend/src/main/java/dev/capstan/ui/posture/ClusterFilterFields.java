package dev.capstan.ui.posture;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import dev.capstan.posture.ClusterFilter;
import dev.capstan.posture.Postures;
import dev.capstan.posture.Tag;
import dev.capstan.ui.component.Choice;
import java.util.List;

/** The fields that narrow clusters down wherever they are listed. */
class ClusterFilterFields {

    private final Postures postures;
    private final TextField search;
    private final Select<String> subscription = Choice.create("Subscription", "All subscriptions", s -> s);
    private final ComboBox<String> resourceGroup = Choice.combo("Resource group", "All groups");
    private final ComboBox<Tag> tag = Choice.combo("Tag", "Any tag");

    // What the URL says beyond the fields stays as it is.
    private ClusterFilter shown = ClusterFilter.ALL;

    /** @param changed runs when the person changed a field other than the text */
    ClusterFilterFields(Postures postures, TextField search, Runnable changed) {
        this.postures = postures;
        this.search = search;
        search.setPlaceholder("Name, group or location");
        tag.setItemLabelGenerator(ClusterFilterUrl::parameter);
        subscription.addValueChangeListener(e -> changed.run());
        resourceGroup.addValueChangeListener(e -> changed.run());
        tag.addValueChangeListener(e -> changed.run());
    }

    Select<String> subscription() {
        return subscription;
    }

    ComboBox<String> resourceGroup() {
        return resourceGroup;
    }

    ComboBox<Tag> tag() {
        return tag;
    }

    /** What the fields say. */
    ClusterFilter filter() {
        return shown.withText(search.getValue().strip())
                .withSubscription(subscription.getValue())
                .withResourceGroup(resourceGroup.getValue())
                .withTag(tag.getValue());
    }

    /** Offers what there is, and sets the fields to what the filter says. */
    void show(ClusterFilter filter) {
        shown = filter;
        search.setValue(filter.text());
        Choice.set(subscription, postures.subscriptions(), filter.subscription());
        Choice.set(resourceGroup, postures.resourceGroups(), filter.resourceGroup());
        List<Tag> tags = postures.tags();
        Choice.set(tag, tags, filter.tag());
        tag.setVisible(!tags.isEmpty() || filter.tag() != null);
    }
}

package dev.capstan.ui.component;

import com.vaadin.flow.component.ItemLabelGenerator;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.select.Select;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A filter's choice of one value, or none for all. */
public final class Choice {

    private Choice() {}

    /**
     * @param label what is chosen, for who cannot see it
     * @param all what the absence of a choice is called
     */
    @SafeVarargs
    public static <T> Select<T> create(String label, String all, ItemLabelGenerator<T> words, T... values) {
        Select<T> select = new Select<>();
        select.setAriaLabel(label);
        select.setEmptySelectionAllowed(true);
        select.setEmptySelectionCaption(all);
        select.setPlaceholder(all);
        select.setItemLabelGenerator(value -> value == null ? all : words.apply(value));
        select.setItems(values);
        return select;
    }

    /** Offers the values and chooses one of them; one that is not among them is offered as well. */
    public static void set(Select<String> select, List<String> values, @Nullable String chosen) {
        List<String> offered = new ArrayList<>(values);
        if (chosen != null && !offered.contains(chosen)) {
            offered.add(chosen);
        }
        select.setItems(offered);
        select.setValue(chosen);
    }

    /** A choice of one among many, with the same words as {@link #create}. */
    public static <T> ComboBox<T> combo(String label, String all) {
        ComboBox<T> combo = new ComboBox<>();
        combo.setAriaLabel(label);
        combo.setPlaceholder(all);
        combo.setClearButtonVisible(true);
        combo.getElement().getStyle().set("--vaadin-combo-box-overlay-width", "320px");
        return combo;
    }

    /** Offers the values and chooses one of them; one that is not among them is offered as well. */
    public static <T> void set(ComboBox<T> combo, List<T> values, @Nullable T chosen) {
        List<T> offered = new ArrayList<>(values);
        if (chosen != null && !offered.contains(chosen)) {
            offered.add(chosen);
        }
        combo.setItems(offered);
        combo.setValue(chosen);
    }
}

package dev.capstan.ui.settings;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.capstan.benchmark.Capability;
import dev.capstan.benchmark.Risk;
import dev.capstan.evaluation.AddedReading;
import dev.capstan.evaluation.PolicyOverride;
import dev.capstan.workload.PolicyPreview.Reach;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes or changes an override, and says meanwhile how much of the fleet it would hold in. */
class OverrideDialog extends Dialog {

    private static final int PAUSE_IN_TYPING_MS = 300;

    private final TextField clusters = pattern("Cluster");
    private final TextField namespaces = pattern("Namespace");
    private final ReadingField reading = new ReadingField("Reading");
    private final AllowedField allowed = new AllowedField("Allowed capabilities, in place of the fleet's");
    private final Div reach = new Div();
    private final Function<PolicyOverride, Reach> reaching;

    /**
     * @param from what to change, or null for a new one
     * @param reaching how far one would reach
     * @param done takes what was made
     */
    OverrideDialog(
            @Nullable PolicyOverride from,
            Map<Capability, Risk> risks,
            Function<PolicyOverride, Reach> reaching,
            Consumer<PolicyOverride> done) {
        this.reaching = reaching;
        addClassName("override-dialog");
        setHeaderTitle(from == null ? "Add an override" : "Change the override");
        allowed.rate(risks);
        clusters.setValue(from == null ? "*" : from.clusters());
        namespaces.setValue(from == null ? "*" : from.namespaces());
        reading.setValue(from == null ? AddedReading.STRICT : from.reading());
        if (from != null) {
            allowed.setValue(from.allowed());
        }
        reach.addClassName("quiet-text");
        reach.getElement().setAttribute("role", "status");
        clusters.addValueChangeListener(e -> showReach());
        namespaces.addValueChangeListener(e -> showReach());
        Div fields = new Div(new Div(clusters, namespaces), reach, reading, allowed);
        fields.addClassName("override-fields");
        add(fields);

        Button take = new Button(
                from == null ? "Add" : "Change",
                click -> override().ifPresent(made -> {
                    close();
                    done.accept(made);
                }));
        take.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button("Cancel", click -> close()), take);
        showReach();
    }

    private void showReach() {
        reach.removeAll();
        Optional<PolicyOverride> made = override();
        if (made.isPresent()) {
            reach.add(new Span("Holds in "), OverrideList.reach(reaching.apply(made.get())));
        }
    }

    /** What the fields say, once both are patterns of names; those that are not say so. */
    private Optional<PolicyOverride> override() {
        boolean valid = check(clusters) & check(namespaces);
        return valid
                ? Optional.of(new PolicyOverride(
                        clusters.getValue().strip(),
                        namespaces.getValue().strip(),
                        reading.getValue(),
                        allowed.getValue()))
                : Optional.empty();
    }

    private static boolean check(TextField field) {
        boolean valid = PolicyOverride.isPattern(field.getValue().strip());
        field.setInvalid(!valid);
        return valid;
    }

    private static TextField pattern(String label) {
        TextField field = new TextField(label);
        field.setManualValidation(true);
        field.setHelperText("* stands for any characters");
        field.setErrorMessage("Letters, digits, hyphens, underscores, dots and *");
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(PAUSE_IN_TYPING_MS);
        return field;
    }
}

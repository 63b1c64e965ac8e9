package dev.capstan.ui.settings;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.capstan.ownership.OwnerRule;
import dev.capstan.ownership.OwnerSource;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes or changes a rule. */
class OwnerRuleDialog extends Dialog {

    private final Select<OwnerSource> source = new Select<>();
    private final TextField key = new TextField();
    private final TextField owner = new TextField("Owner");
    private final Paragraph problem = new Paragraph();

    /**
     * @param from what to change, or null for a new one
     * @param done takes what was made
     */
    OwnerRuleDialog(@Nullable OwnerRule from, Consumer<OwnerRule> done) {
        addClassName("override-dialog");
        setHeaderTitle(from == null ? "Add a rule" : "Change the rule");
        source.setLabel("Looks in");
        source.setItems(OwnerSource.values());
        source.setItemLabelGenerator(OwnerSource::title);
        source.setValue(from == null ? OwnerSource.WORKLOAD_LABEL : from.source());
        source.addValueChangeListener(e -> fit());
        key.setValue(from == null ? "" : from.key());
        owner.setValue(from == null ? "" : from.owner());
        key.setMaxLength(OwnerRule.LONGEST_KEY);
        key.setValueChangeMode(ValueChangeMode.EAGER);
        owner.setValueChangeMode(ValueChangeMode.EAGER);
        problem.addClassNames("fail", "refusal");
        problem.getElement().setAttribute("role", "alert");
        problem.setVisible(false);
        Div fields = new Div(new Div(source, key, owner), problem);
        fields.addClassName("override-fields");
        add(fields);
        fit();
        Button take = new Button(from == null ? "Add" : "Change", click -> finish(done));
        take.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button("Cancel", click -> close()), take);
    }

    private void finish(Consumer<OwnerRule> done) {
        OwnerRule made = new OwnerRule(source.getValue(), key.getValue(), owner.getValue());
        made.problem()
                .ifPresentOrElse(
                        why -> {
                            problem.setText(why);
                            problem.setVisible(true);
                        },
                        () -> {
                            close();
                            done.accept(made);
                        });
    }

    private void fit() {
        boolean named = source.getValue() == OwnerSource.NAMESPACE_NAME;
        key.setLabel(named ? "Namespaces" : source.getValue() == OwnerSource.CLUSTER_TAG ? "Tag" : "Key");
        key.setHelperText(
                switch (source.getValue()) {
                    case WORKLOAD_LABEL, NAMESPACE_LABEL -> "For example team or example.com/owner";
                    case WORKLOAD_ANNOTATION, NAMESPACE_ANNOTATION ->
                        "For example a8r.io/owner; values longer than 256 characters are not kept";
                    case CLUSTER_TAG -> "Upper and lower case are the same, as in Azure";
                    case NAMESPACE_NAME -> "* stands for any characters";
                });
        owner.setVisible(named);
    }
}

package dev.capstan.ui.settings;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.capstan.evaluation.Criteria;
import dev.capstan.evaluation.Policy;
import dev.capstan.evaluation.PolicyOverride;
import dev.capstan.ui.component.Page;
import dev.capstan.workload.PolicyDraft;
import dev.capstan.workload.PolicyPreview;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The fields of the policy. It knows neither what is recorded nor how to record. */
class PolicyForm extends Div {

    private static final int LONGEST_NOTE = 500;

    private final ReadingField reading = new ReadingField("Reading");
    private final AllowedField allowed = new AllowedField("Allowed capabilities");
    private final RiskTiers risks;
    private final OverrideList overrides;
    private final TextArea note = new TextArea("Why");
    private final Runnable changed;
    private final Function<PolicyDraft, PolicyPreview> trial;
    private boolean filling;

    /**
     * @param changed runs when the person changed something
     * @param trial tells what a draft would change
     */
    PolicyForm(boolean editable, Runnable changed, Function<PolicyDraft, PolicyPreview> trial) {
        this.changed = changed;
        this.trial = trial;
        addClassName("policy-form");
        risks = new RiskTiers(editable, this::change);
        overrides = new OverrideList(editable, this::change, this::edit);
        reading.setReadOnly(!editable);
        allowed.setReadOnly(!editable);
        reading.addValueChangeListener(e -> change());
        allowed.addValueChangeListener(e -> change());
        note.setRequiredIndicatorVisible(true);
        note.setManualValidation(true);
        note.setMaxLength(LONGEST_NOTE);
        note.setHelperText("Stands in the history, for colleagues and auditors.");
        note.setValueChangeMode(ValueChangeMode.EAGER);
        note.addValueChangeListener(e -> note.setInvalid(false));
        Section tiers = Page.section("Risk", risks.reset(), risks);
        add(
                Page.section("Added capabilities", new Div(reading, allowed)),
                Page.section(
                        "Overrides",
                        new Div(
                                quiet("Other criteria for some clusters or namespaces. The first that matches holds."),
                                overrides)),
                tiers);
        if (editable) {
            add(note);
        }
    }

    /** Shows what a policy says. */
    void show(Policy policy) {
        filling = true;
        allowed.rate(policy.fleet().risks());
        reading.setValue(policy.fleet().reading());
        allowed.setValue(policy.fleet().allowed());
        risks.show(policy.fleet().risks());
        overrides.show(policy.overrides());
        filling = false;
    }

    /** What the fields say, as a change of the version. */
    PolicyDraft draft(int basedOn) {
        return new PolicyDraft(
                basedOn,
                reading.getValue(),
                allowed.getValue(),
                risks.differing(),
                overrides.overrides(),
                note.getValue());
    }

    /** What the fields say, as a policy. */
    Policy policy() {
        return new Policy(
                0, new Criteria(reading.getValue(), allowed.getValue(), risks.differing()), overrides.overrides());
    }

    TextArea note() {
        return note;
    }

    OverrideList overrides() {
        return overrides;
    }

    private void change() {
        if (!filling) {
            allowed.rate(risks.differing());
            changed.run();
        }
    }

    private void edit(@Nullable PolicyOverride from, Consumer<PolicyOverride> done) {
        new OverrideDialog(from, risks.differing(), made -> reach(from, made), done).open();
    }

    private PolicyPreview.Reach reach(@Nullable PolicyOverride from, PolicyOverride made) {
        PolicyDraft draft = draft(0);
        List<PolicyOverride> all = new ArrayList<>(draft.overrides());
        int at = from == null ? all.size() : all.indexOf(from);
        if (from != null) {
            all.remove(at);
        }
        all.add(at, made);
        return trial.apply(new PolicyDraft(0, draft.reading(), draft.allowed(), draft.risks(), all, ""))
                .overrides()
                .get(at);
    }

    private static Paragraph quiet(String text) {
        Paragraph quiet = new Paragraph(text);
        quiet.addClassName("quiet-text");
        return quiet;
    }
}

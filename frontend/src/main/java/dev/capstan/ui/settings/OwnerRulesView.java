package dev.capstan.ui.settings;

import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import dev.capstan.access.People;
import dev.capstan.access.Person;
import dev.capstan.ownership.OwnerRules;
import dev.capstan.ownership.OwnerRulesChange;
import dev.capstan.ownership.OwnerRulesDraft;
import dev.capstan.ownership.OwnerRulesVersion;
import dev.capstan.ownership.Owners;
import dev.capstan.ownership.OwnersPreview;
import dev.capstan.ui.Navigation;
import dev.capstan.ui.component.Icon;
import dev.capstan.ui.component.Page;
import dev.capstan.ui.component.Words;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** By which rules owners are found, what they find, and who made them when and why. */
@Route(Navigation.OWNER_RULES)
@PageTitle("Owners in the settings – Capstan")
@RolesAllowed("VIEWER")
class OwnerRulesView extends Page implements BeforeLeaveObserver {

    private static final int LONGEST_NOTE = 500;

    private final Owners owners;
    private final People people;
    private final OwnerRuleList list;
    private final OwnersPreviewPanel preview = new OwnersPreviewPanel();
    private final TextArea note = new TextArea("Why");
    private final SaveBar bar = new SaveBar(this::save, this::discard);
    private final OwnerRulesHistory history;
    private final Div conflict = new Div();
    private final boolean editable;
    private OwnerRulesVersion base;
    private List<String> unsaved = List.of();
    private OwnersPreview effect;

    OwnerRulesView(Owners owners, People people, AuthenticationContext authentication) {
        this.owners = owners;
        this.people = people;
        editable = authentication.hasRole("ADMIN");
        base = owners.newest();
        effect = owners.preview(base.rules());
        list = new OwnerRuleList(editable, this::changed);
        history = new OwnerRulesHistory(this::name, editable ? this::takeBack : null);
        note.setRequiredIndicatorVisible(true);
        note.setManualValidation(true);
        note.setMaxLength(LONGEST_NOTE);
        note.setHelperText("Stands in the history, for colleagues and auditors.");
        note.setValueChangeMode(ValueChangeMode.EAGER);
        note.addValueChangeListener(e -> note.setInvalid(false));
        addClassName("settings-page");
        add(header("Settings", SettingsTabs.create(Navigation.OWNER_RULES)));
        if (!editable) {
            Paragraph why = new Paragraph(
                    Icon.PERSON.create(), new Span("Administrators change these settings. You can read them."));
            Div notice = new Div(why);
            notice.addClassNames("notice", "notice-quiet");
            add(notice);
        }
        Paragraph how = new Paragraph("Rules are asked in this order. The first that finds somebody names the owner.");
        how.addClassName("quiet-text");
        Div form = new Div(section("Who owns a workload", new Div(how, list)), section("What the rules find", preview));
        form.addClassName("policy-form");
        if (editable) {
            form.add(note);
        }
        add(conflict, form, bar, section("History", history));
        show(base);
    }

    /** Shows what holds, and forgets what was edited. */
    private void show(OwnerRulesVersion version) {
        base = version;
        list.show(version.rules());
        note.clear();
        note.setInvalid(false);
        conflict.removeAll();
        history.show(owners.history());
        changed();
    }

    private void changed() {
        OwnerRules wished = list.rules();
        unsaved = OwnerRulesText.words(base.rules(), wished);
        effect = owners.preview(wished);
        list.found(effect.byRule());
        preview.show(effect);
        bar.show(unsaved.size(), OwnerRulesText.sentence(effect));
        note.setVisible(!unsaved.isEmpty());
        warnOnClosing(!unsaved.isEmpty());
    }

    private void takeBack(OwnerRulesVersion version) {
        list.show(version.rules());
        if (note.isEmpty()) {
            note.setValue("Back to the rules of version %d.".formatted(version.version()));
        }
        changed();
        list.scrollIntoView();
    }

    private void discard() {
        show(base);
    }

    private void save() {
        OwnerRulesDraft draft = new OwnerRulesDraft(base.version(), list.rules(), note.getValue());
        if (draft.note().isBlank()) {
            refuse(OwnerRulesChange.Part.NOTE, "Say why.");
            return;
        }
        ConfirmDialog dialog = new ConfirmDialog();
        dialog.setHeader("Find owners by these rules?");
        dialog.add(PolicyText.list(unsaved), new Paragraph(OwnerRulesText.sentence(effect)));
        dialog.setCancelable(true);
        dialog.setConfirmText("Save");
        dialog.addConfirmListener(confirmed -> finish(owners.change(draft)));
        dialog.open();
    }

    private void finish(OwnerRulesChange change) {
        switch (change) {
            case OwnerRulesChange.Made(var version, var changedHands) -> {
                show(owners.newest());
                Notification.show("Version %d is in force. %s changed hands."
                        .formatted(version.version(), Words.count(changedHands, "workload")));
            }
            case OwnerRulesChange.Unchanged() -> {
                show(owners.newest());
                Notification.show("These rules are in force already.");
            }
            case OwnerRulesChange.Outdated(var newest) -> showConflict(newest);
            case OwnerRulesChange.Refused(var part, var why) -> refuse(part, why);
        }
    }

    private void refuse(OwnerRulesChange.Part part, String why) {
        switch (part) {
            case NOTE -> {
                note.setErrorMessage(why);
                note.setInvalid(true);
                note.focus();
            }
            case RULES -> list.refuse(why);
        }
    }

    private void showConflict(OwnerRulesVersion newest) {
        conflict.removeAll();
        Conflict notice = new Conflict(
                newest.version(),
                Objects.requireNonNullElse(newest.madeAt(), Instant.EPOCH),
                newest.note(),
                name(newest.madeBy()),
                OwnerRulesText.words(base.rules(), newest.rules()),
                () -> keepMine(newest),
                () -> show(newest));
        conflict.add(notice);
        conflict.scrollIntoView();
    }

    private void keepMine(OwnerRulesVersion newest) {
        base = newest;
        conflict.removeAll();
        history.show(owners.history());
        changed();
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        if (!unsaved.isEmpty()) {
            Unsaved.askBefore(event.postpone(), () -> unsaved = List.of());
        }
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        warnOnClosing(false);
    }

    private static void warnOnClosing(boolean warn) {
        UI ui = UI.getCurrent();
        if (ui != null) {
            Unsaved.warnOnClosing(ui, warn);
        }
    }

    private String name(String madeBy) {
        return madeBy.equals("capstan")
                ? "Capstan"
                : people.find(madeBy).map(Person::displayName).orElse(madeBy);
    }
}

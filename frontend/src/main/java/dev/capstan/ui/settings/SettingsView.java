package dev.capstan.ui.settings;

import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import dev.capstan.access.People;
import dev.capstan.access.Person;
import dev.capstan.ui.Navigation;
import dev.capstan.ui.component.EmptyState;
import dev.capstan.ui.component.Icon;
import dev.capstan.ui.component.Page;
import dev.capstan.workload.Policies;
import dev.capstan.workload.PolicyChange;
import dev.capstan.workload.PolicyDraft;
import dev.capstan.workload.PolicyPreview;
import dev.capstan.workload.PolicyVersion;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the organisation has decided about the controls, and who decided it when and why. */
@Route(Navigation.SETTINGS)
@PageTitle("Settings – Capstan")
@RolesAllowed("VIEWER")
class SettingsView extends Page implements BeforeLeaveObserver {

    private final Policies policies;
    private final People people;
    private final PolicyForm form;
    private final SaveBar bar = new SaveBar(this::save, this::discard);
    private final PolicyHistory history;
    private final Div conflict = new Div();
    private final boolean editable;
    private @Nullable PolicyVersion base;
    private List<String> unsaved = List.of();

    SettingsView(Policies policies, People people, AuthenticationContext authentication) {
        this.policies = policies;
        this.people = people;
        editable = authentication.hasRole("ADMIN");
        form = new PolicyForm(editable, this::changed, policies::preview);
        history = new PolicyHistory(this::name, editable ? this::takeBack : null);
        addClassName("settings-page");
        add(header("Settings", SettingsTabs.create(Navigation.SETTINGS)));
        if (!editable) {
            Paragraph why = new Paragraph(
                    Icon.PERSON.create(), new Span("Administrators change these settings. You can read them."));
            Div notice = new Div(why);
            notice.addClassNames("notice", "notice-quiet");
            add(notice);
        }
        policies.newest()
                .ifPresentOrElse(
                        this::begin,
                        () -> add(EmptyState.noDataYet(
                                "No policy yet",
                                "The first one comes from the installation's settings, with the first assessment.")));
    }

    private void begin(PolicyVersion newest) {
        add(conflict, form, bar, section("History", history));
        show(newest);
    }

    /** Shows what holds, and forgets what was edited. */
    private void show(PolicyVersion version) {
        base = version;
        form.show(version.policy());
        form.note().clear();
        form.note().setInvalid(false);
        conflict.removeAll();
        history.show(policies.history());
        changed();
    }

    private void changed() {
        PolicyVersion from = base();
        unsaved = PolicyDiff.words(from.policy(), form.policy());
        if (editable) {
            PolicyPreview preview = policies.preview(form.draft(from.policy().version()));
            form.overrides().reach(preview.overrides());
            bar.show(unsaved.size(), PolicyText.sentence(preview));
            form.note().setVisible(!unsaved.isEmpty());
            warnOnClosing(!unsaved.isEmpty());
        }
    }

    private void takeBack(PolicyVersion version) {
        form.show(version.policy());
        if (form.note().isEmpty()) {
            form.note()
                    .setValue("Back to the settings of version %d."
                            .formatted(version.policy().version()));
        }
        changed();
        form.scrollIntoView();
    }

    private void discard() {
        show(base());
    }

    private void save() {
        PolicyDraft draft = form.draft(base().policy().version());
        if (draft.note().isBlank()) {
            refuse(PolicyChange.Part.NOTE, "Say why.");
            return;
        }
        ConfirmDialog dialog = new ConfirmDialog();
        dialog.setHeader("Judge by these settings?");
        dialog.add(PolicyText.list(unsaved), new Paragraph(PolicyText.sentence(policies.preview(draft))));
        dialog.setCancelable(true);
        dialog.setConfirmText("Save");
        dialog.addConfirmListener(confirmed -> finish(policies.change(draft)));
        dialog.open();
    }

    private void finish(PolicyChange change) {
        switch (change) {
            case PolicyChange.Made(var policy) -> {
                policies.newest().ifPresent(this::show);
                Notification.show(
                        "Version %d is in force. All that is known was judged by it.".formatted(policy.version()));
            }
            case PolicyChange.Unchanged() -> {
                policies.newest().ifPresent(this::show);
                Notification.show("These settings are in force already.");
            }
            case PolicyChange.Outdated(var newest) -> showConflict(newest);
            case PolicyChange.Refused(var part, var why) -> refuse(part, why);
        }
    }

    private void refuse(PolicyChange.Part part, String why) {
        switch (part) {
            case NOTE -> {
                form.note().setErrorMessage(why);
                form.note().setInvalid(true);
                form.note().focus();
            }
            case OVERRIDES -> form.overrides().refuse(why);
        }
    }

    private void showConflict(PolicyVersion newest) {
        conflict.removeAll();
        Conflict notice = new Conflict(
                newest.policy().version(),
                newest.madeAt(),
                newest.note(),
                name(newest.madeBy()),
                PolicyDiff.words(base().policy(), newest.policy()),
                () -> keepMine(newest),
                () -> show(newest));
        conflict.add(notice);
        conflict.scrollIntoView();
    }

    private void keepMine(PolicyVersion newest) {
        base = newest;
        conflict.removeAll();
        history.show(policies.history());
        changed();
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        if (unsaved.isEmpty()) {
            return;
        }
        Unsaved.askBefore(event.postpone(), () -> unsaved = List.of());
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

    private PolicyVersion base() {
        return Objects.requireNonNull(base, "Nothing to edit without a policy");
    }

    private String name(String madeBy) {
        return madeBy.equals("capstan")
                ? "Capstan"
                : people.find(madeBy).map(Person::displayName).orElse(madeBy);
    }
}

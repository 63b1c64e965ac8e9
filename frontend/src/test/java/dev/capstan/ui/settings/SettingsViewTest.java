package dev.capstan.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import dev.capstan.benchmark.Capability;
import dev.capstan.evaluation.AddedReading;
import dev.capstan.ui.testing.FakeApplication;
import dev.capstan.workload.Policies;
import dev.capstan.workload.PolicyDraft;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.annotation.DirtiesContext;

@SpringBootTest(classes = FakeApplication.class)
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_EACH_TEST_METHOD)
@ViewPackages(packages = "dev.capstan.ui")
@WithMockUser(
        username = "admin",
        roles = {"ADMIN", "VIEWER"})
class SettingsViewTest extends SpringBrowserlessTest {

    private final Policies policies;

    SettingsViewTest(@Autowired Policies policies) {
        this.policies = policies;
    }

    @Test
    @WithMockUser(username = "viewer", roles = "VIEWER")
    void whoMayNotChangeAnythingReadsTheSameAndIsToldWhy() {
        navigate(SettingsView.class);

        assertThat(page())
                .contains("Administrators change these settings")
                .contains("aks-edge-*")
                .contains("Version 3")
                .contains("Capstan: high");
        assertThat($view(Button.class).exists()).isFalse();
        assertThat($view(Select.class).exists()).isFalse();
        assertThat($view(NativeButton.class).withText("Remove").exists()).isFalse();
        assertThat($view(ReadingField.class).single().isReadOnly()).isTrue();
        assertThat($view(AllowedField.class).single().isReadOnly()).isTrue();
    }

    @Test
    void theHistorySaysWhoChangedWhatWhenAndWhy() {
        navigate(SettingsView.class);

        assertThat($view(PolicyHistory.class).single().getElement().getTextRecursively())
                .contains("Administrator Demo")
                .contains("Web servers bind port 80")
                .contains("allowed: + NET_BIND_SERVICE")
                .contains("override added for aks-edge-* / *: beyond default, allowed nothing")
                .contains("risk of SYS_TIME: medium → high");
    }

    @Test
    void aChangeShowsWhatItWouldDoBeforeItIsSaved() {
        navigate(SettingsView.class);
        assertThat($view(SaveBar.class).exists()).isFalse();

        read(AddedReading.BEYOND_DEFAULT);

        assertThat(bar()).contains("1 change not saved").contains("0 containers would newly fail, 17 newly pass");
    }

    @Test
    void whatIsSavedSaysWhyAndMakesAVersion() {
        navigate(SettingsView.class);
        read(AddedReading.BEYOND_DEFAULT);

        test($view(Button.class).withText("Save …").single()).click();
        assertThat(note().isInvalid()).isTrue();
        assertThat(note().getErrorMessage()).isEqualTo("Say why.");

        note().setValue("The benchmark's description decides.");
        confirmSaving();

        assertThat(policies.newest().orElseThrow().policy().fleet().reading()).isEqualTo(AddedReading.BEYOND_DEFAULT);
        assertThat(page()).contains("Version 4").contains("reading: strict → beyond default");
        assertThat($view(SaveBar.class).exists()).isFalse();
    }

    @Test
    void whatSomebodyElseSavedMeanwhileIsShownAndOnesOwnEditsAreKept() {
        navigate(SettingsView.class);
        read(AddedReading.BEYOND_DEFAULT);
        note().setValue("Mine.");
        somebodyElseAllows(Capability.NET_BIND_SERVICE, Capability.KILL);

        confirmSaving();

        assertThat($view(Conflict.class).single().getElement().getTextRecursively())
                .contains("has saved version 4 meanwhile")
                .contains("allowed: + KILL");
        assertThat($view(ReadingField.class).single().getValue()).isEqualTo(AddedReading.BEYOND_DEFAULT);
        assertThat(note().getValue()).isEqualTo("Mine.");

        test($view(NativeButton.class)
                        .withText("Keep mine and go on from their version")
                        .single())
                .click();
        assertThat(bar()).contains("2 changes not saved");
        confirmSaving();
        assertThat(policies.newest().orElseThrow().policy().version()).isEqualTo(5);
    }

    @Test
    void theirsCanBeTakenInstead() {
        navigate(SettingsView.class);
        read(AddedReading.BEYOND_DEFAULT);
        note().setValue("Mine.");
        somebodyElseAllows(Capability.KILL);
        confirmSaving();

        test($view(NativeButton.class).withText("Take theirs and drop mine").single())
                .click();

        assertThat($view(Conflict.class).exists()).isFalse();
        assertThat($view(AllowedField.class).single().getValue()).containsExactly(Capability.KILL);
        assertThat($view(ReadingField.class).single().getValue()).isEqualTo(AddedReading.STRICT);
    }

    @Test
    void anEarlierVersionCanBeTakenBackIntoTheForm() {
        navigate(SettingsView.class);

        test($view(NativeButton.class)
                        .withText("Use these settings again")
                        .all()
                        .getLast())
                .click();

        assertThat($view(AllowedField.class).single().getValue()).isEmpty();
        assertThat(note().getValue()).isEqualTo("Back to the settings of version 1.");
        assertThat(bar()).contains("not saved");
        assertThat(policies.history()).hasSize(3);
    }

    @Test
    void overridesAreMovedRemovedAndAdded() {
        navigate(SettingsView.class);

        overrideButton("Move down override 1");
        assertThat(overrides().overrides().getFirst().clusters()).isEqualTo("aks-edge-*");
        overrideButton("Remove override 2");
        assertThat(overrides().overrides()).hasSize(1);

        test($view(Button.class).withText("Add an override").single()).click();
        TextField cluster = $(TextField.class).withCaption("Cluster").single();
        cluster.setValue("not a name!");
        test($(Button.class).withText("Add").single()).click();
        assertThat(cluster.isInvalid()).isTrue();
        assertThat(overrides().overrides()).hasSize(1);
        cluster.setValue("aks-payments-*");
        test($(Button.class).withText("Add").single()).click();

        assertThat(overrides().overrides().getLast().clusters()).isEqualTo("aks-payments-*");
        assertThat(bar()).contains("2 changes not saved");
    }

    @Test
    void riskTiersGoBackToCapstansOwn() {
        navigate(SettingsView.class);

        test($view(NativeButton.class).withText("Reset all to Capstan's own").single())
                .click();

        assertThat(bar()).contains("2 changes not saved");
    }

    @Test
    void leavingWithUnsavedEditsAsks() {
        navigate(SettingsView.class);
        read(AddedReading.BEYOND_DEFAULT);

        UI.getCurrent().navigate("clusters");
        assertThat(getCurrentView()).isInstanceOf(SettingsView.class);
        ConfirmDialog dialog = $(ConfirmDialog.class).single();
        test(dialog).confirm();

        assertThat(getCurrentView()).isNotInstanceOf(SettingsView.class);
    }

    private void read(AddedReading reading) {
        $view(ReadingField.class).single().setValue(reading);
    }

    private void confirmSaving() {
        test($view(Button.class).withText("Save …").single()).click();
        test($(ConfirmDialog.class).single()).confirm();
    }

    private void somebodyElseAllows(Capability... allowed) {
        PolicyDraft now = PolicyDraft.of(policies.newest().orElseThrow().policy(), "Theirs.");
        policies.change(new PolicyDraft(
                now.basedOn(), now.reading(), Set.of(allowed), now.risks(), now.overrides(), now.note()));
    }

    private void overrideButton(String label) {
        NativeButton button = $view(NativeButton.class).all().stream()
                .filter(b -> b.getAriaLabel().filter(label::equals).isPresent())
                .findAny()
                .orElseThrow();
        test(button).click();
    }

    private OverrideList overrides() {
        return $view(OverrideList.class).single();
    }

    private TextArea note() {
        return $view(TextArea.class).single();
    }

    private String bar() {
        return $view(SaveBar.class).single().getElement().getTextRecursively();
    }

    private String page() {
        return ((Component) getCurrentView()).getElement().getTextRecursively();
    }
}

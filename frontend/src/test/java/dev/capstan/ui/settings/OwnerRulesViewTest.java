package dev.capstan.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import dev.capstan.ownership.OwnerRulesDraft;
import dev.capstan.ownership.Owners;
import dev.capstan.ui.testing.FakeApplication;
import java.util.List;
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
class OwnerRulesViewTest extends SpringBrowserlessTest {

    private final Owners owners;

    OwnerRulesViewTest(@Autowired Owners owners) {
        this.owners = owners;
    }

    @Test
    @WithMockUser(username = "viewer", roles = "VIEWER")
    void whoMayNotChangeAnythingReadsTheSameAndIsToldWhy() {
        navigate(OwnerRulesView.class);

        assertThat(page())
                .contains("Administrators change these settings")
                .contains("Namespace label team")
                .contains("12 of 40 workloads that run have an owner, 28 have none.")
                .contains("Version 1")
                .contains("Capstan's own rules");
        assertThat($view(Button.class).exists()).isFalse();
        assertThat($view(NativeButton.class).withText("Remove").exists()).isFalse();
    }

    @Test
    void whatSomebodyWroteIntoANameStaysText() {
        navigate(OwnerRulesView.class);

        assertThat(page()).contains("Namespace name legacy-* → Line of <b>business</b>");
    }

    @Test
    void aRuleIsAddedAndShowsWhatItWouldDoBeforeItIsSaved() {
        navigate(OwnerRulesView.class);
        assertThat($view(SaveBar.class).exists()).isFalse();

        test($view(Button.class).withText("Add a rule").single()).click();
        test($(Button.class).withText("Add").single()).click();
        assertThat($(com.vaadin.flow.component.html.Paragraph.class)
                        .withText("Name the key.")
                        .exists())
                .isTrue();
        $(TextField.class).withCaption("Key").single().setValue("squad");
        test($(Button.class).withText("Add").single()).click();

        assertThat(bar())
                .contains("1 change not saved")
                .contains("4 workloads would get an owner, 0 lose theirs, 0 get another; 24 of 40 stay without.");
        assertThat(page()).contains("shopkeepers").contains("No owner");
    }

    @Test
    void whatIsSavedSaysWhyAndMakesAVersion() {
        navigate(OwnerRulesView.class);
        ruleButton("Move down rule 1");

        test($view(Button.class).withText("Save …").single()).click();
        assertThat(note().getErrorMessage()).isEqualTo("Say why.");
        note().setValue("Namespaces know better.");
        confirmSaving();

        assertThat(owners.newest().version()).isEqualTo(2);
        assertThat(page()).contains("Version 2").contains("in another order");
        assertThat($view(SaveBar.class).exists()).isFalse();
    }

    @Test
    void whatSomebodyElseSavedMeanwhileIsShownAndOnesOwnEditsAreKept() {
        navigate(OwnerRulesView.class);
        ruleButton("Remove rule 3");
        note().setValue("Mine.");
        owners.change(new OwnerRulesDraft(1, new dev.capstan.ownership.OwnerRules(List.of()), "Theirs."));

        confirmSaving();

        assertThat($view(Conflict.class).single().getElement().getTextRecursively())
                .contains("has saved version 2 meanwhile")
                .contains("removed: workload label owner");
        test($view(NativeButton.class)
                        .withText("Keep mine and go on from their version")
                        .single())
                .click();
        confirmSaving();
        assertThat(owners.newest().version()).isEqualTo(3);
        assertThat(owners.newest().rules().rules()).hasSize(2);
    }

    @Test
    void leavingWithUnsavedEditsAsks() {
        navigate(OwnerRulesView.class);
        ruleButton("Remove rule 1");

        UI.getCurrent().navigate("clusters");
        assertThat(getCurrentView()).isInstanceOf(OwnerRulesView.class);
        test($(ConfirmDialog.class).single()).confirm();

        assertThat(getCurrentView()).isNotInstanceOf(OwnerRulesView.class);
    }

    private void confirmSaving() {
        test($view(Button.class).withText("Save …").single()).click();
        test($(ConfirmDialog.class).single()).confirm();
    }

    private void ruleButton(String label) {
        NativeButton button = $view(NativeButton.class).all().stream()
                .filter(b -> b.getAriaLabel().filter(label::equals).isPresent())
                .findAny()
                .orElseThrow();
        test(button).click();
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

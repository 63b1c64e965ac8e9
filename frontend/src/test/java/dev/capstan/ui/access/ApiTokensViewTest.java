package dev.capstan.ui.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.TextField;
import dev.capstan.ui.component.Command;
import dev.capstan.ui.testing.FakeApplication;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.annotation.DirtiesContext;

@SpringBootTest(classes = FakeApplication.class)
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_EACH_TEST_METHOD)
@ViewPackages(packages = "dev.capstan.ui")
@WithMockUser(username = "viewer", roles = "VIEWER")
class ApiTokensViewTest extends SpringBrowserlessTest {

    @Test
    void everyoneSeesTheirOwnTokensAndWhetherTheyStillOpenAnything() {
        navigate(ApiTokensView.class);

        assertThat(page())
                .contains("Wallboard in the team room")
                .contains("read:posture")
                .contains("Active")
                .contains("Leaked in a ticket")
                .contains("Revoked")
                .doesNotContain("Nightly report")
                .doesNotContain("Everyone else");
        assertThat($view(NativeButton.class).withText("Revoke").all()).hasSize(1);
    }

    @Test
    @WithMockUser(
            username = "admin",
            roles = {"ADMIN", "VIEWER"})
    void anAdministratorSeesAlsoWhatOthersHaveThatStillOpensSomething() {
        navigate(ApiTokensView.class);

        assertThat(page())
                .contains("Nightly report")
                .contains("Expired")
                .contains("Everyone else's active tokens")
                .contains("Viewer Demo")
                .contains("Wallboard in the team room")
                .doesNotContain("Leaked in a ticket");
    }

    @Test
    void aNewTokenIsShownOnceToBeCopied() {
        navigate(ApiTokensView.class);
        test($view(Button.class).withText("New token").single()).click();
        $(TextField.class).single().setValue("Board");

        test($(Button.class).withText("Create").single()).click();

        assertThat($(Command.class).single().getElement().getTextRecursively()).contains("capstan_5_");
        assertThat($(TokenDialog.class).single().isCloseOnOutsideClick()).isFalse();
        test($(Button.class).withText("I have copied it").single()).click();
        assertThat($(Command.class).exists()).isFalse();
        assertThat(page()).contains("Board");
    }

    @Test
    void whatIsMissingIsSaidBesideItsField() {
        navigate(ApiTokensView.class);
        test($view(Button.class).withText("New token").single()).click();

        test($(Button.class).withText("Create").single()).click();
        assertThat($(TextField.class).single().getErrorMessage()).isEqualTo("Say what it is for.");

        $(TextField.class).single().setValue("Board");
        $(CheckboxGroup.class).single().setValue(Set.of());
        test($(Button.class).withText("Create").single()).click();
        assertThat($(TextField.class).single().isInvalid()).isFalse();
        assertThat($(CheckboxGroup.class).single().getErrorMessage()).isEqualTo("Choose what can be read with it.");
    }

    @Test
    void aTokenIsRevokedOnlyAfterAskingAgain() {
        navigate(ApiTokensView.class);

        test($view(NativeButton.class).withText("Revoke").single()).click();
        assertThat(page()).contains("Wallboard");

        test($(ConfirmDialog.class).single()).confirm();
        assertThat(page()).doesNotContain("Wallboard");
    }

    private String page() {
        return $view(ApiTokensView.class).single().getElement().getTextRecursively();
    }
}

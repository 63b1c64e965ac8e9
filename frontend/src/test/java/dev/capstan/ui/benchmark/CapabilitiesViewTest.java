package dev.capstan.ui.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.router.QueryParameters;
import dev.capstan.ui.testing.FakeApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.security.test.context.support.WithMockUser;

@SpringBootTest(classes = FakeApplication.class)
@ViewPackages(packages = "dev.capstan.ui")
@WithMockUser(username = "viewer", roles = "VIEWER")
class CapabilitiesViewTest extends SpringBrowserlessTest {

    private static final int HEADER = 1;

    @Test
    void all41AreThereEachWithAnAddress() {
        navigate(CapabilitiesView.class);

        assertThat($view(NativeTableRow.class).all()).hasSize(HEADER + 41);
        assertThat($view(Anchor.class).withText("SYS_ADMIN").single().getHref()).isEqualTo("capabilities/SYS_ADMIN");
    }

    @Test
    void aRiskRatedOtherwiseShowsCapstansOwnBesideIt() {
        open("capabilities", "q=sys_time");

        assertThat($view(NativeTableRow.class).all()).hasSize(HEADER + 1);
        assertThat(page()).contains("High").contains("Capstan: medium");
    }

    @Test
    void anyTextOfACapabilityFindsItAndTheFilterCanBeCleared() {
        open("capabilities", "q=open_by_handle");
        assertThat(page()).contains("DAC_READ_SEARCH").contains("1 of 41");

        open("capabilities", "q=nothing-like-this");
        assertThat(page()).contains("No capabilities match the filter");
        test($view(NativeButton.class).withText("Clear the filter").single()).click();
        assertThat(page()).contains("All 41");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SYS_ADMIN", "sys_admin", "CAP_SYS_ADMIN"})
    void aCapabilityIsFoundHoweverItIsTyped(String typed) {
        UI.getCurrent().navigate("capabilities/" + typed);

        assertThat(page())
                .contains("SYS_ADMIN")
                .contains("Critical")
                .contains("The privileged standard only")
                .contains("21");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ALL", "NET", "SYS_ADMIN2"})
    void whatTheKernelDoesNotKnowIsNotFound(String typed) {
        UI.getCurrent().navigate("capabilities/" + typed);

        assertThat(page()).contains("Not found").contains("no capability of that name");
    }

    private static void open(String path, String query) {
        UI.getCurrent().navigate(path, QueryParameters.fromString(query));
    }

    private String page() {
        return ((Component) getCurrentView()).getElement().getTextRecursively();
    }
}

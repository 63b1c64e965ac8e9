package dev.capstan.ui.workload;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import dev.capstan.ui.testing.FakeApplication;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.security.test.context.support.WithMockUser;

@SpringBootTest(classes = FakeApplication.class)
@ViewPackages(packages = "dev.capstan.ui")
@WithMockUser(username = "viewer", roles = "VIEWER")
class WorkloadViewTest extends SpringBrowserlessTest {

    @Test
    void everyContainerShowsItsSettingsAsWrittenAndWhatTheyComeTo() {
        open("2");

        assertThat(page())
                .contains("NET_ADMIN, NET_RAW")
                .contains("Init container")
                .contains("Sidecar container")
                .contains("14 defaults")
                .contains("Added capabilities");
    }

    @Test
    void aSpellingThatDoesNothingIsWarnedOf() {
        open("8");
        assertThat(page()).contains("The prefix CAP_ makes the name unknown to containerd");
    }

    @Test
    void privilegedComesToAllWhateverIsDropped() {
        open("4");
        assertThat(page()).contains("All 41").contains("Show them");
    }

    @Test
    void formerSettingsStandBehindThoseThatRun() {
        open("2");
        String page = page();
        assertThat(page.indexOf("Former settings")).isGreaterThan(page.indexOf("NET_ADMIN"));
        assertThat(page.substring(page.indexOf("Former settings"))).contains("privileged: true");
    }

    @Test
    void anUnknownWorkloadIsNotFound() {
        UI.getCurrent().navigate("clusters/1/workloads/987654");
        assertThat(page()).contains("There is no such workload");
    }

    private void open(String workload) {
        navigate(WorkloadView.class, Map.of("cluster", "1", "workload", workload));
    }

    private String page() {
        return ((Component) getCurrentView()).getElement().getTextRecursively();
    }
}

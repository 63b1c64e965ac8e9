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
    void theFourControlsSayEachWhatTheyMakeOfAContainer() {
        open("2");
        assertThat(page())
                .contains("Added capabilities")
                .contains("Assigned capabilities")
                .contains("NET_RAW")
                .contains("Privileged containers");
    }

    @Test
    void whoAnswersForAContainerIsSaidWhereItIsNotTheCustomer() {
        open("4");
        assertThat(page())
                .contains("Platform")
                .contains("AKS runs it: its namespace, its label and its image agree.")
                .contains("Platform, assumed")
                .contains("no label says so");
        open("18");
        assertThat(page()).contains("Injected").contains("A webhook put it into the pod.");
        open("11");
        assertThat(page()).doesNotContain("Injected").doesNotContain("Platform");
    }

    @Test
    void aUserNamespaceAndAnotherRuntimeAreShownAndGetNoCredit() {
        open("19");
        assertThat(page())
                .contains("capabilities hold only inside it. No credit is given for it.")
                .contains("CRI-O")
                .contains("SYS_ADMIN");
    }

    @Test
    void thePolicyThatJudgesIsNamedAndSoIsTheOverrideThatHolds() {
        open("11");
        assertThat(page())
                .contains("Judged by version 3 of the policy: nothing may be added.")
                .doesNotContain("override");
        open("5");
        assertThat(page())
                .contains("nothing may be added, except NET_BIND_SERVICE.")
                .contains("An override for clusters *-prod-* and namespaces ingress holds here.");
    }

    @Test
    void aGapInAdmissionIsToldBesideAWorkloadThatPasses() {
        open("15");
        assertThat(page())
                .contains("Admission of data")
                .contains("Not met")
                .contains("Added capabilities are warned of or recorded, and let in.");
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

package dev.capstan.ui.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.verify;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.server.VaadinSession;
import dev.capstan.assessment.ScanProgress;
import dev.capstan.fleet.ClusterId;
import dev.capstan.ui.testing.FakeApplication;
import dev.capstan.ui.testing.FakeFeed;
import dev.capstan.workload.Workloads;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.security.test.context.support.WithMockUser;

@SpringBootTest(classes = FakeApplication.class)
@ViewPackages(packages = "dev.capstan.ui")
@WithMockUser(username = "viewer", roles = "VIEWER")
class WorkloadViewTest extends SpringBrowserlessTest {

    private final FakeFeed feed;
    private final Workloads workloads;

    WorkloadViewTest(@Autowired FakeFeed feed, @Autowired Workloads workloads) {
        this.feed = feed;
        this.workloads = workloads;
    }

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
    void theHistoryLineSaysInASentenceWhatItDraws() {
        open("2");
        assertThat(page())
                .contains("From 26 Aug 2026 08:00 UTC to 24 Nov 2026 08:00 UTC: 3 containers; settings changed once")
                .contains("Failed in that time: checkout-api")
                .contains("The policy that judges it changed once.")
                .contains("For 6 days in all nobody can say what ran, because the cluster was not read.");
    }

    @Test
    void theHistoryLineIsAlsoATable() {
        open("2");
        press("Show as table");
        assertThat(page())
                .contains("Show as line")
                .contains("version 3 judges")
                .contains("nothing is known")
                .contains("judged by another policy");
    }

    @Test
    void whatDiffersSinceTheSettingsLastChangedIsShownAndEverythingOnWish() {
        open("1");
        assertThat(part("Then and now"))
                .contains("Changed")
                .contains("All 41")
                .contains("−\u00a037")
                .doesNotContain("Origin");
        open("1", "fields=all");
        assertThat(part("Then and now")).contains("Origin").contains("Only what differs");
    }

    @Test
    void theRecordedSettingsAreShownAsTheyWouldBeWrittenWithWhatCannotBeToldFromThem() {
        open("2");
        assertThat(page())
                .contains("add: [NET_ADMIN, NET_RAW]")
                .contains("allowPrivilegeEscalation: false")
                .contains("An absent privileged and privileged: false are recorded alike");
    }

    @Test
    void aFailingContainerSaysWhereElseItsSettingsRun() {
        open("2");
        assertThat(page())
                .contains("10,000+ other workloads run a container with these settings, in 214 clusters in all.")
                .contains("All workloads with these settings");
        open("11");
        assertThat(page()).doesNotContain("with these settings");
    }

    @Test
    void findingsThatAreOverSayHowLongTheyTook() {
        open("2");
        assertThat(page()).contains("Failing since").contains("1 finding was fixed; half of them within 57 days.");
    }

    @Test
    void asOfADayThePageShowsWhatRanThenAndLeadsBack() {
        open("2", "asOf=2026-10-24");
        assertThat(page())
                .contains("As of 24 October 2026, 23:59 UTC")
                .contains("Back to now")
                .contains("Judged by version 1 of the policy")
                .contains("Pods now")
                .contains("Owner now")
                .contains("app.kubernetes.io/name: checkout-api")
                .doesNotContain("NET_ADMIN, NET_RAW");
        assertThat(part("Containers")).contains("All 41");
    }

    @Test
    void asOfADayBeforeItWasFirstSeenNothingRanAndThePageIsStillThere() {
        open("2", "asOf=2026-03-01");
        assertThat(part("Containers")).contains("Nothing ran then");
        assertThat(part("Then and now")).contains("No container ran at either instant.");
        assertThat(part("History")).contains("no container of it is known to have run");
    }

    @Test
    void asOfATimeWithoutABelievableSnapshotItIsSaidSo() {
        open("2", "asOf=2026-10-18T00:00:00Z");
        assertThat(page()).contains("By then the cluster had not been read for too long");
    }

    @Test
    void nonsenseInTheUrlIsAsIfItWereNotThere() {
        open("2", "asOf=yesterday&days=7&then=-1&now=2999-13-01");
        assertThat(page()).contains("NET_ADMIN").contains("no instant of the past");
    }

    @Test
    void aSnapshotOfItsClusterLeavesWhatHasNotChangedAlone() {
        open("2");
        int parts = (int) ((Component) getCurrentView()).getChildren().count();
        Component containers = ((Component) getCurrentView())
                .getChildren()
                .flatMap(Component::getChildren)
                .filter(part -> part.getElement().getTextRecursively().startsWith("Containers"))
                .findFirst()
                .orElseThrow();

        clearInvocations(workloads);
        feed.say(new ScanProgress(new ClusterId(1), ScanProgress.Phase.RECORDED, 214));
        runWhatThePushWaitsWith();

        verify(workloads).history(any(), anyLong(), any());

        assertThat(containers.isAttached()).isTrue();
        assertThat(((Component) getCurrentView()).getChildren().count()).isEqualTo(parts);
        assertThat(feed.listeners()).isPositive();
    }

    @Test
    void anUnknownWorkloadIsNotFound() {
        UI.getCurrent().navigate("clusters/1/workloads/987654");
        assertThat(page()).contains("There is no such workload");
    }

    private void open(String workload) {
        navigate(WorkloadView.class, Map.of("cluster", "1", "workload", workload));
    }

    private static void open(String workload, String query) {
        UI.getCurrent().navigate("clusters/1/workloads/" + workload, QueryParameters.fromString(query));
    }

    // What other threads asked for is done when the page's lock is given back.
    private static void runWhatThePushWaitsWith() {
        VaadinSession.getCurrent().unlock();
        VaadinSession.getCurrent().lock();
    }

    private void press(String text) {
        test($view(NativeButton.class).withText(text).single()).click();
    }

    private String part(String heading) {
        return $view(Section.class).all().stream()
                .map(section -> section.getElement().getTextRecursively())
                .filter(text -> text.startsWith(heading))
                .findFirst()
                .orElseThrow();
    }

    private String page() {
        return ((Component) getCurrentView()).getElement().getTextRecursively();
    }
}

package dev.capstan.ui.posture;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import dev.capstan.posture.ClusterPosture;
import dev.capstan.posture.Freshness;
import dev.capstan.posture.WorkloadPosture;
import dev.capstan.ui.component.BandBar;
import dev.capstan.ui.component.ExportLink;
import dev.capstan.ui.testing.FakeApplication;
import dev.capstan.ui.testing.FakeFeed;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.security.test.context.support.WithMockUser;

@SpringBootTest(classes = FakeApplication.class)
@ViewPackages(packages = "dev.capstan.ui")
@WithMockUser(username = "viewer", roles = "VIEWER")
class ScreenTest extends SpringBrowserlessTest {

    private final FakeFeed feed;

    ScreenTest(@Autowired FakeFeed feed) {
        this.feed = feed;
    }

    @Test
    void theOverviewShowsNoGreenWhileTooMuchIsUnknown() {
        OverviewView view = navigate(OverviewView.class);

        assertThat(view.getClassNames()).contains("incomplete");
        assertThat(text($view(Paragraph.class).withClassName("headline").single()))
                .matches("\\d+ %");
        assertThat($view(ListItem.class).all())
                .extracting(ScreenTest::text)
                .anySatisfy(entry -> assertThat(entry)
                        .contains("aks-locked-prod-weu-01")
                        .contains("Local accounts are disabled")
                        .contains("Let Capstan in through Entra"));
    }

    @Test
    void theBarOfEveryGroupThatIsNotReadEnoughSaysSo() {
        open("scores", "by=cluster");

        assertThat($view(BandBar.class).all())
                .allSatisfy(bar -> assertThat(bar.hasClassName("incomplete"))
                        .isEqualTo(bar.getElement().getAttribute("aria-label").endsWith("incomplete")))
                .extracting(bar -> bar.hasClassName("incomplete"))
                .contains(true, false);
    }

    @Test
    void theControlInTheUrlIsTheOneJudgedUnder() {
        OverviewView added = navigate("", OverviewView.class);
        String strict = text($view(Paragraph.class).withClassName("headline").single());
        open("", "control=assigned");
        assertThat(text($view(Paragraph.class).withClassName("headline").single()))
                .isNotEqualTo(strict);
        assertThat(added).isNotNull();
    }

    @Test
    void subscriptionsToProgressEndWithTheScreen() {
        navigate(OverviewView.class);
        int before = feed.listeners();
        navigate(WorkloadsView.class);
        assertThat(feed.listeners()).isLessThan(before);
    }

    @Test
    void theListOfClustersReadsItsFilterFromTheUrl() {
        open("clusters", "freshness=not-assessed&q=prod");

        @SuppressWarnings("unchecked")
        Grid<ClusterPosture> grid = $view(Grid.class).single();
        assertThat(test(grid).size()).isEqualTo(2);
        assertThat(((ClusterPosture) test(grid).getRow(0)).freshness()).isEqualTo(Freshness.NOT_ASSESSED);
        assertThat(test(grid).getLitRendererPropertyValue(0, "score", "bar", String.class))
                .isEqualTo("bands incomplete");
        assertThat($view(TextField.class).single().getValue()).isEqualTo("prod");
    }

    @Test
    void nonsenseInTheUrlIsNoFilter() {
        open("clusters", "freshness=yesterday&sort=colour&subscription=");

        @SuppressWarnings("unchecked")
        Grid<ClusterPosture> grid = $view(Grid.class).single();
        assertThat(test(grid).size()).isEqualTo(14);
    }

    @Test
    void anEmptyListSaysWhetherTheFilterMadeItSo() {
        open("clusters", "q=nowhere");

        Grid<?> grid = $view(Grid.class).single();
        assertThat(grid.getEmptyStateComponent().getElement().getTextRecursively())
                .contains("No clusters match the filter")
                .contains("Clear the filter");
    }

    @Test
    void whoMayNotScanIsNotAskedTo() {
        navigate(ClustersView.class);
        assertThat($view(Button.class).withText("Scan all").exists()).isFalse();
    }

    @Test
    @WithMockUser(
            username = "approver",
            roles = {"APPROVER", "VIEWER"})
    void whoMayScanConfirmsHowMany() {
        navigate(ClustersView.class);
        test($view(Button.class).withText("Scan all").single()).click();
        assertThat($(ConfirmDialog.class).single().getElement().getProperty("header"))
                .isEqualTo("Scan 14 clusters now?");
    }

    @Test
    void workloadsAreNarrowedToFailingOnes() {
        navigate(WorkloadsView.class);
        @SuppressWarnings("unchecked")
        Grid<WorkloadPosture> grid = $view(Grid.class).single();
        int all = test(grid).size();

        test($view(Checkbox.class).single()).click();

        assertThat(test(grid).size()).isPositive().isLessThan(all);
        assertThat(((WorkloadPosture) test(grid).getRow(0)).failing()).isPositive();
    }

    @Test
    void workloadsThatAksRunsAreListedWhereTheyAreAskedFor() {
        open("workloads", "cluster=1");
        @SuppressWarnings("unchecked")
        Grid<WorkloadPosture> grid = $view(Grid.class).single();
        int customers = test(grid).size();
        open("workloads", "cluster=1&run-by=aks");
        int platform = test(grid).size();
        assertThat(((WorkloadPosture) test(grid).getRow(0)).platform()).isTrue();
        open("workloads", "cluster=1&run-by=everyone");

        assertThat(platform).isPositive();
        assertThat(test(grid).size()).isEqualTo(customers + platform);
    }

    @Test
    void theListShowsAsManyFailingContainersAsTheOverviewCountsApart() {
        navigate(OverviewView.class);
        String apart = text($view(CountedApart.class).single());
        String link =
                $view(Anchor.class).withTextContaining("that AKS runs").single().getHref();
        open(link.substring(0, link.indexOf('?')), link.substring(link.indexOf('?') + 1));

        @SuppressWarnings("unchecked")
        Grid<WorkloadPosture> grid = $view(Grid.class).single();
        long failing = 0;
        for (int i = 0; i < test(grid).size(); i++) {
            failing += ((WorkloadPosture) test(grid).getRow(i)).failing();
        }
        assertThat(apart).contains("(" + failing + " failing)");
    }

    @Test
    void theOverviewSaysWhereAdmissionStopsAddedCapabilities() {
        navigate(OverviewView.class);

        assertThat(text((Component) getCurrentView()))
                .contains("Added capabilities are stopped at admission in 8 of 14 clusters");
        assertThat($view(Anchor.class).withClassName("admission-state").all())
                .extracting(Anchor::getHref)
                .containsExactly(
                        "clusters?admission=not-met",
                        "clusters?admission=unknown",
                        "clusters?admission=fails-open",
                        "clusters?admission=met");
    }

    @Test
    void clustersAreFilteredByWhatTheirAdmissionComesTo() {
        open("clusters", "admission=unknown");
        @SuppressWarnings("unchecked")
        Grid<ClusterPosture> grid = $view(Grid.class).single();
        assertThat(test(grid).size()).isEqualTo(5);
        open("clusters", "admission=fails-open");
        assertThat(((ClusterPosture) test(grid).getRow(0)).name()).isEqualTo("aks-shop-prod-weu-01");
        open("clusters", "admission=perhaps");
        assertThat(test(grid).size()).isEqualTo(14);
    }

    @Test
    void bothListsOfferTheirRowsAsAFileAndKeepTheLinkWhileTheyChange() {
        for (String list : new String[] {"clusters", "workloads"}) {
            open(list, "");
            ExportLink link = $view(ExportLink.class).single();
            String href = link.getElement().getAttribute("href");

            assertThat(text(link)).isEqualTo("Export CSV");
            assertThat(href).startsWith("VAADIN/dynamic/resource/");
            assertThat(link.getElement().hasAttribute("download")).isTrue();
            test($view(TextField.class).single()).setValue("prod");
            assertThat($view(ExportLink.class).single()).isSameAs(link);
            assertThat(link.getElement().getAttribute("href")).isEqualTo(href);
        }
    }

    @Test
    void aBarLeadsToTheWorkloadsBehindIt() {
        navigate(OverviewView.class);
        assertThat($view(Anchor.class).withText("NET_ADMIN").single().getHref())
                .isEqualTo("workloads?capability=NET_ADMIN");
    }

    private static void open(String path, String query) {
        UI.getCurrent().navigate(path, QueryParameters.fromString(query));
    }

    private static String text(Component component) {
        return component.getElement().getTextRecursively();
    }
}

package dev.capstan.ui.posture;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.QueryParameters;
import dev.capstan.assessment.ScanProgress;
import dev.capstan.benchmark.Control;
import dev.capstan.fleet.ClusterId;
import dev.capstan.ui.component.AsOfBanner;
import dev.capstan.ui.testing.FakeApplication;
import dev.capstan.ui.testing.FakeFeed;
import dev.capstan.ui.testing.FakeFleet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.security.test.context.support.WithMockUser;

/** Screens that speak of the past, the heat map, and scores by something. */
@SpringBootTest(classes = FakeApplication.class)
@ViewPackages(packages = "dev.capstan.ui")
@WithMockUser(
        username = "approver",
        roles = {"APPROVER", "VIEWER"})
class StandpointScreensTest extends SpringBrowserlessTest {

    private final FakeFeed feed;

    StandpointScreensTest(@Autowired FakeFeed feed) {
        this.feed = feed;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "clusters",
                "clusters/1",
                "clusters/1/namespaces/checkout",
                "workloads",
                "heat-map",
                "scores",
                "controls"
            })
    void aScreenOfThePastSaysSoAndLeadsBackToNow(String path) {
        open(path, "asOf=2026-11-01");

        AsOfBanner banner = $view(AsOfBanner.class).single();
        assertThat(text(banner)).contains("As of 1 November 2026, 23:59 UTC").contains("as it was recorded then");
        assertThat(((Component) getCurrentView()).getElement().hasAttribute("data-as-of"))
                .isTrue();
        assertThat($view(Anchor.class).withText("Back to now").single().getHref())
                .doesNotContain("asOf");
        assertThat($view(Button.class).withText("Scan all").exists()).isFalse();
        assertThat($view(Button.class).withText("Scan now").exists()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "clusters", "clusters/1", "clusters/1/namespaces/checkout", "workloads", "heat-map"})
    void linksAndSwitchesStayInThePast(String path) {
        open(path, "asOf=2026-11-01");

        assertThat($view(Anchor.class).all())
                .filteredOn(
                        link -> !text(link).equals("Back to now") && !text(link).equals("Now"))
                .extracting(Anchor::getHref)
                .filteredOn(href -> href.contains("control=assigned") || href.startsWith("clusters/"))
                .isNotEmpty()
                .allSatisfy(href -> assertThat(href).contains("asOf=2026-11-01"));
    }

    @Test
    void nonsenseAndTheFutureAreNowWithAWordOnIt() {
        open("clusters", "asOf=2030-01-01");

        assertThat(text($view(AsOfBanner.class).single())).contains("no instant of the past");
        assertThat($view(Button.class).withText("Scan all").exists()).isTrue();
    }

    @Test
    void ofNowNothingIsSaid() {
        open("clusters", "");
        assertThat($view(AsOfBanner.class).exists()).isFalse();
    }

    @Test
    void clustersAreNarrowedByResourceGroupAndTag() {
        open("clusters", "tag=environment%3Dproduction");
        Grid<?> grid = $view(Grid.class).single();
        int production = test(grid).size();
        assertThat(production).isBetween(1, 13);
        assertThat($view(ComboBox.class).all()).hasSize(2);

        open("clusters", "group=" + FakeFleet.cluster(1, Control.ADDED).resourceGroup());
        assertThat(test($view(Grid.class).single()).size()).isBetween(1, 13);
    }

    @Test
    void workloadsAreNarrowedBySubscription() {
        open("workloads", "subscription=Payments+Production");
        int some = test($view(Grid.class).single()).size();
        open("workloads", "");
        assertThat(some)
                .isPositive()
                .isLessThan(test($view(Grid.class).single()).size());
    }

    @Test
    void theHeatMapCountsItsClustersAndNamespacesAndSaysWhereMostFails() {
        open("heat-map", "");

        assertThat(text($view(Span.class).withClassName("count").single())).isEqualTo("14 clusters");
        assertThat(text((Component) getCurrentView()))
                .contains("Containers fail in")
                .contains("Most fail in")
                .contains("100 and more")
                .contains("not assessed");
        open("heat-map", "q=nowhere");
        assertThat(text((Component) getCurrentView())).contains("No clusters match the filter");
    }

    @Test
    void theOverviewTellsScoresApartByWhatTheUrlSays() {
        open("", "");
        assertThat($view(Anchor.class).withText("Research").single().getHref())
                .isEqualTo("clusters?subscription=Research");

        open("", "by=tag");
        assertThat($view(Anchor.class).withText("production").single().getHref())
                .isEqualTo("clusters?tag=environment%3Dproduction");

        open("", "by=namespace");
        assertThat($view(Anchor.class).withText("checkout").single().getHref())
                .isEqualTo("workloads?namespace=checkout&failing=yes");
        assertThat($view(Anchor.class)
                        .withTextContaining("of which these have most")
                        .single()
                        .getHref())
                .isEqualTo("scores?by=namespace");
    }

    @Test
    void everyGroupIsOnAPageOfItsOwn() {
        open("scores", "by=namespace");

        assertThat(text((Component) getCurrentView())).contains("checkout").contains("Export CSV");
        assertThat(text($view(Span.class).withClassName("count").single())).matches("\\d+ namespaces");
    }

    @Test
    void theListOfWorkloadsFollowsWhatHappensAndKeepsItsFilter() {
        open("workloads", "q=checkout");
        int before = feed.listeners();

        feed.say(new ScanProgress(new ClusterId(1), ScanProgress.Phase.RECORDED, 12));

        assertThat(before).isPositive();
        assertThat(text($view(Span.class).withClassName("count").single())).contains("match");
    }

    private static void open(String path, String query) {
        UI.getCurrent().navigate(path, QueryParameters.fromString(query));
    }

    private static String text(Component component) {
        return component.getElement().getTextRecursively();
    }
}

package dev.capstan.ui.posture;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import dev.capstan.assessment.ScanProgress;
import dev.capstan.fleet.ClusterId;
import dev.capstan.posture.Change;
import dev.capstan.ui.testing.FakeApplication;
import dev.capstan.ui.testing.FakeFeed;
import dev.capstan.ui.testing.FakeFleet;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.security.test.context.support.WithMockUser;

@SpringBootTest(classes = FakeApplication.class)
@ViewPackages(packages = "dev.capstan.ui")
@WithMockUser(username = "viewer", roles = "VIEWER")
class ChangesViewTest extends SpringBrowserlessTest {

    private final FakeFeed feed;

    ChangesViewTest(@Autowired FakeFeed feed) {
        this.feed = feed;
    }

    @Test
    void theLastWeekIsShownWithHowManyOfEachKind() {
        navigate(ChangesView.class);

        assertThat(size()).isEqualTo(12);
        assertThat(page()).contains("12 changes").contains("1 more container fails than before.");
        assertThat(kinds()).containsExactly("3New", "1Reopened", "3Changed", "3Fixed", "2By policy");
    }

    @Test
    void aNumberNarrowsTheListDownAndTheSameNumberWidensItAgain() {
        navigate(ChangesView.class);
        follow(kind("New"));

        assertThat(size()).isEqualTo(3);
        assertThat(kind("New").getElement().getAttribute("aria-current")).isEqualTo("true");
        assertThat(kinds()).contains("3Fixed");
        assertThat(page()).contains("3 changes match");
        follow(kind("New"));
        assertThat(size()).isEqualTo(12);
    }

    @Test
    void whoAskedForACapabilityAnewIsFound() {
        open("changes", "capability=SYS_ADMIN&newly=yes&kind=changed");

        assertThat(size()).isEqualTo(3);
        assertThat($view(Checkbox.class).single().getValue()).isTrue();
        open("changes", "newly=yes");
        assertThat($view(Checkbox.class).exists()).isFalse();
        assertThat(size()).isEqualTo(12);
    }

    @Test
    void aPeriodWithoutChangesSaysSoAndOneBeforeTheFirstSnapshotSaysThat() {
        LocalDate today = LocalDate.ofInstant(FakeFleet.NOW, ZoneOffset.UTC);
        open("changes", "from=%s&to=%s".formatted(today.minusDays(20), today.minusDays(10)));
        assertThat(empty()).contains("Nothing changed");
        open("changes", "from=2020-01-01&to=2020-02-01");
        assertThat(empty()).contains("Nothing was recorded then");
        open("changes", "q=nowhere");
        assertThat(empty()).contains("No changes match the filter");
        open("changes", "period=snapshot&cluster=13");
        assertThat(empty()).contains("Only one snapshot yet");
    }

    @Test
    void aPeriodThatBeginsBeforeTheFirstSnapshotIsExplained() {
        open("changes", "period=90d");

        assertThat(page()).contains("What failed in the first snapshot counts as new.");
    }

    @Test
    void daysThatThePersonChoosesStandInTheFieldsAndNonsenseIsTheUsual() {
        open("changes", "from=2026-11-02&to=2026-11-01");
        assertThat($view(DatePicker.class).all())
                .extracting(DatePicker::getValue)
                .containsExactly(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 2));
        open("changes", "from=yesterday&to=+99999999-01-01&period=snapshot&kind=colour&sort=x&cluster=0");
        assertThat($view(DatePicker.class).all())
                .extracting(DatePicker::getValue)
                .containsOnlyNulls();
        assertThat(size()).isEqualTo(12);
    }

    @Test
    void theUrlSaysWhatIsShown() {
        for (String query : List.of(
                "period=24h&kind=fixed&q=cart&cluster=2&namespace=shop&owner=nobody&capability=ALL&newly=yes&risk=high",
                "from=2026-11-01&to=2026-11-02&owned-by=nobody&control=net-raw&sort=-at",
                "period=snapshot&cluster=1")) {
            String url = ChangesState.read(QueryParameters.fromString(query)).url();
            assertThat(url).startsWith("changes?");
            assertThat(QueryParameters.fromString(url.substring("changes?".length())))
                    .isEqualTo(QueryParameters.fromString(query));
        }
        assertThat(ChangesState.USUAL.url()).isEqualTo("changes");
    }

    @Test
    void aSnapshotThatLandsKeepsTheFilterAndEndsWithTheScreen() {
        navigate(ChangesView.class);
        test($view(TextField.class).single()).setValue("workload-1");
        int listeners = feed.listeners();
        feed.say(new ScanProgress(new ClusterId(1), ScanProgress.Phase.RECORDED, 12));
        roundTrip();

        assertThat(size()).isEqualTo(3);
        UI.getCurrent().navigate("capabilities");
        assertThat(feed.listeners()).isLessThan(listeners);
    }

    @Test
    void ageAndTimeToResolveAreToldForTheFleetAndByClusterAndOwner() {
        navigate(AgeView.class);
        assertThat(page())
                .contains("37 open findings, 3 of them for more than 90 days.")
                .contains("Half of them within5 days")
                .contains(FakeFleet.name(1));

        open("changes/age", "by=owner&period=30d");
        assertThat(page()).contains("team-checkout").contains("Nobody").contains("Resolved in the last 30 days");
    }

    @Test
    void theOverviewLeadsToWhatChanged() {
        navigate(OverviewView.class);

        assertThat($view(WhatChanged.class).single().getElement().getTextRecursively())
                .contains("Last 24 hours")
                .contains("In 7 days: 1 more container fails than before.");
        assertThat($view(Anchor.class).all())
                .extracting(ChangesViewTest::state)
                .contains(
                        query("period=24h"), query("period=24h&kind=new"), query("kind=reopened"), query("kind=gone"));
        assertThat($view(AgeBars.class).single().getElement().getTextRecursively())
                .contains("over 180 days");
    }

    @Test
    void aClustersPageSaysWhatItsLastSnapshotBrought() {
        open("clusters/1", "");

        assertThat(page())
                .contains("Since the snapshot before")
                .contains("1 new")
                .contains("1 changed");
        assertThat($view(Anchor.class).all())
                .filteredOn(a -> a.getElement().getTextRecursively().equals("1 new"))
                .singleElement()
                .extracting(ChangesViewTest::state)
                .isEqualTo(query("period=snapshot&kind=new&cluster=1"));
    }

    /** Where a link to the changes leads; a URL's parameters have no order. */
    private static String state(Anchor link) {
        String[] parts = link.getHref().split("\\?", 2);
        return parts[0].equals("changes") ? query(parts.length > 1 ? parts[1] : "") : link.getHref();
    }

    private static String query(String query) {
        return ChangesState.read(query.isEmpty() ? QueryParameters.empty() : QueryParameters.fromString(query))
                .toString();
    }

    private Grid<Change> grid() {
        @SuppressWarnings("unchecked")
        Grid<Change> grid = $view(Grid.class).single();
        return grid;
    }

    private int size() {
        return test(grid()).size();
    }

    private String empty() {
        return grid().getEmptyStateComponent().getElement().getTextRecursively();
    }

    private List<String> kinds() {
        return $view(Anchor.class).withClassName("change-kind").all().stream()
                .map(a -> a.getElement().getTextRecursively())
                .toList();
    }

    private Anchor kind(String word) {
        return $view(Anchor.class).withClassName("change-kind").all().stream()
                .filter(a -> a.getElement().getTextRecursively().endsWith(word))
                .findAny()
                .orElseThrow();
    }

    private static void follow(Anchor link) {
        String[] parts = link.getHref().split("\\?", 2);
        open(parts[0], parts.length > 1 ? parts[1] : "");
    }

    private String page() {
        return ((Component) getCurrentView()).getElement().getTextRecursively();
    }

    private static void open(String path, String query) {
        UI.getCurrent().navigate(path, query.isEmpty() ? QueryParameters.empty() : QueryParameters.fromString(query));
    }
}

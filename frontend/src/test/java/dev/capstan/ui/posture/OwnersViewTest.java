package dev.capstan.ui.posture;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.router.QueryParameters;
import dev.capstan.benchmark.Control;
import dev.capstan.posture.GroupScore;
import dev.capstan.posture.WorkloadPosture;
import dev.capstan.ui.Navigation;
import dev.capstan.ui.testing.FakeApplication;
import dev.capstan.ui.testing.FakeWorkloads;
import java.net.URI;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.security.test.context.support.WithMockUser;

@SpringBootTest(classes = FakeApplication.class)
@ViewPackages(packages = "dev.capstan.ui")
@WithMockUser(username = "viewer", roles = "VIEWER")
class OwnersViewTest extends SpringBrowserlessTest {

    @Test
    void whatNobodyOwnsComesFirst() {
        navigate(OwnersView.class);

        assertThat(test(owners()).size()).isEqualTo(4);
        assertThat(((GroupScore) test(owners()).getRow(0)).name()).isNull();
    }

    @Test
    void theListReadsItsFilterAndItsOrderFromTheUrl() {
        open(Navigation.OWNERS, "sort=-name&q=t");

        assertThat(names()).containsExactly("platform", "checkout");
    }

    @Test
    void anOwnersPageSaysHowTheirsStandsWhateverTheNameIs() {
        String url = Navigation.owner(FakeWorkloads.HOSTILE_OWNER, Control.ASSIGNED);
        assertThat(URI.create(url).getPath()).isEqualTo("owners/owner");

        open("owners/owner", URI.create(url).getRawQuery());

        assertThat($view(H1.class).single().getText()).isEqualTo(FakeWorkloads.HOSTILE_OWNER);
        assertThat($view(Anchor.class).withText("All their workloads").single().getHref())
                .startsWith("workloads?owner=")
                .contains("control=assigned");
        assertThat($view(OwnedFailing.class).single().getElement().getTextRecursively())
                .contains("aks-");
    }

    @Test
    void thePageOfNobodyLeadsToTheRulesAndToWhatNobodyOwns() {
        open("owners/owner", "");

        assertThat(page()).contains("No rule finds an owner for these workloads.");
        assertThat($view(Anchor.class).withText("All without an owner").single().getHref())
                .isEqualTo("workloads?unowned=yes");
        assertThat($view(Anchor.class).withText("See the rules").single().getHref())
                .isEqualTo("settings/owners");
    }

    @Test
    void anOwnerOfNothingHasNoPage() {
        open("owners/owner", "name=stranger");

        assertThat(page()).contains("Nobody of this name owns a workload now.");
    }

    @Test
    void theListOfWorkloadsIsNarrowedDownToAnOwnerOrToNobody() {
        open("workloads", "owner=checkout");
        assertThat(((WorkloadPosture) test(owners()).getRow(0)).owner()).isEqualTo("checkout");

        open("workloads", "unowned=yes");
        assertThat(((WorkloadPosture) test(owners()).getRow(0)).owner()).isNull();
    }

    private Grid<?> owners() {
        return $view(Grid.class).single();
    }

    private java.util.List<String> names() {
        return IntStream.range(0, test(owners()).size())
                .mapToObj(i -> dev.capstan.posture.OwnerList.name(
                        (GroupScore) test(owners()).getRow(i)))
                .toList();
    }

    private void open(String path, String query) {
        UI.getCurrent().navigate(path, QueryParameters.fromString(query));
    }

    private String page() {
        return ((Component) getCurrentView()).getElement().getTextRecursively();
    }
}

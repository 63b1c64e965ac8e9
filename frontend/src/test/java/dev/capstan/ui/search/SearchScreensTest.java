package dev.capstan.ui.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.router.QueryParameters;
import dev.capstan.ui.component.ExportLink;
import dev.capstan.ui.testing.FakeApplication;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.security.test.context.support.WithMockUser;

@SpringBootTest(classes = FakeApplication.class)
@ViewPackages(packages = "dev.capstan.ui")
@WithMockUser(username = "viewer", roles = "VIEWER")
class SearchScreensTest extends SpringBrowserlessTest {

    @Test
    void theBoxGroupsWhatItFindsAndEndsWithTheWayToAllOfIt() {
        navigate("clusters", Component.class);
        field().setValue("shop");

        List<Anchor> options = options();
        assertThat(options)
                .extracting(Anchor::getHref)
                .contains("clusters/1", "clusters/1/namespaces/shop-jobs")
                .anySatisfy(url -> assertThat(url).contains("namespace=shop").contains("run-by=everyone"))
                .anySatisfy(url -> assertThat(url)
                        .contains("image=registry.test%2Fshop%2Fcart%3A1.4%3Fx%26y")
                        .contains("run-by=everyone"));
        assertThat(options.getLast().getHref()).isEqualTo("search?q=shop");
        assertThat(options).extracting(option -> option.getId().orElseThrow()).doesNotHaveDuplicates();
        assertThat(box()).contains("Workloads1,000+");
    }

    @Test
    void aShortTermIsAnsweredWithAHintAndASlowOneWithAWayOut() {
        navigate("clusters", Component.class);
        field().setValue("s");
        assertThat(box()).contains("at least two characters");
        field().setValue("slow");
        assertThat(box()).contains("took too long");
        field().setValue("nothing-like-it");
        assertThat(box()).contains("Nothing is called so");
        assertThat(options()).isEmpty();
    }

    @Test
    void theBoxIsEmptyAgainOnceSomethingWasOpened() {
        navigate("clusters", Component.class);
        field().setValue("shop");
        open("capabilities", "");
        assertThat(field().getValue()).isEmpty();
        assertThat(options()).isEmpty();
    }

    @Test
    void thePageShowsSomeOfEachKindAndLeadsToAllOfOne() {
        open("search", "q=shop");

        assertThat(field().getValue()).isEqualTo("shop");
        assertThat($view(Anchor.class).withText("All workloads").single().getHref())
                .startsWith("search?")
                .contains("q=shop", "kind=workload");
        assertThat($view(ExportLink.class).exists()).isTrue();
    }

    @Test
    void oneKindIsShownPageByPageAndTheLastSaysThatThereAreMore() {
        open("search", "q=worker&kind=workload&page=2");
        assertThat(view()).contains("51 to 100 of 1,000+");
        assertThat($view(Anchor.class).withText("Next").single().getHref())
                .startsWith("search?")
                .contains("q=worker", "kind=workload", "page=3");
        assertThat($view(Anchor.class).withText("Previous").single().getHref())
                .startsWith("search?")
                .contains("q=worker", "kind=workload")
                .doesNotContain("page=");

        open("search", "q=worker&kind=workload&page=20");
        assertThat(view()).contains("951 to 1,000").contains("take them all as CSV");
        assertThat($view(Anchor.class).withText("Next").exists()).isFalse();
    }

    @Test
    void nonsenseInTheUrlFindsNothingAndBreaksNothing() {
        open("search", "");
        assertThat(view()).contains("at least two characters");
        open("search", "q=shop&kind=colour&page=-3");
        assertThat(view()).contains("Clusters").contains("Workloads");
        open("search", "q=worker&kind=workload&page=9999");
        assertThat(view()).contains("Found for");
    }

    private Input field() {
        return $(Input.class).withAttribute("role", "combobox").single();
    }

    private List<Anchor> options() {
        return $(Anchor.class).withAttribute("role", "option").all();
    }

    private String box() {
        return $(SearchBox.class).single().getElement().getTextRecursively();
    }

    private String view() {
        return ((Component) getCurrentView()).getElement().getTextRecursively();
    }

    private static void open(String path, String query) {
        UI.getCurrent().navigate(path, QueryParameters.fromString(query));
    }
}

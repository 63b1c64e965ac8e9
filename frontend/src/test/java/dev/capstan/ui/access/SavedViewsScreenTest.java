package dev.capstan.ui.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import dev.capstan.access.SavedView;
import dev.capstan.access.SavedViewChange;
import dev.capstan.access.SavedViews;
import dev.capstan.access.ViewedList;
import dev.capstan.ui.testing.FakeApplication;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.test.context.support.WithMockUser;

@SpringBootTest(classes = FakeApplication.class)
@ViewPackages(packages = "dev.capstan.ui")
@WithMockUser(username = "viewer", roles = "VIEWER")
class SavedViewsScreenTest extends SpringBrowserlessTest {

    private final SavedViews views;

    SavedViewsScreenTest(@Autowired SavedViews views) {
        this.views = views;
    }

    @AfterEach
    void leaveNothing() {
        views.of(ViewedList.WORKLOADS).forEach(view -> views.delete(view.id()));
        views.of(ViewedList.CLUSTERS).forEach(view -> views.delete(view.id()));
    }

    @Test
    void whatTheListIsNarrowedToIsSavedUnderANameAndOpenedAgain() {
        open("workloads", "failing=yes");
        int failing = rows();
        choose("Save this view…");
        test($(TextField.class).withCaption("Name").single()).setValue("Failing");
        test($(Button.class).withText("Save").single()).click();

        assertThat(views.of(ViewedList.WORKLOADS))
                .singleElement()
                .extracting(SavedView::url)
                .isEqualTo("workloads?failing=yes");
        open("workloads", "");
        assertThat(rows()).isNotEqualTo(failing);
        choose("Failing");
        assertThat(rows()).isEqualTo(failing);
    }

    @Test
    void aSharedViewGivesAnotherPersonTheSameRows() {
        open("workloads", "failing=yes&cluster=1");
        int seen = rows();
        saved("Failing in one", "failing=yes&cluster=1", true);

        SecurityContextHolder.getContext()
                .setAuthentication(new TestingAuthenticationToken("auditor", "", "ROLE_VIEWER", "ROLE_AUDITOR"));
        SavedView shared = views.of(ViewedList.WORKLOADS).getFirst();
        open("workloads", shared.query());

        assertThat(shared.owner()).isEqualTo("viewer");
        assertThat(rows()).isEqualTo(seen);
        SecurityContextHolder.getContext()
                .setAuthentication(new TestingAuthenticationToken("viewer", "", "ROLE_VIEWER"));
    }

    @Test
    void aViewWhoseFilterMeansNothingAnyMoreOpens() {
        saved("Old", "cluster=999&namespace=gone&colour=red&risk=unheard-of&sort=-colour", false);
        open("workloads", "");

        choose("Old");

        assertThat(rows()).isZero();
    }

    @Test
    void aNameThatIsTakenIsSaidAtTheField() {
        saved("Mine", "", false);
        open("workloads", "");
        choose("Save this view…");
        TextField name = $(TextField.class).withCaption("Name").single();
        test(name).setValue("Mine");
        test($(Button.class).withText("Save").single()).click();

        assertThat(name.isInvalid()).isTrue();
        assertThat(name.getErrorMessage()).contains("another view named Mine");
    }

    @Test
    void viewsAreSharedOverwrittenAndDeletedWithAWayBack() {
        saved("Mine", "", false);
        open("workloads", "failing=yes");
        choose("Manage views…");

        test($(Checkbox.class)
                        .withCondition(box -> box.getAriaLabel().equals(Optional.of("Share Mine with everyone")))
                        .single())
                .click();
        assertThat(only().shared()).isTrue();
        press("Overwrite Mine");
        assertThat(only().query()).isEqualTo("failing=yes");
        press("Delete Mine");
        assertThat(views.of(ViewedList.WORKLOADS)).isEmpty();
        test($(NativeButton.class).withText("Undo").all().getLast()).click();
        assertThat(only().name()).isEqualTo("Mine");
        assertThat($(Anchor.class).withText("Mine").single().getHref()).isEqualTo("workloads?failing=yes");
    }

    @Test
    void eachListHasItsOwnViews() {
        saved("Mine", "", false);
        open("clusters", "");
        assertThat(items()).containsExactly("Save this view…");
    }

    private SavedView only() {
        return views.of(ViewedList.WORKLOADS).getFirst();
    }

    private void saved(String name, String query, boolean shared) {
        assertThat(views.save(ViewedList.WORKLOADS, name, query, shared)).isInstanceOf(SavedViewChange.Done.class);
    }

    private void press(String label) {
        test($(NativeButton.class).withAttribute("aria-label", label).single()).click();
    }

    private MenuBar bar() {
        return $view(MenuBar.class).single();
    }

    private List<String> items() {
        return bar().getItems().getFirst().getSubMenu().getItems().stream()
                .map(item -> item.getElement().getTextRecursively())
                .toList();
    }

    private void choose(String text) {
        var item = bar().getItems().getFirst().getSubMenu().getItems().stream()
                .filter(i -> i.getElement().getTextRecursively().equals(text))
                .findAny()
                .orElseThrow();
        ComponentUtil.fireEvent(item, new ClickEvent<Component>(item));
    }

    @SuppressWarnings("unchecked")
    private int rows() {
        return test((Grid<Object>) $view(Grid.class).single()).size();
    }

    private static void open(String path, String query) {
        UI.getCurrent().navigate(path, QueryParameters.fromString(query));
    }
}

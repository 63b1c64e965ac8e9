package dev.capstan.ui.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.QueryParameters;
import dev.capstan.benchmark.Benchmark;
import dev.capstan.benchmark.Benchmarks;
import dev.capstan.benchmark.Control;
import dev.capstan.ui.Navigation;
import dev.capstan.ui.testing.FakeApplication;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.security.test.context.support.WithMockUser;

@SpringBootTest(classes = FakeApplication.class)
@ViewPackages(packages = "dev.capstan.ui")
@WithMockUser(username = "auditor", roles = "VIEWER")
class ControlsViewTest extends SpringBrowserlessTest {

    private final Benchmarks benchmarks;

    ControlsViewTest(@Autowired Benchmarks benchmarks) {
        this.benchmarks = benchmarks;
    }

    @Test
    void everyControlHasItsNumberLevelAndAssessmentUnderTheBenchmark() {
        open("controls", "benchmark=cis-aks-1.0");

        assertThat(row(Control.ADDED))
                .contains("CIS AKS 1.0 4.2.8 · level 1 · automated")
                .contains("Source: kube-bench.");
        assertThat(row(Control.ASSIGNED)).contains("4.2.9 · level 2 · manual");
        assertThat(row(Control.NET_RAW)).contains("4.2.7");
        assertThat(row(Control.PRIVILEGED)).contains("4.2.1");
    }

    @Test
    void aBenchmarkWithoutTheControlIsToldFromOneThatWasNotLookedUp() {
        open("controls", "benchmark=cis-aks-1.5.0");

        assertThat(row(Control.ADDED))
                .contains("CIS AKS 1.5.0 has no such control")
                .contains("ends at 4.2.5");
        assertThat(row(Control.PRIVILEGED))
                .contains("Not known for CIS AKS 1.5.0")
                .contains("was not looked up");
    }

    @Test
    void theReadingInForceIsSaidWithItsAllowedList() {
        open("controls", "");

        assertThat(row(Control.ADDED))
                .contains("Strict")
                .contains("NET_BIND_SERVICE")
                .contains("2 overrides");
    }

    @Test
    void theScoreLeadsToTheWorkloadsThatFailUnderTheControl() {
        open("controls", "");

        assertThat($view(Anchor.class).all())
                .extracting(Anchor::getHref)
                .anySatisfy(url -> assertThat(url)
                        .startsWith("workloads?")
                        .contains("failing=yes")
                        .contains("control=assigned"));
    }

    @Test
    void aPickedBenchmarkHoldsForThePersonFromThenOnAndALinkDoesNot() {
        open("controls", "benchmark=cis-eks-1.2");
        assertThat(page()).contains("You report against CIS AKS 1.0");

        test($view(NativeButton.class).withText("Report against CIS EKS 1.2").single())
                .click();

        assertThat(page()).doesNotContain("You report against");
        open("controls", "");
        assertThat(row(Control.ADDED)).contains("CIS EKS 1.2");
        open("controls", "benchmark=cis-aks-1.0");
        test($view(NativeButton.class).withText("Report against CIS AKS 1.0").single())
                .click();
    }

    @Test
    void anUnknownBenchmarkInTheUrlIsTheOneReportedAgainst() {
        open("controls", "benchmark=nonsense");

        assertThat(row(Control.ADDED)).contains("CIS AKS 1.0");
    }

    @Test
    void anyWordsOfABenchmarksNameFindIt() {
        Benchmark eks = benchmarks.find("cis-eks-1.2").orElseThrow();

        assertThat(BenchmarkPicker.matches(eks, "amazon 1.2")).isTrue();
        assertThat(BenchmarkPicker.matches(eks, "CIS eks")).isTrue();
        assertThat(BenchmarkPicker.matches(eks, "")).isTrue();
        assertThat(BenchmarkPicker.matches(eks, "eks 1.3")).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Control.class)
    void everyPartOfAControlHasAnAddress(Control control) {
        navigate(ControlView.class, Map.of("control", Navigation.segment(control)));

        assertThat($view(Section.class).all())
                .extracting(section -> section.getId().orElse(""))
                .containsExactly(
                        "description",
                        "rationale",
                        "impact",
                        "default",
                        "prerequisites",
                        "judged",
                        "test",
                        "implementation",
                        "backout",
                        "benchmarks");
        assertThat(page()).contains(benchmarks.guide(control).rationale());
        benchmarks.all().forEach(b -> assertThat(page()).contains(b.shortTitle()));
    }

    @Test
    void theReadingThatHoldsIsMarked() {
        navigate(ControlView.class, Map.of("control", "added"));

        assertThat(page()).contains("StrictIn force").contains("Beyond defaultin force in 1 override");
    }

    @Test
    void aControlThatDoesNotExistIsNotFound() {
        UI.getCurrent().navigate("controls/nonsense");

        assertThat(page()).contains("Not found");
    }

    private String row(Control control) {
        return $view(ControlRow.class).all().get(control.ordinal()).getElement().getTextRecursively();
    }

    private static void open(String path, String query) {
        UI.getCurrent().navigate(path, QueryParameters.fromString(query));
    }

    private String page() {
        return ((Component) getCurrentView()).getElement().getTextRecursively();
    }
}

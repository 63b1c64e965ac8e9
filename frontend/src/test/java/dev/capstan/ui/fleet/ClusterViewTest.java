package dev.capstan.ui.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import dev.capstan.ui.testing.FakeApplication;
import dev.capstan.ui.testing.FakeWorkloads;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.security.test.context.support.WithMockUser;

@SpringBootTest(classes = FakeApplication.class)
@ViewPackages(packages = "dev.capstan.ui")
@WithMockUser(username = "viewer", roles = "VIEWER")
class ClusterViewTest extends SpringBrowserlessTest {

    @Test
    void aClusterThatCannotBeReadSaysWhyAndWhatWouldCureIt() {
        navigate(ClusterView.class, Map.of("cluster", "12"));

        assertThat(page())
                .contains("The API server's name cannot be resolved")
                .contains("Run a collector that sees the cluster's private DNS zone")
                .contains("No container is assessed");
    }

    @Test
    void theAzurePortalIsOneClickAway() {
        navigate(ClusterView.class, Map.of("cluster", "1"));

        assertThat($view(Anchor.class).withTextContaining("portal").single().getHref())
                .isEqualTo("https://portal.azure.com/#@/resource/subscriptions/0b1f6471-1bf0-4dda-aec3-111122223333"
                        + "/resourcegroups/rg-aks-payments-prod-weu-01/providers/microsoft.containerservice"
                        + "/managedclusters/aks-payments-prod-weu-01");
    }

    @Test
    void failingWorkloadsLeadToTheListFilteredByThisCluster() {
        navigate(ClusterView.class, Map.of("cluster", "1"));

        assertThat($view(Anchor.class).withClassName("more").single().getHref())
                .contains("cluster=1")
                .contains("failing=yes");
    }

    @Test
    void admissionIsToldForTheClusterAndForEveryNamespaceTheWorstFirst() {
        navigate(ClusterView.class, Map.of("cluster", "1"));

        String admission = page().substring(page().indexOf("admission lets added capabilities in"));
        assertThat(page()).contains("In 4 of 11 namespaces, admission lets added capabilities in.");
        assertThat(admission).contains("The Azure Policy add-on is on, but no policy of it denies");
        assertThat(admission.indexOf("legacy")).isLessThan(admission.indexOf("data"));
        assertThat(admission.indexOf("data")).isLessThan(admission.indexOf("checkout"));
        assertThat(admission.indexOf("AKS's own: 1 namespace, outside the verdict"))
                .isLessThan(admission.indexOf("kube-system"));
        assertThat($view(Anchor.class).withText("legacy").single().getHref()).isEqualTo("clusters/1/namespaces/legacy");
        assertThat($view(Anchor.class).withText(FakeWorkloads.HOSTILE).all())
                .extracting(Anchor::getHref)
                .contains("clusters/1/namespaces/%3Cimg%20src%3Dx%20onerror%3Dalert%281%29%3E");
    }

    @Test
    void whatAksRunsIsCountedApartAndLeadsToItsWorkloads() {
        navigate(ClusterView.class, Map.of("cluster", "1"));

        assertThat($view(Anchor.class)
                        .withTextContaining("that AKS runs")
                        .single()
                        .getHref())
                .isEqualTo("workloads?cluster=1&run-by=aks");
        assertThat(page()).contains("Counted apart: 3 containers that AKS runs (1 failing)");
    }

    @Test
    void aClusterThatWasNeverReadHasNoVerdictOnAdmission() {
        navigate(ClusterView.class, Map.of("cluster", "12"));
        assertThat(page()).contains("What admission stops is known with the first complete snapshot.");
    }

    @Test
    void anUnknownClusterIsNotFound() {
        UI.getCurrent().navigate("clusters/99");
        assertThat(page()).contains("Not found").contains("There is no such cluster");
    }

    @Test
    void aViewerSeesTheScanButCannotStartOne() {
        navigate(ClusterView.class, Map.of("cluster", "1"));
        assertThat($view(Button.class).withText("Scan now").exists()).isFalse();
    }

    private String page() {
        return ((Component) getCurrentView()).getElement().getTextRecursively();
    }
}

package dev.capstan.ui.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import dev.capstan.fleet.ClusterId;
import dev.capstan.ui.Navigation;
import dev.capstan.ui.testing.FakeApplication;
import dev.capstan.ui.testing.FakeWorkloads;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.security.test.context.support.WithMockUser;

@SpringBootTest(classes = FakeApplication.class)
@ViewPackages(packages = "dev.capstan.ui")
@WithMockUser(username = "viewer", roles = "VIEWER")
class NamespaceViewTest extends SpringBrowserlessTest {

    @Test
    void everyProtectionStandsThereStrongestFirstWithWhatItRestsOn() {
        open("1", "checkout");

        String page = page();
        assertThat(page)
                .contains("Only the runtime's defaults but NET_RAW may be added.")
                .contains("K8sAzureV3AllowedCapabilities azurepolicy-k8sazurev3allowedcapabilitie-4f6a0c11")
                .contains("Gatekeeper's webhook has failurePolicy Ignore.");
        assertThat(page.indexOf("Azure Policy")).isLessThan(page.indexOf("Pod Security Admission"));
    }

    @Test
    void aNamespaceThatNothingGuardsSaysSoAndNamesTheSmallestRemedy() {
        open("1", "legacy");

        assertThat(page())
                .contains("Not met")
                .contains("Nothing does. The smallest remedy is a label on the namespace")
                .contains("pod-security.kubernetes.io/enforce: baseline");
    }

    @Test
    void whatCouldNotBeReadIsUnknownAndSaysWhy() {
        open("4", "checkout");
        assertThat(page()).contains("Unknown").contains("403 Forbidden").doesNotContain("Nothing does");
    }

    @Test
    void whatWasReadTooLongAgoIsNotBelieved() {
        open("13", "checkout");
        assertThat(page()).contains("Unknown").contains("too old to be believed");
    }

    @Test
    void itsHistoryIsToldNewestFirst() {
        open("1", "checkout");

        String history = page().substring(page().indexOf("History"));
        assertThat(history.indexOf("Since 15 Nov 2026")).isLessThan(history.indexOf("Audit only by Gatekeeper"));
    }

    @Test
    void whatFailsInItLeadsToTheListOfThisNamespaceAlone() {
        open("1", "checkout");

        assertThat($view(Anchor.class)
                        .withText("All workloads of the namespace")
                        .single()
                        .getHref())
                .isEqualTo("workloads?cluster=1&namespace=checkout");
        assertThat(page()).contains("checkout-api").doesNotContain("report-runner");
    }

    @Test
    void workloadsOfAksAreShownInItsOwnNamespaces() {
        open("1", "kube-system");

        assertThat(page()).contains("AKS's own").contains("csi-azuredisk-node");
    }

    @Test
    void aNameThatIsMarkupIsTextAndHasAPage() {
        UI.getCurrent().navigate(Navigation.namespace(new ClusterId(1), FakeWorkloads.HOSTILE));

        assertThat(page()).contains(FakeWorkloads.HOSTILE).contains("Not met");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nowhere", "%3Cscript%3E", "checkout%00", "checkout%", "checkout'--", "%C3%28"})
    void aNamespaceThatTheClusterIsNotKnownToHaveIsNotFound(String name) {
        UI.getCurrent().navigate("clusters/1/namespaces/" + name);
        assertThat(page()).contains("Not found");
    }

    @Test
    void aNamespaceOfAnUnknownClusterIsNotFound() {
        UI.getCurrent().navigate("clusters/99/namespaces/checkout");
        assertThat(page()).contains("There is no such namespace");
    }

    private void open(String cluster, String namespace) {
        navigate(NamespaceView.class, Map.of("cluster", cluster, "namespace", namespace));
    }

    private String page() {
        return ((Component) getCurrentView()).getElement().getTextRecursively();
    }
}

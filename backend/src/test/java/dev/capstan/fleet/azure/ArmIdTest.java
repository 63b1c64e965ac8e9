package dev.capstan.fleet.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArmIdTest {

    private static final String SUBSCRIPTION = "5c1f5a1e-0000-4000-8000-00000000000a";

    @Test
    void theSameIdInAnyCaseIsOneId() {
        ArmId upper = ArmId.parse("/subscriptions/" + SUBSCRIPTION.toUpperCase()
                + "/resourceGroups/RG-One/providers/Microsoft.ContainerService/managedClusters/Quay");
        ArmId lower = ArmId.parse("/subscriptions/" + SUBSCRIPTION
                + "/resourcegroups/rg-one/providers/microsoft.containerservice/managedclusters/quay");

        assertThat(upper).isEqualTo(lower);
        assertThat(upper.subscription()).isEqualTo(UUID.fromString(SUBSCRIPTION));
        assertThat(upper.resourceGroup()).isEqualTo("rg-one");
        assertThat(upper.name()).isEqualTo("quay");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/subscriptions/x",
                "/subscriptions/5c1f5a1e-0000-4000-8000-00000000000a/resourcegroups/rg/providers/microsoft.compute/disks/d",
                "/subscriptions/5c1f5a1e-0000-4000-8000-00000000000a/resourcegroups/rg/providers"
                        + "/microsoft.containerservice/managedclusters/a/../../b"
            })
    void anythingElseIsRefused(String text) {
        assertThatThrownBy(() -> ArmId.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}

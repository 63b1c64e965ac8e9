package dev.capstan.collection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OriginTest {

    @ParameterizedTest(name = "in {0}, labelled {1}, image {2}: {3}")
    @CsvSource({
        "kube-system, true, mcr.microsoft.com/oss/kubernetes/coredns:v1, PLATFORM",
        "gatekeeper-system, true, mcr.microsoft.com/oss/gatekeeper:v3, PLATFORM",
        "kube-system, false, mcr.microsoft.com/oss/kubernetes/coredns:v1, ASSUMED_UNLABELLED",
        "kube-system, true, docker.io/library/busybox:1, ASSUMED_OTHER_IMAGE",
        "shop, true, mcr.microsoft.com/dotnet/aspnet:9.0, ASSUMED_OTHER_NAMESPACE",
        "kube-system, false, docker.io/library/busybox:1, CUSTOMER",
        "shop, false, mcr.microsoft.com/dotnet/aspnet:9.0, CUSTOMER",
        "shop, true, docker.io/library/busybox:1, CUSTOMER",
        "shop, false, docker.io/library/busybox:1, CUSTOMER",
        "kube-system, true, mcr.microsoft.com.evil.example/coredns:v1, ASSUMED_OTHER_IMAGE",
        "kube-system-2, true, mcr.microsoft.com/oss/kubernetes/coredns:v1, ASSUMED_OTHER_NAMESPACE"
    })
    void threeFactsMakeAPlatformContainerAndTwoMakeItLikely(
            String namespace, boolean labelled, String image, Origin origin) {
        assertThat(Origin.of(namespace, labelled, image)).isEqualTo(origin);
        assertThat(origin.isPlatform()).isEqualTo(origin != Origin.CUSTOMER);
    }
}

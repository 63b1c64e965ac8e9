package dev.capstan.benchmark;

import static dev.capstan.benchmark.ContainerRuntime.CONTAINERD;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CapabilityNameTest {

    @ParameterizedTest
    @EnumSource(Capability.class)
    void aCapabilityIsKnownInAnyCase(Capability capability) {
        CapabilityName known = new CapabilityName.Known(capability);

        assertThat(CapabilityName.parse(capability.name())).isEqualTo(known);
        assertThat(CapabilityName.parse(capability.name().toLowerCase(Locale.ROOT)))
                .isEqualTo(known);
        assertThat(known.written()).isEqualTo(capability.name());
    }

    @ParameterizedTest
    @EnumSource(Capability.class)
    void thePrefixMakesACapabilityInertAndTheReasonNamesTheSpellingThatWorks(Capability capability) {
        CapabilityName name = CapabilityName.parse("CAP_" + capability);

        assertThat(name)
                .isInstanceOfSatisfying(
                        CapabilityName.Inert.class,
                        inert -> assertThat(inert.why()).contains("CAP_", "knows it as " + capability.name() + "."));
        assertThat(name.written()).isEqualTo("CAP_" + capability);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ALL", "all", "All"})
    void allIsKnownInAnyCase(String raw) {
        assertThat(CapabilityName.parse(raw)).isEqualTo(new CapabilityName.All());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    CAP_ALL       | knows it as ALL
                    cap_sys_admin | knows it as SYS_ADMIN
                    " CHOWN"      | Spaces around the name
                    "KILL\t"      | Spaces around the name
                    " CAP_CHOWN"  | knows it as CHOWN
                    *             | wildcards
                    SYS_*         | wildcards
                    NET_?AW       | wildcards
                    ""            | An empty name
                    "  "          | An empty name
                    FOO           | no capability of that name
                    SMALL         | no capability of that name
                    CAP_CAP_CHOWN | no capability of that name
                    """)
    void otherSpellingsAreInertAndSayWhy(String raw, String why) {
        assertThat(CapabilityName.parse(raw)).isInstanceOfSatisfying(CapabilityName.Inert.class, inert -> {
            assertThat(inert.raw()).isEqualTo(raw);
            assertThat(inert.why()).contains(why).endsWith(".");
        });
    }

    @Test
    void aLigatureDoesNotGrowIntoACapability() {
        assertThat(CapabilityName.parse("net_broadca\uFB06")).isInstanceOf(CapabilityName.Inert.class);
    }

    @Test
    void otherRuntimesTakeThePrefixAsWell() {
        for (ContainerRuntime runtime : List.of(ContainerRuntime.CRI_O, ContainerRuntime.DOCKER)) {
            assertThat(CapabilityName.parse("cap_sys_admin", runtime))
                    .isEqualTo(new CapabilityName.Known(Capability.SYS_ADMIN));
            assertThat(CapabilityName.parse("CAP_ALL", runtime).written()).isEqualTo("CAP_ALL");
            assertThat(CapabilityName.parse("CAP_ALL", runtime))
                    .isInstanceOfSatisfying(
                            CapabilityName.Inert.class,
                            inert -> assertThat(inert.why())
                                    .startsWith("The prefix CAP_ makes the name unknown to " + runtime.title()));
            assertThat(CapabilityName.parse(" KILL", runtime))
                    .isInstanceOfSatisfying(
                            CapabilityName.Inert.class,
                            inert -> assertThat(inert.why()).startsWith("Spaces around the name"));
            assertThat(CapabilityName.parse("CAP_*", runtime)).isInstanceOf(CapabilityName.Inert.class);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "containerd://1.7.27-1, CONTAINERD",
        "cri-o://1.30.1, CRI_O",
        "CRI-O://1.30.1, CRI_O",
        "docker://19.3.14, DOCKER",
        "'', CONTAINERD",
        "rkt://1.0, CONTAINERD"
    })
    void aNodeNamesItsRuntimeAndContainerdIsAssumedOfOthers(String version, ContainerRuntime runtime) {
        assertThat(ContainerRuntime.of(version)).isEqualTo(runtime);
    }

    @Test
    void criOGivesNineByDefault() {
        assertThat(Arrays.stream(Capability.values()).filter(c -> c.givenBy(ContainerRuntime.CRI_O)))
                .extracting(Capability::name)
                .containsExactlyInAnyOrder(
                        "CHOWN",
                        "DAC_OVERRIDE",
                        "FOWNER",
                        "FSETID",
                        "KILL",
                        "NET_BIND_SERVICE",
                        "SETGID",
                        "SETPCAP",
                        "SETUID");
    }

    @Test
    void theSameMeaningCountsOnce() {
        assertThat(CapabilityName.parseAll(List.of("chown", "CHOWN", "all", "FOO", "All"), CONTAINERD))
                .extracting(CapabilityName::written)
                .containsExactly("CHOWN", "ALL", "FOO");
    }

    @Test
    void containerdGivesFourteenByDefaultAndTheKernelKnowsFortyOneInTheOrderOfTheirNumbers() {
        assertThat(Arrays.stream(Capability.values()).filter(Capability::givenByDefault))
                .extracting(Capability::name)
                .containsExactlyInAnyOrder(
                        ("AUDIT_WRITE CHOWN DAC_OVERRIDE FOWNER FSETID KILL MKNOD NET_BIND_SERVICE NET_RAW SETFCAP"
                                        + " SETGID SETPCAP SETUID SYS_CHROOT")
                                .split(" "));
        assertThat(Capability.values())
                .hasSize(41)
                .allSatisfy(c -> assertThat(c.number()).isEqualTo(c.ordinal()));
    }
}

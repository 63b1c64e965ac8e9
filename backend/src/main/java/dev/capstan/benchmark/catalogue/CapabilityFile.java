package dev.capstan.benchmark.catalogue;

import dev.capstan.benchmark.Capability;
import dev.capstan.benchmark.CapabilityText;
import dev.capstan.benchmark.ContainerRuntime;
import dev.capstan.benchmark.PodSecurityStandard;
import dev.capstan.benchmark.Risk;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What {@code capabilities.yaml} holds: a text for each capability. */
final class CapabilityFile {

    private CapabilityFile() {}

    static Map<Capability, CapabilityText> read(YamlNode document) {
        return document.fields(file -> {
            Map<Capability, CapabilityText> texts = new EnumMap<>(Capability.class);
            for (Capability capability : Capability.values()) {
                texts.put(capability, text(capability, file.at(capability.name())));
            }
            return texts;
        });
    }

    private static CapabilityText text(Capability capability, YamlNode node) {
        return node.fields(fields -> {
            checkAgainstCode(capability, fields);
            return new CapabilityText(
                    capability,
                    fields.at("since").text("\\d+(\\.\\d+)+", "2.6.24"),
                    Set.copyOf(fields.at("mayAdd").listOrNone(standard -> standard.oneOf(PodSecurityStandard.class))),
                    fields.text("allows"),
                    fields.text("danger"),
                    fields.at("neededBy").listOrNone(YamlNode::text));
        });
    }

    /** What rules need without any file is stated in code; where the file states it for its readers, both agree. */
    private static void checkAgainstCode(Capability capability, YamlFields fields) {
        YamlNode number = fields.at("number");
        if (number.number() != capability.number()) {
            throw number.error("The number of %s is %d.".formatted(capability, capability.number()));
        }
        YamlNode risk = fields.at("risk");
        if (risk.oneOf(Risk.class) != capability.risk()) {
            throw risk.error("The risk of %s is %s.".formatted(capability, YamlNode.spelling(capability.risk())));
        }
        YamlNode givenBy = fields.at("givenBy");
        List<ContainerRuntime> found = givenBy.listOrNone(runtime -> runtime.oneOf(ContainerRuntime.class));
        Set<ContainerRuntime> expected = Arrays.stream(ContainerRuntime.values())
                .filter(capability::givenBy)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(ContainerRuntime.class)));
        if (!expected.equals(Set.copyOf(found))) {
            String runtimes = expected.stream().map(YamlNode::spelling).collect(Collectors.joining(", "));
            throw givenBy.error("%s is given by %s.".formatted(capability, runtimes.isEmpty() ? "none" : runtimes));
        }
    }
}

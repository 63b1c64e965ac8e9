package dev.capstan.benchmark.catalogue;

import dev.capstan.benchmark.Control;
import dev.capstan.benchmark.ControlGuide;
import dev.capstan.benchmark.ControlGuide.Criterion;
import dev.capstan.benchmark.ControlGuide.PolicyGuide;
import dev.capstan.benchmark.ControlGuide.Step;
import dev.capstan.benchmark.ControlGuide.Steps;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What {@code controls.yaml} holds: a guide for each control. */
final class ControlFile {

    private ControlFile() {}

    static Map<Control, ControlGuide> read(YamlNode document) {
        return document.fields(file -> {
            Map<Control, ControlGuide> guides = new EnumMap<>(Control.class);
            for (Control control : Control.values()) {
                guides.put(control, file.at(YamlNode.spelling(control)).fields(fields -> guide(control, fields)));
            }
            return guides;
        });
    }

    private static ControlGuide guide(Control control, YamlFields fields) {
        Impact impact = fields.at("impact").fields(impacts -> new Impact(impacts.texts("pros"), impacts.texts("cons")));
        Implementation implementation = fields.at("implementation")
                .fields(ways -> new Implementation(steps(ways), ways.list("policies", ControlFile::policy)));
        return new ControlGuide(
                control,
                fields.text("title"),
                fields.text("description"),
                fields.text("rationale"),
                impact.pros(),
                impact.cons(),
                fields.text("defaultValue"),
                fields.texts("prerequisites"),
                fields.list("judged", ControlFile::criterion),
                fields.at("test").fields(ControlFile::steps),
                implementation.steps(),
                implementation.policies(),
                fields.at("backout").fields(ControlFile::steps));
    }

    private static Criterion criterion(YamlNode node) {
        return node.fields(fields -> new Criterion(fields.text("id"), fields.text("name"), fields.text("failsWhen")));
    }

    private static PolicyGuide policy(YamlNode node) {
        return node.fields(fields -> new PolicyGuide(
                fields.text("name"),
                kubernetes(fields, "since"),
                kubernetes(fields, "until"),
                fields.text("meets"),
                fields.list("apply", ControlFile::step),
                fields.list("backout", ControlFile::step)));
    }

    private static @Nullable String kubernetes(YamlFields fields, String name) {
        YamlNode version = fields.ifAny(name);
        return version == null ? null : version.text("1\\.\\d+", "1.24");
    }

    private static Steps steps(YamlFields fields) {
        return new Steps(fields.list("portal", ControlFile::step), fields.list("cli", ControlFile::step));
    }

    private static Step step(YamlNode node) {
        return node.fields(
                fields -> new Step(fields.text("text"), fields.textIfAny("manifest"), fields.textIfAny("command")));
    }

    private record Impact(List<String> pros, List<String> cons) {}

    private record Implementation(Steps steps, List<PolicyGuide> policies) {}
}

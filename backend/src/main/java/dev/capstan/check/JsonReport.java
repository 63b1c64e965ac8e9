package dev.capstan.check;

import dev.capstan.benchmark.Capability;
import dev.capstan.evaluation.Verdict;
import java.io.StringWriter;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/** Writes one JSON array with an element for each container and control, one in a line. */
final class JsonReport {

    /** Whatever the terminal's character set, ASCII arrives. */
    private static final JsonFactory JSON =
            JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private JsonReport() {}

    static void write(String source, List<Judged> judged, Appender out) {
        String separator = "[\n";
        for (Judged container : judged) {
            for (Map.Entry<CheckedControl, Verdict> verdict :
                    container.conclusions().verdicts().entrySet()) {
                out.append(separator);
                out.append(element(source, container, verdict.getKey(), verdict.getValue()));
                separator = ",\n";
            }
        }
        out.append("\n]\n");
    }

    private static String element(String source, Judged judged, CheckedControl control, Verdict verdict) {
        Writer element = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), element)) {
            json.writeStartObject();
            json.writeStringProperty("source", source);
            json.writeStringProperty("kind", judged.workload().kind());
            json.writeStringProperty("namespace", judged.workload().namespace());
            json.writeStringProperty("name", judged.workload().name());
            json.writeStringProperty("container", judged.container().name());
            json.writeStringProperty("containerKind", judged.containerKind());
            json.writeStringProperty("control", control.spelling());
            json.writeStringProperty("verdict", Judged.spelling(verdict));
            texts(
                    json,
                    "effective",
                    judged.conclusions().effective().stream()
                            .map(Capability::name)
                            .toList());
            texts(json, "reasons", Judged.reasons(verdict));
            texts(json, "warnings", judged.warnings());
            texts(json, "notes", judged.notes());
            json.writeNumberProperty("line", judged.line());
            json.writeEndObject();
        }
        return element.toString();
    }

    private static void texts(JsonGenerator json, String name, List<String> texts) {
        json.writeArrayPropertyStart(name);
        texts.forEach(json::writeString);
        json.writeEndArray();
    }
}

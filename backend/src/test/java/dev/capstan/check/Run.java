package dev.capstan.check;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What came of one run of the command. */
record Run(int code, String out, String err) {

    /** Judges the text from the standard input. */
    static Run on(String manifest, String... options) {
        return on(manifest.getBytes(StandardCharsets.UTF_8), options);
    }

    static Run on(byte[] manifest, String... options) {
        List<String> arguments = new ArrayList<>(List.of(options));
        arguments.add("-");
        return of(new ByteArrayInputStream(manifest), arguments.toArray(String[]::new));
    }

    static Run of(InputStream in, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = new Check(
                        in,
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        false)
                .run(List.of(arguments));
        return new Run(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** The elements of the JSON report. */
    List<JsonNode> elements() {
        List<JsonNode> elements = new ArrayList<>();
        JsonMapper.shared().readTree(out).forEach(elements::add);
        return elements;
    }
}

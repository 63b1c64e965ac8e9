package dev.capstan.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.JsonNode;

/** Makes a page of a description in the form of OpenAPI. */
final class DocsHtml {

    private static final String REFERENCE = "#/components/schemas/";

    private static final String BEGINNING = """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>API – Capstan</title>
            <link rel="stylesheet" href="/api/docs.css">
            </head>
            <body>
            <main>
            <h1>Capstan API</h1>
            <p>Whatever the screens show can be read by programs, in the same numbers. Nothing can be changed here.</p>
            <h2 id="begin">To begin with</h2>
            <p>Make a token in Capstan: your name at the bottom left, then API tokens. Show it in the header of every
            request:</p>
            <pre tabindex="0">curl -H "Authorization: Bearer $CAPSTAN_TOKEN" https://capstan.example/api/v1/clusters</pre>
            <ul>
            <li><b>Lists</b> come in parts of 100 rows, or as many as <code>limit</code> says (1 to 1000). Follow
            <code>next</code>, or the header <code>Link</code>, until it is null. Rows that come and go meanwhile
            neither shift nor repeat others.</li>
            <li><b>As of</b>: <code>asOf=2026-06-01T00:00:00Z</code> reads what was known and concluded at that
            instant. Give one to read several lists of the same moment.</li>
            <li><b>Parameters</b> that there are not are refused, so that a mistyped filter never shows more than was
            meant.</li>
            <li><b>Values</b>: instants are ISO 8601 in UTC, words are those of the glossary in lower case joined by
            hyphens, capabilities are named without CAP_, and what is not known is null.</li>
            <li><b>Errors</b> are <code>application/problem+json</code> (RFC 9457), with the parameter that is wrong
            and what it takes.</li>
            <li><b>For programs</b> this description is at <a href="/api/v1/openapi">/api/v1/openapi</a> and
            <a href="/api/v1/openapi.yaml">/api/v1/openapi.yaml</a>.</li>
            </ul>
            """;

    private final JsonNode api;
    private final StringBuilder page = new StringBuilder(BEGINNING);

    private DocsHtml(JsonNode api) {
        this.api = api;
    }

    static String of(JsonNode api) {
        DocsHtml html = new DocsHtml(api);
        html.operations();
        html.forms();
        return html.page.append("</main>\n</body>\n</html>\n").toString();
    }

    private void operations() {
        Map<String, List<Map.Entry<String, JsonNode>>> byTag = new TreeMap<>();
        api.path("paths").properties().forEach(path -> {
            JsonNode get = path.getValue().path("get");
            byTag.computeIfAbsent(get.path("tags").path(0).asString("Others"), _ -> new ArrayList<>())
                    .add(Map.entry(path.getKey(), get));
        });
        byTag.forEach((tag, operations) -> {
            line("<h2>%s</h2>", tag);
            operations.forEach(operation -> operation(operation.getKey(), operation.getValue()));
        });
    }

    private void operation(String path, JsonNode get) {
        line("<section>\n<h3><code>GET %s</code></h3>", path);
        line("<p>%s.</p>", get.path("summary").asString(""));
        JsonNode parameters = get.path("parameters");
        if (!parameters.isEmpty()) {
            page.append("<table>\n<thead><tr><th scope=\"col\">Parameter</th><th scope=\"col\">Takes</th>"
                    + "<th scope=\"col\">Meaning</th></tr></thead>\n<tbody>\n");
            parameters.forEach(parameter -> {
                JsonNode schema = parameter.path("schema");
                line(
                        "<tr><th scope=\"row\"><code>%s</code></th>",
                        parameter.path("name").asString());
                page.append("<td>").append(takes(schema)).append("</td>");
                line("<td>%s</td></tr>", meaning(parameter, schema));
            });
            page.append("</tbody>\n</table>\n");
        }
        JsonNode answer = get.path("responses")
                .path("200")
                .path("content")
                .path("application/json")
                .path("schema");
        page.append("<p>Answers with ").append(takes(answer)).append(".</p>\n</section>\n");
    }

    private void forms() {
        page.append("<h2>Forms</h2>\n");
        api.path("components").path("schemas").properties().forEach(form -> {
            line("<section id=\"%s\">", form.getKey());
            line("<h3>%s</h3>", form.getKey());
            page.append("<table>\n<thead><tr><th scope=\"col\">Name</th><th scope=\"col\">Value</th>"
                    + "<th scope=\"col\">Meaning</th></tr></thead>\n<tbody>\n");
            form.getValue().path("properties").properties().forEach(property -> {
                line("<tr><th scope=\"row\"><code>%s</code></th>", property.getKey());
                page.append("<td>").append(takes(property.getValue())).append("</td>");
                line("<td>%s</td></tr>", property.getValue().path("description").asString(""));
            });
            page.append("</tbody>\n</table>\n</section>\n");
        });
    }

    private static String meaning(JsonNode parameter, JsonNode schema) {
        String said = parameter.path("description").asString("");
        String usual = schema.path("default").asString("");
        String needed = parameter.path("required").asBoolean(false) && usual.isEmpty() ? "needed" : "";
        return List.of(said, usual.isEmpty() ? "" : "else " + usual, needed).stream()
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("; "));
    }

    /** What a value can be, as markup. */
    private static String takes(JsonNode schema) {
        String reference = schema.path("$ref").asString("");
        if (!reference.isEmpty()) {
            String name = HtmlUtils.htmlEscape(reference.substring(REFERENCE.length()));
            return "<a href=\"#%s\">%s</a>".formatted(name, name);
        }
        JsonNode words = schema.path("enum");
        if (!words.isEmpty()) {
            return words.valueStream()
                    .map(word -> "<code>" + HtmlUtils.htmlEscape(word.asString("null")) + "</code>")
                    .collect(Collectors.joining(" "));
        }
        if (schema.has("items")) {
            return "list of " + takes(schema.path("items"));
        }
        JsonNode type = schema.path("type");
        String name = type.isArray()
                ? type.valueStream().map(part -> part.asString("")).collect(Collectors.joining(" or "))
                : type.asString("value");
        return HtmlUtils.htmlEscape(
                switch (schema.path("format").asString("")) {
                    case "date-time" -> "instant";
                    case "date" -> "day";
                    default -> name;
                });
    }

    private void line(String form, Object... values) {
        page.append(form.formatted(java.util.Arrays.stream(values)
                        .map(value -> HtmlUtils.htmlEscape(value.toString()))
                        .toArray()))
                .append('\n');
    }
}

package dev.capstan.check.tree;

import dev.capstan.check.tree.Node.Items;
import dev.capstan.check.tree.Node.Nothing;
import dev.capstan.check.tree.Node.OtherNumber;
import dev.capstan.check.tree.Node.Text;
import dev.capstan.check.tree.Node.Truth;
import dev.capstan.check.tree.Node.Whole;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** Reads JSON: one document, or several one after the other. */
final class JsonText {

    /** No object that a cluster takes holds a longer one; the API server takes 3 MB in all. */
    private static final int LONGEST_TEXT = 8 << 20;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(Plant.DEEPEST + 1)
                    .maxStringLength(LONGEST_TEXT)
                    .build())
            .build();

    private final JsonParser parser;
    private final Budget budget = new Budget();

    private JsonText(JsonParser parser) {
        this.parser = parser;
    }

    static List<Node> read(Source source) throws BadInput {
        try (JsonParser parser = JSON.createParser(
                ObjectReadContext.empty(), source.bytes(), source.from(), source.bytes().length - source.from())) {
            JsonText text = new JsonText(parser);
            try {
                List<Node> documents = new ArrayList<>();
                for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                    documents.add(text.value(token, 1));
                }
                return documents;
            } catch (JacksonException e) {
                throw new BadInput(text.line(), "this is no valid JSON: " + told(e));
            }
        }
    }

    private Node value(JsonToken token, int depth) throws BadInput {
        int line = line();
        budget.hold(line);
        return switch (token) {
            case START_OBJECT -> object(line, depth);
            case START_ARRAY -> array(line, depth);
            case VALUE_STRING -> new Text(line, parser.getString());
            case VALUE_NUMBER_INT -> whole(line, parser.getString());
            case VALUE_NUMBER_FLOAT -> new OtherNumber(line, parser.getString());
            case VALUE_TRUE -> new Truth(line, true);
            case VALUE_FALSE -> new Truth(line, false);
            case VALUE_NULL -> new Nothing(line);
            case NOT_AVAILABLE, END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT ->
                throw new BadInput(line, "this is no valid JSON");
        };
    }

    private Node object(int line, int depth) throws BadInput {
        Plant.deep(depth, line);
        Plant plant = new Plant(line);
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            int nameLine = line();
            long before = budget.held();
            plant.field(nameLine, name, value(parser.nextToken(), depth + 1));
            if (!Plant.keeps(name)) {
                budget.backTo(before);
            }
        }
        return plant.grown();
    }

    private Node array(int line, int depth) throws BadInput {
        Plant.deep(depth, line);
        List<Node> items = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            items.add(value(token, depth + 1));
        }
        return new Items(line, items);
    }

    private static Node whole(int line, String written) {
        try {
            return new Whole(line, Long.parseLong(written));
        } catch (NumberFormatException tooLarge) {
            return new OtherNumber(line, written);
        }
    }

    private int line() {
        return Math.max(1, parser.currentTokenLocation().getLineNr());
    }

    /** Jackson's message goes on with where it was reading, in words of its own. */
    private static String told(JacksonException e) {
        String message = String.valueOf(e.getOriginalMessage());
        return Said.name(message.lines().findFirst().orElse(message).replaceAll(" \\(start marker.*", ""));
    }
}

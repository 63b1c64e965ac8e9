package dev.capstan.check.tree;

import dev.capstan.check.tree.Node.Fields;
import dev.capstan.check.tree.Node.Items;
import dev.capstan.check.tree.Node.Nothing;
import dev.capstan.check.tree.Node.OtherNumber;
import dev.capstan.check.tree.Node.Text;
import dev.capstan.check.tree.Node.Truth;
import dev.capstan.check.tree.Node.Whole;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.Event.ID;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/** Reads YAML of one or more documents, from the parser's events, so that nothing is made of it but the tree. */
final class YamlText {

    /** How many nodes aliases may stand for, counted as often as they are used. */
    private static final long MOST_UNFOLDED = 1_000_000;

    /**
     * The parser takes time that grows with the square of a line's length: some seconds for one line of this many bytes,
     * which is also more than an object of a cluster may hold. All long lines together may take no more than that.
     */
    private static final long LONGEST_LINE = 2 << 20;

    private static final int LONG_LINE = 1 << 16;

    private static final String MERGE = "<<";

    /** A node that an anchor names, with how many nodes it unfolds to; none while it is still being read. */
    private record Anchored(@Nullable Node node, long unfolded) {}

    private final Parser parser;
    private final Map<String, Anchored> anchors = new HashMap<>();
    private final Budget budget = new Budget();
    private long seen;
    private long unfolded;
    private int line = 1;

    private YamlText(Parser parser) {
        this.parser = parser;
    }

    static List<Node> read(Source source) throws BadInput {
        requireLines(source);
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Source.LONGEST);
        Reader reader = new InputStreamReader(
                new ByteArrayInputStream(source.bytes(), source.from(), source.bytes().length - source.from()),
                StandardCharsets.UTF_8);
        YamlText text = new YamlText(new ParserImpl(new StreamReader(reader), options));
        try {
            return text.documents();
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() != null ? e.getProblemMark().getLine() + 1 : text.line;
            throw new BadInput(line, "this is no valid YAML: " + Said.name(String.valueOf(e.getProblem())));
        } catch (YAMLException e) {
            throw new BadInput(text.line, "this is no valid YAML: " + Said.name(String.valueOf(e.getMessage())));
        }
    }

    private static void requireLines(Source source) throws BadInput {
        byte[] bytes = source.bytes();
        int line = 1;
        long length = 0;
        long cost = 0;
        for (int at = source.from(); at < bytes.length; at++) {
            boolean ends = bytes[at] == '\n';
            length = ends ? length : length + 1;
            if (length >= LONG_LINE && (ends || length % LONG_LINE == 0)) {
                if (cost + length * length > LONGEST_LINE * LONGEST_LINE) {
                    throw new BadInput(
                            line, "the lines up to here are too long for YAML; JSON may have lines of any length");
                }
                cost += ends ? length * length : 0;
            }
            if (ends) {
                line++;
                length = 0;
            }
        }
    }

    private List<Node> documents() throws BadInput {
        List<Node> documents = new ArrayList<>();
        for (Event event = next(); !event.is(ID.StreamEnd); event = next()) {
            if (event instanceof NodeEvent node) {
                documents.add(node(node, 1));
                anchors.clear();
            }
        }
        return documents;
    }

    private Node node(NodeEvent event, int depth) throws BadInput {
        int start = line;
        budget.hold(start);
        if (event instanceof AliasEvent alias) {
            return aliased(alias, start);
        }
        String anchor = event.getAnchor();
        if (anchor == null) {
            return unnamed(event, start, depth);
        }
        long before = seen + unfolded;
        anchors.put(anchor, new Anchored(null, 0));
        Node node = unnamed(event, start, depth);
        anchors.put(anchor, new Anchored(node, seen + unfolded - before + 1));
        return node;
    }

    private Node aliased(AliasEvent alias, int start) throws BadInput {
        Anchored anchored = anchors.get(alias.getAnchor());
        String name = Said.name(String.valueOf(alias.getAnchor()));
        if (anchored == null) {
            throw new BadInput(start, "the alias *%s stands before any anchor &%s".formatted(name, name));
        }
        if (anchored.node() == null) {
            throw new BadInput(start, "the alias *%s stands inside what it refers to".formatted(name));
        }
        unfolded += anchored.unfolded();
        if (unfolded > MOST_UNFOLDED) {
            throw new BadInput(start, "the aliases unfold to more than a million values");
        }
        return anchored.node();
    }

    private Node unnamed(NodeEvent event, int start, int depth) throws BadInput {
        return switch (event) {
            case ScalarEvent scalar -> scalar(scalar, start);
            case SequenceStartEvent sequence -> {
                requireTag(sequence.getTag(), "tag:yaml.org,2002:seq", start);
                yield sequence(start, depth);
            }
            case MappingStartEvent mapping -> {
                requireTag(mapping.getTag(), "tag:yaml.org,2002:map", start);
                yield mapping(start, depth);
            }
            default -> throw new BadInput(start, "this is no valid YAML");
        };
    }

    private Node sequence(int start, int depth) throws BadInput {
        Plant.deep(depth, start);
        List<Node> items = new ArrayList<>();
        for (Event event = next(); !event.is(ID.SequenceEnd); event = next()) {
            items.add(node((NodeEvent) event, depth + 1));
        }
        return new Items(start, items);
    }

    private Node mapping(int start, int depth) throws BadInput {
        Plant.deep(depth, start);
        Plant plant = new Plant(start);
        boolean merges = false;
        for (Event event = next(); !event.is(ID.MappingEnd); event = next()) {
            int keyLine = line;
            String key = key(event, depth);
            long before = budget.held();
            Node value = node((NodeEvent) next(), depth + 1);
            // What an anchor names stays, wherever it stands.
            if (!Plant.keeps(key) && !key.equals(MERGE) && anchors.isEmpty()) {
                budget.backTo(before);
            }
            if (!key.equals(MERGE)) {
                plant.field(keyLine, key, value);
            } else if (merges || !isPlain(event)) {
                throw new BadInput(keyLine, "the merge key << stands here twice or in quotes, where readers differ");
            } else {
                merges = true;
                merge(plant, value, keyLine);
            }
        }
        return plant.grown();
    }

    private String key(Event event, int depth) throws BadInput {
        Node key = node((NodeEvent) event, depth + 1);
        // Kubernetes turns numbers and truth values into text, in forms of its own; no field of it has such a name.
        return switch (key) {
            case Text(int ignored, String text) -> text;
            case Whole(int ignored, long number) -> Long.toString(number);
            case OtherNumber(int ignored, String written) -> written;
            case Truth(int ignored, boolean value) -> Boolean.toString(value);
            case Node.Nothing ignored -> "null";
            case Fields ignored -> throw new BadInput(key.line(), "the name of a field must be text, not an object");
            case Items ignored -> throw new BadInput(key.line(), "the name of a field must be text, not a list");
            case Node.Skipped ignored -> throw new IllegalStateException("A name is never let go");
        };
    }

    private static boolean isPlain(Event event) {
        return event instanceof ScalarEvent scalar && scalar.getScalarStyle() == ScalarStyle.PLAIN;
    }

    private static void merge(Plant plant, Node value, int keyLine) throws BadInput {
        List<Node> sources = value instanceof Items(int ignored, List<Node> items) ? items : List.of(value);
        for (Node source : sources) {
            if (!(source instanceof Fields fields)) {
                throw new BadInput(
                        keyLine, "<< takes an object or a list of objects, not " + Said.name(source.described()));
            }
            plant.merge(fields);
        }
    }

    private static Node scalar(ScalarEvent event, int start) throws BadInput {
        String tag = event.getTag();
        Node plain = PlainScalar.of(start, event.getValue());
        if (tag == null) {
            return event.getScalarStyle() == ScalarStyle.PLAIN ? plain : new Text(start, event.getValue());
        }
        boolean fits = switch (tag) {
            case "tag:yaml.org,2002:bool" -> plain instanceof Truth;
            case "tag:yaml.org,2002:int" -> plain instanceof Whole;
            case "tag:yaml.org,2002:null" -> plain instanceof Nothing;
            default -> false;
        };
        if (fits) {
            return plain;
        }
        if (tag.equals("!") || tag.equals("tag:yaml.org,2002:str")) {
            return new Text(start, event.getValue());
        }
        throw unfitting(tag, start);
    }

    private static void requireTag(@Nullable String tag, String wanted, int line) throws BadInput {
        if (tag != null && !tag.equals(wanted) && !tag.equals("!")) {
            throw unfitting(tag, line);
        }
    }

    private static BadInput unfitting(String tag, int line) {
        return new BadInput(
                line, "the tag !<%s> does not fit here; a manifest needs no tags".formatted(Said.name(tag)));
    }

    private Event next() {
        Event event = parser.getEvent();
        seen++;
        line = event.getStartMark() != null ? event.getStartMark().getLine() + 1 : line;
        return event;
    }
}

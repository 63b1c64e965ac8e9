package dev.capstan.benchmark.catalogue;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.reader.ReaderException;

/** A value in a YAML file that knows its place, so that whatever is wrong with it can be told with file and line. */
final class YamlNode {

    private final String file;
    private final Node node;

    private YamlNode(String file, Node node) {
        this.file = file;
        this.node = node;
    }

    /**
     * The one document of a file.
     *
     * @param file the name to tell in errors
     */
    static YamlNode document(String file, String text) {
        LoaderOptions options = new LoaderOptions();
        // The limit guards against hostile files; these are our own and refer to shared steps on purpose.
        options.setMaxAliasesForCollections(1_000);
        try {
            Node root = new Yaml(options).compose(new StringReader(text));
            if (root == null) {
                throw new BrokenCatalogue(file, 1, "The file is empty.");
            }
            return new YamlNode(file, root);
        } catch (MarkedYAMLException e) {
            throw new BrokenCatalogue(file, e.getProblemMark().getLine() + 1, "This is not YAML: " + e.getProblem());
        } catch (ReaderException e) {
            int line = 1
                    + (int) text.codePoints()
                            .limit(e.getPosition())
                            .filter(c -> c == '\n')
                            .count();
            throw new BrokenCatalogue(
                    file, line, "This is not YAML: the character U+%04X is not allowed.".formatted(e.getCodePoint()));
        } catch (YAMLException e) {
            throw new BrokenCatalogue(file, 1, "This is not YAML: " + e.getMessage());
        }
    }

    /** Its text, which may not be blank. What YAML takes for a number needs quotes to be a text. */
    String text() {
        if (!(node instanceof ScalarNode scalar) || !scalar.getTag().equals(Tag.STR)) {
            throw error("A text is expected here; put a number or a date in quotes.");
        }
        if (scalar.getValue().isBlank()) {
            throw error("The text is empty.");
        }
        return scalar.getValue();
    }

    /** Its text, which has to match. */
    String text(String pattern, String example) {
        String text = text();
        if (!text.matches(pattern)) {
            throw error("\"%s\" is not of the form %s.".formatted(text, example));
        }
        return text;
    }

    /** Its whole number. */
    int number() {
        if (!(node instanceof ScalarNode scalar) || !scalar.getValue().matches("\\d{1,9}")) {
            throw error("A whole number is expected here.");
        }
        return Integer.parseInt(scalar.getValue());
    }

    /** Which constant it names, in lower case and with hyphens: {@code cri-o} for CRI_O. */
    <E extends Enum<E>> E oneOf(Class<E> type) {
        Map<String, E> constants = new LinkedHashMap<>();
        for (E constant : type.getEnumConstants()) {
            constants.put(spelling(constant), constant);
        }
        return oneOf(constants);
    }

    /** Which of the values it names. */
    <T> T oneOf(Map<String, T> values) {
        T value = node instanceof ScalarNode scalar ? values.get(scalar.getValue()) : null;
        if (value == null) {
            String found = node instanceof ScalarNode scalar ? "\"%s\"".formatted(scalar.getValue()) : "this";
            throw error("%s is none of %s.".formatted(found, String.join(", ", values.keySet())));
        }
        return value;
    }

    /** Its items, of which there has to be one at least. */
    <T> List<T> list(Function<YamlNode, T> item) {
        List<T> items = listOrNone(item);
        if (items.isEmpty()) {
            throw error("The list is empty.");
        }
        return items;
    }

    /** Its items. */
    <T> List<T> listOrNone(Function<YamlNode, T> item) {
        if (!(node instanceof SequenceNode sequence)) {
            throw error("A list is expected here.");
        }
        return sequence.getValue().stream()
                .map(child -> item.apply(new YamlNode(file, child)))
                .toList();
    }

    /** Its fields, every one of which the reader has to know and none of which may stand twice. */
    <T> T fields(Function<YamlFields, T> reader) {
        if (!(node instanceof MappingNode mapping)) {
            throw error("Fields with names are expected here.");
        }
        List<YamlNode> keys = new ArrayList<>();
        Map<String, YamlNode> values = new LinkedHashMap<>();
        for (NodeTuple field : mapping.getValue()) {
            YamlNode key = new YamlNode(file, field.getKeyNode());
            keys.add(key);
            if (values.put(key.text(), new YamlNode(file, field.getValueNode())) != null) {
                throw key.error("\"%s\" stands here twice.".formatted(key.text()));
            }
        }
        YamlFields fields = new YamlFields(this, values);
        T read = reader.apply(fields);
        fields.refuseUnknown(keys);
        return read;
    }

    /** That something is wrong here. */
    BrokenCatalogue error(String wrong) {
        return new BrokenCatalogue(file, node.getStartMark().getLine() + 1, wrong);
    }

    /** How a constant is written in the files. */
    static String spelling(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

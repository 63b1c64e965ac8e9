package dev.capstan.check;

import dev.capstan.check.tree.BadInput;
import dev.capstan.check.tree.Node;
import dev.capstan.check.tree.Node.Fields;
import dev.capstan.check.tree.Node.Items;
import dev.capstan.check.tree.Node.Text;
import dev.capstan.check.tree.Node.Truth;
import dev.capstan.check.tree.Node.Whole;
import dev.capstan.check.tree.Said;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes a field's value as the type that the Kubernetes API has for it, and nothing else for it. Absent fields are null. */
final class Typed {

    private Typed() {}

    static @Nullable Fields object(Fields parent, String name) throws BadInput {
        Node value = parent.value(name);
        return value == null ? null : object(value, name);
    }

    static Fields object(Node value, String name) throws BadInput {
        if (value instanceof Fields fields) {
            return fields;
        }
        throw wrong(value, name + " must be an object");
    }

    static @Nullable List<Node> list(Fields parent, String name) throws BadInput {
        Node value = parent.value(name);
        if (value == null) {
            return null;
        }
        if (value instanceof Items(int ignored, List<Node> items)) {
            return items;
        }
        throw wrong(value, name + " must be a list");
    }

    static @Nullable String text(Fields parent, String name) throws BadInput {
        Node value = parent.value(name);
        if (value == null) {
            return null;
        }
        if (value instanceof Text(int ignored, String text)) {
            return text;
        }
        throw wrong(value, name + " must be text");
    }

    static @Nullable List<String> texts(Fields parent, String name) throws BadInput {
        List<Node> items = list(parent, name);
        if (items == null) {
            return null;
        }
        List<String> texts = new ArrayList<>(items.size());
        for (Node item : items) {
            if (!(item instanceof Text(int ignored, String text))) {
                throw wrong(item, name + " must hold nothing but names");
            }
            texts.add(text);
        }
        return texts;
    }

    static @Nullable Boolean truth(Fields parent, String name) throws BadInput {
        Node value = parent.value(name);
        if (value == null) {
            return null;
        }
        if (value instanceof Truth(int ignored, boolean truth)) {
            return truth;
        }
        throw wrong(value, name + " must be true or false");
    }

    static @Nullable Long whole(Fields parent, String name) throws BadInput {
        Node value = parent.value(name);
        if (value == null) {
            return null;
        }
        if (value instanceof Whole(int ignored, long number)) {
            return number;
        }
        throw wrong(value, name + " must be a whole number");
    }

    private static BadInput wrong(Node value, String demand) {
        return new BadInput(value.line(), demand + ", not " + Said.name(value.described()));
    }
}

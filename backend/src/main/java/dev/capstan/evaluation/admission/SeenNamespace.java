package dev.capstan.evaluation.admission;

import dev.capstan.collection.admission.NamespaceFact;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What of a namespace expressions in CEL can tell apart. Most look at none of it, or compare its name or a label with
 * something written out; namespaces that look alike to them need not be tried one by one.
 */
final class SeenNamespace {

    private static final Pattern MENTIONED = Pattern.compile("\\bnamespace", Pattern.CASE_INSENSITIVE);

    private static final String TEXT = "(?:'[^']*'|\"[^\"]*\")";
    private static final String LABELS = "namespaceObject\\.\\??metadata\\.\\??labels";

    /**
     * Forms in which only names and labels matter that stand in the text itself. The list is taken possessively, since
     * Java would go back over a long one by as many calls as it has entries.
     */
    private static final Pattern WRITTEN_OUT = Pattern.compile(String.join(
            "|",
            "(?:request\\.namespace|object\\.metadata\\.namespace|namespaceObject\\.metadata\\.name)\\s*"
                    + "(?:[!=]=\\s*" + TEXT + "|in\\s*\\[\\s*" + TEXT + "(?:\\s*,\\s*" + TEXT + ")*+\\s*])",
            LABELS + "(?:\\[\\??" + TEXT + "]|\\.\\??\\w+)",
            TEXT + "\\s+in\\s+" + LABELS + "\\b",
            "has\\(" + LABELS + "\\)"));

    private SeenNamespace() {}

    /** The namespace without all that the expressions cannot tell. */
    static NamespaceFact of(NamespaceFact namespace, String text) {
        if (!MENTIONED.matcher(text).find()) {
            return new NamespaceFact("", Map.of());
        }
        // An escape could spell a name that does not stand there.
        if (text.contains("\\")
                || MENTIONED.matcher(WRITTEN_OUT.matcher(text).replaceAll("")).find()) {
            return namespace;
        }
        boolean named = text.contains("'" + namespace.name() + "'") || text.contains("\"" + namespace.name() + "\"");
        return new NamespaceFact(
                named ? namespace.name() : "",
                namespace.labels().entrySet().stream()
                        .filter(label -> text.contains(label.getKey()))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }
}

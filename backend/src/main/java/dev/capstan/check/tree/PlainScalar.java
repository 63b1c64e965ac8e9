package dev.capstan.check.tree;

import dev.capstan.check.tree.Node.Nothing;
import dev.capstan.check.tree.Node.OtherNumber;
import dev.capstan.check.tree.Node.Text;
import dev.capstan.check.tree.Node.Truth;
import dev.capstan.check.tree.Node.Whole;
import java.util.regex.Pattern;

/**
 * What an unquoted word of YAML means to Kubernetes, whose parser (sigs.k8s.io/yaml, a go-yaml of version 2) still holds
 * to YAML 1.1: {@code NO} is false, and {@code 010} is eight.
 */
final class PlainScalar {

    private static final Pattern WHOLE =
            Pattern.compile("[-+]?(?:0x[0-9a-fA-F]+|0b[01]+|0o?[0-7]+|0|[1-9][0-9]*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern FRACTION =
            Pattern.compile("[-+]?(?:\\.[0-9]+|[0-9]+(?:\\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?"
                    + "|[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN)");

    private PlainScalar() {}

    static Node of(int line, String word) {
        return switch (word) {
            case "", "~", "null", "Null", "NULL" -> new Nothing(line);
            case "y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON" -> new Truth(line, true);
            case "n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF" -> new Truth(line, false);
            default -> numberOrText(line, word);
        };
    }

    private static Node numberOrText(int line, String word) {
        char first = word.charAt(0);
        if (first != '-' && first != '+' && first != '.' && (first < '0' || first > '9')) {
            return new Text(line, word);
        }
        // Underscores may part the digits.
        String digits = word.replace("_", "");
        if (WHOLE.matcher(digits).matches()) {
            return whole(line, digits);
        }
        return FRACTION.matcher(digits).matches() ? new OtherNumber(line, word) : new Text(line, word);
    }

    private static Node whole(int line, String digits) {
        boolean negative = digits.charAt(0) == '-';
        String unsigned = negative || digits.charAt(0) == '+' ? digits.substring(1) : digits;
        int base = 10;
        int from = 0;
        if (unsigned.length() > 1 && unsigned.charAt(0) == '0') {
            base = switch (unsigned.charAt(1)) {
                case 'x', 'X' -> 16;
                case 'b', 'B' -> 2;
                default -> 8;
            };
            from = Character.isDigit(unsigned.charAt(1)) ? 1 : 2;
        }
        try {
            return new Whole(line, Long.parseLong((negative ? "-" : "") + unsigned.substring(from), base));
        } catch (NumberFormatException tooLarge) {
            return new OtherNumber(line, digits);
        }
    }
}

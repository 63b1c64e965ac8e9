package dev.capstan.evaluation.admission;

import dev.capstan.collection.admission.AdmissionPolicy.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A policy's expressions in CEL, as text.
 *
 * @param variables what they can refer to, each also to those before it
 * @param validations a pod is let in when all are true
 * @param errorsIgnored whether a validation that breaks on a pod counts as true
 */
record Expressions(List<Variable> variables, List<String> validations, boolean errorsIgnored) {

    /** What does not choose among a namespace's pods, though it reads as if it did. */
    private static final Pattern HARMLESS = Pattern.compile("\\bnamespaceObject(\\.\\??\\w+)*+|\\bos\\.\\??name\\b");

    /** By what expressions let single pods or containers through. */
    private static final Pattern CHOOSY = Pattern.compile(
            "\\b(labels|annotations|image|images|userInfo|generateName|serviceAccount\\w*|ownerReferences)\\b|\\.\\??name\\b");

    Expressions {
        variables = List.copyOf(variables);
        validations = List.copyOf(validations);
    }

    /** Only the validations that speak of capabilities or privileged containers, with the variables that they use. */
    Expressions relevant() {
        List<String> chosen = validations.stream()
                .filter(validation -> Stream.of("capabilities", "privileged").anyMatch(whole(validation)::contains))
                .toList();
        List<Variable> used = new ArrayList<>();
        String text = String.join(" ", chosen);
        for (Variable variable : variables.reversed()) {
            if (uses(text, variable)) {
                used.addFirst(variable);
                text += " " + variable.expression();
            }
        }
        return new Expressions(used, chosen, errorsIgnored);
    }

    /** Whether anything in them speaks of capabilities. */
    boolean speakOfCapabilities() {
        return text().contains("capabilities");
    }

    /** Whether they may let single pods through, by labels, names, images or who makes them. */
    boolean choosy() {
        return CHOOSY.matcher(HARMLESS.matcher(text()).replaceAll("")).find();
    }

    /** What is concluded where they cannot be tried out. */
    Answer byText(String why) {
        return relevant().speakOfCapabilities()
                ? Answer.some("It speaks of capabilities, but is judged by its text only: %s.".formatted(why))
                : Answer.SILENT;
    }

    /** All their letters. */
    String text() {
        return String.join(" ", validations)
                + " "
                + String.join(" ", variables.stream().map(Variable::expression).toList());
    }

    /** The validation with the text of every variable that it uses, itself or through another. */
    private String whole(String validation) {
        String text = validation;
        for (Variable variable : variables.reversed()) {
            if (uses(text, variable)) {
                text += " " + variable.expression();
            }
        }
        return text;
    }

    private static boolean uses(String text, Variable variable) {
        return Pattern.compile("\\bvariables\\s*\\.\\s*\\??\\s*" + Pattern.quote(variable.name()) + "\\b")
                .matcher(text)
                .find();
    }
}

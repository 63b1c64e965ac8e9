package dev.capstan.evaluation.admission;

import com.google.protobuf.NullValue;
import dev.capstan.collection.admission.AdmissionPolicy.Variable;
import dev.capstan.collection.admission.NamespaceFact;
import dev.cel.bundle.Cel;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelErrorCode;
import dev.cel.common.CelException;
import dev.cel.common.CelOptions;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.extensions.CelExtensions;
import dev.cel.extensions.CelSetsExtensions;
import dev.cel.extensions.CelStringExtensions;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelStandardFunctions;
import dev.cel.runtime.standard.AddOperator.AddOverload;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A policy's expressions, compiled. They come from a cluster, so all that could grow is bounded: their length and depth,
 * the steps that they take, and what they put together; functions that multiply their input are left out.
 */
final class Program {

    /** What came of trying one pod. */
    enum Outcome {
        ADMITTED,
        REFUSED,
        /** The expressions did not come to a result that the API server would come to as well. */
        BROKEN
    }

    private static final int MOST_LETTERS = 20_000;
    private static final int MOST_EXPRESSIONS = 100;
    private static final int MOST_STEPS = 2_000;
    private static final int LARGEST = 10_000;

    /** These give a value a name within an expression, by which it could be doubled again and again. */
    private static final Pattern BINDING = Pattern.compile("\\bopt(Flat)?Map\\b");

    private static final Cel CEL = environment();

    private final Map<String, CelRuntime.Program> variables;
    private final List<CelRuntime.Program> validations;
    private final boolean errorsIgnored;

    private Program(
            Map<String, CelRuntime.Program> variables, List<CelRuntime.Program> validations, boolean errorsIgnored) {
        this.variables = variables;
        this.validations = validations;
        this.errorsIgnored = errorsIgnored;
    }

    /** @throws CelException when the expressions do not compile, or are beyond the bounds */
    static Program compile(Expressions expressions) throws CelException {
        if (expressions.text().length() > MOST_LETTERS
                || BINDING.matcher(expressions.text()).find()
                || expressions.variables().size() + expressions.validations().size() > MOST_EXPRESSIONS) {
            throw new CelEvaluationException("beyond the bounds");
        }
        Map<String, CelRuntime.Program> variables = new LinkedHashMap<>();
        for (Variable variable : expressions.variables()) {
            variables.put(variable.name(), compile(variable.expression()));
        }
        List<CelRuntime.Program> validations = new ArrayList<>();
        for (String validation : expressions.validations()) {
            validations.add(compile(validation));
        }
        return new Program(variables, validations, expressions.errorsIgnored());
    }

    /** Whether a pod would be let into the namespace. */
    Outcome of(Map<String, Object> pod, NamespaceFact namespace) {
        Map<String, Object> known = new HashMap<>();
        Map<String, Object> values = new HashMap<>();
        known.put("object", pod);
        known.put("oldObject", NullValue.NULL_VALUE);
        known.put("request", ProbePods.request(namespace));
        known.put("namespaceObject", ProbePods.namespace(namespace));
        known.put("variables", values);
        try {
            for (Map.Entry<String, CelRuntime.Program> variable : variables.entrySet()) {
                // A variable that has no value breaks only what uses it.
                Optional<Object> value = result(variable.getValue(), known);
                if (value.isPresent()) {
                    values.put(variable.getKey(), bounded(value.get()));
                }
            }
            for (CelRuntime.Program validation : validations) {
                boolean holds = (boolean) result(validation, known).orElse(errorsIgnored);
                if (!holds) {
                    return Outcome.REFUSED;
                }
            }
            return Outcome.ADMITTED;
        } catch (CelException | RuntimeException | StackOverflowError e) {
            return Outcome.BROKEN;
        }
    }

    /** The value; none when a field is asked for that is not there, an error that the API server meets as well. */
    private static Optional<Object> result(CelRuntime.Program program, Map<String, Object> known)
            throws CelEvaluationException {
        try {
            return Optional.of(program.eval(known));
        } catch (CelEvaluationException e) {
            if (e.getErrorCode() == CelErrorCode.ATTRIBUTE_NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static CelRuntime.Program compile(String expression) throws CelException {
        return CEL.createProgram(CEL.compile(expression).getAst());
    }

    private static Cel environment() {
        CelOptions options = CelOptions.current()
                .enableOptionalSyntax(true)
                .enableHeterogeneousNumericComparisons(true)
                .comprehensionMaxIterations(MOST_STEPS)
                .maxExpressionCodePointSize(MOST_LETTERS)
                .build();
        CelStringExtensions strings = CelExtensions.strings(Set.of(
                CelStringExtensions.Function.CHAR_AT,
                CelStringExtensions.Function.INDEX_OF,
                CelStringExtensions.Function.LAST_INDEX_OF,
                CelStringExtensions.Function.LOWER_ASCII,
                CelStringExtensions.Function.SPLIT,
                CelStringExtensions.Function.SUBSTRING,
                CelStringExtensions.Function.TRIM,
                CelStringExtensions.Function.UPPER_ASCII));
        CelSetsExtensions sets = CelExtensions.sets(options);
        Set<AddOverload> growing = Set.of(AddOverload.ADD_BYTES, AddOverload.ADD_LIST, AddOverload.ADD_STRING);
        return CelFactory.plannerCelBuilder()
                .setOptions(options)
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .addVar("object", SimpleType.DYN)
                .addVar("oldObject", SimpleType.DYN)
                .addVar("request", SimpleType.DYN)
                .addVar("namespaceObject", SimpleType.DYN)
                .addVar("variables", MapType.create(SimpleType.STRING, SimpleType.DYN))
                .setStandardFunctions(CelStandardFunctions.newBuilder()
                        .filterFunctions((function, overload) -> !growing.contains(overload))
                        .build())
                .addFunctionBindings(CelFunctionBinding.fromOverloads(
                        "_+_",
                        CelFunctionBinding.from("add_string", String.class, String.class, Program::joined),
                        CelFunctionBinding.from("add_list", List.class, List.class, Program::joined)))
                .addCompilerLibraries(CelExtensions.optional(), strings, sets)
                .addRuntimeLibraries(CelExtensions.optional(), strings, sets)
                .build();
    }

    private static Object joined(String one, String other) throws CelEvaluationException {
        return bounded(one + other);
    }

    /** The macros map and filter put their results together by this, too. */
    private static Object joined(List<?> one, List<?> other) throws CelEvaluationException {
        List<Object> both = new ArrayList<>(one);
        both.addAll(other);
        return bounded(both);
    }

    private static Object bounded(Object value) throws CelEvaluationException {
        if (left(value, LARGEST) < 0) {
            throw new CelEvaluationException("beyond the bounds");
        }
        return value;
    }

    /** What is left of so many values and letters after those in here; it stops counting below none. */
    private static int left(Object value, int before) {
        int left = before - 1;
        switch (value) {
            case String text -> left -= text.length();
            case Map<?, ?> map -> {
                for (Object item : map.values()) {
                    left = left < 0 ? left : left(item, left);
                }
            }
            case Iterable<?> items -> {
                for (Object item : items) {
                    left = left < 0 ? left : left(item, left);
                }
            }
            default -> {}
        }
        return left;
    }
}

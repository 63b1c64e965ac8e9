package dev.capstan.collection.admission;

import java.util.List;

/**
 * A Kyverno PolicyException.
 *
 * @param namespace where it lies
 * @param name its name
 * @param policies the policies' names it speaks of ({@code namespace/name} for a Policy), with wildcards
 * @param match which objects it lets through, one of these suffices
 * @param conditional whether it lets through only some of them (by name, user, labels, images or conditions)
 */
public record KyvernoException(
        String namespace,
        String name,
        List<String> policies,
        List<KyvernoPolicy.Resources> match,
        boolean conditional) {

    public KyvernoException {
        policies = List.copyOf(policies);
        match = List.copyOf(match);
    }
}

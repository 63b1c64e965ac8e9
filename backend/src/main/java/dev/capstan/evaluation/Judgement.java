package dev.capstan.evaluation;

import dev.capstan.benchmark.Capability;
import dev.capstan.benchmark.Control;
import dev.capstan.benchmark.Risk;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All that is concluded from a container's settings under a policy.
 *
 * @param effective the capabilities the container's process really holds when it runs as root
 * @param declaredNotEffective whether added capabilities stay out of a non-root process's effective set
 * @param verdicts one for each control
 * @param warnings sentences on spellings that do nothing
 * @param risk the worst risk among the capabilities that make it fail, or null where nothing fails
 */
public record Judgement(
        Set<Capability> effective,
        boolean declaredNotEffective,
        Map<Control, Verdict> verdicts,
        List<String> warnings,
        @Nullable Risk risk) {

    public Judgement {
        effective = Set.copyOf(effective);
        verdicts = Map.copyOf(verdicts);
        warnings = List.copyOf(warnings);
    }
}

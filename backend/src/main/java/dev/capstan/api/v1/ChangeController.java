package dev.capstan.api.v1;

import dev.capstan.api.PageOf;
import dev.capstan.api.Paging;
import dev.capstan.api.Refused;
import dev.capstan.benchmark.Control;
import dev.capstan.collection.ContainerKind;
import dev.capstan.fleet.ClusterId;
import dev.capstan.posture.AsOf;
import dev.capstan.posture.ChangeKey;
import dev.capstan.posture.Period;
import dev.capstan.posture.PostureWalk;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What fails at one instant and did not at another, and the other way round. */
@Tag(name = "Changes")
@RestController
@RequestMapping(path = "/api/v1/changes", produces = MediaType.APPLICATION_JSON_VALUE)
class ChangeController {

    private final PostureWalk walk;
    private final Clock clock;

    ChangeController(PostureWalk walk, Clock clock) {
        this.walk = walk;
        this.clock = clock;
    }

    @Operation(summary = "What became of findings between two instants; what AKS runs is left aside")
    @GetMapping
    ResponseEntity<PageOf<ChangeForm>> changes(
            @Parameter(description = "The beginning") @RequestParam Instant from,
            @Parameter(description = "The end") @RequestParam(defaultValue = "now") AsOf to,
            @RequestParam(defaultValue = "added") Control control,
            @ParameterObject ChangeQuery query,
            Paging paging) {
        if (!from.isBefore(to.on(clock))) {
            throw Refused.parameter("from", "from comes before to.", null);
        }
        Optional<ChangeKey> after = paging.after(key -> new ChangeKey(
                new ClusterId(key.number()), key.number(), ContainerKind.valueOf(key.text()), key.text()));
        return paging.page(
                walk.changes(after.orElse(null), control, new Period(from, to), query.filter(), paging.look()),
                change -> List.of(
                        change.cluster(),
                        change.workload(),
                        change.containerKind().name(),
                        change.container()),
                ChangeForm::of);
    }
}

package dev.capstan.api.v1;

import dev.capstan.api.PageOf;
import dev.capstan.api.Paging;
import dev.capstan.benchmark.Control;
import dev.capstan.collection.ContainerKind;
import dev.capstan.fleet.ClusterId;
import dev.capstan.posture.FindingKey;
import dev.capstan.posture.PostureWalk;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Findings, as they last at an instant or within a span of time. */
@Tag(name = "Findings")
@RestController
@RequestMapping(path = "/api/v1/findings", produces = MediaType.APPLICATION_JSON_VALUE)
class FindingController {

    private final PostureWalk walk;

    FindingController(PostureWalk walk) {
        this.walk = walk;
    }

    @Operation(summary = "Findings that last at an instant, or at any time within a span")
    @GetMapping
    ResponseEntity<PageOf<FindingForm>> findings(@ParameterObject FindingQuery query, Paging paging) {
        Optional<FindingKey> after = paging.after(key -> new FindingKey(
                new ClusterId(key.number()),
                key.number(),
                Control.valueOf(key.text()),
                ContainerKind.valueOf(key.text()),
                key.text(),
                key.instant()));
        return paging.page(
                walk.findings(after.orElse(null), query.filter(), query.when(), paging.look()),
                finding -> List.of(
                        finding.key().cluster(),
                        finding.key().workload(),
                        finding.key().control().name(),
                        finding.key().kind().name(),
                        finding.key().container(),
                        finding.key().seenFrom()),
                FindingForm::of);
    }
}

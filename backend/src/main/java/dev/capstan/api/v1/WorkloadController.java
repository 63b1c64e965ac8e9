package dev.capstan.api.v1;

import dev.capstan.api.PageOf;
import dev.capstan.api.Paging;
import dev.capstan.api.Refused;
import dev.capstan.benchmark.Control;
import dev.capstan.fleet.ClusterId;
import dev.capstan.posture.AsOf;
import dev.capstan.posture.PostureSettings;
import dev.capstan.posture.PostureWalk;
import dev.capstan.posture.WorkloadKey;
import dev.capstan.workload.Workloads;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Workloads, and what runs in them with which settings. */
@Tag(name = "Workloads")
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
class WorkloadController {

    private final PostureWalk walk;
    private final Workloads workloads;
    private final PostureSettings settings;

    WorkloadController(PostureWalk walk, Workloads workloads, PostureSettings settings) {
        this.walk = walk;
        this.workloads = workloads;
        this.settings = settings;
    }

    @Operation(summary = "Workloads of the fleet, in the order in which they were found in each cluster")
    @GetMapping("/workloads")
    ResponseEntity<PageOf<WorkloadForm>> workloads(
            @RequestParam(defaultValue = "added") Control control,
            @RequestParam(defaultValue = "now") AsOf asOf,
            @ParameterObject WorkloadQuery query,
            Paging paging) {
        Optional<WorkloadKey> after =
                paging.after(key -> new WorkloadKey(new ClusterId(key.number()), key.number(), key.flag()));
        return paging.page(
                walk.workloads(after.orElse(null), control, query.filter(), asOf, paging.look()),
                workload -> List.of(workload.cluster(), workload.id(), workload.platform()),
                WorkloadForm::of);
    }

    @Operation(summary = "One workload: its containers with their settings, effective set, verdicts and reasons")
    @GetMapping("/clusters/{cluster}/workloads/{workload}")
    WorkloadDetailForm workload(
            @PathVariable long cluster,
            @PathVariable long workload,
            @RequestParam(defaultValue = "now") AsOf asOf,
            @Parameter(description = "Tells also of containers that no longer ran")
                    @RequestParam(defaultValue = "false")
                    boolean former) {
        Instant at = asOf.instant();
        return workloads
                .history(new ClusterId(cluster), workload, settings.notAssessedAfter())
                .map(history -> at == null ? history.now() : history.at(at))
                .map(found -> WorkloadDetailForm.of(found, former))
                .orElseThrow(() -> Refused.notFound("workload"));
    }
}

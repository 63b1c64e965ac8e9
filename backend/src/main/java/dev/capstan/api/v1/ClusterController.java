package dev.capstan.api.v1;

import dev.capstan.admission.Admissions;
import dev.capstan.admission.RecordedAdmission;
import dev.capstan.api.PageOf;
import dev.capstan.api.Paging;
import dev.capstan.api.Refused;
import dev.capstan.assessment.Scans;
import dev.capstan.benchmark.Control;
import dev.capstan.evaluation.admission.NamespaceAdmission;
import dev.capstan.fleet.ClusterId;
import dev.capstan.fleet.Clusters;
import dev.capstan.posture.AsOf;
import dev.capstan.posture.HeatMapCell;
import dev.capstan.posture.PostureWalk;
import dev.capstan.posture.Postures;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Clusters, their collection log and their admission. */
@Tag(name = "Clusters")
@RestController
@RequestMapping(path = "/api/v1/clusters", produces = MediaType.APPLICATION_JSON_VALUE)
class ClusterController {

    private final Postures postures;
    private final PostureWalk walk;
    private final Clusters clusters;
    private final Scans scans;
    private final Admissions admissions;

    ClusterController(Postures postures, PostureWalk walk, Clusters clusters, Scans scans, Admissions admissions) {
        this.postures = postures;
        this.walk = walk;
        this.clusters = clusters;
        this.scans = scans;
        this.admissions = admissions;
    }

    @Operation(summary = "Clusters, in the order in which they were found")
    @GetMapping
    ResponseEntity<PageOf<ClusterForm>> clusters(
            @RequestParam(defaultValue = "added") Control control,
            @RequestParam(defaultValue = "now") AsOf asOf,
            @ParameterObject ClusterQuery query,
            Paging paging) {
        Optional<ClusterId> after = paging.after(key -> new ClusterId(key.number()));
        return paging.page(
                walk.clusters(after.orElse(null), control, query.filter(), asOf, paging.look()),
                cluster -> List.of(cluster.id()),
                ClusterForm::of);
    }

    @Operation(summary = "One cluster, also one that is gone")
    @GetMapping("/{cluster}")
    ClusterForm cluster(
            @PathVariable long cluster,
            @RequestParam(defaultValue = "added") Control control,
            @RequestParam(defaultValue = "now") AsOf asOf) {
        return postures.cluster(new ClusterId(cluster), control, asOf)
                .map(ClusterForm::of)
                .orElseThrow(() -> Refused.notFound("cluster"));
    }

    @Operation(summary = "The collection log: every attempt to read the cluster, newest first")
    @GetMapping("/{cluster}/runs")
    ResponseEntity<PageOf<RunForm>> clusterRuns(@PathVariable long cluster, Paging paging) {
        ClusterId id = known(cluster);
        Optional<Instant> after = paging.after(key -> key.instant());
        return paging.page(
                after.map(before -> scans.log(id, before, paging.look())).orElseGet(() -> scans.log(id, paging.look())),
                run -> List.of(run.startedAt()),
                RunForm::of);
    }

    @Operation(summary = "The namespaces in which customers run workloads, by name")
    @GetMapping("/{cluster}/namespaces")
    PageOf<NamespaceForm> clusterNamespaces(
            @PathVariable long cluster,
            @RequestParam(defaultValue = "added") Control control,
            @RequestParam(defaultValue = "now") AsOf asOf) {
        ClusterId id = known(cluster);
        Map<String, AdmissionForm.VerdictForm> verdicts = admission(id, asOf).stream()
                .flatMap(recorded -> recorded.admission().namespaces().stream())
                .collect(Collectors.toMap(
                        NamespaceAdmission::namespace, namespace -> AdmissionForm.VerdictForm.of(namespace.verdict())));
        return PageOf.whole(postures.heatMap(control, List.of(id), asOf).stream()
                .sorted(Comparator.comparing(HeatMapCell::namespace))
                .map(cell -> NamespaceForm.of(cell, verdicts.get(cell.namespace())))
                .toList());
    }

    @Operation(summary = "What admission stops in the cluster and in each of its namespaces")
    @GetMapping("/{cluster}/admission")
    AdmissionForm clusterAdmission(@PathVariable long cluster, @RequestParam(defaultValue = "now") AsOf asOf) {
        return admission(known(cluster), asOf)
                .map(AdmissionForm::of)
                .orElseThrow(() -> Refused.notFound("reading of the cluster's admission"));
    }

    private Optional<RecordedAdmission> admission(ClusterId cluster, AsOf asOf) {
        Instant at = asOf.instant();
        return at == null ? admissions.current(cluster) : admissions.at(cluster, at);
    }

    private ClusterId known(long cluster) {
        ClusterId id = new ClusterId(cluster);
        return clusters.find(id).map(known -> id).orElseThrow(() -> Refused.notFound("cluster"));
    }
}

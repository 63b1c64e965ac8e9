package dev.capstan.api.v1;

import dev.capstan.api.PageOf;
import dev.capstan.api.Refused;
import dev.capstan.benchmark.Benchmarks;
import dev.capstan.benchmark.Capability;
import dev.capstan.benchmark.Control;
import dev.capstan.evaluation.Criteria;
import dev.capstan.posture.AsOf;
import dev.capstan.posture.Postures;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is known of controls, benchmarks and capabilities. */
@Tag(name = "Catalogue")
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
class CatalogueController {

    private final Benchmarks benchmarks;
    private final Postures postures;

    CatalogueController(Benchmarks benchmarks, Postures postures) {
        this.benchmarks = benchmarks;
        this.postures = postures;
    }

    @Operation(summary = "The controls that every container is judged under")
    @GetMapping("/controls")
    PageOf<ControlForm> controls() {
        return PageOf.whole(Arrays.stream(Control.values()).map(this::control).toList());
    }

    @Operation(summary = "One control")
    @GetMapping("/controls/{control}")
    ControlForm control(@PathVariable Control control) {
        return ControlForm.of(benchmarks.guide(control), benchmarks.all());
    }

    @Operation(summary = "The benchmarks, and how they list each control")
    @GetMapping("/benchmarks")
    PageOf<CatalogueForms.BenchmarkForm> benchmarks() {
        return PageOf.whole(
                benchmarks.all().stream().map(CatalogueForms.BenchmarkForm::of).toList());
    }

    @Operation(summary = "One benchmark")
    @GetMapping("/benchmarks/{benchmark}")
    CatalogueForms.BenchmarkForm benchmark(@PathVariable String benchmark) {
        return benchmarks
                .find(benchmark)
                .map(CatalogueForms.BenchmarkForm::of)
                .orElseThrow(() -> Refused.notFound("benchmark"));
    }

    @Operation(summary = "The capabilities of the Linux kernel")
    @GetMapping("/capabilities")
    PageOf<CatalogueForms.CapabilityForm> capabilities() {
        Criteria criteria = postures.criteria(AsOf.NOW);
        return PageOf.whole(Arrays.stream(Capability.values())
                .map(capability -> CatalogueForms.CapabilityForm.of(benchmarks.capability(capability), criteria))
                .toList());
    }

    @Operation(summary = "One capability, named without CAP_")
    @GetMapping("/capabilities/{capability}")
    CatalogueForms.CapabilityForm capability(@PathVariable Capability capability) {
        return CatalogueForms.CapabilityForm.of(benchmarks.capability(capability), postures.criteria(AsOf.NOW));
    }
}

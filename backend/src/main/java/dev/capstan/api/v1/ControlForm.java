package dev.capstan.api.v1;

import dev.capstan.benchmark.Benchmark;
import dev.capstan.benchmark.Control;
import dev.capstan.benchmark.ControlGuide;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** A control, with what there is to know about it and how each benchmark lists it. */
@Schema(name = "Control")
record ControlForm(
        Control control,
        @Schema(description = "Its short name for people") String name,

        @Schema(description = "What it wants, in a few words")
        String title,

        String description,
        String rationale,
        List<String> pros,
        List<String> cons,

        @Schema(description = "What holds where nobody has done anything")
        String defaultValue,

        List<String> prerequisites,

        @Schema(
                description =
                        "How a container is judged; more than one where the control can be read in more than one way")
        List<CriterionForm> judged,

        List<ListingForm> listings) {

    /** One way to judge by the control. */
    @Schema(name = "Criterion")
    record CriterionForm(
            String id,
            String name,

            @Schema(description = "What makes a container fail")
            String failsWhen) {}

    static ControlForm of(ControlGuide guide, List<Benchmark> benchmarks) {
        return new ControlForm(
                guide.control(),
                guide.control().title(),
                guide.title(),
                guide.description(),
                guide.rationale(),
                guide.pros(),
                guide.cons(),
                guide.defaultValue(),
                guide.prerequisites(),
                guide.judged().stream()
                        .map(way -> new CriterionForm(way.id(), way.name(), way.failsWhen()))
                        .toList(),
                benchmarks.stream()
                        .map(benchmark -> ListingForm.of(benchmark, guide.control()))
                        .toList());
    }
}

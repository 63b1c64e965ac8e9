package dev.capstan.api.v1;

import dev.capstan.api.PageOf;
import dev.capstan.api.Refused;
import dev.capstan.benchmark.Control;
import dev.capstan.posture.AsOf;
import dev.capstan.posture.FleetPosture;
import dev.capstan.posture.GroupScore;
import dev.capstan.posture.Grouping;
import dev.capstan.posture.Postures;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Scores of the fleet and its parts. */
@Tag(name = "Scores")
@RestController
@RequestMapping(path = "/api/v1/scores", produces = MediaType.APPLICATION_JSON_VALUE)
class ScoreController {

    private static final int EVERY_CAPABILITY = 100;

    private final Postures postures;

    ScoreController(Postures postures) {
        this.postures = postures;
    }

    /** What scores are told apart by. */
    enum By {
        FLEET,
        SUBSCRIPTION,
        TAG,
        CLUSTER,
        NAMESPACE,
        OWNER,
        CAPABILITY
    }

    @Operation(
            summary = "Scores told apart by something, those with most failing units first; by capability, how much"
                    + " asks for each")
    @GetMapping
    PageOf<GroupForm> scores(
            @RequestParam By by,
            @Parameter(description = "By tag: its name, in any case") @RequestParam(required = false) @Nullable String tag,
            @RequestParam(defaultValue = "added") Control control,
            @RequestParam(defaultValue = "now") AsOf asOf) {
        if ((by == By.TAG) != (tag != null && !tag.isBlank())) {
            throw Refused.parameter("tag", "The parameter tag belongs to by=tag, and is needed there.", null);
        }
        return PageOf.whole(
                switch (by) {
                    case FLEET -> List.of(fleet(control, asOf));
                    case SUBSCRIPTION -> groups(new Grouping.BySubscription(), control, asOf);
                    case TAG -> groups(new Grouping.ByTag(tag == null ? "" : tag), control, asOf);
                    case CLUSTER -> groups(new Grouping.ByCluster(), control, asOf);
                    case NAMESPACE -> groups(new Grouping.ByNamespace(), control, asOf);
                    case OWNER -> groups(new Grouping.ByOwner(), control, asOf);
                    case CAPABILITY ->
                        postures.askedFor(null, asOf, EVERY_CAPABILITY).stream()
                                .map(GroupForm::of)
                                .toList();
                });
    }

    private List<GroupForm> groups(Grouping grouping, Control control, AsOf asOf) {
        return postures.scores(grouping, control, asOf).stream()
                .map(GroupForm::of)
                .toList();
    }

    private GroupForm fleet(Control control, AsOf asOf) {
        FleetPosture fleet = postures.fleet(control, asOf);
        long workloads = fleet.clusters().stream()
                .mapToLong(cluster -> cluster.workloads())
                .sum();
        return GroupForm.of(
                new GroupScore(null, fleet.score(), workloads, fleet.clusters().size(), null, null));
    }
}

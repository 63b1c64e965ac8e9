package dev.capstan.api.v1;

import dev.capstan.api.PageOf;
import dev.capstan.api.Refused;
import dev.capstan.benchmark.Control;
import dev.capstan.posture.Postures;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How a part of the fleet stood day by day. */
@Tag(name = "Trends")
@RestController
@RequestMapping(path = "/api/v1/trends", produces = MediaType.APPLICATION_JSON_VALUE)
class TrendController {

    private static final int USUAL_DAYS = 90;
    private static final int MOST_DAYS = 1100;

    private final Postures postures;
    private final Clock clock;

    TrendController(Postures postures, Clock clock) {
        this.postures = postures;
        this.clock = clock;
    }

    @Operation(summary = "Units at the end of each day (UTC), both days included; null on a day without a snapshot")
    @GetMapping
    PageOf<TrendForm> trends(
            @ParameterObject ScopeQuery scope,
            @RequestParam(defaultValue = "added") Control control,
            @Parameter(description = "90 days before to when not given") @RequestParam(required = false) @Nullable LocalDate from,
            @Parameter(description = "Today when not given") @RequestParam(required = false) @Nullable LocalDate to) {
        LocalDate last = to == null ? LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC) : to;
        LocalDate first = from == null ? last.minusDays(USUAL_DAYS) : from;
        if (first.isAfter(last) || first.until(last, ChronoUnit.DAYS) > MOST_DAYS) {
            throw Refused.parameter(
                    "from", "from comes before to, and at most %d days before.".formatted(MOST_DAYS), null);
        }
        return PageOf.whole(postures.trend(scope.scope(), control, first, last).stream()
                .map(point -> new TrendForm(point.day(), point.score() == null ? null : ScoreForm.of(point.score())))
                .toList());
    }
}

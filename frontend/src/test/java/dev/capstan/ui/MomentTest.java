package dev.capstan.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.QueryParameters;
import dev.capstan.benchmark.Control;
import dev.capstan.fleet.ClusterId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MomentTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);

    @Test
    void aDayStandsForItsEnd() {
        Moment moment = read("2026-03-01");

        assertThat(moment.asOf().instant()).isEqualTo(Instant.parse("2026-03-01T23:59:59.999Z"));
        assertThat(moment.inWords()).isEqualTo("1 March 2026, 23:59 UTC");
        assertThat(moment.parameter()).isEqualTo("2026-03-01");
        assertThat(moment.inFileNames()).isEqualTo("as-of-2026-03-01-");
        assertThat(moment.day(CLOCK)).isEqualTo(LocalDate.of(2026, 3, 1));
        assertThat(moment).isEqualTo(Moment.endOf(LocalDate.of(2026, 3, 1)));
    }

    @Test
    void anInstantStandsForItself() {
        Moment moment = read("2026-11-24T11:59:59Z");

        assertThat(moment.asOf().instant()).isEqualTo(Instant.parse("2026-11-24T11:59:59Z"));
        assertThat(moment.inFileNames()).isEqualTo("as-of-2026-11-24T1159Z-");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yesterday",
                "2026-13-01",
                "2026-3-1",
                "2026-11-24",
                "2026-11-24T12:00:00Z",
                "2027-01-01",
                "0001-01-01",
                "+999999999-12-31T23:59:59Z",
                "2026-03-01'--"
            })
    void whatIsNoInstantOfThePastIsNowAndIsSaidToBeRefused(String given) {
        Moment moment = read(given);

        assertThat(moment.isNow()).isTrue();
        assertThat(moment.refused()).isTrue();
        assertThat(moment.parameter()).isEmpty();
    }

    @Test
    void nothingIsNow() {
        assertThat(Moment.read(QueryParameters.empty(), CLOCK)).isEqualTo(Moment.NOW);
        assertThat(Moment.NOW.inFileNames()).isEmpty();
    }

    @Test
    void linksCarryTheStandpointAlong() {
        Standpoint then = new Standpoint(Control.NET_RAW, Moment.endOf(LocalDate.of(2026, 3, 1)));

        assertThat(Navigation.cluster(new ClusterId(7), then)).isEqualTo("clusters/7?control=net-raw&asOf=2026-03-01");
        assertThat(Navigation.workload(new ClusterId(7), 3, Standpoint.USUAL)).isEqualTo("clusters/7/workloads/3");
        assertThat(Navigation.namespace(new ClusterId(7), "a b", then, Map.of("days", "30")))
                .isEqualTo("clusters/7/namespaces/a%20b?days=30&control=net-raw&asOf=2026-03-01");
    }

    private static Moment read(String given) {
        return Moment.read(QueryParameters.simple(Map.of("asOf", given)), CLOCK);
    }
}

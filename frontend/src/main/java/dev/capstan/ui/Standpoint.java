package dev.capstan.ui;

import com.vaadin.flow.router.QueryParameters;
import dev.capstan.benchmark.Control;
import dev.capstan.posture.AsOf;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * From where everything on a screen is looked at; links carry it along.
 *
 * @param control what everything is judged under
 * @param moment the instant that everything is read of
 */
public record Standpoint(Control control, Moment moment) {

    /** Under the usual control, now. */
    public static final Standpoint USUAL = now(Control.ADDED);

    /** Now. */
    public static Standpoint now(Control control) {
        return new Standpoint(control, Moment.NOW);
    }

    /** What the URL says. */
    public static Standpoint read(QueryParameters parameters, Clock clock) {
        return new Standpoint(Navigation.control(parameters), Moment.read(parameters, clock));
    }

    /** What the reads are asked for. */
    public AsOf asOf() {
        return moment.asOf();
    }

    /** Whether pages follow what happens; the past does not change any more. */
    public boolean isLive() {
        return moment.isNow();
    }

    public Standpoint withControl(Control chosen) {
        return new Standpoint(chosen, moment);
    }

    public Standpoint withMoment(Moment chosen) {
        return new Standpoint(control, chosen);
    }

    /** The URL of the path with the parameters and with what says the standpoint. */
    public String url(String path, Map<String, ? extends @Nullable String> parameters) {
        Map<String, @Nullable String> all = new LinkedHashMap<>(parameters);
        all.putAll(parameters());
        return Navigation.url(path, all);
    }

    /** What says it in a URL. */
    public Map<String, @Nullable String> parameters() {
        Map<String, @Nullable String> parameters = new LinkedHashMap<>();
        parameters.put("control", Navigation.parameter(control));
        parameters.put("asOf", moment.parameter());
        return parameters;
    }
}

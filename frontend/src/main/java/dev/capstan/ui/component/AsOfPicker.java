package dev.capstan.ui.component;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.timepicker.TimePicker;
import com.vaadin.flow.router.Location;
import dev.capstan.ui.Moment;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.function.Function;

/** Chooses the instant that a screen speaks of: now, the end of a day, or a time of that day, all in UTC. */
public class AsOfPicker extends Div {

    private final DatePicker day = new DatePicker("Day");
    private final TimePicker time = new TimePicker("Time, UTC");
    private final Clock clock;
    private final Function<Moment, String> url;

    /** @param url where each choice leads */
    public AsOfPicker(Moment shown, Clock clock, Function<Moment, String> url) {
        this.clock = clock;
        this.url = url;
        addClassName("as-of-picker");
        NativeButton open = new NativeButton();
        open.addClassName("as-of-button");
        open.add(Icon.CLOCK.create(), new Span(shown.isNow() ? "Now" : Words.day(shown.day(clock))));
        open.getElement()
                .setAttribute(
                        "aria-label",
                        shown.isNow()
                                ? "As of now: choose a day"
                                : "As of " + shown.inWords() + ": choose another day");
        Popover popover = new Popover();
        popover.setTarget(open);
        popover.setModal(true);
        popover.setAutofocus(true);
        popover.setAriaLabel("As of");
        popover.add(fields(shown));
        add(open, popover);
    }

    private Div fields(Moment shown) {
        LocalDate today = Moment.NOW.day(clock);
        day.setLocale(Locale.UK);
        day.setMax(today);
        day.setInitialPosition(today.minusDays(1));
        time.setStep(Duration.ofMinutes(30));
        time.setLocale(Locale.UK);
        time.setPlaceholder("End of the day");
        time.setClearButtonVisible(true);
        if (!shown.isNow()) {
            day.setValue(shown.day(clock));
            if (!shown.equals(Moment.endOf(shown.day(clock)))) {
                time.setValue(shown.asOf().on(clock).atOffset(ZoneOffset.UTC).toLocalTime());
            }
        }
        Button show = new Button("Show", click -> choose());
        Anchor now = new Anchor(url.apply(Moment.NOW), "Now");
        now.setVisible(!shown.isNow());
        Div foot = new Div(show, now);
        foot.addClassName("as-of-foot");
        Div fields = new Div(day, time, foot);
        fields.addClassName("as-of-fields");
        return fields;
    }

    private void choose() {
        LocalDate chosen = day.getValue();
        if (chosen == null) {
            day.setInvalid(true);
            day.setErrorMessage("Choose a day.");
            return;
        }
        LocalTime at = time.getValue();
        Moment moment =
                at == null ? Moment.endOf(chosen) : Moment.at(chosen.atTime(at).toInstant(ZoneOffset.UTC));
        if (chosen.equals(Moment.NOW.day(clock)) && at == null) {
            moment = Moment.NOW;
        }
        Location location = new Location(url.apply(moment));
        UI.getCurrent().navigate(location.getPath(), location.getQueryParameters());
    }
}

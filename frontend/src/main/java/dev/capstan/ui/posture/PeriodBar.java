package dev.capstan.ui.posture;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import dev.capstan.ui.component.Segments;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;

/** Chooses the period: one of a few, or two days. */
class PeriodBar extends Div {

    private final Div presets = new Div();
    private final DatePicker from = day("From");
    private final DatePicker to = day("To");
    private final Clock clock;
    // While the fields are set from the URL, their changes are nobody's wish.
    private boolean setting;

    /** @param chosen takes days that the person chose; presets are links */
    PeriodBar(Clock clock, Consumer<ChosenPeriod> chosen) {
        this.clock = clock;
        addClassName("period-bar");
        from.addValueChangeListener(e -> changed(chosen));
        to.addValueChangeListener(e -> changed(chosen));
        Div days = new Div(from, to);
        days.addClassName("period-days");
        add(presets, days);
    }

    void show(ChosenPeriod period, boolean ofCluster, Function<ChosenPeriod, String> url) {
        Segments segments = new Segments("Period");
        List<ChosenPeriod.Preset> offered = Arrays.stream(ChosenPeriod.Preset.values())
                .filter(preset -> ofCluster || preset != ChosenPeriod.Preset.SNAPSHOT)
                .toList();
        offered.forEach(
                preset -> segments.with(preset.word(), url.apply(ChosenPeriod.of(preset)), preset == period.preset()));
        presets.removeAll();
        presets.add(segments);
        setting = true;
        LocalDate today = LocalDate.now(clock);
        from.setMax(today);
        to.setMax(today);
        from.setValue(period.from());
        to.setValue(period.to());
        setting = false;
    }

    private void changed(Consumer<ChosenPeriod> chosen) {
        LocalDate first = from.getValue();
        LocalDate last = to.getValue();
        if (setting || (first == null && last == null)) {
            return;
        }
        // One day alone is the beginning of what reaches to today, or the end of itself.
        LocalDate today = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
        chosen.accept(ChosenPeriod.days(first == null ? last : first, last == null ? today : last));
    }

    private static DatePicker day(String word) {
        DatePicker day = new DatePicker();
        day.setPlaceholder(word);
        day.setAriaLabel(word + " day");
        day.setClearButtonVisible(false);
        day.setLocale(Locale.UK);
        day.setI18n(new DatePicker.DatePickerI18n().setDateFormat("yyyy-MM-dd").setFirstDayOfWeek(1));
        return day;
    }
}

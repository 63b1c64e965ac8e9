package dev.capstan.ui.benchmark;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.data.renderer.LitRenderer;
import dev.capstan.benchmark.Benchmark;
import dev.capstan.benchmark.Control;
import dev.capstan.benchmark.Listing;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Chooses among all benchmarks and versions; any words of a name find it. */
class BenchmarkPicker extends ComboBox<Benchmark> {

    /** @param picked runs when the person picked one */
    BenchmarkPicker(List<Benchmark> all, Consumer<Benchmark> picked) {
        addClassName("benchmark-picker");
        setAriaLabel("Benchmark");
        setItemLabelGenerator(Benchmark::shortTitle);
        setRenderer(LitRenderer.<Benchmark>of("""
                        <span class='cell-2'><span>${item.name}</span><span class='cell-sub'>${item.has}</span></span>""")
                .withProperty("name", Benchmark::shortTitle)
                .withProperty("has", BenchmarkPicker::has));
        setItems((benchmark, typed) -> matches(benchmark, typed), all);
        addValueChangeListener(event -> {
            if (event.getValue() == null) {
                setValue(event.getOldValue());
            } else if (event.isFromClient()) {
                picked.accept(event.getValue());
            }
        });
    }

    static boolean matches(Benchmark benchmark, String typed) {
        String names = (benchmark.shortTitle() + " " + benchmark.title()).toLowerCase(Locale.ROOT);
        return Arrays.stream(typed.toLowerCase(Locale.ROOT).strip().split("\\s+"))
                .allMatch(names::contains);
    }

    private static String has(Benchmark benchmark) {
        Control[] controls = Control.values();
        long listed = Arrays.stream(controls)
                .filter(control -> benchmark.listing(control) instanceof Listing.Listed)
                .count();
        return listed == 0 ? "Has none of the controls" : "Has %d of %d controls".formatted(listed, controls.length);
    }
}

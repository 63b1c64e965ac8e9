package dev.capstan.ui.component;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.function.ValueProvider;
import dev.capstan.posture.FleetPosture;
import dev.capstan.posture.Score;

/**
 * The bands of a score side by side: passing, failing, excepted, not assessed (hatched). Where too little is assessed, what passes
 * is not green: a bar that is mostly unknown must not look like good news.
 */
public class BandBar extends Div {

    /** The same for a grid's template, filled in by {@link #fill}. */
    public static final String TEMPLATE = """
            <span class='${item.bar}' role='img' aria-label='${item.bands}' title='${item.bands}'>\
            <span class='band-pass' style='flex-grow:${item.pass}'></span>\
            <span class='band-fail' style='flex-grow:${item.fail}'></span>\
            <span class='band-excepted' style='flex-grow:${item.excepted}'></span>\
            <span class='band-unknown' style='flex-grow:${item.unknown}'></span></span>""";

    /** The bar of a part of the fleet. */
    public BandBar(Score score) {
        this(score, score.incomplete());
    }

    /** The bar of the whole fleet, of which more is expected than of its parts. */
    public BandBar(FleetPosture fleet) {
        this(fleet.score(), fleet.incomplete());
    }

    private BandBar(Score score, boolean incomplete) {
        setClassName(className(incomplete));
        getElement().setAttribute("role", "img");
        getElement().setAttribute("aria-label", sentence(score, incomplete));
        add(band("band-pass", score.passing()), band("band-fail", score.failing()));
        add(band("band-excepted", score.excepted()), band("band-unknown", score.notAssessed()));
    }

    /** Gives a renderer whose template holds {@link #TEMPLATE} what stands in it. */
    public static <T> LitRenderer<T> fill(LitRenderer<T> renderer, ValueProvider<T, Score> score) {
        return renderer.withProperty("bar", item -> className(score.apply(item).incomplete()))
                .withProperty("pass", item -> score.apply(item).passing())
                .withProperty("fail", item -> score.apply(item).failing())
                .withProperty("excepted", item -> score.apply(item).excepted())
                .withProperty("unknown", item -> score.apply(item).notAssessed())
                .withProperty(
                        "bands",
                        item -> sentence(score.apply(item), score.apply(item).incomplete()));
    }

    private static String className(boolean incomplete) {
        return incomplete ? "bands incomplete" : "bands";
    }

    private static String sentence(Score score, boolean incomplete) {
        return Words.sentence(score) + (incomplete ? ": incomplete" : "");
    }

    private static Div band(String className, long units) {
        Div band = new Div();
        band.addClassName(className);
        band.getStyle().set("flex-grow", Long.toString(units));
        return band;
    }
}

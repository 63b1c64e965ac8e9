package dev.capstan.ui.component;

import com.vaadin.flow.component.html.Div;
import dev.capstan.posture.Score;

/** The bands of a score side by side: passing, failing, not assessed (hatched). */
public class BandBar extends Div {

    /** The same for a grid's template, with the properties pass, fail, unknown and bands (the sentence). */
    public static final String TEMPLATE = """
            <span class='bands' role='img' aria-label='${item.bands}' title='${item.bands}'>\
            <span class='band-pass' style='flex-grow:${item.pass}'></span>\
            <span class='band-fail' style='flex-grow:${item.fail}'></span>\
            <span class='band-unknown' style='flex-grow:${item.unknown}'></span></span>""";

    public BandBar(Score score) {
        addClassName("bands");
        getElement().setAttribute("role", "img");
        getElement().setAttribute("aria-label", Words.sentence(score));
        add(band("band-pass", score.passing()), band("band-fail", score.failing()));
        add(band("band-unknown", score.notAssessed()));
    }

    private static Div band(String className, long units) {
        Div band = new Div();
        band.addClassName(className);
        band.getStyle().set("flex-grow", Long.toString(units));
        return band;
    }
}

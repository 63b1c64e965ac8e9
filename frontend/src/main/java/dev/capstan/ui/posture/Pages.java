package dev.capstan.ui.posture;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.QueryParameters;
import dev.capstan.ui.component.Words;
import java.util.function.IntFunction;

/**
 * A part of many things, and how one gets to the others. The count is always said, so that nothing is cut silently.
 *
 * @param first the first that is shown, from 0
 * @param end the first that is not shown any more
 * @param size how many are shown at once
 * @param all how many there are
 */
record Pages(int first, int end, int size, int all) {

    /** The page that begins with the first; the first page where there is no such one. */
    static Pages of(int first, int size, int all) {
        int begin = first < all ? first - first % size : 0;
        return new Pages(begin, Math.min(begin + size, all), size, all);
    }

    /** Where the page begins, as the URL says it from 1 on. */
    static int first(QueryParameters parameters, String name) {
        return parameters
                .getSingleParameter(name)
                .filter(given -> given.matches("[1-9][0-9]{0,7}"))
                .map(given -> Integer.parseInt(given) - 1)
                .orElse(0);
    }

    static String parameter(int first) {
        return first == 0 ? "" : Integer.toString(first + 1);
    }

    boolean several() {
        return all > size;
    }

    /** Which ones are shown, as a sentence without its full stop. */
    String sentence(String noun) {
        return several()
                ? "%ss %s–%s of %s"
                        .formatted(capitalised(noun), Words.number(first + 1L), Words.number(end), Words.number(all))
                : Words.count(all, noun);
    }

    /** @param url where the page that begins with one leads */
    Nav links(String noun, IntFunction<String> url) {
        Nav nav = new Nav();
        nav.addClassName("pages");
        nav.getElement().setAttribute("aria-label", "Pages of " + noun + "s");
        nav.add(new Span(sentence(noun)));
        if (first > 0) {
            nav.add(new Anchor(url.apply(Math.max(0, first - size)), "Previous " + Words.number(size)));
        }
        if (end < all) {
            nav.add(new Anchor(url.apply(end), "Next " + Words.number(Math.min(size, all - end))));
        }
        return nav;
    }

    private static String capitalised(String noun) {
        return noun.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + noun.substring(1);
    }
}

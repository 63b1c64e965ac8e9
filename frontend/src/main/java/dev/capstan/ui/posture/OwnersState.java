package dev.capstan.ui.posture;

import com.vaadin.flow.router.QueryParameters;
import dev.capstan.benchmark.Control;
import dev.capstan.ui.Navigation;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the URL of the list of owners says. Where it says nonsense it says nothing.
 *
 * @param sort the column to sort by, behind a minus when descending; empty for the usual order
 */
record OwnersState(Control control, String text, String sort) {

    static final OwnersState ALL = new OwnersState(Control.ADDED, "", "");

    static OwnersState read(QueryParameters parameters) {
        return new OwnersState(
                Navigation.control(parameters),
                parameters.getSingleParameter("q").orElse(""),
                parameters.getSingleParameter("sort").orElse(""));
    }

    String url() {
        Map<String, @Nullable String> parameters = new LinkedHashMap<>();
        parameters.put("q", text);
        parameters.put("control", Navigation.parameter(control));
        parameters.put("sort", sort);
        return Navigation.url(Navigation.OWNERS, parameters);
    }

    OwnersState withControl(Control chosen) {
        return new OwnersState(chosen, text, sort);
    }

    OwnersState withText(String typed) {
        return new OwnersState(control, typed, sort);
    }

    OwnersState withSort(String chosen) {
        return new OwnersState(control, text, chosen);
    }
}

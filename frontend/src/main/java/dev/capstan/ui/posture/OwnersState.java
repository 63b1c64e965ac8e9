package dev.capstan.ui.posture;

import com.vaadin.flow.router.QueryParameters;
import dev.capstan.ui.Navigation;
import dev.capstan.ui.Standpoint;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the URL of the list of owners says. Where it says nonsense it says nothing.
 *
 * @param sort the column to sort by, behind a minus when descending; empty for the usual order
 */
record OwnersState(Standpoint standpoint, String text, String sort) {

    static final OwnersState ALL = new OwnersState(Standpoint.USUAL, "", "");

    static OwnersState read(QueryParameters parameters, Clock clock) {
        return new OwnersState(
                Standpoint.read(parameters, clock),
                parameters.getSingleParameter("q").orElse(""),
                parameters.getSingleParameter("sort").orElse(""));
    }

    String url() {
        Map<String, @Nullable String> parameters = new LinkedHashMap<>();
        parameters.put("q", text);
        parameters.put("sort", sort);
        return standpoint.url(Navigation.OWNERS, parameters);
    }

    OwnersState withStandpoint(Standpoint chosen) {
        return new OwnersState(chosen, text, sort);
    }

    OwnersState withText(String typed) {
        return new OwnersState(standpoint, typed, sort);
    }

    OwnersState withSort(String chosen) {
        return new OwnersState(standpoint, text, chosen);
    }
}

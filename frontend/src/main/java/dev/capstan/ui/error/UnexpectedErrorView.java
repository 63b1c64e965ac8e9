package dev.capstan.ui.error;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.ParentLayout;
import dev.capstan.ui.MainLayout;
import dev.capstan.ui.component.EmptyState;
import dev.capstan.ui.component.Page;
import jakarta.annotation.security.PermitAll;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Something broke while a page was opened: people get a number to quote, the log gets the rest. */
@PermitAll
@PageTitle("Something unexpected happened – Capstan")
@ParentLayout(MainLayout.class)
class UnexpectedErrorView extends Page implements HasErrorParameter<Exception> {

    private static final Logger log = LoggerFactory.getLogger(UnexpectedErrorView.class);

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        removeAll();
        String number = UUID.randomUUID().toString().substring(0, 8);
        log.error("Page {} broke, shown as {}", event.getLocation().getPath(), number, parameter.getException());
        EmptyState state = EmptyState.broken(
                "Something unexpected happened",
                "Nothing was changed. Try again; if it stays, the log has the details under the number " + number
                        + ".");
        state.add(new Anchor("", "To the overview"));
        add(header("Something unexpected happened"), state);
        return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }
}

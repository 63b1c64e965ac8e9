package dev.capstan.ui.error;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.ParentLayout;
import dev.capstan.ui.MainLayout;
import dev.capstan.ui.component.EmptyState;
import dev.capstan.ui.component.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.http.HttpServletResponse;

/** There is no such page, or what it showed is gone. */
@RolesAllowed("VIEWER")
@PageTitle("Not found – Capstan")
@ParentLayout(MainLayout.class)
class NotFoundView extends Page implements HasErrorParameter<NotFoundException> {

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        removeAll();
        String what = parameter.hasCustomMessage()
                ? parameter.getCustomMessage()
                : "There is no page at this address. It may have moved, or the address is mistyped.";
        EmptyState state = EmptyState.broken("Not found", what);
        state.add(new Anchor("", "To the overview"));
        add(header("Not found"), state);
        return HttpServletResponse.SC_NOT_FOUND;
    }
}

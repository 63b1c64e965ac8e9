package dev.capstan.ui.error;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.AccessDeniedException;
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

/** The person is signed in, but the page is for others. */
@PermitAll
@PageTitle("Not permitted – Capstan")
@ParentLayout(MainLayout.class)
class NotPermittedView extends Page implements HasErrorParameter<AccessDeniedException> {

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<AccessDeniedException> parameter) {
        removeAll();
        EmptyState state =
                EmptyState.notPermitted("Your role does not open this page. Who runs Capstan can change that.");
        state.add(new Anchor("", "To the overview"));
        add(header("Not permitted"), state);
        return HttpServletResponse.SC_FORBIDDEN;
    }
}

package dev.capstan.ui.access;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.component.login.LoginI18n;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.spring.security.AuthenticationContext;
import dev.capstan.access.DemoAccounts;

/** Where people sign in; the demo's accounts are shown in the demo alone. */
@Route(value = "login", autoLayout = false)
@PageTitle("Sign in – Capstan")
@AnonymousAllowed
class LoginView extends Main implements BeforeEnterObserver {

    private final AuthenticationContext authentication;
    private final LoginForm form = new LoginForm();

    LoginView(AuthenticationContext authentication, DemoAccounts demo) {
        this.authentication = authentication;
        addClassName("login");
        Image mark = new Image("capstan/icon.svg", "");
        Div brand = new Div(mark, new H1("Capstan"));
        brand.addClassName("login-brand");
        Paragraph purpose =
                new Paragraph("Which containers of your AKS fleet hold more Linux capabilities than they need.");
        purpose.addClassName("login-purpose");

        form.setAction("login");
        form.setForgotPasswordButtonVisible(false);
        form.setI18n(words());
        Div signIn = new Div(brand, purpose, form);
        Div panel = new Div(signIn);
        panel.addClassName("login-panel");
        add(panel);
        if (!demo.accounts().isEmpty()) {
            panel.add(new DemoAccountList(demo.accounts(), form));
        }
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (authentication.isAuthenticated()) {
            event.forwardTo("");
            return;
        }
        form.setError(event.getLocation().getQueryParameters().getParameters().containsKey("error"));
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        attached.getUI().getPage().addJavaScript("context://capstan/capstan.js");
    }

    private static LoginI18n words() {
        LoginI18n words = LoginI18n.createDefault();
        words.getForm().setTitle("Sign in");
        words.getForm().setUsername("Name");
        words.getForm().setSubmit("Sign in");
        words.getErrorMessage().setTitle("That did not work");
        words.getErrorMessage().setMessage("Name and password do not belong together. Check both and try again.");
        words.getErrorMessage().setUsername("A name is needed");
        words.getErrorMessage().setPassword("A password is needed");
        return words;
    }
}

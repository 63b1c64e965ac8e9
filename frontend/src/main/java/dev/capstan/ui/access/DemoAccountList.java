package dev.capstan.ui.access;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.login.LoginForm;
import dev.capstan.access.DemoAccounts;
import java.util.List;

/** The people of the demo; a click signs in as one of them. */
class DemoAccountList extends Section {

    DemoAccountList(List<DemoAccounts.Account> accounts, LoginForm form) {
        addClassName("demo-accounts");
        UnorderedList list = new UnorderedList();
        accounts.forEach(account -> list.add(new ListItem(entry(account, form))));
        add(new H2("This is a demo: come in as anyone"), list);
    }

    private static NativeButton entry(DemoAccounts.Account account, LoginForm form) {
        Span name = new Span(account.displayName());
        name.addClassName("demo-name");
        Span role = new Span(account.role().title());
        role.addClassName("demo-role");
        Span may = new Span(account.role().sentence());
        may.addClassName("demo-may");
        NativeButton button = new NativeButton();
        button.add(name, role, may);
        button.addClickListener(click -> button.getElement()
                .executeJs("window.capstan.signIn($0, $1, $2)", form.getElement(), account.name(), account.password()));
        return button;
    }
}

package dev.capstan.ui.settings;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.capstan.ui.component.Age;
import dev.capstan.ui.component.Icon;
import java.time.Instant;
import java.util.List;

/** Somebody else has saved meanwhile: what they changed, and the choice between theirs and one's own. */
class Conflict extends Div {

    /**
     * @param who the other person's name
     * @param theirs what they changed, in words
     */
    Conflict(
            int version,
            Instant madeAt,
            String note,
            String who,
            List<String> theirs,
            Runnable keepMine,
            Runnable takeTheirs) {
        addClassName("notice");
        setId("conflict");
        getElement().setAttribute("role", "alert");
        Paragraph title = new Paragraph(
                Icon.WARNING.create(),
                new Span("%s has saved version %d meanwhile, ".formatted(who, version)),
                new Age(madeAt),
                new Span("."));
        title.addClassName("notice-title");
        Paragraph why = new Paragraph("“" + note + "”");
        NativeButton keep = new NativeButton("Keep mine and go on from their version", click -> keepMine.run());
        NativeButton take = new NativeButton("Take theirs and drop mine", click -> takeTheirs.run());
        keep.addClassName("link-button");
        take.addClassName("link-button");
        add(
                title,
                why,
                PolicyText.list(theirs),
                new Paragraph("Your edits are still in the form. Nothing of them is saved."),
                new Div(keep, take));
    }
}

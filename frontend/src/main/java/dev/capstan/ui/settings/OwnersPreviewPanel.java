package dev.capstan.ui.settings;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.capstan.ownership.OwnersPreview;
import dev.capstan.ownership.OwnersPreview.Example;
import dev.capstan.posture.OwnerList;
import dev.capstan.ui.component.SmallTable;
import dev.capstan.ui.component.Words;
import org.jspecify.annotations.Nullable;

/** What rules find: how many workloads have an owner, who the owners are, and what would be otherwise than now. */
class OwnersPreviewPanel extends Div {

    private static final int OWNERS = 200;

    OwnersPreviewPanel() {
        addClassName("owners-preview");
    }

    void show(OwnersPreview preview) {
        removeAll();
        long owned = preview.workloads() - preview.unowned();
        add(new Paragraph("%s of %s that run have an owner, %s have none."
                .formatted(
                        Words.number(owned),
                        Words.count(preview.workloads(), "workload"),
                        Words.number(preview.unowned()))));
        if (preview.changesAnything()) {
            Paragraph effect = new Paragraph(OwnerRulesText.sentence(preview));
            effect.addClassName("strong");
            add(effect, examples(preview));
        }
        if (!preview.owners().isEmpty()) {
            NativeDetails details =
                    new NativeDetails(Words.count(preview.owners().size(), "owner"), owners(preview));
            add(details);
        }
    }

    private static Component examples(OwnersPreview preview) {
        SmallTable table = new SmallTable("Examples of workloads with another owner", "For example", "Now", "Then");
        for (Example example : preview.examples()) {
            Span where = new Span(example.namespace() + " in " + example.cluster());
            where.addClassName("cell-sub");
            Div name = new Div(new Span(example.name()), where);
            name.addClassName("cell-2");
            table.row(name, owner(example.before()), owner(example.after()));
        }
        return table;
    }

    private static Component owners(OwnersPreview preview) {
        SmallTable table = new SmallTable("Owners with as many workloads as they have", "Owner", "#Workloads");
        preview.owners().stream()
                .limit(OWNERS)
                .forEach(owner -> table.row(owner.name(), Words.number(owner.workloads())));
        Div list = new Div(table);
        if (preview.owners().size() > OWNERS) {
            list.add(new Paragraph("And %s more, with fewer workloads each."
                    .formatted(Words.number(preview.owners().size() - OWNERS))));
        }
        return list;
    }

    private static Span owner(@Nullable String name) {
        Span owner = new Span(name == null ? OwnerList.NOBODY : name);
        owner.setClassName("quiet-text", name == null);
        return owner;
    }
}

package dev.capstan.ui.fleet;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import dev.capstan.fleet.ClusterId;
import dev.capstan.ui.Navigation;
import dev.capstan.ui.Standpoint;
import java.util.List;

/** The namespaces that run something, each leading to its page. */
class NamespaceList extends UnorderedList {

    NamespaceList(ClusterId cluster, List<String> namespaces, Standpoint standpoint) {
        addClassName("namespaces");
        if (namespaces.isEmpty()) {
            add(new ListItem(new Paragraph("None yet: they appear with the first complete snapshot.")));
        }
        for (String namespace : namespaces) {
            add(new ListItem(new Anchor(Navigation.namespace(cluster, namespace, standpoint), namespace)));
        }
    }
}

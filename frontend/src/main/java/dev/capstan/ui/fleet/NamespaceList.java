package dev.capstan.ui.fleet;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import dev.capstan.fleet.ClusterId;
import dev.capstan.ui.Navigation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The namespaces that run something, each leading to its workloads. */
class NamespaceList extends UnorderedList {

    NamespaceList(ClusterId cluster, List<String> namespaces) {
        addClassName("namespaces");
        if (namespaces.isEmpty()) {
            add(new ListItem(new Paragraph("None yet: they appear with the first complete snapshot.")));
        }
        for (String namespace : namespaces) {
            Map<String, @Nullable String> filter = new LinkedHashMap<>();
            filter.put("cluster", cluster.toString());
            filter.put("namespace", namespace);
            add(new ListItem(new Anchor(Navigation.url(Navigation.WORKLOADS, filter), namespace)));
        }
    }
}

package dev.capstan.ui.component;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;

/** Leads to a resource in the Azure portal, in another window. */
public class PortalLink extends Anchor {

    private static final String PORTAL = "https://portal.azure.com/#@/resource";

    /**
     * @param text what is opened
     * @param armId the resource's id in Azure, with the path of one of its pages behind it if that is meant
     */
    public PortalLink(String text, String armId) {
        super(PORTAL + armId, text, AnchorTarget.BLANK);
        getElement().setAttribute("rel", "noopener noreferrer");
        add(Icon.EXTERNAL.create());
    }
}

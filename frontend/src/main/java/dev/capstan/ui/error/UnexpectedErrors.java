package dev.capstan.ui.error;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.util.DisconnectedClientHelper;

/** What breaks while a page is used is told in a sentence, with a number to find it by in the log. */
@SpringComponent
class UnexpectedErrors implements ErrorHandler, VaadinServiceInitListener {

    private static final Logger log = LoggerFactory.getLogger(UnexpectedErrors.class);

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addSessionInitListener(begun -> begun.getSession().setErrorHandler(this));
    }

    @Override
    public void error(ErrorEvent event) {
        if (DisconnectedClientHelper.isClientDisconnectedException(event.getThrowable())) {
            log.debug("Someone left before all was sent", event.getThrowable());
            return;
        }
        String number = UUID.randomUUID().toString().substring(0, 8);
        log.error("A page broke while it was used, shown as {}", number, event.getThrowable());
        UI ui = UI.getCurrent();
        if (ui != null) {
            Notification notification = Notification.show(
                    "Something unexpected happened. Try again; the log has the details under the number %s."
                            .formatted(number),
                    10_000,
                    Notification.Position.BOTTOM_END);
            notification.addThemeVariants(NotificationVariant.ERROR);
            notification.setAssertive(true);
        }
    }
}

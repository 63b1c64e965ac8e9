package dev.capstan.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Hands what other threads tell to a component while it is shown. */
public final class Feeds {

    private Feeds() {}

    /**
     * Subscribes while the component is attached. What comes faster than the page can take is skipped, but never the
     * last.
     *
     * @param feed takes a listener and answers what ends the subscription
     * @param onPage called with the page's lock held
     */
    public static <T> void follow(
            Component component, Function<Consumer<T>, Runnable> feed, SerializableConsumer<T> onPage) {
        component.addAttachListener(attached -> {
            AtomicReference<@Nullable T> waiting = new AtomicReference<>();
            Runnable unsubscribe = feed.apply(told -> {
                if (waiting.getAndSet(told) == null) {
                    attached.getUI().access(() -> {
                        @Nullable T last = waiting.getAndSet(null);
                        if (last != null && component.isAttached()) {
                            onPage.accept(last);
                        }
                    });
                }
            });
            component.addDetachListener(detached -> {
                detached.unregisterListener();
                unsubscribe.run();
            });
        });
    }
}

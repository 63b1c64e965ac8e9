package dev.capstan.collection.kubernetes;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Closes a body that takes too long: no time limit of the client's covers one that stalls half way. */
final class Watchdog implements AutoCloseable {

    private static final ScheduledExecutorService TIMER = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("page-watchdog").factory());

    private final InputStream body;
    private final ScheduledFuture<?> bark;
    private volatile boolean barked;

    Watchdog(InputStream body, long nanos) {
        this.body = body;
        this.bark = TIMER.schedule(this::bark, nanos, TimeUnit.NANOSECONDS);
    }

    InputStream stream() {
        return body;
    }

    /** Whether it was the one to close the body. */
    boolean barked() {
        return barked;
    }

    private void bark() {
        barked = true;
        try {
            body.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        bark.cancel(false);
        body.close();
    }
}

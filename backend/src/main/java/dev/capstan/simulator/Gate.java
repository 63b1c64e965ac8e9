package dev.capstan.simulator;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Holds a request until a test lets it go. Tests wait for things to happen, never for time to pass. */
public final class Gate {
    private final CountDownLatch arrived = new CountDownLatch(1);
    private final CountDownLatch open = new CountDownLatch(1);

    Gate() {}

    /** Waits until a request stands at the gate; false when none came within the time. */
    public boolean awaitArrival(Duration atMost) throws InterruptedException {
        return arrived.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Lets through the request that waits, and every later one. */
    public void open() {
        open.countDown();
    }

    void pass() throws InterruptedException {
        arrived.countDown();
        open.await();
    }
}

package dev.capstan.assessment;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Listens on one connection for the progress that any process broadcasts, and hands it to the feed. */
@Component
class ProgressListener implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ProgressListener.class);
    private static final int WAIT_MILLIS = 500;
    private static final int SECONDS_BEFORE_NEXT_TRY = 2;

    private final DataSource database;
    private final JsonMapper json;
    private final ProgressFeed feed;
    private CountDownLatch stopped = new CountDownLatch(0);
    private @Nullable Thread thread;

    ProgressListener(DataSource database, JsonMapper json, ProgressFeed feed) {
        this.database = database;
        this.json = json;
        this.feed = feed;
    }

    @Override
    public synchronized void start() {
        stopped = new CountDownLatch(1);
        thread = Thread.ofVirtual().name("progress-listener").start(this::listen);
    }

    @Override
    public synchronized void stop() {
        stopped.countDown();
        Thread listening = thread;
        if (listening != null) {
            try {
                listening.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        thread = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }

    private void listen() {
        boolean over = false;
        while (!over) {
            try (Connection connection = database.getConnection()) {
                over = listen(connection);
            } catch (SQLException e) {
                log.warn("Listening for progress broke off, trying again: {}", e.getMessage());
                over = stopsWithin(SECONDS_BEFORE_NEXT_TRY, TimeUnit.SECONDS);
            }
        }
    }

    private boolean listen(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("listen " + ProgressMessage.CHANNEL);
        }
        PGConnection postgres = connection.unwrap(PGConnection.class);
        while (!stopsWithin(0, TimeUnit.SECONDS)) {
            PGNotification @Nullable [] notifications = postgres.getNotifications(WAIT_MILLIS);
            if (notifications != null) {
                for (PGNotification notification : notifications) {
                    hand(notification.getParameter());
                }
            }
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("unlisten *");
        }
        return true;
    }

    // Another version of Capstan may run beside this one and say more: what is not understood is left out.
    private void hand(String message) {
        try {
            feed.heard(json.readValue(message, ProgressMessage.class));
        } catch (JacksonException e) {
            log.debug("Not understood: {}", message, e);
        }
    }

    private boolean stopsWithin(long time, TimeUnit unit) {
        try {
            return stopped.await(time, unit);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}

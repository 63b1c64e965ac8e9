package dev.capstan.assessment;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/** Tells all processes how far a piece of work has come, by PostgreSQL's NOTIFY: nothing is stored. */
@Service
@PreAuthorize("hasRole('COLLECTOR')")
public class ProgressBroadcast {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ProgressBroadcast(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Tells of a cluster's scan; who may ask for one tells that it is waiting. */
    @PreAuthorize("hasAnyRole('COLLECTOR', 'APPROVER', 'ADMIN')")
    public void publish(ScanProgress progress) {
        send(new ProgressMessage(progress, null));
    }

    /** Tells of work over the whole fleet. */
    public void publish(FleetProgress progress) {
        send(new ProgressMessage(null, progress));
    }

    private void send(ProgressMessage message) {
        jdbc.sql("select pg_notify(:channel, :message)")
                .param("channel", ProgressMessage.CHANNEL)
                .param("message", json.writeValueAsString(message))
                .query(row -> {});
    }
}

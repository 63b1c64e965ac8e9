package dev.capstan.posture;

import dev.capstan.benchmark.Control;
import dev.capstan.collection.ContainerKind;
import dev.capstan.collection.FailureCause;
import dev.capstan.collection.Origin;
import dev.capstan.evaluation.Setting;
import dev.capstan.fleet.ClusterId;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One cluster of a {@link Fleet}, told in words what runs in it and how it was read. */
final class StoredCluster {

    private final JdbcClient jdbc;
    private final StoredProfiles profiles;
    private final long id;

    StoredCluster(JdbcClient jdbc, StoredProfiles profiles, long id) {
        this.jdbc = jdbc;
        this.profiles = profiles;
        this.id = id;
    }

    ClusterId id() {
        return new ClusterId(id);
    }

    /**
     * A container as a snapshot found it.
     *
     * @param setting its settings in words, see {@link Setting}
     */
    record Running(
            ContainerKind kind,
            String name,
            String image,
            String setting,
            Instant from,
            @Nullable Instant until,
            Origin origin) {

        static Running app(String name, String setting) {
            return new Running(
                    ContainerKind.APP,
                    name,
                    "shop/" + name + ":1",
                    setting,
                    Fleet.NOON.minus(Duration.ofDays(9)),
                    null,
                    Origin.CUSTOMER);
        }

        static Running init(String name, String setting) {
            Running app = app(name, setting);
            return new Running(ContainerKind.INIT, name, app.image, setting, app.from, null, Origin.CUSTOMER);
        }

        Running image(String other) {
            return new Running(kind, name, other, setting, from, until, origin);
        }

        Running since(Instant other) {
            return new Running(kind, name, image, setting, other, until, origin);
        }

        Running until(Instant other) {
            return new Running(kind, name, image, setting, from, other, origin);
        }

        Running of(Origin other) {
            return new Running(kind, name, image, setting, from, until, other);
        }
    }

    /** The workload {@code shop/Deployment/name} with one pod. */
    StoredCluster runs(String name, Running... containers) {
        return runs("shop", "Deployment", name, 1, containers);
    }

    StoredCluster runs(String namespace, String kind, String name, int pods, Running... containers) {
        long workload = jdbc.sql("""
                        insert into workload (cluster_id, namespace, kind, name, first_seen_at, pods, criteria_id)
                        values (?, ?, ?, ?, ?, ?, ?) returning id
                        """)
                .params(
                        id,
                        namespace,
                        kind,
                        name,
                        utc(Fleet.NOON.minus(Duration.ofDays(300))),
                        pods,
                        profiles.criteria())
                .query(Long.class)
                .single();
        for (Running c : containers) {
            jdbc.sql(
                            "insert into workload_container (cluster_id, workload_id, kind, name, image, profile_id, seen_from,"
                                    + " seen_until, origin) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                    .params(
                            id,
                            workload,
                            c.kind().name(),
                            c.name(),
                            c.image(),
                            profiles.idOf(Setting.of(c.setting())),
                            utc(c.from()),
                            c.until() == null ? null : utc(c.until()),
                            c.origin().name())
                    .update();
        }
        return this;
    }

    /** A complete snapshot of what runs, with its points counted as a person would. */
    StoredCluster readAgo(Duration age) {
        Instant at = Fleet.NOON.minus(age);
        snapshot(at);
        for (Control control : Control.values()) {
            Score score = Recount.score(jdbc, id(), control);
            point(at, control, score, Recount.apart(jdbc, id(), control));
        }
        return this;
    }

    /** A snapshot whose points say this under every control, whatever runs. */
    StoredCluster scored(Instant at, Score score) {
        snapshot(at);
        for (Control control : Control.values()) {
            point(at, control, score, Apart.NONE);
        }
        return this;
    }

    StoredCluster scoredAgo(Duration age, Score score) {
        return scored(Fleet.NOON.minus(age), score);
    }

    private void snapshot(Instant at) {
        jdbc.sql("insert into snapshot values (?, ?, ?, 30, 10, 20, true)")
                .params(id, utc(at), profiles.policyVersion())
                .update();
    }

    private void point(Instant at, Control control, Score score, Apart apart) {
        jdbc.sql("insert into posture_point (cluster_id, counted_at, control, policy_version, passing, failing,"
                        + " not_assessed, not_applicable, platform_passing, platform_failing, injected_passing,"
                        + " injected_failing, snapshot_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        id,
                        utc(at),
                        control.name(),
                        profiles.policyVersion(),
                        score.passing(),
                        score.failing(),
                        score.notAssessed(),
                        score.notApplicable(),
                        apart.platformPassing(),
                        apart.platformFailing(),
                        apart.injectedPassing(),
                        apart.injectedFailing(),
                        utc(at))
                .update();
    }

    /** A run that ended {@code age} ago; a failure says why. */
    StoredCluster attempted(Duration age, String outcome, @Nullable FailureCause failure) {
        Instant ended = Fleet.NOON.minus(age);
        jdbc.sql("""
                        insert into assessment_run (cluster_id, id, started_at, finished_at, outcome, failure, detail)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        id,
                        UUID.randomUUID(),
                        utc(ended.minusSeconds(30)),
                        outcome.equals("RUNNING") ? null : utc(ended),
                        outcome,
                        failure == null ? null : failure.name(),
                        failure == null ? null : "The server said " + failure)
                .update();
        return this;
    }

    StoredCluster stopped() {
        jdbc.sql("update cluster set power_state = 'STOPPED' where id = ?")
                .param(id)
                .update();
        return this;
    }

    StoredCluster gone(Instant at) {
        jdbc.sql("update cluster set gone_at = ? where id = ?")
                .params(utc(at), id)
                .update();
        return this;
    }

    StoredCluster tagged(String key, String value) {
        jdbc.sql("update cluster set tags = jsonb_build_object(?::text, ?::text) where id = ?")
                .params(key, value, id)
                .update();
        return this;
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}

package dev.capstan.posture;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps answers that take a pass over the whole fleet, for as long as what they are made from is the same. Whether it is,
 * the database is asked each time, so that nobody sees the fleet of before a snapshot: in whichever process it was
 * recorded. Fifty people who look at one fleet ask the same.
 */
@Component
class Remembered {

    // What is concluded by an instant is told by the newest point of each cluster, which nobody moves back. A row of
    // a cluster that was written again has another xmin, whatever is different: its name, its tags, that it is gone.
    // A snapshot that is recorded after the policy changed counts at the instant of that change, so the points'
    // snapshots
    // are told, too. Nothing else is told by time alone but which snapshots have grown old.
    private static final String STATE = """
            select concat_ws(' ', sum(extract(epoch from p.counted_at)), sum(extract(epoch from p.snapshot_at)),
                sum(p.policy_version), count(*),
                count(*) filter (where p.snapshot_at > :staleAt), count(*) filter (where p.snapshot_at > :notAssessedAt),
                sum(hashint8(cast(cast(c.xmin as text) as bigint))),
                (select sum(hashint8(cast(cast(s.xmin as text) as bigint))) from azure_subscription s),
                (select max(version) from policy_version), (select max(version) from owner_rules))
            from cluster c
            left join lateral (
                select counted_at, policy_version, snapshot_at from posture_point
                where cluster_id = c.id and control = 'ADDED' and counted_at <= :asOf
                order by counted_at desc limit 1
            ) p on true
            """;

    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final long MOST_ROWS = 300_000;

    private record Key(String state, AsOf asOf, List<?> question) {}

    private final Cache<Key, Object> answers = Caffeine.newBuilder()
            .expireAfterWrite(LONGEST)
            .maximumWeight(MOST_ROWS)
            .<Key, Object>weigher((_, answer) -> answer instanceof Collection<?> rows ? 1 + rows.size() : 1)
            .build();

    private final JdbcClient jdbc;
    private final PostureSettings settings;
    private final Clock clock;

    Remembered(JdbcClient jdbc, PostureSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * The answer to the question, read where it is not known.
     *
     * @param question what tells it from every other question that is asked here, as values that can be compared
     */
    @SuppressWarnings("unchecked")
    <T> T get(AsOf asOf, List<?> question, Supplier<T> read) {
        // Asked before it is read: an answer that is newer than its state does no harm.
        String state = jdbc.sql(STATE)
                .param("asOf", asOf.bound())
                .params(FreshnessLimits.at(asOf.on(clock), settings).parameters())
                .query(String.class)
                .single();
        return (T) answers.get(new Key(state, asOf, question), _ -> read.get());
    }
}

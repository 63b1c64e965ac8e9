package dev.capstan.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of table {@code api_token}. */
@Component
class ApiTokenRows {

    private static final Duration USE_IS_WRITTEN_EVERY = Duration.ofMinutes(1);
    private static final String ALL = "select * from api_token";

    private final JdbcClient jdbc;

    ApiTokenRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A token with what proves that someone was given it.
     *
     * @param role what its person may do now
     */
    record Kept(ApiToken token, byte[] secretHash, Role role) {}

    Optional<Kept> find(long id) {
        return jdbc.sql("select t.*, p.role from api_token t join person p on p.name = t.person where t.id = :id")
                .param("id", id)
                .query((row, _) ->
                        new Kept(token(row), row.getBytes("secret_hash"), Role.valueOf(row.getString("role"))))
                .optional();
    }

    /** The person's tokens, newest first; everyone's for null. */
    List<ApiToken> list(@Nullable String person) {
        return jdbc.sql(ALL
                        + " where cast(:person as text) is null or person = :person order by created_at desc, id desc")
                .param("person", person)
                .query((row, _) -> token(row))
                .list();
    }

    /** How many of the person's tokens still open something. */
    int countActive(String person, Instant now) {
        return jdbc.sql("select count(*) from api_token where person = :person and revoked_at is null"
                        + " and expires_at > :now")
                .param("person", person)
                .param("now", utc(now))
                .query(Integer.class)
                .single();
    }

    /** Adds a token; empty when there is no such person. */
    Optional<ApiToken> add(
            String person, String name, byte[] secretHash, Set<TokenScope> scopes, Instant now, Instant expiresAt) {
        return jdbc.sql("""
                        insert into api_token (person, name, secret_hash, scopes, created_at, expires_at)
                        select p.name, :name, :hash, :scopes, :now, :expiresAt from person p where p.name = :person
                        returning *
                        """)
                .param("person", person)
                .param("name", name)
                .param("hash", secretHash)
                .param("scopes", scopes.stream().map(TokenScope::id).sorted().toArray(String[]::new))
                .param("now", utc(now))
                .param("expiresAt", utc(expiresAt))
                .query((row, _) -> token(row))
                .optional();
    }

    /** Ends a token of the person, or of anyone for null; whether there was one to end. */
    boolean revoke(long id, @Nullable String person, Instant now) {
        return jdbc.sql("update api_token set revoked_at = :now where id = :id and revoked_at is null"
                                + " and (cast(:person as text) is null or person = :person)")
                        .param("id", id)
                        .param("person", person)
                        .param("now", utc(now))
                        .update()
                > 0;
    }

    void used(ApiToken token, Instant now) {
        Instant before = token.lastUsedAt();
        if (before == null || before.plus(USE_IS_WRITTEN_EVERY).isBefore(now)) {
            jdbc.sql("update api_token set last_used_at = :now where id = :id")
                    .param("id", token.id())
                    .param("now", utc(now))
                    .update();
        }
    }

    private static ApiToken token(ResultSet row) throws SQLException {
        String[] scopes = (String[]) row.getArray("scopes").getArray();
        return new ApiToken(
                row.getLong("id"),
                row.getString("person"),
                row.getString("name"),
                // What a later version may have let it do means nothing here.
                Arrays.stream(scopes)
                        .flatMap(id -> TokenScope.named(id).stream())
                        .collect(Collectors.toSet()),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                instant(row, "last_used_at"),
                instant(row, "revoked_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}

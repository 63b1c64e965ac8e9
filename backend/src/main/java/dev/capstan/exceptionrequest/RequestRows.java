package dev.capstan.exceptionrequest;

import dev.capstan.benchmark.Control;
import dev.capstan.benchmark.Risk;
import dev.capstan.fleet.ClusterId;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps requests as rows. */
@Component
class RequestRows {

    /** Granted, and at the instant {@code at} neither yet to begin nor over by its term. */
    static final String GRANTED_AND_DUE =
            "where r.approved_at is not null and r.starts_at <= :at and r.approved_at <= :at and r.expires_at > :at";

    /** Somebody is to decide, and at the instant {@code at} its term is not over. */
    static final String WAITING = "where r.state in ('SUBMITTED', 'PENDING_SECOND') and r.expires_at > :at";

    private static final String[] CONTENT = {
        "title",
        "capabilities",
        "controls",
        "clusters",
        "tag_name",
        "tag_value",
        "namespaces",
        "kinds",
        "workloads",
        "containers",
        "repositories",
        "justification",
        "reason",
        "compensating_controls",
        "residual_risk",
        "ticket",
        "team",
        "starts_at",
        "expires_at",
        "on_new_image",
        "break_glass",
        "risk",
        "last_editor"
    };

    private static final String INSERT = """
            insert into exception_request (version, %s, requester, state, renews, created_at, changed_at)
            values (1, %s, :requester, 'DRAFT', :renews, :now, :now)
            returning id
            """.formatted(String.join(", ", CONTENT), list(":%s"));

    private static final String UPDATE = """
            update exception_request set version = :version, %s, state = :state, approved_at = :approved_at,
                ended_at = :ended_at, changed_at = :now
            where id = :id
            """.formatted(list("%1$s = :%1$s"));

    private final JdbcClient jdbc;

    RequestRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private static String list(String form) {
        return Arrays.stream(CONTENT).map(form::formatted).collect(Collectors.joining(", "));
    }

    long insert(Content content, Risk risk, Actor author, @Nullable Long renews, Instant now) {
        return jdbc.sql(INSERT)
                .params(parameters(content, risk, author.name()))
                .param("requester", author.name())
                .param("renews", renews)
                .param("now", at(now))
                .query(Long.class)
                .single();
    }

    void update(ExceptionRequest request, Instant now) {
        jdbc.sql(UPDATE)
                .params(parameters(request.content(), request.risk(), request.lastEditor()))
                .param("id", request.id())
                .param("version", request.version())
                .param("state", request.decided().name())
                .param("approved_at", at(request.approvedAt()))
                .param("ended_at", at(request.endedAt()))
                .param("now", at(now))
                .update();
    }

    /** Says when the request is next to be read otherwise: now, and when it begins and ends. */
    void due(ExceptionRequest request, Instant now) {
        Stream.concat(
                        Stream.of(now),
                        request.inForce().stream().flatMap(period -> Stream.of(period.from(), period.until())))
                .filter(instant -> !instant.isBefore(now))
                .distinct()
                .forEach(instant -> jdbc.sql("""
                                insert into exception_due (due_at, exception_id) values (:at, :id) on conflict do nothing
                                """)
                        .param("at", at(instant))
                        .param("id", request.id())
                        .update());
    }

    /** Keeps the approvals that hold for the version and are not kept yet. Before the request itself is granted. */
    void keepApprovals(ExceptionRequest request) {
        request.approvals()
                .forEach(approval -> jdbc.sql("""
                                insert into exception_approval (exception_id, version, requester, approver, approved_at,
                                    reason)
                                values (:id, :version, :requester, :approver, :at, :reason)
                                on conflict (exception_id, version, approver) do nothing
                                """)
                        .param("id", request.id())
                        .param("version", request.version())
                        .param("requester", request.requester())
                        .param("approver", approval.approver())
                        .param("at", at(approval.at()))
                        .param("reason", approval.reason())
                        .update());
    }

    /** The request as it is, which nobody else moves until the transaction ends. */
    Optional<ExceptionRequest> lock(long id) {
        return read("where r.id = :id for update", Map.of("id", id)).stream().findFirst();
    }

    Optional<ExceptionRequest> find(long id) {
        return read("where r.id = :id", Map.of("id", id)).stream().findFirst();
    }

    /** @param where what follows {@code from exception_request r} */
    List<ExceptionRequest> read(String where, Map<String, ?> parameters) {
        List<ExceptionRequest> bare = jdbc.sql("select r.* from exception_request r " + where)
                .params(parameters)
                .query((row, _) -> request(row, List.of()))
                .list();
        Map<Long, List<Approval>> approvals = approvals(bare);
        return bare.stream()
                .map(request -> approvals.containsKey(request.id())
                        ? approved(request, approvals.getOrDefault(request.id(), List.of()))
                        : request)
                .toList();
    }

    private record Given(long id, Approval approval) {}

    private Map<Long, List<Approval>> approvals(List<ExceptionRequest> requests) {
        return jdbc
                .sql("""
                        select a.exception_id, a.approver, a.approved_at, a.reason
                        from unnest(cast(:ids as bigint[]), cast(:versions as integer[])) r (id, version)
                        join exception_approval a on a.exception_id = r.id and a.version = r.version
                        order by a.approved_at, a.approver
                        """)
                .param("ids", requests.stream().map(ExceptionRequest::id).toArray(Long[]::new))
                .param(
                        "versions",
                        requests.stream().map(ExceptionRequest::version).toArray(Integer[]::new))
                .query((row, _) -> new Given(
                        row.getLong("exception_id"),
                        new Approval(row.getString("approver"), required(row, "approved_at"), row.getString("reason"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Given::id, Collectors.mapping(Given::approval, Collectors.toList())));
    }

    private static ExceptionRequest approved(ExceptionRequest bare, List<Approval> approvals) {
        return new ExceptionRequest(
                bare.id(),
                bare.version(),
                bare.content(),
                bare.risk(),
                bare.requester(),
                bare.lastEditor(),
                bare.decided(),
                approvals,
                bare.approvedAt(),
                bare.endedAt(),
                bare.renews());
    }

    private static Map<String, @Nullable Object> parameters(Content content, Risk risk, String editor) {
        Scope scope = content.scope();
        Scope.ClusterTag tag = scope.clusterTag();
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("title", content.title().strip());
        parameters.put("capabilities", content.grant().names().toArray(String[]::new));
        parameters.put("controls", names(content.controls(), Control::name));
        parameters.put(
                "clusters",
                scope.clusters().stream().map(ClusterId::value).sorted().toArray(Long[]::new));
        parameters.put("tag_name", tag == null ? null : tag.name());
        parameters.put("tag_value", tag == null ? null : tag.value());
        parameters.put("namespaces", names(scope.namespaces(), Function.identity()));
        parameters.put("kinds", names(scope.kinds(), Function.identity()));
        parameters.put("workloads", names(scope.workloads(), Function.identity()));
        parameters.put("containers", names(scope.containers(), Function.identity()));
        parameters.put("repositories", names(scope.repositories(), Function.identity()));
        parameters.put("justification", content.justification().name());
        parameters.put("reason", content.reason().strip());
        parameters.put("compensating_controls", content.compensatingControls().strip());
        parameters.put("residual_risk", content.residualRisk().strip());
        parameters.put("ticket", content.ticket().strip());
        parameters.put("team", content.team().strip());
        parameters.put("starts_at", at(content.startsAt()));
        parameters.put("expires_at", at(content.expiresAt()));
        parameters.put("on_new_image", content.onNewImage().name());
        parameters.put("break_glass", content.breakGlass());
        parameters.put("risk", risk.name());
        parameters.put("last_editor", editor);
        return parameters;
    }

    private static <T> String[] names(Collection<T> values, Function<T, String> name) {
        return values.stream().map(name).sorted().toArray(String[]::new);
    }

    private static ExceptionRequest request(ResultSet row, List<Approval> approvals) throws SQLException {
        long renews = row.getLong("renews");
        return new ExceptionRequest(
                row.getLong("id"),
                row.getInt("version"),
                content(row),
                Risk.valueOf(row.getString("risk")),
                row.getString("requester"),
                row.getString("last_editor"),
                State.valueOf(row.getString("state")),
                approvals,
                instant(row, "approved_at"),
                instant(row, "ended_at"),
                renews == 0 ? null : renews);
    }

    private static Content content(ResultSet row) throws SQLException {
        String tag = row.getString("tag_name");
        return new Content(
                row.getString("title"),
                new Grant(texts(row, "capabilities").stream().toList()),
                new Scope(
                        Arrays.stream((Long[]) array(row, "clusters"))
                                .map(ClusterId::new)
                                .collect(Collectors.toSet()),
                        tag == null ? null : new Scope.ClusterTag(tag, row.getString("tag_value")),
                        texts(row, "namespaces"),
                        texts(row, "kinds"),
                        texts(row, "workloads"),
                        texts(row, "containers"),
                        texts(row, "repositories")),
                texts(row, "controls").stream().map(Control::valueOf).collect(Collectors.toSet()),
                Justification.valueOf(row.getString("justification")),
                row.getString("reason"),
                row.getString("compensating_controls"),
                row.getString("residual_risk"),
                row.getString("ticket"),
                row.getString("team"),
                required(row, "starts_at"),
                required(row, "expires_at"),
                OnNewImage.valueOf(row.getString("on_new_image")),
                row.getBoolean("break_glass"));
    }

    private static Set<String> texts(ResultSet row, String column) throws SQLException {
        return Set.of((String[]) array(row, column));
    }

    private static Object array(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array.getArray();
    }

    private static @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static Instant required(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}

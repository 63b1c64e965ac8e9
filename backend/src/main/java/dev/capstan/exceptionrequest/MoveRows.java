package dev.capstan.exceptionrequest;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Keeps what was done with requests, and what each version of them asked for. Rows are only ever added. */
@Component
class MoveRows {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;

    MoveRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** With the request's row locked, so that the numbers have no gap. */
    void append(Moved moved, long exception) {
        jdbc.sql("""
                        insert into exception_move (exception_id, number, version, move, from_state, to_state, actor,
                            moved_at, why)
                        select :id, coalesce(max(number), 0) + 1, :version, :move, :from, :to, :actor, :at, :why
                        from exception_move where exception_id = :id
                        """)
                .param("id", exception)
                .param("version", moved.version())
                .param("move", moved.move())
                .param("from", moved.from().name())
                .param("to", moved.to().name())
                .param("actor", moved.actor())
                .param("at", moved.at().atOffset(ZoneOffset.UTC))
                .param("why", moved.why())
                .update();
    }

    void keepVersion(ExceptionRequest request, Instant now) {
        jdbc.sql("""
                        insert into exception_version (exception_id, version, content, editor, edited_at)
                        values (:id, :version, cast(:content as jsonb), :editor, :now)
                        """)
                .param("id", request.id())
                .param("version", request.version())
                .param("content", JSON.writeValueAsString(request.content()))
                .param("editor", request.lastEditor())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    List<Moved> of(long exception) {
        return jdbc.sql("select * from exception_move where exception_id = :id order by number")
                .param("id", exception)
                .query((row, _) -> new Moved(
                        row.getInt("version"),
                        row.getString("move"),
                        State.valueOf(row.getString("from_state")),
                        State.valueOf(row.getString("to_state")),
                        row.getString("actor"),
                        row.getObject("moved_at", OffsetDateTime.class).toInstant(),
                        row.getString("why")))
                .list();
    }
}

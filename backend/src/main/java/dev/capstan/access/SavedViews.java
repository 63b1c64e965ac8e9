package dev.capstan.access;

import dev.capstan.access.SavedViewChange.Done;
import dev.capstan.access.SavedViewChange.NameTaken;
import dev.capstan.access.SavedViewChange.NotYours;
import dev.capstan.access.SavedViewChange.Refused;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What lists were narrowed to, by name. Each person sees their own and those that are shared; a view is changed by who
 * saved it, and a shared one by an administrator, too.
 */
@Service
@PreAuthorize("hasRole('VIEWER')")
public class SavedViews {

    private static final String VIEWS = """
            select v.id, v.owner, p.display_name, v.name, v.screen, v.query, v.shared
            from saved_view v join person p on p.name = v.owner
            where (v.owner = :me or v.shared)
            """;

    // Nobody needs more, and every list reads those of everyone that are shared.
    private static final int MOST = 100;

    private static final String MAY_CHANGE = " where id = :id and (owner = :me or shared and :admin)";

    private final JdbcClient jdbc;
    private final Clock clock;

    SavedViews(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The views of the list that the person signed in sees: their own first, then those of others, each by name. */
    @Transactional(readOnly = true)
    public List<SavedView> of(ViewedList list) {
        return statement(VIEWS + "and v.screen = :screen order by v.owner <> :me, lower(v.name), v.id")
                .param("screen", list.path())
                .query(SavedViews::read)
                .list();
    }

    /** Whether the person signed in may change the view. */
    public boolean mayChange(SavedView view) {
        return view.owner().equals(whoAsks()) || view.shared() && isAdmin();
    }

    /**
     * Saves a view for the person signed in.
     *
     * @param query what follows the question mark in the list's address
     */
    @Transactional
    public SavedViewChange save(ViewedList list, String name, String query, boolean shared) {
        return insert(whoAsks(), list, name.strip(), query, shared);
    }

    /** Puts a view back that was deleted, as it was. */
    @Transactional
    public SavedViewChange restore(SavedView deleted) {
        return mayChange(deleted)
                ? insert(deleted.owner(), deleted.list(), deleted.name(), deleted.query(), deleted.shared())
                : new NotYours();
    }

    /** Gives the view another filter. */
    @Transactional
    public SavedViewChange overwrite(long id, String query) {
        return SavedViewText.refusalOfQuery(query)
                .<SavedViewChange>map(Refused::new)
                .orElseGet(() -> change(id, "query = :value", query));
    }

    /** Gives the view another name. */
    @Transactional
    public SavedViewChange rename(long id, String name) {
        String wished = name.strip();
        Optional<String> refusal = SavedViewText.refusalOfName(wished);
        if (refusal.isPresent()) {
            return new Refused(refusal.get());
        }
        lock("select owner from saved_view where id = :id", Map.of("id", id));
        boolean taken = statement("""
                        select count(*) from saved_view v join saved_view o on o.owner = v.owner and o.id <> v.id
                        where v.id = :id and lower(o.name) = lower(:name)
                        """)
                        .param("id", id)
                        .param("name", wished)
                        .query(Long.class)
                        .single()
                > 0;
        return taken ? new NameTaken(wished) : change(id, "name = :value", wished);
    }

    /** Shows the view to everyone, or to its owner alone. */
    @Transactional
    public SavedViewChange share(long id, boolean shared) {
        return change(id, "shared = :value", shared);
    }

    /** Deletes the view. */
    @Transactional
    public SavedViewChange delete(long id) {
        Optional<SavedView> view = find(id);
        boolean deleted =
                statement("delete from saved_view" + MAY_CHANGE).param("id", id).update() > 0;
        return deleted && view.isPresent() ? new Done(view.get()) : new NotYours();
    }

    private SavedViewChange insert(String owner, ViewedList list, String name, String query, boolean shared) {
        Optional<String> refusal = SavedViewText.refusalOfName(name).or(() -> SavedViewText.refusalOfQuery(query));
        if (refusal.isPresent()) {
            return new Refused(refusal.get());
        }
        // Whoever is not among the people, as background work is not, keeps nothing.
        if (!lock("select :owner", Map.of("owner", owner))) {
            return new NotYours();
        }
        if (statement("select count(*) from saved_view where owner = :owner")
                        .param("owner", owner)
                        .query(Long.class)
                        .single()
                >= MOST) {
            return new Refused("A person keeps at most %d views. Delete one to save another.".formatted(MOST));
        }
        return statement("""
                        insert into saved_view (owner, name, screen, query, shared, created_at, changed_at)
                        values (:owner, :name, :screen, :query, :shared, :now, :now)
                        on conflict (owner, lower(name)) do nothing returning id
                        """)
                .params(Map.of("owner", owner, "name", name, "screen", list.path(), "query", query, "shared", shared))
                .query(Long.class)
                .optional()
                .<SavedViewChange>map(this::done)
                .orElseGet(() -> new NameTaken(name));
    }

    /**
     * Lets one person's views get names one after the other only: what is counted and found free stays so until it is
     * written. Answers whether there is such a person.
     *
     * @param owner the person's name, as SQL
     */
    private boolean lock(String owner, Map<String, ?> parameters) {
        return statement("select name from person where name = (" + owner + ") for no key update")
                .params(parameters)
                .query(String.class)
                .optional()
                .isPresent();
    }

    private SavedViewChange change(long id, String assignment, Object value) {
        boolean changed = statement("update saved_view set " + assignment + ", changed_at = :now" + MAY_CHANGE)
                        .param("id", id)
                        .param("value", value)
                        .update()
                > 0;
        return changed ? done(id) : new NotYours();
    }

    /** What an administrator no longer shares is not theirs to see any more. */
    private SavedViewChange done(long id) {
        return find(id).<SavedViewChange>map(Done::new).orElseGet(NotYours::new);
    }

    private Optional<SavedView> find(long id) {
        return statement(VIEWS + "and v.id = :id")
                .param("id", id)
                .query(SavedViews::read)
                .optional();
    }

    private JdbcClient.StatementSpec statement(String sql) {
        return jdbc.sql(sql)
                .param("me", whoAsks())
                .param("admin", isAdmin())
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    private static SavedView read(ResultSet row, int number) throws SQLException {
        String screen = row.getString("screen");
        return new SavedView(
                row.getLong("id"),
                row.getString("owner"),
                row.getString("display_name"),
                row.getString("name"),
                ViewedList.at(screen).orElseThrow(() -> new SQLException("Unknown list " + screen)),
                row.getString("query"),
                row.getBoolean("shared"));
    }

    private static String whoAsks() {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        return who == null ? "" : who.getName();
    }

    private static boolean isAdmin() {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        return who != null
                && who.getAuthorities().stream().anyMatch(given -> "ROLE_ADMIN".equals(given.getAuthority()));
    }
}

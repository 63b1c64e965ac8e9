package dev.capstan.access;

import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the person signed in has chosen for the screens; each sees and changes their own only. */
@Service
@PreAuthorize("hasRole('VIEWER')")
public class Preferences {

    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9-]{0,49}");
    private static final int LONGEST_VALUE = 500;

    private final JdbcClient jdbc;

    Preferences(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What the person chose under the key, if anything. */
    @Transactional(readOnly = true)
    public Optional<String> find(String key) {
        return jdbc.sql("select value from preference where person = :person and key = :key")
                .param("person", whoAsks())
                .param("key", key)
                .query(String.class)
                .optional();
    }

    /**
     * Remembers what the person chose, in place of what they chose before. Nothing is kept for who is not among the
     * people, as background work is not.
     *
     * @param key what was chosen: lower case letters, digits and hyphens, 50 characters at most
     * @param value the choice, 500 characters at most
     * @throws IllegalArgumentException when key or value is longer or holds something else
     */
    @Transactional
    public void remember(String key, String value) {
        if (!KEY.matcher(key).matches()) {
            throw new IllegalArgumentException("Not a preference's key: " + key);
        }
        if (value.length() > LONGEST_VALUE || value.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("Not a preference's value, which holds at most 500 characters");
        }
        jdbc.sql("""
                        insert into preference (person, key, value)
                        select name, :key, :value from person where name = :person
                        on conflict (person, key) do update set value = excluded.value
                        """)
                .param("person", whoAsks())
                .param("key", key)
                .param("value", value)
                .update();
    }

    private static String whoAsks() {
        var who = SecurityContextHolder.getContext().getAuthentication();
        return who == null ? "" : who.getName();
    }
}

package dev.capstan.access;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;

/** Someone who may sign in. */
@Entity
public class Person {

    /** Stands in place of a hash, as in {@code /etc/shadow}: no password ever matches. */
    static final String NO_PASSWORD = "!";

    @Id
    private String name;

    private String displayName;
    private String passwordHash;

    @Enumerated(EnumType.STRING)
    private Role role;

    private Instant createdAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
    protected Person() {}

    /** What the person signs in with: unique, in lower case. */
    public String name() {
        return name;
    }

    /** What others call the person. */
    public String displayName() {
        return displayName;
    }

    /** What the person may do. */
    public Role role() {
        return role;
    }

    /** When the person became known to Capstan. */
    public Instant createdAt() {
        return createdAt;
    }

    /** Whether the database holds a password of the person's own. */
    boolean hasPassword() {
        return !passwordHash.equals(NO_PASSWORD);
    }

    String passwordHash() {
        return passwordHash;
    }
}

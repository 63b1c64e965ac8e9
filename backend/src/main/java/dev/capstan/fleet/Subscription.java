package dev.capstan.fleet;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** An Azure subscription that discovery has found. */
@Entity
@Table(name = "azure_subscription")
class Subscription {

    @Id
    private UUID id;

    private UUID tenantId;
    private String name;
    private String state;
    private Instant lastListedAt;

    protected Subscription() {}

    Subscription(ListedSubscription listed, Instant now) {
        this.id = listed.id();
        this.tenantId = listed.tenantId();
        this.name = listed.name();
        this.state = listed.state();
        this.lastListedAt = now;
    }
}

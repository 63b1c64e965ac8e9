package dev.capstan.fleet;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** An AKS cluster that discovery has found, with what ARM last said of it. */
@Entity
public class Cluster {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "cluster_seq")
    @SequenceGenerator(name = "cluster_seq", sequenceName = "cluster_seq", allocationSize = 1)
    private @Nullable Long id;

    @Column(updatable = false)
    private String armId;

    private UUID subscriptionId;
    private String resourceGroup;
    private String name;
    private String location;
    private String kubernetesVersion;
    private @Nullable String skuTier;

    @Enumerated(EnumType.STRING)
    private PowerState powerState;

    private String provisioningState;
    private @Nullable String fqdn;
    private boolean localAccountsDisabled;
    private boolean entraEnabled;
    private @Nullable Boolean policyAddOn;
    private boolean skuAutomatic;

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, String> tags;

    @Column(updatable = false)
    private Instant firstListedAt;

    private Instant lastListedAt;
    private int missedListings;
    private @Nullable Instant goneAt;

    protected Cluster() {}

    Cluster(ListedCluster listed, UUID subscriptionId, Instant now) {
        this.armId = listed.armId();
        this.firstListedAt = now;
        seen(listed, subscriptionId, now);
    }

    /** Takes over what a listing says. A cluster that was thought gone is back. */
    final void seen(ListedCluster listed, UUID subscription, Instant now) {
        this.subscriptionId = subscription;
        this.resourceGroup = listed.resourceGroup();
        this.name = listed.name();
        this.location = listed.location();
        this.kubernetesVersion = listed.kubernetesVersion();
        this.skuTier = listed.skuTier();
        this.powerState = listed.powerState();
        this.provisioningState = listed.provisioningState();
        this.fqdn = listed.fqdn();
        this.localAccountsDisabled = listed.localAccountsDisabled();
        this.entraEnabled = listed.entraEnabled();
        this.policyAddOn = listed.admission().policyAddOn();
        this.skuAutomatic = listed.admission().automatic();
        this.tags = listed.tags();
        this.lastListedAt = now;
        this.missedListings = 0;
        this.goneAt = null;
    }

    void missed() {
        missedListings++;
    }

    void gone(Instant now) {
        goneAt = now;
    }

    int missedListings() {
        return missedListings;
    }

    /** The key; a cluster that is not stored yet has none. */
    public ClusterId id() {
        if (id == null) {
            throw new IllegalStateException("The cluster " + armId + " is not stored yet");
        }
        return new ClusterId(id);
    }

    /** The Azure resource id, in lower case. */
    public String armId() {
        return armId;
    }

    public UUID subscriptionId() {
        return subscriptionId;
    }

    public String resourceGroup() {
        return resourceGroup;
    }

    public String name() {
        return name;
    }

    /** The version that runs, for example {@code 1.33.4}, or {@code unknown}. */
    public String kubernetesVersion() {
        return kubernetesVersion;
    }

    /** What the last listing said of its admission. */
    public AdmissionSettings admission() {
        return new AdmissionSettings(policyAddOn, skuAutomatic);
    }

    public PowerState powerState() {
        return powerState;
    }

    /** Whether ARM no longer knows the cluster; its history stays. */
    public boolean isGone() {
        return goneAt != null;
    }
}

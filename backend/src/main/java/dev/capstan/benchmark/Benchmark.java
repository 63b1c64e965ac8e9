package dev.capstan.benchmark;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One version of one benchmark of the Center for Internet Security, as far as it speaks of capabilities.
 *
 * @param id its stable key, for example {@code cis-aks-1.0}
 * @param name its name without the version
 * @param version its version for people, for example {@code 1.8.0} or {@code 1.6 and later}
 * @param platform what it is written for
 * @param note what a reader should know about it, if anything
 * @param listings how it lists each control; holds every control
 */
public record Benchmark(
        String id,
        String name,
        String version,
        Platform platform,
        @Nullable String note,
        Map<Control, Listing> listings) {

    public Benchmark {
        listings = Map.copyOf(listings);
    }

    /** Its name and version for people. */
    public String title() {
        return name + " " + version;
    }

    /** What people call it in a line of text, for example {@code CIS AKS 1.0}. */
    public String shortTitle() {
        return "CIS " + platform.title() + " " + version;
    }

    /** How it lists the control, if it does. */
    public Listing listing(Control control) {
        return Objects.requireNonNull(listings.get(control), () -> id + " says nothing of " + control);
    }

    /** What a benchmark is written for. */
    public enum Platform {
        AKS("AKS"),
        KUBERNETES("Kubernetes"),
        EKS("EKS"),
        GKE("GKE"),
        OPENSHIFT("OpenShift");

        private final String title;

        Platform(String title) {
            this.title = title;
        }

        /** Its name for people. */
        public String title() {
            return title;
        }
    }
}

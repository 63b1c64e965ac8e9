package dev.capstan.collection.kubernetes;

import dev.capstan.collection.admission.AdmissionFacts;
import dev.capstan.collection.admission.AzureAdmission;
import dev.capstan.collection.admission.Constraint;
import dev.capstan.collection.admission.ConstraintTemplate;
import dev.capstan.collection.admission.Listing;
import dev.capstan.collection.admission.NamespaceFact;
import dev.capstan.collection.kubernetes.admission.AdmissionKinds;
import dev.capstan.collection.kubernetes.admission.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what decides at a cluster's admission, kind by kind. A kind that cannot be read leaves the others as they are;
 * when the time for the whole cluster is used up, the kinds that are left are unread at once.
 */
final class AdmissionReader {

    private static final Logger log = LoggerFactory.getLogger(AdmissionReader.class);
    private static final Pattern VERSION = Pattern.compile("v?1\\.(\\d{1,4})(\\D.*)?");
    private static final int LAST_WITH_POD_SECURITY_POLICIES = 24;
    private static final int FIRST_WITH_ADMISSION_POLICIES = 30;

    private final KubernetesApi api;
    private final String kubernetesVersion;

    AdmissionReader(KubernetesApi api, String kubernetesVersion) {
        this.api = api;
        this.kubernetesVersion = kubernetesVersion;
    }

    /**
     * Reads all kinds.
     *
     * @throws CannotRead only when the reading as a whole was interrupted
     */
    AdmissionFacts read(AzureAdmission azure) throws CannotRead {
        Listing<ConstraintTemplate> templates = list(AdmissionKinds.CONSTRAINT_TEMPLATES);
        boolean policies = mayServe(FIRST_WITH_ADMISSION_POLICIES, Integer.MAX_VALUE);
        return new AdmissionFacts(
                kubernetesVersion,
                azure,
                namespaces(),
                templates,
                constraints(templates),
                list(AdmissionKinds.GATEKEEPER_CONFIGS),
                list(AdmissionKinds.WEBHOOKS),
                policies ? list(AdmissionKinds.POLICIES) : new Listing.Absent<>(),
                policies ? list(AdmissionKinds.POLICY_BINDINGS) : new Listing.Absent<>(),
                together(list(AdmissionKinds.KYVERNO_CLUSTER_POLICIES), list(AdmissionKinds.KYVERNO_POLICIES)),
                list(AdmissionKinds.KYVERNO_VALIDATING_POLICIES),
                together(
                        list(AdmissionKinds.KYVERNO_EXCEPTIONS),
                        list(AdmissionKinds.KYVERNO_VALIDATING_POLICY_EXCEPTIONS)),
                mayServe(0, LAST_WITH_POD_SECURITY_POLICIES)
                        ? list(AdmissionKinds.POD_SECURITY_POLICIES)
                        : new Listing.Absent<>());
    }

    private <T> Listing<T> list(Kind<T> kind) throws CannotRead {
        return list(kind, Allowance.of(kind.most()));
    }

    private <T> Listing<T> list(Kind<T> kind, Allowance allowance) throws CannotRead {
        Listing<T> listing = KindList.read(api, kind, allowance);
        if (listing instanceof Listing.Unread<T>(String why)) {
            log.warn("{}", why);
        }
        return listing;
    }

    // Every cluster has namespaces: an answer without any hides them.
    private Listing<NamespaceFact> namespaces() throws CannotRead {
        Listing<NamespaceFact> listing = list(AdmissionKinds.NAMESPACES);
        return listing instanceof Listing.Unread<NamespaceFact>
                        || !listing.known().isEmpty()
                ? listing
                : new Listing.Unread<>(
                        "Namespaces could not be read: the API server names none, and every cluster has some");
    }

    private Listing<Constraint> constraints(Listing<ConstraintTemplate> templates) throws CannotRead {
        return switch (templates) {
            case Listing.Absent<ConstraintTemplate> _ -> new Listing.Absent<>();
            case Listing.Unread<ConstraintTemplate>(String why) ->
                new Listing.Unread<>("Constraints could not be read, because their kinds are unknown: " + why);
            case Listing.Read<ConstraintTemplate>(List<ConstraintTemplate> all) -> constraints(all);
        };
    }

    private Listing<Constraint> constraints(List<ConstraintTemplate> templates) throws CannotRead {
        List<Constraint> all = new ArrayList<>();
        Allowance allowance = Allowance.of(AdmissionKinds.MOST_CONSTRAINTS);
        for (ConstraintTemplate template : templates) {
            Optional<Kind<Constraint>> kind = AdmissionKinds.constraints(template);
            if (kind.isEmpty()) {
                log.warn("A constraint template makes no kind that the API could serve, so nothing is asked for it");
                continue;
            }
            Listing<Constraint> listing = list(kind.get(), allowance);
            if (listing instanceof Listing.Unread<Constraint>
                    && (template.speaksOfCapabilities() || template.speaksOfPrivileged())) {
                return listing;
            }
            // Absent: the template is so new that its kind is not served yet, and there is no constraint of it.
            // Unread: constraints that have nothing to do with capabilities cost no verdict on them.
            all.addAll(listing.known());
        }
        return new Listing.Read<>(all);
    }

    /** Two listings as one: what is unread makes the whole unread. */
    private static <T> Listing<T> together(Listing<T> one, Listing<T> other) {
        return switch (one) {
            case Listing.Unread<T>(String why) ->
                other instanceof Listing.Unread<T>(String too) && !why.contains(too)
                        ? new Listing.Unread<>(why + "; " + too)
                        : one;
            case Listing.Absent<T> _ -> other;
            case Listing.Read<T>(List<T> items) ->
                switch (other) {
                    case Listing.Unread<T> unread -> unread;
                    case Listing.Absent<T> _ -> one;
                    case Listing.Read<T>(List<T> more) -> {
                        List<T> both = new ArrayList<>(items);
                        both.addAll(more);
                        yield new Listing.Read<>(both);
                    }
                };
        };
    }

    /** Whether a kind that came and went with versions of Kubernetes may be served; so also where it is not known. */
    private boolean mayServe(int firstMinor, int lastMinor) {
        Matcher version = VERSION.matcher(kubernetesVersion);
        if (!version.matches()) {
            return true;
        }
        int minor = Integer.parseInt(version.group(1));
        return minor >= firstMinor && minor <= lastMinor;
    }
}

package dev.capstan.evaluation.admission;

import dev.capstan.collection.admission.AdmissionFacts;
import dev.capstan.collection.admission.AdmissionPolicy;
import dev.capstan.collection.admission.AdmissionPolicyBinding;
import dev.capstan.collection.admission.AzureAdmission;
import dev.capstan.collection.admission.Constraint;
import dev.capstan.collection.admission.ConstraintTemplate;
import dev.capstan.collection.admission.GatekeeperExclusion;
import dev.capstan.collection.admission.KyvernoException;
import dev.capstan.collection.admission.KyvernoPolicy;
import dev.capstan.collection.admission.Listing;
import dev.capstan.collection.admission.NamespaceFact;
import dev.capstan.collection.admission.PodSecurityPolicy;
import dev.capstan.collection.admission.Webhook;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A cluster's admission in words: {@code Situation.on("1.33").namespace("shop").with(...)}. Nothing is there at first. */
public final class Situation {

    /** The kinds that are read one by one. */
    public enum Kind {
        NAMESPACES,
        TEMPLATES,
        CONSTRAINTS,
        EXCLUSIONS,
        WEBHOOKS,
        POLICIES,
        BINDINGS,
        KYVERNO_POLICIES,
        KYVERNO_VALIDATING_POLICIES,
        KYVERNO_EXCEPTIONS,
        POD_SECURITY_POLICIES
    }

    private final String version;
    private final Map<Kind, List<Object>> items = new HashMap<>();
    private final Set<Kind> unread = EnumSet.noneOf(Kind.class);
    private final Set<Kind> absent = EnumSet.noneOf(Kind.class);
    private AzureAdmission azure = AzureAdmission.silent();

    private Situation(String version) {
        this.version = version;
    }

    public static Situation on(String version) {
        return new Situation(version);
    }

    /** @param labels keys and values by turns */
    public Situation namespace(String name, String... labels) {
        Map<String, String> all = new HashMap<>(Map.of("kubernetes.io/metadata.name", name));
        for (int i = 0; i < labels.length; i += 2) {
            all.put(labels[i], labels[i + 1]);
        }
        return add(Kind.NAMESPACES, new NamespaceFact(name, all));
    }

    public Situation with(Webhook... webhooks) {
        return add(Kind.WEBHOOKS, (Object[]) webhooks);
    }

    public Situation with(AConstraint... constraints) {
        return add(
                Kind.CONSTRAINTS,
                Arrays.stream(constraints).map(AConstraint::fact).toArray());
    }

    public Situation with(ConstraintTemplate template) {
        return add(Kind.TEMPLATES, template);
    }

    public Situation with(GatekeeperExclusion exclusion) {
        return add(Kind.EXCLUSIONS, exclusion);
    }

    public Situation with(AdmissionPolicyBinding binding) {
        return add(Kind.BINDINGS, binding);
    }

    public Situation with(KyvernoException exception) {
        return add(Kind.KYVERNO_EXCEPTIONS, exception);
    }

    public Situation with(KyvernoPolicy policy) {
        return add(Kind.KYVERNO_POLICIES, policy);
    }

    public Situation with(PodSecurityPolicy policy) {
        return add(Kind.POD_SECURITY_POLICIES, policy);
    }

    public Situation policy(AdmissionPolicy policy) {
        return add(Kind.POLICIES, policy);
    }

    public Situation kyverno(AdmissionPolicy policy) {
        return add(Kind.KYVERNO_VALIDATING_POLICIES, policy);
    }

    public Situation with(AzureAdmission said) {
        azure = said;
        return this;
    }

    public Situation unread(Kind... kinds) {
        unread.addAll(List.of(kinds));
        return this;
    }

    public Situation absent(Kind... kinds) {
        absent.addAll(List.of(kinds));
        return this;
    }

    public Situation add(Kind kind, Object... objects) {
        items.computeIfAbsent(kind, any -> new ArrayList<>()).addAll(List.of(objects));
        return this;
    }

    public AdmissionFacts facts() {
        return new AdmissionFacts(
                version,
                azure,
                listing(Kind.NAMESPACES, NamespaceFact.class),
                listing(Kind.TEMPLATES, ConstraintTemplate.class),
                listing(Kind.CONSTRAINTS, Constraint.class),
                listing(Kind.EXCLUSIONS, GatekeeperExclusion.class),
                listing(Kind.WEBHOOKS, Webhook.class),
                listing(Kind.POLICIES, AdmissionPolicy.class),
                listing(Kind.BINDINGS, AdmissionPolicyBinding.class),
                listing(Kind.KYVERNO_POLICIES, KyvernoPolicy.class),
                listing(Kind.KYVERNO_VALIDATING_POLICIES, AdmissionPolicy.class),
                listing(Kind.KYVERNO_EXCEPTIONS, KyvernoException.class),
                listing(Kind.POD_SECURITY_POLICIES, PodSecurityPolicy.class));
    }

    public ClusterAdmission cluster() {
        return AdmissionJudge.judge(facts());
    }

    /** What is concluded of the first namespace by name. */
    public NamespaceAdmission judged() {
        return cluster().namespaces().getFirst();
    }

    public AdmissionVerdict verdict() {
        return judged().verdict();
    }

    /** All reasons of all mechanisms, in one text. */
    public String reasons() {
        return String.join(
                "\n",
                judged().protections().stream()
                        .flatMap(protection -> protection.reasons().stream())
                        .toList());
    }

    private <T> Listing<T> listing(Kind kind, Class<T> type) {
        if (unread.contains(kind)) {
            return new Listing.Unread<>(kind + " are forbidden.");
        }
        return absent.contains(kind)
                ? new Listing.Absent<>()
                : new Listing.Read<>(items.getOrDefault(kind, List.of()).stream()
                        .map(type::cast)
                        .toList());
    }
}

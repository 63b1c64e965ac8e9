package dev.capstan.evaluation.admission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.collection.admission.AdmissionPolicy;
import dev.capstan.collection.admission.AdmissionPolicyBinding;
import dev.capstan.collection.admission.Constraint;
import dev.capstan.collection.admission.GatekeeperExclusion;
import dev.capstan.collection.admission.KyvernoException;
import dev.capstan.collection.admission.KyvernoPolicy;
import dev.capstan.collection.admission.LabelSelector;
import dev.capstan.collection.admission.NamespaceFact;
import dev.capstan.collection.admission.Webhook;
import dev.capstan.evaluation.admission.AdmissionVerdict.Met;
import dev.capstan.evaluation.admission.AdmissionVerdict.MetFailsOpen;
import dev.capstan.evaluation.admission.AdmissionVerdict.NotMet;
import dev.capstan.evaluation.admission.AdmissionVerdict.Unknown;
import dev.capstan.evaluation.admission.Situation.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** What must hold of every cluster whatsoever, tried on many; a failure names the seed that repeats it. */
class AdmissionLawsTest {

    private static final int TRIES = 500;
    private static final String ENFORCE = "pod-security.kubernetes.io/enforce";

    /** What is in a cluster, by kind; in this form, it can be added to, shuffled and left unread. */
    private record World(List<Map.Entry<Kind, Object>> objects, Set<Kind> unread) {

        ClusterAdmission judged() {
            Situation situation = Situation.on("1.33").unread(unread.toArray(Kind[]::new));
            objects.forEach(object -> situation.add(object.getKey(), object.getValue()));
            return situation.cluster();
        }

        World with(Map.Entry<Kind, Object> object) {
            List<Map.Entry<Kind, Object>> more = new ArrayList<>(objects);
            more.add(object);
            return new World(more, unread);
        }

        World shuffled(Random random) {
            List<Map.Entry<Kind, Object>> other = new ArrayList<>(objects);
            Collections.shuffle(other, random);
            return new World(other, unread);
        }

        World without(Kind kind) {
            Set<Kind> more = new HashSet<>(unread);
            more.add(kind);
            return new World(objects, more);
        }
    }

    @Test
    void theOrderOfObjectsDoesNotMatter() {
        forAnyWorld(
                (random, world) -> assertThat(world.shuffled(random).judged()).isEqualTo(world.judged()));
    }

    @Test
    void anObjectMoreThatMayRefuseNeverWeakensANamespace() {
        forAnyWorld((random, world) -> {
            List<NamespaceAdmission> before = world.judged().namespaces();
            List<NamespaceAdmission> after =
                    world.with(anyRefusing(random)).judged().namespaces();
            for (int i = 0; i < before.size(); i++) {
                assertThat(worth(after.get(i).verdict()))
                        .isGreaterThanOrEqualTo(worth(before.get(i).verdict()));
            }
        });
    }

    @Test
    void anExceptionMoreNeverStrengthensANamespace() {
        forAnyWorld((random, world) -> {
            List<NamespaceAdmission> before = world.judged().namespaces();
            List<NamespaceAdmission> after =
                    world.with(anyException(random)).judged().namespaces();
            for (int i = 0; i < before.size(); i++) {
                assertThat(worth(after.get(i).verdict()))
                        .isLessThanOrEqualTo(worth(before.get(i).verdict()));
            }
        });
    }

    @Test
    void whatIsNotReadNeverTurnsNotMetIntoMetNorFailingOpenIntoMet() {
        forAnyWorld((random, world) -> {
            Kind kind = anyOf(random, Kind.values());
            ClusterAdmission after = world.without(kind).judged();
            Map<String, AdmissionVerdict> before = new HashMap<>();
            world.judged().namespaces().forEach(each -> before.put(each.namespace(), each.verdict()));
            assertThat(kind == Kind.NAMESPACES).isEqualTo(after.namespaces().isEmpty());
            for (NamespaceAdmission each : after.namespaces()) {
                AdmissionVerdict was = before.get(each.namespace());
                if (each.verdict() instanceof Met || each.verdict() instanceof MetFailsOpen) {
                    assertThat(was).isNotInstanceOfAny(NotMet.class, Unknown.class);
                }
                if (each.verdict() instanceof Met) {
                    assertThat(was).isInstanceOf(Met.class);
                }
            }
        });
    }

    @Test
    void theClusterIsNeverBetterThanAnyOfItsCustomersNamespaces() {
        forAnyWorld((random, world) -> {
            ClusterAdmission cluster = world.judged();
            assertThat(cluster.namespaces().stream().filter(each -> !each.platform()))
                    .allSatisfy(
                            each -> assertThat(worth(cluster.verdict())).isLessThanOrEqualTo(worth(each.verdict())));
        });
    }

    private static void forAnyWorld(BiConsumer<Random, World> law) {
        for (long seed = 0; seed < TRIES; seed++) {
            Random random = new Random(seed);
            World world = anyWorld(random);
            try {
                law.accept(random, world);
            } catch (AssertionError broken) {
                throw new AssertionError("Seed %d, %s".formatted(seed, world), broken);
            }
        }
    }

    private static World anyWorld(Random random) {
        List<Map.Entry<Kind, Object>> objects = new ArrayList<>();
        for (String name : List.of("bank", "kube-system", "shop")) {
            Map<String, String> labels = new HashMap<>(Map.of("team", name));
            if (random.nextInt(4) == 0) {
                labels.put(ENFORCE, anyOf(random, "baseline", "restricted", "privileged", "odd"));
            }
            objects.add(Map.entry(Kind.NAMESPACES, new NamespaceFact(name, labels)));
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            objects.add(Map.entry(Kind.WEBHOOKS, anyWebhook(random)));
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            objects.add(anyRefusing(random));
        }
        if (random.nextInt(4) == 0) {
            objects.add(anyException(random));
        }
        Set<Kind> unread = new HashSet<>();
        if (random.nextInt(4) == 0) {
            unread.add(anyOf(random, Kind.values()));
            unread.remove(Kind.NAMESPACES);
        }
        return new World(objects, unread);
    }

    private static Map.Entry<Kind, Object> anyRefusing(Random random) {
        // Trying out a policy in CEL takes longer than all the rest.
        return switch (random.nextInt(16)) {
            case 0 -> Map.entry(Kind.POLICIES, anyPolicy(random));
            case 1 -> Map.entry(Kind.KYVERNO_VALIDATING_POLICIES, anyPolicy(random));
            case 2, 3, 4 -> Map.entry(Kind.BINDINGS, anyBinding(random));
            case 5, 6, 7, 8, 9 -> Map.entry(Kind.KYVERNO_POLICIES, anyKyvernoPolicy(random));
            default -> Map.entry(Kind.CONSTRAINTS, anyConstraint(random));
        };
    }

    private static Webhook anyWebhook(Random random) {
        return new Webhook(
                "config",
                anyOf(random, "validation.gatekeeper.sh", "validate.kyverno.svc-fail"),
                random.nextBoolean(),
                List.of(anyOf(random, Admissions.PODS, Admissions.ONLY_PODS, Admissions.SERVICES)),
                anySelector(random),
                anyOf(random, LabelSelector.EVERYTHING, LabelSelector.EVERYTHING, Admissions.labelled("a", "b")),
                random.nextInt(8) == 0);
    }

    private static Constraint anyConstraint(Random random) {
        AConstraint constraint = anyOf(
                        random,
                        AConstraint.allowing(),
                        AConstraint.allowing("CHOWN", "NET_RAW"),
                        AConstraint.allowing("*").dropping("ALL"),
                        AConstraint.allowing("NET_BIND_SERVICE", "SYS_TIME"),
                        AConstraint.of("K8sAzureV2NoPrivilege"),
                        AConstraint.of("K8sAzureV3DisallowedCapabilities").with("disallowedCapabilities", "BPF"))
                .named(anyOf(random, "a", "b", "c"))
                .action(anyOf(random, "deny", "deny", "warn"))
                .selecting(anySelector(random), LabelSelector.EVERYTHING, random.nextInt(8) == 0);
        if (random.nextInt(3) == 0) {
            constraint.excluding(anyOf(random, "*", "shop", "b*"));
        }
        return (random.nextBoolean() ? constraint.assigned("a") : constraint).fact();
    }

    private static KyvernoPolicy anyKyvernoPolicy(Random random) {
        return new KyvernoPolicy(
                anyOf(random, null, null, "shop"),
                anyOf(random, "caps", "other"),
                random.nextBoolean(),
                anyOf(random, "Enforce", "Enforce", "Audit", null),
                List.of(),
                List.of(Admissions.standard(
                        anyOf(random, "baseline", "restricted"),
                        anyOf(random, null, "v1.20"),
                        anyOf(random, "none", "Capabilities"))));
    }

    private static AdmissionPolicy anyPolicy(Random random) {
        return Admissions.policy(
                anyOf(random, "caps", "other"),
                List.of(),
                List.of(anyOf(
                        random,
                        CelSamples.ONLY_NET_BIND_SERVICE,
                        CelSamples.DROP_ALL,
                        CelSamples.NOT_PRIVILEGED,
                        "broken(capabilities")),
                List.of(anyOf(random, "Deny", "Audit")));
    }

    private static AdmissionPolicyBinding anyBinding(Random random) {
        return Admissions.binding(
                anySelector(random),
                anyOf(random, LabelSelector.EVERYTHING, LabelSelector.EVERYTHING, Admissions.labelled("a", "b")),
                List.of(),
                anyOf(random, "Deny", "Warn"));
    }

    private static Map.Entry<Kind, Object> anyException(Random random) {
        if (random.nextBoolean()) {
            return Map.entry(
                    Kind.EXCLUSIONS,
                    new GatekeeperExclusion(
                            List.of(anyOf(random, "webhook", "*", "audit")), List.of(anyOf(random, "shop", "*"))));
        }
        KyvernoException exception = Admissions.exception(anyOf(random, "caps", "*"), random.nextBoolean());
        return Map.entry(Kind.KYVERNO_EXCEPTIONS, exception);
    }

    private static LabelSelector anySelector(Random random) {
        return anyOf(
                random,
                LabelSelector.EVERYTHING,
                LabelSelector.EVERYTHING,
                Admissions.labelled("team", "shop"),
                Admissions.where("team", "NotIn", "bank"));
    }

    /** In the order in which the cluster's verdict is the worst. */
    private static int worth(AdmissionVerdict verdict) {
        return switch (verdict) {
            case NotMet(Strength strength) -> strength.ordinal();
            case Unknown ignored -> 10;
            case MetFailsOpen(Strength strength) -> 20 + strength.ordinal();
            case Met(Strength strength) -> 30 + strength.ordinal();
        };
    }

    @SafeVarargs
    private static <T> T anyOf(Random random, T... choices) {
        return choices[random.nextInt(choices.length)];
    }
}

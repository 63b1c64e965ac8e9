package dev.capstan.testing;

import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.time.Clock;
import java.util.Calendar;
import java.util.Date;
import org.jspecify.annotations.NullMarked;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** What holds for every module, backend and frontend alike. */
public final class ArchitectureRules {

    private ArchitectureRules() {}

    @ArchTest
    static final ArchRule onlyTheScreensKnowVaadin = onlyIn("dev.capstan.ui..", "com.vaadin..")
            .because("a collector runs without screens, and the screens can be replaced");

    @ArchTest
    static final ArchRule onlyAzurePackagesKnowTheAzureSdk = onlyIn("dev.capstan..azure..", "com.azure..")
            .because("the wire's form and the domain's form are two types");

    @ArchTest
    static final ArchRule onlyKubernetesPackagesKnowFabric8 = onlyIn("dev.capstan..kubernetes..", "io.fabric8..")
            .because("the wire's form and the domain's form are two types");

    @ArchTest
    static final ArchRule onlyTheSimulatorCarriesItsOwnDatabaseAndCertificates = onlyIn(
                    "dev.capstan.simulator..", "io.zonky..", "org.bouncycastle..")
            .because("production is given a database and certificates, and makes none");

    @ArchTest
    static final ArchRule nothingKnowsTheSimulator = onlyIn("dev.capstan.simulator..", "dev.capstan.simulator..")
            .because("the demo differs from production in settings alone");

    @ArchTest
    static final ArchRule rulesArePureFunctions = classes()
            .that()
            .resideInAPackage("dev.capstan.evaluation.rule..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java.lang..",
                    "java.util..",
                    "dev.capstan.evaluation..",
                    "dev.capstan.benchmark..",
                    "dev.capstan.collection",
                    "org.jspecify..")
            .because(
                    "a verdict follows from settings and policy alone, so that it can be stored beside them for years");

    @ArchTest
    static final ArchRule theTimeOfDayComesFromTheClock = noClasses()
            .should()
            .accessTargetWhere(readsTheTimeOfDayByItself())
            .because("tests and the demo turn the clock");

    @ArchTest
    static final ArchRule theClockIsMadeInOnePlace = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("dev.capstan.shared.TimeConfiguration")
            .and()
            .resideOutsideOfPackage("dev.capstan.simulator..")
            .should()
            .accessTargetWhere(makesAClock())
            .because("only the simulator, which starts before Capstan does, has to begin with a clock of its own");

    @ArchTest
    static final ArchRule nobodySleeps = noClasses()
            .should()
            .accessTargetWhere(JavaAccess.Predicates.target(
                    DescribedPredicate.describe("is a sleep", t -> t.getName().equals("sleep"))))
            .because(
                    "a thread that sleeps misses both the event and the shutdown; schedule it or wait for the condition");

    @ArchTest
    static final ArchRule everyServiceMethodSaysWhoMayCallIt = methods()
            .that()
            .arePublic()
            .and()
            .areDeclaredInClassesThat(are(annotatedWith(Service.class)))
            .should(carryPreAuthorize())
            .because("a screen that is hidden from someone is no protection; the service decides");

    @ArchTest
    static final ArchRule everyPackageIsNullMarked = classes()
            .should(new ArchCondition<JavaClass>("live in a package whose package-info says @NullMarked") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                    events.add(new SimpleConditionEvent(type, marked, type.getPackageName() + " of " + type.getName()));
                }
            })
            .because("null is checked by the compiler only where it is told to");

    @ArchTest
    static final ArchRule noFieldIsInjected = GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

    @ArchTest
    static final ArchRule namesSayWhatAThingIs = noClasses()
            .should()
            .haveNameMatching(".*(Impl|Manager|Helper|Utils?)")
            .because("a service is the plural of what it keeps");

    /** Nothing outside {@code home} may use {@code libraries}. */
    private static ArchRule onlyIn(String home, String... libraries) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(home)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(libraries);
    }

    private static DescribedPredicate<JavaAccess<?>> readsTheTimeOfDayByItself() {
        return DescribedPredicate.describe("reads the time of day without a Clock", access -> {
            JavaClass owner = access.getTargetOwner();
            String name = access.getTarget().getName();
            String target = access.getTarget().getFullName();
            // now(Clock) is what everyone should call, so what the call takes matters too.
            boolean withoutClock = !target.contains(Clock.class.getName());
            return (owner.getPackageName().startsWith("java.time") && name.equals("now") && withoutClock)
                    || (owner.isEquivalentTo(System.class) && name.equals("currentTimeMillis"))
                    || target.equals(Date.class.getName() + ".<init>()")
                    || (owner.isAssignableTo(Calendar.class) && name.equals("getInstance"));
        });
    }

    private static DescribedPredicate<JavaAccess<?>> makesAClock() {
        return DescribedPredicate.describe("makes a clock of the machine's time", access -> {
            String name = access.getTarget().getName();
            return access.getTargetOwner().isEquivalentTo(Clock.class)
                    && (name.startsWith("system") || name.startsWith("tick"));
        });
    }

    private static ArchCondition<JavaMethod> carryPreAuthorize() {
        DescribedPredicate<CanBeAnnotated> authorized = annotatedWith(PreAuthorize.class);
        return new ArchCondition<>("carry @PreAuthorize, or their class does") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean says = authorized.test(method) || authorized.test(method.getOwner());
                events.add(new SimpleConditionEvent(method, says, method.getFullName()));
            }
        };
    }

    private static DescribedPredicate<CanBeAnnotated> annotatedWith(
            Class<? extends java.lang.annotation.Annotation> type) {
        return CanBeAnnotated.Predicates.metaAnnotatedWith(type);
    }
}

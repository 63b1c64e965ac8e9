package dev.capstan.ui;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import dev.capstan.CapstanApplication;
import dev.capstan.testing.ArchitectureRules;
import dev.capstan.testing.ProductionClasses;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import org.springframework.modulith.core.ApplicationModules;

@AnalyzeClasses(packages = "dev.capstan", importOptions = ProductionClasses.class)
class ArchitectureTest {

    @ArchTest
    static final ArchTests rules = ArchTests.in(ArchitectureRules.class);

    @ArchTest
    static final ArchRule everyViewSaysWhoMayOpenIt = classes()
            .that()
            .areAnnotatedWith(Route.class)
            .should()
            .beAnnotatedWith(RolesAllowed.class)
            .orShould()
            .beAnnotatedWith(PermitAll.class)
            .orShould()
            .beAnnotatedWith(AnonymousAllowed.class)
            .because("who may open a screen is said where the screen is written");

    @ArchTest
    static final ArchRule nothingDependsOnTheScreens = noClasses()
            .that()
            .resideOutsideOfPackage("dev.capstan.ui..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.capstan.ui..")
            .because("a collector runs without screens");

    @ArchTest
    static void modulesUseOnlyWhatTheyAreAllowedTo(JavaClasses classes) {
        ApplicationModules.of(CapstanApplication.class, new ProductionClasses()).verify();
    }
}

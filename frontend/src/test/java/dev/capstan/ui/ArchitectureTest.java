package dev.capstan.ui;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import dev.capstan.CapstanApplication;
import dev.capstan.testing.ArchitectureRules;
import dev.capstan.testing.ProductionClasses;
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
            .beAnnotatedWith(AnonymousAllowed.class)
            .because("a view that says nothing is open to nobody, which nobody notices before it is released");

    @ArchTest
    static final ArchRule viewsAreNobodyElsesBusiness = classes()
            .that()
            .areAnnotatedWith(Route.class)
            .should()
            .notHaveModifier(JavaModifier.PUBLIC)
            .because("screens are reached by URL, through Navigation");

    @ArchTest
    static final ArchRule thePrecompiledBundleIsEnough = classes()
            .that()
            .resideInAPackage("dev.capstan.ui..")
            .should()
            .notBeAnnotatedWith(JsModule.class)
            .andShould()
            .notBeAnnotatedWith(NpmPackage.class)
            .because("the first one of those makes the build want Node");

    @ArchTest
    static void modulesUseOnlyWhatTheyAreAllowedTo(JavaClasses classes) {
        ApplicationModules.of(CapstanApplication.class, new ProductionClasses()).verify();
    }
}

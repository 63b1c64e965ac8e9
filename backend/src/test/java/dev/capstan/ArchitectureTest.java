package dev.capstan;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import dev.capstan.testing.ArchitectureRules;
import dev.capstan.testing.ProductionClasses;
import org.springframework.modulith.core.ApplicationModules;

@AnalyzeClasses(packages = "dev.capstan", importOptions = ProductionClasses.class)
class ArchitectureTest {

    @ArchTest
    static final ArchTests rules = ArchTests.in(ArchitectureRules.class);

    @ArchTest
    static void modulesUseOnlyWhatTheyAreAllowedTo(JavaClasses classes) {
        ApplicationModules.of(CapstanApplication.class, new ProductionClasses()).verify();
    }
}

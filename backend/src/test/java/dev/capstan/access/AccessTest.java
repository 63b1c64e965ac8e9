package dev.capstan.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.capstan.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.test.context.support.WithAnonymousUser;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@ApplicationModuleTest(extraIncludes = "shared", webEnvironment = WebEnvironment.NONE)
class AccessTest {

    @Autowired
    People people;

    @Autowired
    Desk desk;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        registry.add("spring.datasource.url", TestDatabase::freshUrl);
        registry.add("spring.datasource.username", () -> "postgres");
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void everyRoleReads(Role role) {
        signedInAs(role.name(), () -> assertThat(people.all()).isEmpty());
    }

    @Test
    void backgroundWorkReads() {
        signedInAs("COLLECTOR", () -> assertThat(people.all()).isEmpty());
    }

    @Test
    void nobodyReadsWithoutSigningIn() {
        assertThatThrownBy(people::all).isInstanceOf(AuthenticationCredentialsNotFoundException.class);
    }

    @Test
    @WithAnonymousUser
    void anonymousVisitorsDoNotRead() {
        assertThatThrownBy(() -> people.find("vera")).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    @WithMockUser(roles = "ADMIN")
    void anAdministratorDoesNotApprove() {
        assertThatThrownBy(desk::approve).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    @WithMockUser(roles = "APPROVER")
    void anApproverApproves() {
        desk.approve();
    }

    @Test
    @WithMockUser(roles = "VIEWER")
    void aViewerDoesNotApprove() {
        assertThatThrownBy(desk::approve).isInstanceOf(AccessDeniedException.class);
    }

    private static void signedInAs(String role, Runnable work) {
        SecurityContextHolder.getContext()
                .setAuthentication(new TestingAuthenticationToken("someone", null, List.of(() -> "ROLE_" + role)));
        try {
            work.run();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    /** Where approvers decide. */
    static class Desk {

        @PreAuthorize("hasRole('APPROVER')")
        void approve() {}
    }

    @TestConfiguration
    static class Desks {

        @Bean
        Desk desk() {
            return new Desk();
        }
    }
}

package dev.capstan.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.capstan.testing.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.security.access.hierarchicalroles.RoleHierarchy;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@ApplicationModuleTest(extraIncludes = "shared", webEnvironment = WebEnvironment.NONE)
class SignInTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T08:00:00Z"), ZoneOffset.UTC);
    private static final DemoAccounts NONE = new DemoAccounts(List.of());
    private static final DemoAccounts VERA =
            new DemoAccounts(List.of(new DemoAccounts.Account("vera", "Vera Lindqvist", Role.AUDITOR, "capstan")));

    @Autowired
    PersonRepository people;

    @Autowired
    PasswordEncoder passwords;

    @Autowired
    RoleHierarchy roles;

    @Autowired
    JdbcClient jdbc;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        registry.add("spring.datasource.url", TestDatabase::freshUrl);
        registry.add("spring.datasource.username", () -> "postgres");
    }

    @BeforeEach
    void nobody() {
        jdbc.sql("delete from person").update();
    }

    @Test
    void theFirstStartMakesAnAdministratorAndShowsThePasswordOnce() {
        String printed = start(NONE);
        Authentication admin = signIn(NONE, "admin", passwordIn(printed));

        assertThat(admin.getAuthorities())
                .extracting(GrantedAuthority::getAuthority)
                .contains("ROLE_ADMIN", "ROLE_VIEWER")
                .doesNotContain("ROLE_APPROVER");
        assertThat(start(NONE)).isEmpty();
        assertThat(people.findAllByOrderByName()).hasSize(1);
    }

    @Test
    void onlyAHashOfThePasswordIsKept() {
        String password = passwordIn(start(NONE));

        assertThat(jdbc.sql("select password_hash from person")
                        .query(String.class)
                        .single())
                .startsWith("{bcrypt}")
                .doesNotContain(password);
    }

    @Test
    void aWrongPasswordIsRefused() {
        start(NONE);

        assertThatThrownBy(() -> signIn(NONE, "admin", "guessed")).isInstanceOf(BadCredentialsException.class);
        assertThatThrownBy(() -> signIn(NONE, "nobody", "guessed")).isInstanceOf(BadCredentialsException.class);
    }

    @Test
    void demoPeopleSignInWithThePasswordOfTheSettings() {
        assertThat(start(VERA)).isEmpty();

        assertThat(signIn(VERA, " Vera ", "capstan").getName()).isEqualTo("vera");
        assertThat(people.findById("vera").orElseThrow().role()).isEqualTo(Role.AUDITOR);
    }

    @Test
    void aDatabaseThatWasADemoOpensToNoDemoPasswordAndGetsAnAdministrator() {
        start(VERA);
        String printed = start(NONE);

        assertThatThrownBy(() -> signIn(NONE, "vera", "capstan")).isInstanceOf(BadCredentialsException.class);
        assertThat(signIn(NONE, "admin", passwordIn(printed)).isAuthenticated()).isTrue();
    }

    @Test
    void aDemoAccountDoesNotOpenTheAccountOfAPersonWithTheSameName() {
        people.add("vera", "Vera Real", passwords.encode("her own"), Role.ADMIN, CLOCK.instant());
        start(VERA);

        assertThatThrownBy(() -> signIn(VERA, "vera", "capstan")).isInstanceOf(BadCredentialsException.class);
        assertThat(signIn(VERA, "vera", "her own").isAuthenticated()).isTrue();
    }

    @Test
    void demoAccountsOutsideTheDemoStopTheStart() {
        assertThatThrownBy(() -> new FirstPeople(people, VERA, passwords, CLOCK, new MockEnvironment()))
                .hasMessageContaining("capstan.access.demo.accounts");
    }

    private String start(DemoAccounts demo) {
        MockEnvironment environment = new MockEnvironment();
        if (demo == VERA) {
            environment.setActiveProfiles("demo");
        }
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            new FirstPeople(people, demo, passwords, CLOCK, environment).run(new DefaultApplicationArguments());
        } finally {
            System.setOut(before);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }

    private Authentication signIn(DemoAccounts demo, String name, String password) {
        DaoAuthenticationProvider provider = new DaoAuthenticationProvider(new SignIn(people, demo, passwords, roles));
        provider.setPasswordEncoder(passwords);
        Authentication result = provider.authenticate(new UsernamePasswordAuthenticationToken(name, password));
        assertThat(result).isNotNull();
        return result;
    }

    private static String passwordIn(String printed) {
        return Pattern.compile("password  (\\S{24})\\n")
                .matcher(printed)
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
    }
}

package dev.capstan.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.capstan.testing.SettableClock;
import dev.capstan.testing.TestDatabase;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@ApplicationModuleTest(webEnvironment = WebEnvironment.NONE)
class ApiTokensTest {

    private static final Set<TokenScope> POSTURE = Set.of(TokenScope.READ_POSTURE);
    private static final Duration MONTH = Duration.ofDays(30);

    @Autowired
    ApiTokens tokens;

    @Autowired
    TokenSignIn signIn;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient jdbc;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        registry.add("spring.datasource.url", TestDatabase::freshUrl);
        registry.add("spring.datasource.username", () -> "postgres");
    }

    @BeforeEach
    void veraAndAron() {
        jdbc.sql("delete from person").update();
        person("vera", Role.VIEWER);
        person("aron", Role.ADMIN);
        signedIn("vera", "VIEWER");
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void aTokenOpensAsItsPersonWithTheirRoleAndItsScopes() {
        String secret = make("Report").secret();

        Authentication as = accepted(secret);

        assertThat(as.getName()).isEqualTo("vera");
        assertThat(as.getAuthorities())
                .extracting(Object::toString)
                .containsExactlyInAnyOrder("ROLE_VIEWER", "SCOPE_read:posture");
    }

    @Test
    void aTokenNeverDoesMoreThanThePersonsRoleAllowsAtThatTime() {
        signedIn("aron", "ADMIN", "VIEWER");
        String secret = make("Report").secret();
        assertThat(accepted(secret).getAuthorities())
                .extracting(Object::toString)
                .contains("ROLE_ADMIN");

        jdbc.sql("update person set role = 'VIEWER' where name = 'aron'").update();

        assertThat(accepted(secret).getAuthorities())
                .extracting(Object::toString)
                .doesNotContain("ROLE_ADMIN");
    }

    @Test
    void theTokenOfAPersonWhoIsGoneIsDead() {
        String secret = make("Report").secret();

        jdbc.sql("delete from person where name = 'vera'").update();

        assertThat(refusal(secret)).contains("no token");
    }

    @Test
    void aTokenEndsAtItsExpiryAndAtOnceWhenRevoked() {
        TokenCreation.Made report = make("Report");
        TokenCreation.Made board = make("Board");

        assertThat(tokens.revoke(report.token().id())).isTrue();
        assertThat(tokens.revoke(report.token().id())).isFalse();
        assertThat(refusal(report.secret())).contains("revoked");

        clock.forward(MONTH.minusSeconds(1));
        accepted(board.secret());
        clock.forward(Duration.ofSeconds(1));
        assertThat(refusal(board.secret())).contains("expired");
    }

    @Test
    void aTokenHasAFormThatIsFoundInFilesAndAChecksumThatTellsItFromOthers() {
        String secret = make("Report").secret();

        assertThat(secret).matches("capstan_[0-9]{1,19}_[0-9A-Za-z]{49}");
        assertThat(TokenText.parse(secret)).isPresent();
        for (int i = 0; i < secret.length(); i++) {
            char other = secret.charAt(i) == 'x' ? 'y' : 'x';
            String mistyped = secret.substring(0, i) + other + secret.substring(i + 1);
            assertThat(TokenText.parse(mistyped)).as(mistyped).isEmpty();
            assertThat(refusal(mistyped)).contains("no token");
        }
    }

    @Test
    void aTokenWithTheNumberOfAnotherAndASecretOfItsOwnOpensNothing() {
        long id = make("Report").token().id();

        assertThat(refusal(new TokenText(id, TokenText.newSecret()).shown())).contains("no token");
    }

    @Test
    void theSecretIsNowhereInTheDatabaseAndInNothingThatIsPrinted() {
        TokenCreation.Made made = make("Report");
        Matcher secret = Pattern.compile("capstan_\\d+_(.{43}).{6}").matcher(made.secret());
        assertThat(secret.matches()).isTrue();

        String row = jdbc.sql("select t::text from api_token t where id = ?")
                .param(made.token().id())
                .query(String.class)
                .single();

        assertThat(row).doesNotContain(secret.group(1));
        assertThat(made.toString()).doesNotContain(secret.group(1));
        assertThat(Objects.toString(TokenText.parse(made.secret()))).doesNotContain(secret.group(1));
    }

    @Test
    void whenATokenWasLastUsedIsKeptToTheMinute() {
        TokenCreation.Made made = make("Report");
        assertThat(tokens.own().getFirst().lastUsedAt()).isNull();

        accepted(made.secret());
        var first = clock.instant();
        clock.forward(Duration.ofSeconds(59));
        accepted(made.secret());
        assertThat(tokens.own().getFirst().lastUsedAt()).isEqualTo(first);

        clock.forward(Duration.ofSeconds(2));
        accepted(made.secret());
        assertThat(tokens.own().getFirst().lastUsedAt()).isEqualTo(clock.instant());
    }

    @Test
    void whatIsMissingOrTooMuchIsRefusedWithItsReason() {
        assertThat(refused(tokens.create(" ", POSTURE, MONTH))).isEqualTo(TokenCreation.Part.NAME);
        assertThat(refused(tokens.create("a\0b", POSTURE, MONTH))).isEqualTo(TokenCreation.Part.NAME);
        assertThat(refused(tokens.create("x".repeat(101), POSTURE, MONTH))).isEqualTo(TokenCreation.Part.NAME);
        assertThat(refused(tokens.create("Report", Set.of(), MONTH))).isEqualTo(TokenCreation.Part.SCOPES);
        assertThat(refused(tokens.create("Report", POSTURE, Duration.ofDays(366))))
                .isEqualTo(TokenCreation.Part.EXPIRY);
        assertThat(refused(tokens.create("Report", POSTURE, Duration.ZERO))).isEqualTo(TokenCreation.Part.EXPIRY);
        assertThat(tokens.create("Report", POSTURE, ApiTokens.LONGEST_LIFE)).isInstanceOf(TokenCreation.Made.class);
    }

    @Test
    void nobodyGathersTokensWithoutEnd() {
        for (int i = 0; i < 50; i++) {
            make("Token " + i);
        }

        assertThat(refused(tokens.create("One more", POSTURE, MONTH))).isEqualTo(TokenCreation.Part.COUNT);
    }

    @Test
    void everyoneSeesAndEndsTheirOwnAndAnAdministratorEveryones() {
        TokenCreation.Made veras = make("Vera's");
        assertThatThrownBy(tokens::all).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> tokens.revokeAnyones(veras.token().id())).isInstanceOf(AccessDeniedException.class);

        signedIn("aron", "ADMIN", "VIEWER");
        assertThat(tokens.own()).isEmpty();
        assertThat(tokens.all()).extracting(ApiToken::name).containsExactly("Vera's");
        assertThat(tokens.revoke(veras.token().id())).isFalse();
        assertThat(tokens.revokeAnyones(veras.token().id())).isTrue();

        assertThat(refusal(veras.secret())).contains("revoked");
    }

    private TokenCreation.Made make(String name) {
        return (TokenCreation.Made) tokens.create(name, POSTURE, MONTH);
    }

    private static TokenCreation.Part refused(TokenCreation creation) {
        return ((TokenCreation.Refused) creation).part();
    }

    private Authentication accepted(String secret) {
        return ((TokenCheck.Accepted) signIn.check(secret)).as();
    }

    private String refusal(String secret) {
        return ((TokenCheck.Refused) signIn.check(secret)).why();
    }

    private void person(String name, Role role) {
        jdbc.sql("insert into person values (?, ?, '!', ?, ?)")
                .params(name, name, role.name(), clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static void signedIn(String name, String... roles) {
        String[] authorities =
                java.util.Arrays.stream(roles).map(role -> "ROLE_" + role).toArray(String[]::new);
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken(name, null, authorities));
    }

    @TestConfiguration
    static class Times {

        @Bean
        SettableClock clock() {
            return new SettableClock();
        }
    }
}

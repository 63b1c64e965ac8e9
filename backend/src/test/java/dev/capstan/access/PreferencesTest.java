package dev.capstan.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.capstan.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

class PreferencesTest {

    private final JdbcClient jdbc = JdbcClient.create(TestDatabase.fresh());
    private final Preferences preferences = new Preferences(jdbc);

    @BeforeEach
    void twoPeople() {
        jdbc.sql("insert into person (name, display_name, password_hash, role, created_at)"
                        + " values ('vera', 'Vera', '!', 'VIEWER', now()), ('iris', 'Iris', '!', 'AUDITOR', now())")
                .update();
        signIn("vera");
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void aChoiceIsFoundAgainUntilAnotherTakesItsPlace() {
        assertThat(preferences.find("benchmark")).isEmpty();

        preferences.remember("benchmark", "cis-aks-1.0");
        assertThat(preferences.find("benchmark")).contains("cis-aks-1.0");

        preferences.remember("benchmark", "cis-eks-1.2");
        assertThat(preferences.find("benchmark")).contains("cis-eks-1.2");
        assertThat(preferences.find("other")).isEmpty();
    }

    @Test
    void nobodySeesOrChangesWhatAnotherChose() {
        preferences.remember("benchmark", "cis-aks-1.0");

        signIn("iris");
        assertThat(preferences.find("benchmark")).isEmpty();
        preferences.remember("benchmark", "cis-eks-1.2");

        signIn("vera");
        assertThat(preferences.find("benchmark")).contains("cis-aks-1.0");
    }

    @Test
    void whoIsNoPersonLeavesNothingBehind() {
        signIn("collector");

        preferences.remember("benchmark", "cis-aks-1.0");

        assertThat(preferences.find("benchmark")).isEmpty();
    }

    @Test
    void choicesGoWithTheirPerson() {
        preferences.remember("benchmark", "cis-aks-1.0");

        jdbc.sql("delete from person where name = 'vera'").update();

        assertThat(jdbc.sql("select count(*) from preference").query(Long.class).single())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Benchmark", "a b", "-a", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"})
    void aKeyIsAShortPlainWord(String key) {
        assertThatThrownBy(() -> preferences.remember(key, "x")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aValueHoldsNoMoreThanTheDatabaseKeeps() {
        preferences.remember("benchmark", "x".repeat(500));

        assertThatThrownBy(() -> preferences.remember("benchmark", "x".repeat(501)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> preferences.remember("benchmark", "\0")).isInstanceOf(IllegalArgumentException.class);
    }

    private static void signIn(String name) {
        SecurityContextHolder.getContext()
                .setAuthentication(new TestingAuthenticationToken(name, null, List.of(() -> "ROLE_VIEWER")));
    }
}

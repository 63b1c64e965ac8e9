package dev.capstan.exceptionrequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.capstan.benchmark.Risk;
import dev.capstan.posture.Postures;
import dev.capstan.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole program: whoever reads sees to what is due, and nobody else can make it do so. */
@SpringBootTest(webEnvironment = WebEnvironment.NONE, properties = "capstan.collector.enabled=false")
class SettlingAtReadTest {

    private final Postures postures;
    private final JdbcClient jdbc;
    private final RequestRows requests;

    SettlingAtReadTest(@Autowired Postures postures, @Autowired JdbcClient jdbc, @Autowired RequestRows requests) {
        this.postures = postures;
        this.jdbc = jdbc;
        this.requests = requests;
    }

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        registry.add("spring.datasource.url", TestDatabase::freshUrl);
        registry.add("spring.datasource.username", () -> "postgres");
    }

    @BeforeEach
    void somethingIsDue() {
        jdbc.sql("insert into person (name, display_name, password_hash, role, created_at)"
                        + " values ('otto', 'Otto', '!', 'OWNER', now()) on conflict do nothing")
                .update();
        Instant then = Requests.NOW.minus(Duration.ofDays(1));
        long id = requests.insert(Requests.content(), Risk.LOW, Requests.OTTO, null, then);
        jdbc.sql("insert into exception_due (due_at, exception_id) values ('2026-01-01Z', :id)")
                .param("id", id)
                .update();
    }

    @Test
    @WithMockUser(roles = "VIEWER")
    void whoeverReadsSeesToWhatIsDueFirst() {
        postures.subscriptions();

        assertThat(due()).isZero();
    }

    @Test
    @WithMockUser(roles = "STRANGER")
    void whoMayNotReadMovesNothing() {
        assertThatThrownBy(postures::subscriptions).isInstanceOf(AccessDeniedException.class);

        assertThat(due()).isPositive();
    }

    private long due() {
        return jdbc.sql("select count(*) from exception_due").query(Long.class).single();
    }
}

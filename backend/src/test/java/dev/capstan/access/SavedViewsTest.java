package dev.capstan.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.access.SavedViewChange.Done;
import dev.capstan.access.SavedViewChange.NameTaken;
import dev.capstan.access.SavedViewChange.NotYours;
import dev.capstan.access.SavedViewChange.Refused;
import dev.capstan.testing.TestDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.support.TransactionTemplate;

class SavedViewsTest {

    private final DataSource database = TestDatabase.fresh();
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final SavedViews views =
            new SavedViews(jdbc, Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC));

    @BeforeEach
    void threePeople() {
        jdbc.sql("insert into person (name, display_name, password_hash, role, created_at) values"
                        + " ('vera', 'Vera', '!', 'VIEWER', now()), ('iris', 'Iris', '!', 'AUDITOR', now()),"
                        + " ('aron', 'Aron', '!', 'ADMIN', now())")
                .update();
        signIn("vera");
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void aViewIsItsOwnersAloneUntilItIsShared() {
        SavedView view = save("Critical", "risk=critical&failing=yes", false);
        assertThat(view.url()).isEqualTo("workloads?risk=critical&failing=yes");
        assertThat(seen()).containsExactly("Critical");

        signIn("iris");
        assertThat(seen()).isEmpty();

        signIn("vera");
        views.share(view.id(), true);
        signIn("iris");
        assertThat(views.of(ViewedList.WORKLOADS)).singleElement().satisfies(shared -> {
            assertThat(shared.query()).isEqualTo("risk=critical&failing=yes");
            assertThat(shared.ownerName()).isEqualTo("Vera");
            assertThat(views.mayChange(shared)).isFalse();
        });
        assertThat(views.of(ViewedList.CLUSTERS)).isEmpty();
    }

    @Test
    void onlyItsOwnerOrAnAdministratorChangesASharedView() {
        SavedView view = save("Critical", "risk=critical", true);

        signIn("iris");
        assertThat(views.rename(view.id(), "Mine")).isInstanceOf(NotYours.class);
        assertThat(views.overwrite(view.id(), "")).isInstanceOf(NotYours.class);
        assertThat(views.share(view.id(), false)).isInstanceOf(NotYours.class);
        assertThat(views.delete(view.id())).isInstanceOf(NotYours.class);
        assertThat(views.restore(view)).isInstanceOf(NotYours.class);

        signIn("aron", "ROLE_ADMIN");
        assertThat(views.rename(view.id(), "Worst")).isInstanceOf(Done.class);
        assertThat(views.delete(view.id())).isInstanceOf(Done.class);
        assertThat(views.delete(view.id())).isInstanceOf(NotYours.class);
    }

    @Test
    void anAdministratorDoesNotTouchWhatIsNotShared() {
        SavedView view = save("Critical", "risk=critical", false);

        signIn("aron", "ROLE_ADMIN");

        assertThat(views.of(ViewedList.WORKLOADS)).isEmpty();
        assertThat(views.delete(view.id())).isInstanceOf(NotYours.class);
    }

    @Test
    void whatWasDeletedComesBackToItsOwner() {
        SavedView view = save("Critical", "risk=critical", true);
        signIn("aron", "ROLE_ADMIN");
        views.delete(view.id());

        assertThat(views.restore(view)).isInstanceOf(Done.class);

        signIn("vera");
        assertThat(views.of(ViewedList.WORKLOADS)).singleElement().satisfies(back -> {
            assertThat(back.owner()).isEqualTo("vera");
            assertThat(back.shared()).isTrue();
        });
    }

    @Test
    void aNameIsTakenOnceByEachPersonInAnyCase() {
        save("Critical", "risk=critical", false);
        SavedView other = save("High", "risk=high", false);

        assertThat(views.save(ViewedList.CLUSTERS, " CRITICAL ", "", false)).isEqualTo(new NameTaken("CRITICAL"));
        assertThat(views.rename(other.id(), "critical")).isEqualTo(new NameTaken("critical"));
        assertThat(views.rename(other.id(), "HIGH")).isInstanceOf(Done.class);

        signIn("iris");
        assertThat(views.save(ViewedList.WORKLOADS, "Critical", "", false)).isInstanceOf(Done.class);
    }

    @Test
    void whoRenamesToANameThatIsBeingGivenAtThatMomentIsToldSo() {
        SavedView one = save("One", "", false);
        SavedView two = save("Two", "", false);
        TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(database));

        CompletableFuture<SavedViewChange> second = transaction.execute(_ -> {
            assertThat(views.rename(one.id(), "Mine")).isInstanceOf(Done.class);
            CompletableFuture<SavedViewChange> waiting = CompletableFuture.supplyAsync(() -> {
                signIn("vera");
                try {
                    return transaction.execute(_ -> views.rename(two.id(), "mine"));
                } finally {
                    SecurityContextHolder.clearContext();
                }
            });
            waitUntilItWaits(waiting);
            return waiting;
        });

        assertThat(second.orTimeout(10, TimeUnit.SECONDS).join()).isEqualTo(new NameTaken("mine"));
    }

    @Test
    void aPersonKeepsAHundredViewsAtMost() {
        for (int i = 1; i <= 100; i++) {
            save("View " + i, "", i % 2 == 0);
        }

        assertThat(views.save(ViewedList.CLUSTERS, "One more", "", false))
                .isEqualTo(new Refused("A person keeps at most 100 views. Delete one to save another."));
        SavedView last = views.of(ViewedList.WORKLOADS).getLast();
        views.delete(last.id());
        assertThat(views.restore(last)).isInstanceOf(Done.class);

        signIn("iris");
        assertThat(views.save(ViewedList.CLUSTERS, "One more", "", false)).isInstanceOf(Done.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example",
                "?risk=high",
                "risk=high#top",
                "risk=high&",
                "=high",
                "risk",
                "risk=a b",
                "risk=\\evil",
                "risk=high&javascript:alert(1)",
                "q=<script>",
                "risk=h\u00f6ch",
                "risk=\0"
            })
    void whatIsNoQueryOfAListIsRefused(String query) {
        assertThat(views.save(ViewedList.WORKLOADS, "Critical", query, true)).isInstanceOf(Refused.class);
        assertThat(views.overwrite(1, query)).isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "q=cart",
                "q=",
                "q=a%20b%26c&cluster=12&run-by=everyone&sort=-failing",
                "image=registry.test/shop/cart:1.4?x%26y"
            })
    void whatAListSaysInItsAddressIsSaved(String query) {
        assertThat(save("Mine", query, false).query()).isEqualTo(query);
    }

    @Test
    void namesAndQueriesHaveAnEnd() {
        assertThat(views.save(ViewedList.WORKLOADS, "x".repeat(81), "", false)).isInstanceOf(Refused.class);
        assertThat(views.save(ViewedList.WORKLOADS, " ", "", false)).isInstanceOf(Refused.class);
        assertThat(views.save(ViewedList.WORKLOADS, "a\0b", "", false)).isInstanceOf(Refused.class);
        assertThat(views.save(ViewedList.WORKLOADS, "Long", "q=" + "x".repeat(1998), false))
                .isInstanceOf(Done.class);
        assertThat(views.save(ViewedList.WORKLOADS, "Longer", "q=" + "x".repeat(1999), false))
                .isInstanceOf(Refused.class);
    }

    @Test
    void whoIsNoPersonKeepsNothing() {
        signIn("collector");

        assertThat(views.save(ViewedList.WORKLOADS, "Critical", "", true)).isInstanceOf(NotYours.class);
    }

    private void waitUntilItWaits(CompletableFuture<?> waiting) {
        JdbcClient other = JdbcClient.create(database);
        while (other.sql("select count(*) from pg_locks where not granted")
                        .query(Long.class)
                        .single()
                == 0) {
            assertThat(waiting).isNotDone();
        }
    }

    private SavedView save(String name, String query, boolean shared) {
        return ((Done) views.save(ViewedList.WORKLOADS, name, query, shared)).view();
    }

    private List<String> seen() {
        return views.of(ViewedList.WORKLOADS).stream().map(SavedView::name).toList();
    }

    private static void signIn(String name, String... roles) {
        SecurityContextHolder.getContext()
                .setAuthentication(new TestingAuthenticationToken(
                        name, null, roles.length == 0 ? new String[] {"ROLE_VIEWER"} : roles));
    }
}

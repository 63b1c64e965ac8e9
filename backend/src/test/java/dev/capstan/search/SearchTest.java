package dev.capstan.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.fleet.ClusterId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTest {

    private final Names names = new Names();
    private final long weu = names.cluster("aks-shop-weu");
    private final long neu = names.cluster("aks-shop-neu");
    private final Search search = names.search();

    @Test
    void whatIsCalledExactlySoComesFirstThenWhatBeginsSoThenWhatHoldsIt() {
        names.workload(weu, "shop", "old-cart", 1);
        names.workload(weu, "shop", "cart-worker", 1);
        names.workload(weu, "shop", "cart", 1);

        assertThat(found("CART")).containsExactly("cart", "cart-worker", "old-cart");
    }

    @Test
    void onlyWhatRunsNowIsFound() {
        names.workload(weu, "shop", "cart-gone", 0);
        names.workload(neu, "shop", "cart-lost", 1);
        names.running(neu, SearchKind.IMAGE, "registry.test/cart:1", 1);
        names.jdbc
                .sql("update cluster set gone_at = now() where id = ?")
                .param(neu)
                .update();

        assertThat(found("cart")).isEmpty();
        assertThat(found("shop-neu")).isEmpty();
    }

    @Test
    void namespacesAndImagesAreCountedOverClusters() {
        names.running(weu, SearchKind.NAMESPACE, "payments", 3);
        names.running(neu, SearchKind.NAMESPACE, "payments", 4);
        names.running(neu, SearchKind.NAMESPACE, "payments-dev", 1);
        names.running(weu, SearchKind.IMAGE, "registry.test/payments/api:2", 5);

        assertThat(results("payments").groups())
                .filteredOn(group -> group.kind() != SearchKind.CLUSTER)
                .flatExtracting(SearchGroup::hits)
                .containsExactly(
                        new Hit.OfNamespace("payments", 7, 2, null),
                        new Hit.OfNamespace("payments-dev", 1, 1, new ClusterId(neu)),
                        new Hit.OfImage("registry.test/payments/api:2", 5, 1));
    }

    @Test
    void clustersAreFoundByWhereTheyAre() {
        assertThat(found("payments")).containsExactly("aks-shop-neu", "aks-shop-weu");
        assertThat(found("rg-shop")).containsExactly("aks-shop-neu", "aks-shop-weu");
        assertThat(found("weu")).containsExactly("aks-shop-weu");
    }

    @Test
    void anImageIsFoundByItsNameBehindTheRegistry() {
        names.running(weu, SearchKind.IMAGE, "registry.test/a-nginx-fork:1", 1);
        names.running(weu, SearchKind.IMAGE, "registry.test/library/nginx:1.29", 1);

        assertThat(found("nginx")).containsExactly("registry.test/library/nginx:1.29", "registry.test/a-nginx-fork:1");
    }

    @Test
    void ownersAreFoundWithWhatTheyOwn() {
        names.owned(weu, "cart", "Team Checkout");
        names.owned(neu, "pay", "Team Checkout");
        names.owned(neu, "ledger", "finance@shop.test");
        long gone = names.cluster("aks-gone");
        names.owned(gone, "old", "Team Checkout Old");
        names.jdbc
                .sql("update cluster set gone_at = now() where id = ?")
                .param(gone)
                .update();

        assertThat(results("checkout").groups())
                .flatExtracting(SearchGroup::hits)
                .containsExactly(new Hit.OfOwner("Team Checkout", 2, 2));
        assertThat(found("finance@")).containsExactly("finance@shop.test");
    }

    @Test
    void whatAksRunsIsNobodysAmongOwners() {
        names.owned(weu, "cart", "Team Checkout");
        names.owned(neu, "proxy", "Team Checkout");
        names.owned(neu, "agent", "Team Checkpoint");
        names.jdbc
                .sql("update workload_posture set platform = true where name in ('proxy', 'agent')")
                .update();

        assertThat(results("team check").groups())
                .flatExtracting(SearchGroup::hits)
                .containsExactly(new Hit.OfOwner("Team Checkout", 1, 1));
    }

    @Test
    void capabilitiesAreFoundWithAndWithoutTheirPrefix() {
        assertThat(found("net_adm")).containsExactly("NET_ADMIN");
        assertThat(found("CAP_SYS_ADMIN")).containsExactly("SYS_ADMIN");
    }

    @Test
    void aNumberFindsItsControlAndTheBenchmarksThatListItSo() {
        Hit hit = results("5.2.9").groups().getFirst().hits().getFirst();

        assertThat(hit.name()).isEqualTo("5.2.9 Added capabilities");
        assertThat(((Hit.OfControl) hit).benchmarks()).hasSize(2);
        assertThat(found("5.2")).containsExactly("5.2.13 Added capabilities", "5.2.9 Added capabilities");
        assertThat(found("5.2.1")).isEmpty();
        assertThat(found("privileged")).contains("Privileged containers");
    }

    @Test
    void theKindThatHoldsExactlyTheNameComesFirst() {
        names.workload(weu, "aks-shop", "web", 1);
        names.running(weu, SearchKind.NAMESPACE, "aks-shop", 1);

        assertThat(results("aks-shop").groups())
                .extracting(SearchGroup::kind)
                .containsExactly(SearchKind.NAMESPACE, SearchKind.CLUSTER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"100%", "a_b", "back\\slash", "it's", "'; drop table workload; --", ":start", "q?"})
    void signsThatMeanSomethingToTheDatabaseAreLookedForLiterally(String name) {
        names.workload(weu, "shop", "x" + name + "abc", 1);
        names.workload(weu, "shop", "x100 a b backslash its abc", 1);

        assertThat(found(name + "abc")).containsExactly("x" + name + "abc");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a", " a ", "\0\0\0", "cart\0"})
    void whatCannotBeLookedForIsAnsweredWithAHint(String typed) {
        assertThat(search.find(typed, 5)).isInstanceOf(SearchAnswer.Hint.class);
    }

    @Test
    void aVeryLongTermIsAnsweredWithAHint() {
        assertThat(search.find("x".repeat(10_000), 5)).isInstanceOf(SearchAnswer.Hint.class);
    }

    @Test
    void aShortOrPlainTermFindsWhatBeginsWithItAndTheAnswerSaysSo() {
        names.workload(weu, "shop", "cart", 1);
        names.workload(weu, "shop", "my-ca", 1);
        names.workload(weu, "shop", "--x", 1);

        assertThat(results("ca").beginnings()).isTrue();
        assertThat(found("ca")).startsWith("cart").doesNotContain("my-ca");
        assertThat(found("--")).containsExactly("--x");
        assertThat(results("car").beginnings()).isFalse();
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrOverlap() {
        for (int i = 10; i < 40; i++) {
            names.workload(weu, "shop", "w-%d-page".formatted(i), 1);
        }
        List<String> paged = IntStream.range(0, 4)
                .mapToObj(page -> ((SearchAnswer.Results) search.find("page", SearchKind.WORKLOAD, page * 10, 10)))
                .flatMap(page -> page.groups().getFirst().hits().stream())
                .map(Hit::name)
                .toList();

        assertThat(paged).hasSize(30).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void moreThanAreShownAreCountedAsMoreAndTheFileHoldsThemAll() throws IOException {
        names.jdbc.sql("""
                        insert into workload (cluster_id, namespace, kind, name, first_seen_at, pods, criteria_id)
                        select :cluster, 'shop', 'Deployment', 'my-batch-' || i, now(), 1, (select min(id) from criteria)
                        from generate_series(1, 1500) i
                        """).param("cluster", weu).update();

        SearchGroup group = results("batch").groups().getFirst();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        search.export("batch", file);

        assertThat(group.count()).isEqualTo(Search.MOST);
        assertThat(group.more()).isTrue();
        assertThat(group.hits()).hasSize(5);
        assertThat(file.toString(StandardCharsets.UTF_8).lines()).hasSize(1501);
    }

    @Test
    void whatTakesTooLongSaysSo() throws SQLException {
        try (Connection other = names.database.getConnection()) {
            other.setAutoCommit(false);
            other.createStatement().execute("lock table workload");

            SearchAnswer answer = names.search(Duration.ofMillis(50)).find("cart", 5);

            assertThat(answer).isEqualTo(new SearchAnswer.TookTooLong("cart"));
            other.rollback();
        }
        assertThat(found("cart")).isEmpty();
    }

    private SearchAnswer.Results results(String typed) {
        return (SearchAnswer.Results) search.find(typed, 5);
    }

    private List<String> found(String typed) {
        return results(typed).groups().stream()
                .flatMap(group -> group.hits().stream())
                .map(Hit::name)
                .collect(Collectors.toList());
    }
}

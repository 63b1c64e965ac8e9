package dev.capstan.posture;

import static dev.capstan.posture.StoredCluster.Running.app;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.capstan.benchmark.Control;
import dev.capstan.collection.Origin;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.data.domain.Sort;

class OwnerListTest {

    private final Fleet fleet = new Fleet();

    @AfterEach
    void close() {
        fleet.close();
    }

    @Test
    void whatNobodyOwnsComesFirstThenWhoHasMostFailing() {
        owned();

        assertThat(names("", Sort.unsorted())).containsExactly("No owner", "beta", "Alpha");
        assertThat(fleet.read().owners(AsOf.NOW)).containsExactly("Alpha", "beta");
    }

    @ParameterizedTest
    @CsvSource({
        "name, Alpha, beta, No owner",
        "-name, No owner, beta, Alpha",
        "-failing, beta, No owner, Alpha",
        "score, beta, No owner, Alpha",
        "failingSince, No owner, beta, Alpha",
        "-failingSince, beta, No owner, Alpha",
        "-workloads, beta, Alpha, No owner",
        "clusters, Alpha, beta, No owner"
    })
    void theListIsSortedByAnyNumberWithWhatIsAbsentLast(String by, String first, String second, String third) {
        owned();
        Sort ascending = Sort.by(by.replace("-", ""));

        assertThat(names("", by.startsWith("-") ? ascending.descending() : ascending))
                .containsExactly(first, second, third);
    }

    @Test
    void ownersAreFoundByAPartOfTheirNameAndNotSortedByAnythingElse() {
        owned();

        assertThat(names("ALP", Sort.unsorted())).containsExactly("Alpha");
        assertThat(names("no own", Sort.unsorted())).containsExactly("No owner");
        assertThatThrownBy(() -> names("", Sort.by("colour"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatContainersOfAnOwnerAskForIsCountedApart() {
        owned();

        assertThat(fleet.read().askedForBy("beta", AsOf.NOW, 10))
                .extracting(CapabilityCount::name, CapabilityCount::containers)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("CHOWN", 2L));
        assertThat(fleet.read().askedForBy(WorkloadFilter.NO_OWNER, AsOf.NOW, 10))
                .extracting(CapabilityCount::name)
                .containsExactly("SYS_TIME");
        assertThat(fleet.read().askedForBy("nobody's\0name", AsOf.NOW, 10)).isEmpty();
    }

    @Test
    void theFileHasEveryOwnerWithoutFormulas() throws IOException {
        owned();
        fleet.jdbc
                .sql("update workload set owner = '=cmd()' where owner = 'beta'")
                .update();

        ByteArrayOutputStream file = new ByteArrayOutputStream();
        fleet.export().owners(Control.ADDED, "", AsOf.NOW, Sort.by("name"), file);

        assertThat(file.toString(StandardCharsets.UTF_8).lines())
                .hasSize(4)
                .anySatisfy(line -> assertThat(line).startsWith("'=cmd(),"));
    }

    private List<String> names(String text, Sort sort) {
        List<GroupScore> all = fleet.read().scores(new Grouping.ByOwner(), Control.ADDED, AsOf.NOW);
        return OwnerList.of(all, text, sort).stream().map(OwnerList::name).toList();
    }

    /** Beta fails twice of three, nobody once of two, Alpha never; what AKS runs counts for nobody. */
    private void owned() {
        fleet.cluster("eu-1")
                .runs("a-1", app("a", "nothing"))
                .runs("b-1", app("b", "add [CHOWN]"))
                .runs("b-2", app("b", "add [CHOWN]"))
                .runs("b-3", app("b", "nothing"))
                .runs(
                        "n-1",
                        app("n", "add [SYS_TIME]").since(Fleet.NOON.minus(Duration.ofDays(200))),
                        app("m", "nothing"))
                .runs("aks", app("aks", "add [SYS_ADMIN]").of(Origin.PLATFORM))
                .readAgo(Duration.ofHours(1));
        fleet.jdbc
                .sql("update workload set owner = 'Alpha' where name like 'a-%'")
                .update();
        fleet.jdbc
                .sql("update workload set owner = 'beta' where name like 'b-%'")
                .update();
    }
}

package dev.capstan.admission;

import static dev.capstan.admission.Recorder.baseline;
import static dev.capstan.admission.Recorder.cluster;
import static dev.capstan.admission.Recorder.namespace;
import static dev.capstan.admission.Recorder.open;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.capstan.evaluation.admission.AdmissionVerdict;
import dev.capstan.evaluation.admission.ClusterAdmission;
import dev.capstan.evaluation.admission.NamespaceAdmission;
import dev.capstan.evaluation.admission.Strength;
import dev.capstan.fleet.ClusterId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdmissionsTest {

    private static final Instant DAY_1 = Instant.parse("2026-03-01T06:00:00Z");
    private static final Instant DAY_2 = DAY_1.plus(Duration.ofDays(1));
    private static final Instant DAY_3 = DAY_1.plus(Duration.ofDays(2));

    private final Recorder recorder = new Recorder();
    private final Admissions admissions = recorder.admissions;
    private final ClusterId harbour = recorder.aCluster("harbour");

    @Test
    void whatWasRecordedIsReadBackWhole() {
        ClusterAdmission recorded = new ClusterAdmission(
                new AdmissionVerdict.NotMet(Strength.AUDIT_ONLY),
                List.of(
                        new NamespaceAdmission(
                                "kube-system", true, new AdmissionVerdict.NotMet(Strength.NONE), List.of(), List.of()),
                        open("shop")),
                List.of("The add-on is on, and no policy denies.", "A \\ and a \"quote\"."));

        assertThat(admissions.record(harbour, DAY_1, recorded)).isEqualTo(new Recording.Written(2, 0));

        assertThat(admissions.current(harbour)).contains(new RecordedAdmission(DAY_1, recorded));
    }

    static Stream<AdmissionVerdict> verdicts() {
        return Stream.concat(
                Stream.of(new AdmissionVerdict.Unknown("Namespaces could not be read: HTTP 500")),
                Stream.of(Strength.values())
                        .flatMap(strength -> Stream.of(
                                new AdmissionVerdict.Met(strength),
                                new AdmissionVerdict.MetFailsOpen(strength),
                                new AdmissionVerdict.NotMet(strength))));
    }

    @ParameterizedTest
    @MethodSource("verdicts")
    void everyVerdictIsReadBackAsItIs(AdmissionVerdict verdict) {
        ClusterAdmission recorded =
                new ClusterAdmission(verdict, List.of(namespace("shop", verdict, Strength.PARTIAL)), List.of());
        admissions.record(harbour, DAY_1, recorded);

        assertThat(admissions.current(harbour)).contains(new RecordedAdmission(DAY_1, recorded));
        assertThat(admissions.verdicts()).isEqualTo(Map.of(harbour, verdict));
    }

    @Test
    void aClusterThatWasNeverReadHasNoAdmission() {
        assertThat(admissions.current(harbour)).isEmpty();
        assertThat(admissions.verdicts()).isEmpty();
        admissions.record(harbour, DAY_2, cluster(baseline("shop")));
        assertThat(admissions.at(harbour, DAY_1)).isEmpty();
        assertThat(admissions.history(harbour, "elsewhere")).isEmpty();
    }

    @Test
    void theVerdictsOfAnInstantAreThoseThatStoodThen() {
        admissions.record(harbour, DAY_1, cluster(open("shop")));
        admissions.record(harbour, DAY_2, cluster(baseline("shop")));

        assertThat(admissions.verdictsAt(DAY_1.minusMillis(1))).isEmpty();
        assertThat(admissions.verdictsAt(DAY_2.minusMillis(1)))
                .isEqualTo(Map.of(harbour, cluster(open("shop")).verdict()));
        assertThat(admissions.verdictsAt(DAY_2)).isEqualTo(admissions.verdicts());
    }

    @Test
    void aReadingThatFindsNothingNewMovesNoRange() {
        admissions.record(harbour, DAY_1, cluster(baseline("shop"), open("lab")));
        String before = rowVersions();

        assertThat(admissions.record(harbour, DAY_2, cluster(baseline("shop"), open("lab"))))
                .isEqualTo(new Recording.Written(0, 0));

        assertThat(rowVersions()).isEqualTo(before);
        assertThat(recorder.count("admission_reading")).isEqualTo(2);
        assertThat(admissions.current(harbour).orElseThrow().takenAt()).isEqualTo(DAY_2);
    }

    @Test
    void aChangedNamespaceEndsOneRangeAndBeginsAnotherAtTheSameInstant() {
        admissions.record(harbour, DAY_1, cluster(open("shop")));
        assertThat(admissions.record(harbour, DAY_2, cluster(baseline("shop")))).isEqualTo(new Recording.Written(1, 1));

        assertThat(admissions.history(harbour, "shop"))
                .containsExactly(
                        new AdmissionRange(baseline("shop"), DAY_2, null),
                        new AdmissionRange(open("shop"), DAY_1, DAY_2));
        assertThat(at(DAY_2.minusMillis(1))).containsExactly(open("shop"));
        assertThat(at(DAY_2)).containsExactly(baseline("shop"));
    }

    @Test
    void aNamespaceThatGoesAndComesBackLeavesAGap() {
        admissions.record(harbour, DAY_1, cluster(baseline("shop"), open("lab")));
        admissions.record(harbour, DAY_2, cluster(baseline("shop")));
        admissions.record(harbour, DAY_3, cluster(baseline("shop"), open("lab")));

        assertThat(admissions.history(harbour, "lab"))
                .extracting(AdmissionRange::from, AdmissionRange::until)
                .containsExactly(tuple(DAY_3, null), tuple(DAY_1, DAY_2));
        assertThat(at(DAY_2)).containsExactly(baseline("shop"));
    }

    @Test
    void aReadingNoNewerThanTheLastIsRefused() {
        admissions.record(harbour, DAY_2, cluster(open("shop")));

        assertThat(admissions.record(harbour, DAY_1, cluster(baseline("shop"))))
                .isEqualTo(new Recording.Outdated(DAY_2));
        assertThat(admissions.record(harbour, DAY_2, cluster(baseline("shop"))))
                .isEqualTo(new Recording.Outdated(DAY_2));
        assertThat(at(DAY_2)).containsExactly(open("shop"));
    }

    @Test
    void namespacesThatAreAlikeShareOneContentAcrossClusters() {
        ClusterId quay = recorder.aCluster("quay");
        NamespaceAdmission[] many =
                IntStream.range(0, 500).mapToObj(i -> baseline("team-" + i)).toArray(NamespaceAdmission[]::new);
        admissions.record(harbour, DAY_1, cluster(many));
        admissions.record(quay, DAY_1, cluster(many));

        assertThat(recorder.count("admission_profile")).isEqualTo(1);
        assertThat(recorder.count("namespace_admission")).isEqualTo(1000);
        assertThat(admissions.verdicts()).containsOnlyKeys(harbour, quay);
    }

    @Test
    void itJoinsTheTransactionThatIsUnderWay() {
        assertThatThrownBy(() -> recorder.transaction.executeWithoutResult(_ -> {
                    admissions.record(harbour, DAY_1, cluster(baseline("shop")));
                    throw new IllegalStateException("later");
                }))
                .hasMessage("later");

        assertThat(admissions.current(harbour)).isEmpty();
        assertThat(recorder.count("namespace_admission")).isZero();
    }

    @Test
    void textsThatAClusterMadeUpAreKeptAsTheyAreButForTheZeroCharacter() {
        String hostile = "a\0b\tc\n'\"\\u0000;drop table cluster;--é";
        ClusterAdmission recorded = new ClusterAdmission(
                new AdmissionVerdict.Unknown(hostile),
                List.of(new NamespaceAdmission(
                        "shop", false, new AdmissionVerdict.Unknown(hostile), List.of(), List.of(hostile))),
                List.of(hostile));
        admissions.record(harbour, DAY_1, recorded);

        String kept = hostile.replace('\0', '\uFFFD');
        ClusterAdmission read = admissions.current(harbour).orElseThrow().admission();
        assertThat(read.verdict()).isEqualTo(new AdmissionVerdict.Unknown(kept));
        assertThat(read.warnings()).containsExactly(kept);
        assertThat(read.namespaces().getFirst().warnings()).containsExactly(kept);
    }

    @Test
    void theFingerprintOfAContentNeverChanges() {
        assertThat(Content.of(baseline("shop")).fingerprint())
                .isEqualTo("d129658fceaebb3eb46ab23eade2a43dc03a0b9c963c1e8f7ecfba84274a0fdd");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void everyInstantIsReadBackAsItsNewestReading(long seed) {
        Random random = new Random(seed);
        Map<Instant, ClusterAdmission> readings = new LinkedHashMap<>();
        Instant at = DAY_1;
        for (int i = 0; i < 20; i++) {
            at = at.plus(Duration.ofMinutes(1 + random.nextInt(600)));
            ClusterAdmission reading = anyAdmission(random);
            admissions.record(harbour, at, reading);
            readings.put(at, reading);
        }
        List<Instant> instants = List.copyOf(readings.keySet());
        for (int i = 0; i < instants.size(); i++) {
            RecordedAdmission expected = new RecordedAdmission(instants.get(i), readings.get(instants.get(i)));
            assertThat(admissions.at(harbour, instants.get(i))).contains(expected);
            if (i + 1 < instants.size()) {
                assertThat(admissions.at(harbour, instants.get(i + 1).minusMillis(1)))
                        .contains(expected);
            }
        }
    }

    private static ClusterAdmission anyAdmission(Random random) {
        List<NamespaceAdmission> namespaces = new ArrayList<>();
        for (String name : List.of("a", "b", "c-d", "cc")) {
            switch (random.nextInt(4)) {
                case 0 -> namespaces.add(open(name));
                case 1, 2 -> namespaces.add(baseline(name));
                default -> {
                    // It is not there.
                }
            }
        }
        AdmissionVerdict verdict = random.nextBoolean()
                ? new AdmissionVerdict.Unknown("Constraints may not be listed")
                : new AdmissionVerdict.NotMet(Strength.values()[random.nextInt(3)]);
        return new ClusterAdmission(verdict, namespaces, random.nextBoolean() ? List.of() : List.of("A warning."));
    }

    private List<NamespaceAdmission> at(Instant instant) {
        return admissions.at(harbour, instant).orElseThrow().admission().namespaces();
    }

    private String rowVersions() {
        return Stream.of("namespace_admission", "cluster_admission", "admission_profile")
                .map(table -> recorder.jdbc
                        .sql("select coalesce(string_agg(xmin::text || ctid::text, ' ' order by ctid), '') from "
                                + table)
                        .query(String.class)
                        .single())
                .toList()
                .toString();
    }
}

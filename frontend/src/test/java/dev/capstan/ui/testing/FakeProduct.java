package dev.capstan.ui.testing;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.capstan.access.ApiTokens;
import dev.capstan.access.DemoAccounts;
import dev.capstan.access.People;
import dev.capstan.access.Person;
import dev.capstan.access.Preferences;
import dev.capstan.access.Role;
import dev.capstan.access.SavedViews;
import dev.capstan.admission.Admissions;
import dev.capstan.assessment.ProgressFeed;
import dev.capstan.assessment.RunSummary;
import dev.capstan.assessment.ScanProgress;
import dev.capstan.assessment.Scans;
import dev.capstan.benchmark.Benchmarks;
import dev.capstan.collection.FailureCause;
import dev.capstan.collection.WorkloadRef;
import dev.capstan.fleet.ClusterId;
import dev.capstan.ownership.Owners;
import dev.capstan.posture.Changes;
import dev.capstan.posture.PostureExport;
import dev.capstan.posture.PostureSettings;
import dev.capstan.posture.Postures;
import dev.capstan.posture.Resolutions;
import dev.capstan.search.Search;
import dev.capstan.workload.Neighbours;
import dev.capstan.workload.Policies;
import dev.capstan.workload.WorkloadFindings;
import dev.capstan.workload.Workloads;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;

/** The services behind the screens, made up. Imported, never scanned for: the real product must not find it. */
public class FakeProduct {

    @Bean
    Clock clock() {
        return Clock.fixed(FakeFleet.NOW, ZoneOffset.UTC);
    }

    @Bean
    FakeFeed fakeFeed() {
        return new FakeFeed();
    }

    @Bean
    ProgressFeed progressFeed(FakeFeed feed) {
        return feed.service();
    }

    @Bean
    Postures postures() {
        return FakePostures.create();
    }

    @Bean
    PostureExport postureExport(Postures postures) throws IOException {
        return FakePostures.export(postures);
    }

    @Bean
    Changes changes() throws IOException {
        return FakeChanges.changes();
    }

    @Bean
    Resolutions resolutions() {
        return FakeChanges.resolutions();
    }

    @Bean
    Admissions admissions() {
        return FakeAdmissions.create();
    }

    @Bean
    Workloads workloads() {
        Workloads workloads = mock(Workloads.class);
        when(workloads.history(any(), anyLong(), any()))
                .thenAnswer(i -> FakeWorkloads.of(i.getArgument(0)).stream()
                        .filter(w -> w.id() == i.<Long>getArgument(1))
                        .findAny()
                        .map(FakeWorkloads::history));
        return workloads;
    }

    @Bean
    PostureSettings postureSettings() {
        return new PostureSettings(Duration.ofHours(24), Duration.ofHours(72));
    }

    @Bean
    WorkloadFindings workloadFindings() {
        WorkloadFindings findings = mock(WorkloadFindings.class);
        when(findings.of(any(), anyLong(), any())).thenAnswer(i -> FakeFindings.of(i.getArgument(0), i.getArgument(1)));
        return findings;
    }

    @Bean
    Neighbours neighbours() {
        Neighbours neighbours = mock(Neighbours.class);
        when(neighbours.of(anyLong(), any(), anyLong()))
                .thenReturn(new Neighbours.Found(
                        10_000,
                        true,
                        214,
                        List.of(new Neighbours.Neighbour(
                                new ClusterId(2),
                                FakeFleet.name(2),
                                3,
                                new WorkloadRef("falco", "DaemonSet", FakeWorkloads.HOSTILE)))));
        return neighbours;
    }

    @Bean
    Benchmarks benchmarks() {
        return FakeBenchmarks.create();
    }

    @Bean
    Policies policies() {
        return new FakePolicies().service();
    }

    @Bean
    Owners owners() {
        return new FakeOwners().service();
    }

    @Bean
    Preferences preferences() {
        return new FakePreferences().service();
    }

    @Bean
    ApiTokens apiTokens(Clock clock) {
        return new FakeApiTokens(clock).service();
    }

    @Bean
    SavedViews savedViews() {
        return new FakeSavedViews().service();
    }

    @Bean
    Search search() {
        return FakeSearch.create();
    }

    @Bean
    Scans scans(FakeFeed feed) {
        Scans scans = mock(Scans.class);
        when(scans.scanAll()).thenReturn(FakeFleet.size());
        doAnswer(i -> {
                    feed.say(new ScanProgress(i.getArgument(0), ScanProgress.Phase.READING, 120));
                    return null;
                })
                .when(scans)
                .scanNow(any());
        when(scans.log(any(), anyInt())).thenAnswer(i -> log(i.getArgument(0)));
        return scans;
    }

    @Bean
    DemoAccounts demoAccounts() {
        return new DemoAccounts(Arrays.stream(Role.values())
                .map(role -> {
                    String name = role.name().toLowerCase(java.util.Locale.ROOT);
                    return new DemoAccounts.Account(name, role.title() + " Demo", role, "capstan");
                })
                .toList());
    }

    @Bean
    People people() {
        People people = mock(People.class);
        when(people.find(anyString())).thenAnswer(i -> {
            Person person = mock(Person.class);
            Role role = Role.valueOf(i.<String>getArgument(0).toUpperCase(java.util.Locale.ROOT));
            when(person.displayName()).thenReturn(role.title() + " Demo");
            when(person.role()).thenReturn(role);
            return Optional.of(person);
        });
        return people;
    }

    @Bean
    UserDetailsService userDetailsService() {
        return new InMemoryUserDetailsManager(Arrays.stream(Role.values())
                .map(role -> User.withUsername(role.name().toLowerCase(java.util.Locale.ROOT))
                        .password("{noop}capstan")
                        .roles(role.name(), "VIEWER")
                        .build())
                .toList());
    }

    private static List<RunSummary> log(ClusterId cluster) {
        List<RunSummary> runs = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Instant at = FakeFleet.NOW.minus(Duration.ofHours(6L * i)).minus(Duration.ofMinutes(12));
            boolean failed = FakeFleet.cluster((int) cluster.value(), dev.capstan.benchmark.Control.ADDED)
                                    .failure()
                            != null
                    && i < 2;
            runs.add(new RunSummary(
                    at,
                    Duration.ofMillis(2400 + 310L * i),
                    failed ? RunSummary.Outcome.FAILED : RunSummary.Outcome.RECORDED,
                    failed ? FailureCause.UNREACHABLE_NETWORK : null,
                    failed ? "connect timed out" : null,
                    failed ? 0 : 214,
                    failed ? 0 : 61,
                    i % 3,
                    i % 2));
        }
        return runs;
    }
}

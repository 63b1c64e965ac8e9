package dev.capstan.exceptionrequest;

import dev.capstan.benchmark.Control;
import dev.capstan.evaluation.Excess;
import dev.capstan.workload.ConcludingAgain;
import dev.capstan.workload.Excuses;
import dev.capstan.workload.FailingUnit;
import dev.capstan.workload.FailingUnits;
import dev.capstan.workload.History;
import dev.capstan.workload.Policies;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** Exceptions for tests that make their own services. */
public final class Exceptions {

    private Exceptions() {}

    /** What marks units in this database. */
    public static Excuses excuses(JdbcClient jdbc, FailingUnits units) {
        return new Marking(new RequestRows(jdbc), units, new CoverRows(jdbc), jdbc);
    }

    /** The requests themselves, with the usual terms. */
    public static ExceptionRequests requests(JdbcClient jdbc, FailingUnits units, Policies policies, Clock clock) {
        return new ExceptionRequests(
                new RequestRows(jdbc), new MoveRows(jdbc), units, policies, Requests.TERMS, _ -> {}, clock);
    }

    /** A content like any, of the capability in these workloads of the namespace shop, from the instant for so long. */
    public static Content content(Instant from, Duration term, String capability, String... workloads) {
        return content("shop", from, term, capability, workloads);
    }

    /** The same in another namespace. */
    public static Content content(
            String namespace, Instant from, Duration term, String capability, String... workloads) {
        Content usual = Requests.granting(capability);
        return new Content(
                usual.title(),
                usual.grant(),
                new Scope(Set.of(), null, Set.of(namespace), Set.of(), Set.of(workloads), Set.of(), Set.of()),
                EnumSet.allOf(Control.class),
                usual.justification(),
                usual.reason(),
                usual.compensatingControls(),
                usual.residualRisk(),
                usual.ticket(),
                usual.team(),
                from,
                from.plus(term),
                usual.onNewImage(),
                true);
    }

    /** The people who ask and decide. */
    public static void people(JdbcClient jdbc) {
        jdbc.sql("insert into person (name, display_name, password_hash, role, created_at) values"
                        + " ('otto', 'Otto', '!', 'OWNER', now()), ('ada', 'Ada', '!', 'APPROVER', now())")
                .update();
    }

    /** Asks for it and approves it; nothing where it cannot be asked for. */
    public static void grant(ExceptionRequests requests, Content content, History history) {
        signIn("otto", "OWNER");
        Decision draft = history.whole(() -> requests.draft(content));
        long id = ((Decision.Made) draft).request().id();
        if (history.whole(() -> requests.submit(id, 1)) instanceof Decision.Made) {
            signIn("ada", "APPROVER");
            history.whole(() -> requests.approve(id, 1, "Needed."));
        }
        SecurityContextHolder.clearContext();
    }

    private static void signIn(String name, String role) {
        SecurityContextHolder.getContext()
                .setAuthentication(new TestingAuthenticationToken(name, null, "ROLE_" + role, "ROLE_VIEWER"));
    }

    /** The containers that fail now and would be excepted at the instant, by judging each of them anew. */
    public static List<FailingUnit> excepted(JdbcClient jdbc, FailingUnits units, Control control, Instant at) {
        List<ExceptionRequest> inForce = new RequestRows(jdbc)
                .read("", Map.of()).stream()
                        .filter(request -> request.inForceAt(at))
                        .toList();
        return units
                .find(new FailingUnits.Where(
                        Set.of(control), Set.of(), null, null, Set.of(), Set.of(), Set.of(), Set.of()))
                .stream()
                .filter(unit -> {
                    Set<String> left = new HashSet<>();
                    unit.running()
                            .forEach(running -> left.addAll(Excess.of(control, running.settings(), unit.criteria())));
                    inForce.stream()
                            .filter(request -> Coverage.of(request.content(), unit)
                                    .findAny()
                                    .isPresent())
                            .forEach(request ->
                                    left.retainAll(request.content().grant().beyond(left)));
                    return left.isEmpty();
                })
                .toList();
    }

    /** The instants up to one at which an exception begins or ends, after another; in order. */
    public static List<Instant> boundaries(JdbcClient jdbc, Instant after, Instant upTo) {
        return new RequestRows(jdbc)
                .read("", Map.of()).stream()
                        .flatMap(request -> request.inForce().stream())
                        .flatMap(period -> Stream.of(period.from(), period.until()))
                        .filter(instant -> instant.isAfter(after) && !instant.isAfter(upTo))
                        .distinct()
                        .sorted()
                        .toList();
    }

    /** What sees to exceptions that begin and end. */
    public static Settling settling(DataSource database, FailingUnits units, ConcludingAgain concluding, Clock clock) {
        JdbcClient jdbc = JdbcClient.create(database);
        return new Settling(
                new RequestRows(jdbc), units, concluding, jdbc, new DataSourceTransactionManager(database), clock);
    }
}

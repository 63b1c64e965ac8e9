package dev.capstan.bench;

import dev.capstan.benchmark.Control;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;

/** People who look at screens at the same time, each one step after the other. */
final class Audience {

    private final int people;
    private final List<Step> steps;

    private Audience(int people, List<Step> steps) {
        this.people = people;
        this.steps = steps;
    }

    static Audience of(int people, List<Step> steps) {
        return new Audience(people, steps);
    }

    /** One person does everything three times; prints the fastest, which is what a step costs by itself. */
    void lookOnce() {
        signIn();
        System.out.printf("%n%-46s %8s %8s%n", "one person alone, ms", "first", "fastest");
        for (Step step : steps) {
            long[] took = new long[3];
            for (int i = 0; i < took.length; i++) {
                took[i] = timed(step, new Step.Person(new SplittableRandom(i), Control.ADDED));
            }
            System.out.printf(
                    "%-46s %8.1f %8.1f%n",
                    step.name(), took[0] / 1e6, Arrays.stream(took).min().orElse(0) / 1e6);
        }
    }

    /** Everybody looks for that long, without a pause: the program is compiled, and what settles is remembered. */
    void lookWithoutCounting(Duration howLong) throws InterruptedException, ExecutionException {
        taken(howLong, Duration.ZERO);
    }

    /** Everybody looks for that long. Prints what each step took, and answers whether every target was held. */
    boolean look(Duration howLong, Duration think) throws InterruptedException, ExecutionException {
        return Table.print(taken(howLong, think), howLong);
    }

    private Map<Step, List<Long>> taken(Duration howLong, Duration think)
            throws InterruptedException, ExecutionException {
        long end = System.nanoTime() + howLong.toNanos();
        Map<Step, List<Long>> took = new LinkedHashMap<>();
        steps.forEach(step -> took.put(step, new ArrayList<>()));
        try (ExecutorService all = Executors.newFixedThreadPool(people)) {
            List<Future<Map<Step, List<Long>>>> each = new ArrayList<>();
            for (int i = 0; i < people; i++) {
                SplittableRandom random = new SplittableRandom(1000L + i);
                each.add(all.submit(() -> person(random, end, think)));
            }
            for (Future<Map<Step, List<Long>>> one : each) {
                one.get()
                        .forEach((step, times) ->
                                took.getOrDefault(step, new ArrayList<>()).addAll(times));
            }
        }
        return took;
    }

    private Map<Step, List<Long>> person(SplittableRandom random, long end, Duration think) {
        signIn();
        int shares = steps.stream().mapToInt(Step::share).sum();
        Map<Step, List<Long>> took = new LinkedHashMap<>();
        // Not all of them begin at the same moment.
        LockSupport.parkNanos((long) (random.nextDouble() * think.toNanos()));
        while (System.nanoTime() < end) {
            int point = random.nextInt(shares);
            int at = 0;
            while (point >= steps.get(at).share()) {
                point -= steps.get(at++).share();
            }
            Control[] controls = Control.values();
            Control control = random.nextInt(2) == 0 ? Control.ADDED : controls[random.nextInt(controls.length)];
            Step step = steps.get(at);
            took.computeIfAbsent(step, _ -> new ArrayList<>()).add(timed(step, new Step.Person(random, control)));
            LockSupport.parkNanos((long) (think.toNanos() * (0.5 + random.nextDouble())));
        }
        return took;
    }

    private static long timed(Step step, Step.Person person) {
        long begin = System.nanoTime();
        step.read().run(person);
        return System.nanoTime() - begin;
    }

    private static void signIn() {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        "vera", null, AuthorityUtils.createAuthorityList("ROLE_VIEWER")));
    }
}

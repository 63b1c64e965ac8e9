package dev.capstan.access;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.stream.Collectors;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Sees at every start that someone can sign in: the demo's people in a demo, else an administrator with a random
 * password. A process without a web server lets nobody in and therefore adds nobody.
 */
@Component
@ConditionalOnWebApplication
class FirstPeople implements ApplicationRunner {

    /** Without letters that are taken for digits or for each other. */
    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private static final int PASSWORD_LENGTH = 24;

    private final PersonRepository people;
    private final DemoAccounts demo;
    private final PasswordEncoder passwords;
    private final Clock clock;

    /** @throws IllegalStateException when accounts with well-known passwords are set outside the demo */
    FirstPeople(
            PersonRepository people,
            DemoAccounts demo,
            PasswordEncoder passwords,
            Clock clock,
            Environment environment) {
        if (!demo.accounts().isEmpty() && !environment.acceptsProfiles(Profiles.of("demo"))) {
            throw new IllegalStateException("capstan.access.demo.accounts is set, but this is no demo: accounts whose"
                    + " passwords are written in settings open only with the profile demo");
        }
        this.people = people;
        this.demo = demo;
        this.passwords = passwords;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!demo.accounts().isEmpty()) {
            demo.accounts()
                    .forEach(a -> people.add(a.name(), a.displayName(), Person.NO_PASSWORD, a.role(), clock.instant()));
        } else if (!people.existsByPasswordHashNot(Person.NO_PASSWORD)) {
            addAdministrator();
        }
    }

    private void addAdministrator() {
        String password = randomPassword();
        int added = people.add("admin", "Administrator", passwords.encode(password), Role.ADMIN, clock.instant());
        if (added == 1) {
            // Not through the logger: logs are shipped and kept.
            System.out.print("""

                    ----------------------------------------------------------------------
                      Nobody could sign in to Capstan yet, so it made an administrator.

                        name      admin
                        password  %s

                      It is shown this once and kept as a hash only. A screen to change it
                      comes in a later version. To be given a new one, delete the person's
                      row (delete from person where name = 'admin') and start again.
                    ----------------------------------------------------------------------

                    """.formatted(password));
            System.out.flush();
        }
    }

    private static String randomPassword() {
        return new SecureRandom()
                .ints(PASSWORD_LENGTH, 0, ALPHABET.length())
                .mapToObj(i -> String.valueOf(ALPHABET.charAt(i)))
                .collect(Collectors.joining());
    }
}

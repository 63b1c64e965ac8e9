package dev.capstan.access;

import java.util.Locale;
import java.util.Optional;
import org.springframework.security.access.hierarchicalroles.RoleHierarchy;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Finds the person behind a name that was typed, with the hash to compare the password with. */
@Component
class SignIn implements UserDetailsService {

    private final PersonRepository people;
    private final DemoAccounts demo;
    private final PasswordEncoder passwords;
    private final RoleHierarchy roles;

    SignIn(PersonRepository people, DemoAccounts demo, PasswordEncoder passwords, RoleHierarchy roles) {
        this.people = people;
        this.demo = demo;
        this.passwords = passwords;
        this.roles = roles;
    }

    @Override
    public UserDetails loadUserByUsername(String typed) {
        String name = typed.strip().toLowerCase(Locale.ROOT);
        // No word of what was typed: it may be a password in the wrong field, and messages end up in logs.
        Person person = people.findById(name).orElseThrow(SignIn::unknown);
        String hash = hashOf(person).orElseThrow(SignIn::unknown);
        // Spelled out, so that who asks without the hierarchy (a screen's @RolesAllowed) gets the same answer.
        return User.withUsername(name)
                .password(hash)
                .authorities(roles.getReachableGrantedAuthorities(AuthorityUtils.createAuthorityList(
                        "ROLE_" + person.role().name())))
                .build();
    }

    private Optional<String> hashOf(Person person) {
        if (person.hasPassword()) {
            return Optional.of(person.passwordHash());
        }
        return demo.find(person.name()).map(account -> passwords.encode(account.password()));
    }

    private static UsernameNotFoundException unknown() {
        return new UsernameNotFoundException("No such person, or one without a password");
    }
}

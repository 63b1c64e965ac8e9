package dev.capstan.access;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Accounts whose passwords everyone may know. The passwords stay in the settings and never reach the database, so a
 * database that once belonged to a demo opens to none of them when Capstan starts without these settings.
 *
 * @param accounts the accounts; none unless the demo is on
 */
@Validated
@ConfigurationProperties("capstan.access.demo")
public record DemoAccounts(@DefaultValue List<@Valid Account> accounts) {

    public DemoAccounts {
        accounts = List.copyOf(accounts);
    }

    /**
     * One account.
     *
     * @param name what to sign in with, in lower case
     * @param displayName what others call the person
     * @param role what the person may do
     * @param password the password, in clear
     */
    public record Account(
            @NotBlank @Pattern(regexp = "[a-z0-9._-]+") String name,
            @NotBlank String displayName,
            @NotNull Role role,
            @NotBlank String password) {}

    Optional<Account> find(String name) {
        return accounts.stream().filter(a -> a.name().equals(name)).findFirst();
    }
}

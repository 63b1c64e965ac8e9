package dev.capstan.simulator.launch;

import dev.capstan.access.DemoAccounts;
import java.io.PrintStream;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;

/** Says where the demo is to be seen and who may look, once it can be. */
class DemoBanner {

    private final DemoAccounts accounts;

    DemoBanner(DemoAccounts accounts) {
        this.accounts = accounts;
    }

    @EventListener
    void ready(ApplicationReadyEvent event) {
        Environment environment = event.getApplicationContext().getEnvironment();
        String port = environment.getProperty("local.server.port");
        if (port != null) {
            print(System.out, "http://localhost:" + port + "/", environment.getProperty("logging.file.name", ""));
        }
    }

    private void print(PrintStream out, String url, String log) {
        out.println();
        out.println("  Capstan is ready:  " + url);
        out.println("  Sign in as:");
        accounts.accounts()
                .forEach(account -> out.printf(
                        "    %-6s  password %-9s  %s%n", account.name(), account.password(), account.role()));
        out.println("  The first time, 120 days of history are filled in while you look. Log: " + log);
        out.println("  Ctrl-C stops.");
        out.println();
        out.flush();
    }
}

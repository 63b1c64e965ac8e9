package dev.capstan;

import dev.capstan.check.Check;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts Capstan: a collector without screens, or, with the frontend on the class path, the whole product. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class CapstanApplication {

    public static void main(String[] args) {
        if (args.length > 0 && args[0].equals("check")) {
            System.exit(check(List.of(args).subList(1, args.length)));
        }
        SpringApplication.run(CapstanApplication.class, args);
    }

    /** A command that judges one file and ends: nothing of the product's own life is started for it. */
    private static int check(List<String> arguments) {
        boolean colour = Boolean.getBoolean("capstan.check.colour");
        return new Check(System.in, System.out, System.err, colour).run(arguments);
    }
}

package dev.capstan;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts Capstan: a collector without screens, or, with the frontend on the class path, the whole product. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class CapstanApplication {

    public static void main(String[] args) {
        SpringApplication.run(CapstanApplication.class, args);
    }
}

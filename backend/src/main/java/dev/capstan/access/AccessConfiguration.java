package dev.capstan.access;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.access.hierarchicalroles.RoleHierarchy;
import org.springframework.security.access.hierarchicalroles.RoleHierarchyImpl;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Who may call which service: checked at every service's method, not only at the screens. */
@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity
@EnableConfigurationProperties(DemoAccounts.class)
class AccessConfiguration {

    /**
     * Every role reads. Nothing implies APPROVER: who runs the product must not thereby decide on exceptions. COLLECTOR
     * is the role of background work and no person's.
     */
    @Bean
    static RoleHierarchy roleHierarchy() {
        return RoleHierarchyImpl.withDefaultRolePrefix()
                .role("OWNER")
                .implies("VIEWER")
                .role("APPROVER")
                .implies("VIEWER")
                .role("AUDITOR")
                .implies("VIEWER")
                .role("ADMIN")
                .implies("VIEWER")
                .role("COLLECTOR")
                .implies("VIEWER")
                .build();
    }

    /** bcrypt; a hash names its algorithm, so that another can follow without anyone losing their password. */
    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }
}

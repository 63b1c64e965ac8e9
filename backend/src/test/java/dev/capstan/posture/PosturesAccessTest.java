package dev.capstan.posture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.capstan.benchmark.Control;
import dev.capstan.fleet.ClusterId;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Pageable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

/** Nobody reads the posture of the fleet without the role of a viewer. */
@SpringJUnitConfig
class PosturesAccessTest {

    private final Postures postures;

    PosturesAccessTest(@Autowired Postures postures) {
        this.postures = postures;
    }

    static Stream<Method> everyMethod() {
        return Arrays.stream(Postures.class.getDeclaredMethods()).filter(m -> Modifier.isPublic(m.getModifiers()));
    }

    @ParameterizedTest
    @MethodSource("everyMethod")
    @WithMockUser(roles = "COLLECTOR")
    void everyMethodIsRefusedWithoutTheRoleOfAViewer(Method method) {
        assertThatThrownBy(() -> call(method)).isInstanceOf(AccessDeniedException.class);
    }

    @ParameterizedTest
    @MethodSource("everyMethod")
    void everyMethodIsRefusedWithoutASignIn(Method method) {
        assertThatThrownBy(() -> call(method)).isInstanceOf(AuthenticationCredentialsNotFoundException.class);
    }

    @Test
    @WithMockUser(roles = "VIEWER")
    void aViewerReads() {
        assertThat(postures.fleet(Control.ADDED, AsOf.NOW).clusters()).isEmpty();
    }

    private void call(Method method) throws Throwable {
        Object[] arguments = Arrays.stream(method.getParameterTypes())
                .map(PosturesAccessTest::anyValue)
                .toArray();
        try {
            method.invoke(postures, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static Object anyValue(Class<?> type) {
        return Stream.of(
                        Control.ADDED,
                        new ClusterId(1),
                        LocalDate.EPOCH,
                        WorkloadFilter.ALL,
                        ClusterFilter.ALL,
                        AsOf.NOW,
                        Scope.FLEET,
                        new Grouping.ByOwner(),
                        "environment",
                        List.of(),
                        Pageable.unpaged())
                .filter(type::isInstance)
                .findFirst()
                .orElse(1);
    }

    @Configuration(proxyBeanMethods = false)
    @EnableMethodSecurity
    static class Configured {

        @Bean
        Fleet fleet() {
            return new Fleet();
        }

        @Bean
        Postures postures(Fleet fleet) {
            return fleet.read();
        }
    }
}

package dev.capstan.posture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.capstan.benchmark.Control;
import dev.capstan.fleet.ClusterId;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

/** Nobody learns what changed, or how long it took, without the role of a viewer. */
@SpringJUnitConfig
class ChangesAccessTest {

    private final Changes changes;
    private final Resolutions resolutions;

    ChangesAccessTest(@Autowired Changes changes, @Autowired Resolutions resolutions) {
        this.changes = changes;
        this.resolutions = resolutions;
    }

    static Stream<Method> everyMethod() {
        return Stream.of(Changes.class, Resolutions.class)
                .flatMap(service -> Arrays.stream(service.getDeclaredMethods()))
                .filter(method -> Modifier.isPublic(method.getModifiers()));
    }

    @ParameterizedTest
    @MethodSource("everyMethod")
    @WithMockUser(roles = "COLLECTOR")
    void everyMethodIsRefusedWithoutTheRoleOfAViewer(Method method) {
        assertThatThrownBy(() -> call(method)).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    @WithMockUser(roles = "VIEWER")
    void aViewerReads() {
        assertThat(changes.count(Control.ADDED, Period.since(Instant.EPOCH), ChangeFilter.ALL)
                        .all())
                .isZero();
        assertThat(resolutions.open(Control.ADDED, null, null, AsOf.NOW)).isEqualTo(Ages.NONE);
    }

    private void call(Method method) throws Throwable {
        Object[] arguments = Arrays.stream(method.getParameterTypes())
                .map(ChangesAccessTest::anyValue)
                .toArray();
        try {
            method.invoke(method.getDeclaringClass() == Changes.class ? changes : resolutions, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static Object anyValue(Class<?> type) {
        return Stream.of(
                        Control.ADDED,
                        new ClusterId(1),
                        Period.since(Instant.EPOCH),
                        ChangeFilter.ALL,
                        AsOf.NOW,
                        Sort.unsorted(),
                        OutputStream.nullOutputStream(),
                        Pageable.unpaged(),
                        "")
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
        Changes changes(Fleet fleet) {
            return new Changes(
                    new ChangeList(fleet.jdbc),
                    new Remembered(
                            fleet.jdbc,
                            new PostureSettings(Duration.ofHours(24), Duration.ofHours(72)),
                            Clock.systemUTC()));
        }

        @Bean
        Resolutions resolutions(Fleet fleet) {
            PostureSettings settings = new PostureSettings(Duration.ofHours(24), Duration.ofHours(72));
            return new Resolutions(
                    new FindingTimes(fleet.jdbc, settings, Clock.systemUTC()),
                    fleet.jdbc,
                    new Remembered(
                            fleet.jdbc,
                            new PostureSettings(Duration.ofHours(24), Duration.ofHours(72)),
                            Clock.systemUTC()));
        }
    }
}

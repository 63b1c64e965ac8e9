package dev.capstan.ui.testing;

import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.capstan.access.Preferences;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.security.core.context.SecurityContextHolder;

/** Remembers what each person chose, until the tests end. */
final class FakePreferences {

    private final Map<String, String> chosen = new ConcurrentHashMap<>();

    Preferences service() {
        Preferences preferences = mock(Preferences.class);
        when(preferences.find(anyString())).thenAnswer(i -> Optional.ofNullable(chosen.get(own(i.getArgument(0)))));
        doAnswer(i -> chosen.put(own(i.getArgument(0)), i.getArgument(1)))
                .when(preferences)
                .remember(anyString(), anyString());
        return preferences;
    }

    private static String own(String key) {
        var who = SecurityContextHolder.getContext().getAuthentication();
        return (who == null ? "" : who.getName()) + "/" + key;
    }
}

package dev.capstan.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    private static final String SCOPE = "/api/v1/workloads?control=added";
    private static final List<Object> KEY = List.of(7, "shop/cart ✓", true);

    @Test
    void aCursorLeadsBackToItsKey() {
        assertThat(read(Cursor.write(KEY, SCOPE), SCOPE)).isEqualTo(KEY);
    }

    @Test
    void aCursorOfOtherParametersIsNone() {
        assertThatThrownBy(() -> read(Cursor.write(KEY, SCOPE), "/api/v1/workloads?control=assigned"))
                .isInstanceOf(Refused.class);
    }

    @Test
    void aCursorThatWasAlteredAnywhereIsNone() {
        String cursor = Cursor.write(KEY, SCOPE);
        for (int i = 0; i < cursor.length() - 1; i++) {
            String altered = cursor.substring(0, i) + (cursor.charAt(i) == 'A' ? 'B' : 'A') + cursor.substring(i + 1);
            assertThatThrownBy(() -> read(altered, SCOPE)).as(altered).isInstanceOf(Refused.class);
        }
    }

    @Test
    void aKeyOfOtherPartsIsNone() {
        for (List<?> key :
                List.of(List.of(7), List.of("x", "y", true), List.of(7, "y", true, "more"), List.of(7, "\0", true))) {
            String cursor = Cursor.write(key, SCOPE);
            assertThatThrownBy(() -> read(cursor, SCOPE)).as(key.toString()).isInstanceOf(Refused.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "!", "abc=", "AAAAAAAAAAAAAAAAAAAAAAAA"})
    void whatIsNoCursorIsNone(String given) {
        assertThatThrownBy(() -> read(given, SCOPE)).isInstanceOf(Refused.class);
    }

    private static List<Object> read(String cursor, String scope) {
        return Cursor.read(cursor, scope, key -> List.of((int) key.number(), key.text(), key.flag()));
    }
}

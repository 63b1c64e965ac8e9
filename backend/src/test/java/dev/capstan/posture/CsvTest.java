package dev.capstan.posture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.capstan.posture.Csv.Column;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CsvTest {

    static Stream<Arguments> texts() {
        return Stream.of(
                Arguments.of("=1+1", "'=1+1"),
                Arguments.of("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"),
                Arguments.of("+1", "'+1"),
                Arguments.of("-1", "'-1"),
                Arguments.of("@SUM(A1)", "'@SUM(A1)"),
                Arguments.of("\t=1", "'\t'=1"),
                Arguments.of("\rx", "'\rx"),
                Arguments.of("\nx", "'\nx"),
                Arguments.of("  =1", "'  =1"),
                Arguments.of("\u00a0\u3000\f=1", "'\u00a0\u3000\f=1"),
                Arguments.of("\uFF1D1", "'\uFF1D1"),
                Arguments.of("\uFF0B1", "'\uFF0B1"),
                Arguments.of("\uFF0D1", "'\uFF0D1"),
                Arguments.of("\uFF20x", "'\uFF20x"),
                Arguments.of("a;=1", "a;'=1"),
                Arguments.of("a\n@x", "a\n'@x"),
                Arguments.of("a\r\n-x", "a\r\n'-x"),
                Arguments.of("shop-api", "shop-api"),
                Arguments.of("a=b+c@d", "a=b+c@d"),
                Arguments.of("it's; \"so\", she said", "it's; \"so\", she said"),
                Arguments.of("two\nlines", "two\nlines"),
                Arguments.of("", ""));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void whatASpreadsheetWouldComputeIsTextAndAllElseStaysAsItIs(String text, String cell) {
        assertThat(Csv.harmless(text)).isEqualTo(cell);
    }

    @Test
    void cellsThatNeedItAreQuotedAndANegativeNumberIsNoFormula() throws IOException {
        Csv<String> csv = new Csv<>(List.of(
                Column.text("Name", s -> s),
                Column.number("Number", _ -> -7),
                Column.yesNo("Long", s -> s.length() > 3)));

        assertThat(written(csv, "a,b", "c\"d", "e\r\nf", "g\u00e9"))
                .isEqualTo(
                        "\uFEFFName,Number,Long\r\n\"a,b\",-7,no\r\n\"c\"\"d\",-7,no\r\n\"e\r\nf\",-7,yes\r\ng\u00e9,-7,no\r\n");
    }

    @Test
    void whatIsNotKnownIsAnEmptyCell() throws IOException {
        Csv<String> csv = new Csv<>(List.of(
                Column.text("Text", _ -> null),
                Column.instant("Instant", _ -> null),
                Column.percent("Percent", _ -> OptionalInt.empty()),
                Column.list("List", _ -> List.of())));

        assertThat(written(csv, "x")).isEqualTo("\uFEFFText,Instant,Percent,List\r\n,,,\r\n");
    }

    @Test
    void theStreamStaysOpenSoThatAFileThatBreaksOffDoesNotLookWhole() {
        Csv<String> csv = new Csv<>(List.of(Column.text("Text", s -> {
            throw new IllegalStateException("the database went away");
        })));
        ByteArrayOutputStream to = new ByteArrayOutputStream() {
            @Override
            public void close() {
                throw new AssertionError("closed");
            }
        };

        assertThatThrownBy(() -> csv.write(Stream.of("x"), to)).hasMessage("the database went away");
    }

    private static String written(Csv<String> csv, String... rows) throws IOException {
        ByteArrayOutputStream to = new ByteArrayOutputStream();
        csv.write(Stream.of(rows), to);
        return to.toString(StandardCharsets.UTF_8);
    }
}

package dev.capstan.check.tree;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainScalarTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            yes, Truth[line=1 value=true]
            On, Truth[line=1 value=true]
            NO, Truth[line=1 value=false]
            n, Truth[line=1 value=false]
            nO, Text[line=1 text=nO]
            ~, Nothing[line=1]
            '', Nothing[line=1]
            Null, Nothing[line=1]
            0, Whole[line=1 number=0]
            -17, Whole[line=1 number=-17]
            1_000, Whole[line=1 number=1000]
            010, Whole[line=1 number=8]
            0o10, Whole[line=1 number=8]
            0x1F, Whole[line=1 number=31]
            0b11, Whole[line=1 number=3]
            09, OtherNumber[line=1 written=09]
            1e3, OtherNumber[line=1 written=1e3]
            1.5, OtherNumber[line=1 written=1.5]
            .inf, OtherNumber[line=1 written=.inf]
            99999999999999999999, OtherNumber[line=1 written=99999999999999999999]
            1.2.3, Text[line=1 text=1.2.3]
            2024-01-01, Text[line=1 text=2024-01-01]
            CHOWN, Text[line=1 text=CHOWN]
            -, Text[line=1 text=-]
            """)
    void wordsMeanWhatTheyMeanToKubernetes(String word, String node) {
        assertThat(PlainScalar.of(1, word).toString().replace(",", "")).isEqualTo(node);
    }
}

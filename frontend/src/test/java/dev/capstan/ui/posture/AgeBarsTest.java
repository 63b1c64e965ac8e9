package dev.capstan.ui.posture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.posture.Ages;
import org.junit.jupiter.api.Test;

class AgeBarsTest {

    @Test
    void thatNoFindingIsOpenIsSaidOnlyWhereSomethingWasRead() {
        assertThat(new AgeBars(Ages.NONE, () -> true).getElement().getTextRecursively())
                .contains("No open finding");
        assertThat(new AgeBars(Ages.NONE, () -> false).getElement().getTextRecursively())
                .contains("Not known")
                .doesNotContain("No open finding");
    }
}

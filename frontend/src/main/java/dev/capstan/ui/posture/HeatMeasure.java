package dev.capstan.ui.posture;

import dev.capstan.posture.Score;
import dev.capstan.ui.component.Words;
import java.util.List;
import org.springframework.data.domain.Sort;

/** What the cells of the heat map show, and in which few steps it is coloured, the calmest first. */
enum HeatMeasure {
    FAILING("Failing", "", List.of("none", "1–4", "5–19", "20–99", "100 and more")),
    SCORE("Score", "score", List.of("100 %", "90–99 %", "75–89 %", "50–74 %", "below 50 %"));

    private final String word;
    private final String parameter;
    private final List<String> steps;

    HeatMeasure(String word, String parameter, List<String> steps) {
        this.word = word;
        this.parameter = parameter;
        this.steps = steps;
    }

    /** What the URL names; the number of failing containers when it names nothing. */
    static HeatMeasure parse(String given) {
        return given.equals(SCORE.parameter) ? SCORE : FAILING;
    }

    String word() {
        return word;
    }

    String parameter() {
        return parameter;
    }

    /** The steps in words. */
    List<String> steps() {
        return steps;
    }

    /** The worst first. */
    Sort order() {
        return switch (this) {
            case FAILING -> Sort.by("failing").descending();
            case SCORE -> Sort.by("score");
        };
    }

    /** Which step the score is, from 0; only of a score in which something is assessed. */
    int step(Score score) {
        return switch (this) {
            case FAILING ->
                score.failing() == 0
                        ? 0
                        : score.failing() < 5 ? 1 : score.failing() < 20 ? 2 : score.failing() < 100 ? 3 : 4;
            case SCORE -> {
                int percent = score.strictPercent().orElse(0);
                yield percent == 100 ? 0 : percent >= 90 ? 1 : percent >= 75 ? 2 : percent >= 50 ? 3 : 4;
            }
        };
    }

    /** The number in the cell; only of a score in which something is assessed. */
    String text(Score score) {
        return switch (this) {
            case FAILING -> Words.number(score.failing());
            case SCORE -> Integer.toString(score.strictPercent().orElse(0));
        };
    }
}

package dev.capstan.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param items its rows
 * @param next where the next part is, or null when this is the last
 */
public record PageOf<T>(
        List<T> items,

        @Schema(description = "Where the next part is, relative to this address; null when this is the last") @Nullable String next) {

    public PageOf {
        items = List.copyOf(items);
    }

    /** A list that always comes whole. */
    public static <T> PageOf<T> whole(List<T> items) {
        return new PageOf<>(items, null);
    }
}

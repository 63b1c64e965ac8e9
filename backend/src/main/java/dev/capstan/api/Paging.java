package dev.capstan.api;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/**
 * Which part of a list is asked for. A list is read in the order of a key that its rows keep, and the cursor names the
 * last key that was read: rows that come and go neither shift nor repeat others.
 */
public final class Paging {

    static final int MOST = 1000;
    static final int USUAL = 100;
    static final String LIMIT = "limit";
    static final String CURSOR = "cursor";

    private final String path;
    private final String parameters;
    private final int limit;
    private final @Nullable String given;

    private Paging(String path, String parameters, int limit, @Nullable String given) {
        this.path = path;
        this.parameters = parameters;
        this.limit = limit;
        this.given = given;
    }

    static Paging of(HttpServletRequest request) {
        String parameters = request.getParameterMap().entrySet().stream()
                .filter(parameter -> !parameter.getKey().equals(CURSOR))
                .sorted(java.util.Map.Entry.comparingByKey())
                .flatMap(parameter -> Arrays.stream(parameter.getValue())
                        .map(value -> encoded(parameter.getKey()) + "=" + encoded(value)))
                .collect(Collectors.joining("&"));
        return new Paging(
                request.getRequestURI(), parameters, limit(request.getParameter(LIMIT)), request.getParameter(CURSOR));
    }

    /** How many rows to look for: one more than are shown, which tells whether there are more. */
    public int look() {
        return limit + 1;
    }

    /**
     * The key of the last row that was read before; empty at the beginning.
     *
     * @param key makes it from the parts of the cursor
     */
    public <K> Optional<K> after(Function<Cursor.Parts, K> key) {
        return given == null ? Optional.empty() : Optional.of(Cursor.read(given, scope(), key));
    }

    /**
     * The page, with a link to the next one if there is one.
     *
     * @param found the rows that were found after the last one, {@link #look} at most
     * @param key the parts of a row's key
     * @param form a row as it travels
     */
    public <R, W> ResponseEntity<PageOf<W>> page(List<R> found, Function<R, List<?>> key, Function<R, W> form) {
        List<W> items = found.stream().limit(limit).map(form).toList();
        if (found.size() <= limit) {
            return ResponseEntity.ok(new PageOf<>(items, null));
        }
        String cursor = Cursor.write(key.apply(found.get(limit - 1)), scope());
        String next = path + "?" + (parameters.isEmpty() ? "" : parameters + "&") + CURSOR + "=" + cursor;
        return ResponseEntity.ok()
                .header(HttpHeaders.LINK, "<" + next + ">; rel=\"next\"")
                .body(new PageOf<>(items, next));
    }

    /** What the cursor is good for: this list with these parameters, in steps of any size. */
    private String scope() {
        return path + "?"
                + Arrays.stream(parameters.split("&", -1))
                        .filter(parameter -> !parameter.startsWith(LIMIT + "="))
                        .collect(Collectors.joining("&"));
    }

    private static int limit(@Nullable String given) {
        if (given == null) {
            return USUAL;
        }
        int limit = given.matches("[0-9]{1,4}") ? Integer.parseInt(given) : 0;
        if (limit < 1 || limit > MOST) {
            throw Refused.parameter(LIMIT, "The parameter limit does not take this value.", "1 to " + MOST);
        }
        return limit;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

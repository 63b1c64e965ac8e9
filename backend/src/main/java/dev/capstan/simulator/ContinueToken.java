package dev.capstan.simulator;

import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/**
 * Where a list goes on, in the encoding of a real API server, opaque to clients.
 *
 * @param version the resource version of the list's first page, in the simulator its instant in milliseconds; -1 asks
 *     for whatever is there now
 * @param start the key to go on after
 */
record ContinueToken(long version, String start) {

    /** Reads a token; empty where it is none. */
    static Optional<ContinueToken> parse(String text) {
        try {
            Map<?, ?> fields = Json.MAPPER.readValue(Base64.getUrlDecoder().decode(text), Map.class);
            if (fields.get("rv") instanceof Number version && fields.get("start") instanceof String start) {
                return Optional.of(new ContinueToken(version.longValue(), start.replace("\0", "")));
            }
            return Optional.empty();
        } catch (IllegalArgumentException | JacksonException e) {
            return Optional.empty();
        }
    }

    /** The instant of the list, or now where the token asks for that. */
    Instant instant(Instant now) {
        return version < 0 ? now : Instant.ofEpochMilli(version);
    }

    /** The same place in a list of what is there now. */
    ContinueToken inconsistent() {
        return new ContinueToken(-1, start);
    }

    @Override
    public String toString() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Json.bytes(
                        Json.object("v", "meta.k8s.io/v1").with("rv", version).with("start", start + "\0")));
    }
}

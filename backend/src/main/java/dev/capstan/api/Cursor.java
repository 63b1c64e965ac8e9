package dev.capstan.api;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A place in a list, in a form that nobody should read anything into. It holds no more than a key; the digest before it
 * makes sure that it belongs to the list and was not altered, so that a mistake is told rather than answered.
 */
public final class Cursor {

    private static final int DIGEST_BYTES = 12;
    private static final int LONGEST = 4000;
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");
    private static final String SEPARATOR = "\u001f";

    private Cursor() {}

    /** The parts of a key, one after the other; whatever does not fit makes the cursor a bad one. */
    public static final class Parts {

        private final Iterator<String> parts;

        private Parts(Iterator<String> parts) {
            this.parts = parts;
        }

        /** The next part, which is a number. */
        public long number() {
            return Long.parseLong(text());
        }

        /** The next part, which is true or false. */
        public boolean flag() {
            return Boolean.parseBoolean(text());
        }

        /** The next part, which is an instant. */
        public Instant instant() {
            Instant instant = Instant.parse(text());
            if (instant.isBefore(Instant.EPOCH) || instant.isAfter(LATEST)) {
                throw new IllegalArgumentException("No instant at which anything was recorded");
            }
            return instant;
        }

        /** The next part, which is a text. */
        public String text() {
            String text = parts.next();
            if (text.indexOf('\0') >= 0) {
                throw new IllegalArgumentException("PostgreSQL keeps no such text");
            }
            return text;
        }
    }

    static String write(List<?> key, String scope) {
        byte[] position = key.stream()
                .map(Object::toString)
                .collect(Collectors.joining(SEPARATOR))
                .getBytes(StandardCharsets.UTF_8);
        byte[] all = ByteBuffer.allocate(DIGEST_BYTES + position.length)
                .put(digest(position, scope))
                .put(position)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
    }

    /** @throws Refused when it was altered, or made for another list or other parameters */
    static <K> K read(String cursor, String scope, Function<Parts, K> key) {
        if (cursor.length() > LONGEST) {
            throw Refused.cursor();
        }
        try {
            byte[] all = Base64.getUrlDecoder().decode(cursor);
            if (all.length < DIGEST_BYTES) {
                throw Refused.cursor();
            }
            byte[] position = Arrays.copyOfRange(all, DIGEST_BYTES, all.length);
            if (!Arrays.equals(digest(position, scope), Arrays.copyOf(all, DIGEST_BYTES))) {
                throw Refused.cursor();
            }
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(position))
                    .toString();
            Parts parts = new Parts(List.of(text.split(SEPARATOR, -1)).iterator());
            K read = key.apply(parts);
            if (parts.parts.hasNext()) {
                throw Refused.cursor();
            }
            return read;
        } catch (IllegalArgumentException | CharacterCodingException | NoSuchElementException | DateTimeException e) {
            throw Refused.cursor();
        }
    }

    private static byte[] digest(byte[] position, String scope) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(scope.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            return Arrays.copyOf(digest.digest(position), DIGEST_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}

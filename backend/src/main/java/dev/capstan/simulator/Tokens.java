package dev.capstan.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.core.JacksonException;

/** Access tokens that look like Entra's and can be checked by whoever shares the process. */
final class Tokens {
    static final Duration LIFE = Duration.ofMinutes(60);

    private static final String HEADER =
            encoded(Json.bytes(Json.object("typ", "JWT").with("alg", "HS256").with("kid", "simulated")));

    private final Clock clock;
    private final String tenant;
    private final String application;
    private final SecretKeySpec key;

    /** @param clock the wall clock: clients cache tokens by it, whatever instant the simulated world shows */
    Tokens(Clock clock, String tenant, String application) {
        this.clock = clock;
        this.tenant = tenant;
        this.application = application;
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        key = new SecretKeySpec(secret, "HmacSHA256");
    }

    /** A token for an audience, valid for {@link #LIFE}. */
    String issue(String audience) {
        Instant now = clock.instant();
        String claims = encoded(Json.bytes(Json.object("aud", audience)
                .with("iss", "https://sts.windows.net/" + tenant + "/")
                .with("iat", now.getEpochSecond())
                .with("nbf", now.getEpochSecond())
                .with("exp", now.plus(LIFE).getEpochSecond())
                .with("appid", application)
                .with("oid", application)
                .with("sub", application)
                .with("tid", tenant)
                .with("idtyp", "app")
                .with("ver", "1.0")));
        String signed = HEADER + "." + claims;
        return signed + "." + encoded(signature(signed));
    }

    /** The audience of a token of ours that has not expired; empty for every other text. */
    Optional<String> audience(String token) {
        int dot = token.lastIndexOf('.');
        if (dot <= HEADER.length() || !token.startsWith(HEADER)) {
            return Optional.empty();
        }
        String expected = encoded(signature(token.substring(0, dot)));
        if (!MessageDigest.isEqual(
                expected.getBytes(UTF_8), token.substring(dot + 1).getBytes(UTF_8))) {
            return Optional.empty();
        }
        try {
            Map<?, ?> claims = Json.MAPPER.readValue(
                    Base64.getUrlDecoder().decode(token.substring(HEADER.length() + 1, dot)), Map.class);
            boolean alive = claims.get("exp") instanceof Number end
                    && end.longValue() > clock.instant().getEpochSecond();
            return alive ? Optional.of(String.valueOf(claims.get("aud"))) : Optional.empty();
        } catch (IllegalArgumentException | JacksonException e) {
            return Optional.empty();
        }
    }

    private byte[] signature(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The JDK has no HmacSHA256", e);
        }
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}

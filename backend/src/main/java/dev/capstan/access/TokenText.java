package dev.capstan.access;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * A token as a program shows it: {@code capstan_<id>_<secret><checksum>}, the secret 256 bits and the checksum CRC-32 of
 * all before it, both in digits and letters. Whoever looks for secrets in files finds it by
 * {@code capstan_[0-9]{1,19}_[0-9A-Za-z]{49}} and tells a real one from a made-up one by the checksum.
 *
 * @param id the token's number
 * @param secret 43 digits and letters
 */
record TokenText(long id, String secret) {

    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int SECRET_BITS = 256;
    private static final int SECRET_LENGTH = 43;
    private static final int CHECKSUM_LENGTH = 6;
    private static final Pattern FORM =
            Pattern.compile("capstan_(0|[1-9][0-9]{0,17})_([0-9A-Za-z]{43})([0-9A-Za-z]{6})");
    private static final SecureRandom RANDOM = new SecureRandom();

    /** A new secret that nobody can guess. */
    static String newSecret() {
        return inDigits(new BigInteger(SECRET_BITS, RANDOM), SECRET_LENGTH);
    }

    /** What was shown, if it has the form of a token and was not mistyped. */
    static Optional<TokenText> parse(String shown) {
        Matcher form = FORM.matcher(shown);
        if (!form.matches()) {
            return Optional.empty();
        }
        TokenText text = new TokenText(Long.parseLong(form.group(1)), form.group(2));
        return text.checksum().equals(form.group(3)) ? Optional.of(text) : Optional.empty();
    }

    /** What is kept in place of the secret. */
    static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** What the program is given to show. */
    String shown() {
        return body() + checksum();
    }

    /** Without the secret, which must not end up in a log. */
    @Override
    public String toString() {
        return "capstan_" + id + "_…";
    }

    private String body() {
        return "capstan_" + id + "_" + secret;
    }

    private String checksum() {
        CRC32 sum = new CRC32();
        sum.update(body().getBytes(StandardCharsets.US_ASCII));
        return inDigits(BigInteger.valueOf(sum.getValue()), CHECKSUM_LENGTH);
    }

    private static String inDigits(BigInteger number, int length) {
        BigInteger base = BigInteger.valueOf(DIGITS.length());
        StringBuilder text = new StringBuilder();
        for (BigInteger rest = number; text.length() < length; rest = rest.divide(base)) {
            text.append(DIGITS.charAt(rest.mod(base).intValue()));
        }
        return text.reverse().toString();
    }
}

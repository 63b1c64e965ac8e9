package dev.capstan.admission;

import dev.capstan.evaluation.admission.Mechanism;
import dev.capstan.evaluation.admission.NamespaceAdmission;
import dev.capstan.evaluation.admission.Protection;
import dev.capstan.evaluation.admission.Strength;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What admission stops in a namespace, apart from which namespace that is. Namespaces of one cluster are mostly alike,
 * so each content is kept once and addressed by its fingerprint.
 *
 * @param verdict the verdict's columns
 * @param protections what each mechanism does, as JSON
 * @param warnings the warnings, as JSON
 */
record Content(Storable.Verdict verdict, String protections, String warnings) {

    /** The stored form of a {@link Protection}: what was written years ago stays readable whatever becomes of that. */
    private record Stored(
            String mechanism,
            String strength,
            boolean failsOpen,
            boolean stopsPrivileged,
            List<String> objects,
            List<String> reasons) {

        static Stored of(Protection protection) {
            return new Stored(
                    protection.mechanism().name(),
                    protection.strength().name(),
                    protection.failsOpen(),
                    protection.stopsPrivileged(),
                    Storable.texts(protection.objects()),
                    Storable.texts(protection.reasons()));
        }

        Protection protection() {
            return new Protection(
                    Mechanism.valueOf(mechanism),
                    Strength.valueOf(strength),
                    failsOpen,
                    stopsPrivileged,
                    objects,
                    reasons);
        }
    }

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<Stored>> STORED = new TypeReference<>() {};
    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

    static Content of(NamespaceAdmission admission) {
        return new Content(
                Storable.Verdict.of(admission.verdict()),
                JSON.writeValueAsString(
                        admission.protections().stream().map(Stored::of).toList()),
                JSON.writeValueAsString(Storable.texts(admission.warnings())));
    }

    static List<Protection> protections(String json) {
        return JSON.readValue(json, STORED).stream().map(Stored::protection).toList();
    }

    static List<String> warnings(String json) {
        return JSON.readValue(json, TEXTS);
    }

    /** SHA-256 over a form in which different contents are never alike: JSON escapes what separates the parts. */
    String fingerprint() {
        String form = JSON.writeValueAsString(List.of(
                "1",
                verdict.outcome(),
                String.valueOf(verdict.strength()),
                String.valueOf(verdict.because()),
                protections,
                warnings));
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(form.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }
}

package dev.capstan.simulator;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Signs the certificates of one run; its key lives and dies with the process. */
final class CertificateAuthority {
    private static final Duration BACKDATED = Duration.ofHours(1);
    private static final Duration VALID = Duration.ofDays(730);

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final KeyPair keys;
    private final X509Certificate certificate;

    CertificateAuthority(String name, Clock clock) {
        this.clock = clock;
        try {
            keys = ellipticKeys();
            X500Principal subject = new X500Principal("CN=" + name);
            X509v3CertificateBuilder builder = builder(subject, subject, keys);
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
            builder.addExtension(
                    Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.digitalSignature));
            certificate = sign(builder);
        } catch (GeneralSecurityException | CertIOException | OperatorCreationException e) {
            throw new IllegalStateException("The JDK cannot make a certificate authority", e);
        }
    }

    X509Certificate certificate() {
        return certificate;
    }

    /** A key store with a new key and its certificate for a server on this machine. */
    KeyStore serverOnLoopback(char[] password) {
        try {
            KeyPair server = ellipticKeys();
            X509v3CertificateBuilder builder =
                    builder(certificate.getSubjectX500Principal(), new X500Principal("CN=localhost"), server);
            GeneralName[] names = {
                new GeneralName(GeneralName.dNSName, "localhost"), new GeneralName(GeneralName.iPAddress, "127.0.0.1")
            };
            builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(names));
            builder.addExtension(
                    Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            X509Certificate[] chain = {sign(builder), certificate};
            store.setKeyEntry("server", server.getPrivate(), password, chain);
            return store;
        } catch (GeneralSecurityException | IOException | OperatorCreationException e) {
            throw new IllegalStateException("The JDK cannot make a server certificate", e);
        }
    }

    /** A client certificate over a given key. */
    X509Certificate client(String distinguishedName, KeyPair client) {
        try {
            X509v3CertificateBuilder builder =
                    builder(certificate.getSubjectX500Principal(), new X500Principal(distinguishedName), client);
            builder.addExtension(
                    Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_clientAuth));
            return sign(builder);
        } catch (GeneralSecurityException | CertIOException | OperatorCreationException e) {
            throw new IllegalStateException("The JDK cannot make a client certificate", e);
        }
    }

    /** RSA, since AKS gives out RSA keys and many readers of kubeconfigs expect them. */
    static KeyPair clientKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The JDK cannot make an RSA key", e);
        }
    }

    /** A certificate, or a key in the form of its algorithm (PKCS#1 for RSA), as PEM text. */
    static String pem(Object certificateOrKey) {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            writer.writeObject(certificateOrKey);
        } catch (IOException e) {
            throw new IllegalArgumentException("Cannot be written as PEM", e);
        }
        return text.toString();
    }

    private static KeyPair ellipticKeys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    private X509v3CertificateBuilder builder(X500Principal issuer, X500Principal subject, KeyPair of) {
        Instant now = clock.instant();
        return new JcaX509v3CertificateBuilder(
                issuer,
                new BigInteger(120, random),
                Date.from(now.minus(BACKDATED)),
                Date.from(now.plus(VALID)),
                subject,
                of.getPublic());
    }

    private X509Certificate sign(X509v3CertificateBuilder builder)
            throws GeneralSecurityException, OperatorCreationException {
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate())));
    }
}

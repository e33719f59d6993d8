package io.vestnik.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A server's certificate for localhost and smsc.example, not for 127.0.0.1, by an authority that nobody else knows; made by the
 * JDK's keytool.
 *
 * @param authority its certificate as PEM
 * @param keys PKCS#12 with the server's certificate and key, under {@link #PASSWORD}
 */
public record Certificates(Path authority, Path keys) {
    public static final String PASSWORD = "changeit";

    private static final char[] SECRET = PASSWORD.toCharArray();

    /** Made in this folder. */
    public static Certificates in(Path folder) {
        Path both = folder.resolve("both.p12");
        try {
            keytool(both, "authority", "CN=A private authority", "-ext", "bc:c");
            keytool(both, "server", "CN=server", "-signer", "authority", "-ext", "SAN=dns:localhost,dns:smsc.example");
            KeyStore store = load(both);
            Path pem = folder.resolve("authority.pem");
            Files.writeString(pem, pem(store.getCertificate("authority")));
            store.deleteEntry("authority"); // so that a server has one key to choose from
            Path keys = folder.resolve("server.p12");
            try (OutputStream out = Files.newOutputStream(keys)) {
                store.store(out, SECRET);
            }
            return new Certificates(pem, keys);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("No certificate could be made", e);
        }
    }

    private static void keytool(Path store, String alias, String name, String... more) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-alias",
                alias,
                "-dname",
                name,
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD));
        command.addAll(List.of(more));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.onExit().join().exitValue() != 0) {
            throw new IllegalStateException(said);
        }
    }

    private static String pem(Certificate certificate) throws GeneralSecurityException {
        return "-----BEGIN CERTIFICATE-----\n" + Base64.getMimeEncoder().encodeToString(certificate.getEncoded())
                + "\n-----END CERTIFICATE-----\n";
    }

    private static KeyStore load(Path file) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, SECRET);
        }
        return store;
    }

    /** What whoever trusts this authority, and no other, begins TLS with. */
    public SSLContext client() {
        try (InputStream in = Files.newInputStream(authority)) {
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            trusted.setCertificateEntry(
                    "authority", CertificateFactory.getInstance("X.509").generateCertificate(in));
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("The certificate cannot be read", e);
        }
    }

    /** What a server with this certificate begins TLS with. */
    public SSLContext server() {
        try {
            KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            own.init(load(keys), SECRET);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(own.getKeyManagers(), null, null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("The certificate cannot be read", e);
        }
    }
}

package io.vestnik.platform.accounts.domain;

import io.vestnik.platform.accounts.Sealing;
import io.vestnik.platform.store.StoreSettings;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * The key of this installation: a file {@code secret.key} in the data folder that only its owner may read, or the file that
 * {@code VESTNIK_SECRET_KEY_FILE} names. It holds an id and 32 octets; made on first use.
 */
@Component
class KeyFile implements Sealing {

    private static final String VERSION = "v1";
    private static final int OCTETS = 32;
    private static final int ID_OCTETS = 4;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final String HMAC = "HmacSHA256";
    private static final String DIGESTS = "vestnik.digests";

    private final SecureRandom random = new SecureRandom();
    private final String id;
    private final SecretKey key;

    KeyFile(StoreSettings settings, Environment environment) throws IOException {
        String named = environment.getProperty("VESTNIK_SECRET_KEY_FILE", "");
        Path file = named.isBlank() ? settings.data().toAbsolutePath().resolve("secret.key") : Path.of(named);
        if (Files.notExists(file)) {
            byte[] fresh = new byte[ID_OCTETS + OCTETS];
            random.nextBytes(fresh);
            String text = HexFormat.of().formatHex(fresh, 0, ID_OCTETS) + ":"
                    + Base64.getEncoder().encodeToString(java.util.Arrays.copyOfRange(fresh, ID_OCTETS, fresh.length));
            PrivateFile.writeOnce(file, text + "\n");
        }
        String[] parts = Files.readString(file).strip().split(":", -1);
        byte[] secret = parts.length == 2 ? Base64.getDecoder().decode(parts[1]) : new byte[0];
        if (secret.length != OCTETS) {
            throw new IllegalStateException("Not a key file: " + file);
        }
        this.id = parts[0];
        this.key = new SecretKeySpec(secret, "AES");
    }

    @Override
    public String seal(String purpose, String secret) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            byte[] sealed =
                    cipher(Cipher.ENCRYPT_MODE, nonce, purpose).doFinal(secret.getBytes(StandardCharsets.UTF_8));
            byte[] whole = ByteBuffer.allocate(NONCE + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
            return VERSION + ":" + id + ":" + Base64.getEncoder().encodeToString(whole);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Optional<String> open(String purpose, String sealed) {
        String[] parts = sealed.split(":", -1);
        if (parts.length != 3 || !parts[0].equals(VERSION) || !parts[1].equals(id)) {
            return Optional.empty();
        }
        byte[] whole = Base64.getDecoder().decode(parts[2]);
        if (whole.length <= NONCE) {
            return Optional.empty();
        }
        try {
            byte[] nonce = java.util.Arrays.copyOf(whole, NONCE);
            byte[] text = cipher(Cipher.DECRYPT_MODE, nonce, purpose).doFinal(whole, NONCE, whole.length - NONCE);
            return Optional.of(new String(text, StandardCharsets.UTF_8));
        } catch (AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public byte[] digest(String purpose, String secret) {
        try {
            // A key of its own, so that one key never serves two algorithms.
            byte[] derived = hmac(key.getEncoded()).doFinal(DIGESTS.getBytes(StandardCharsets.UTF_8));
            return hmac(derived).doFinal((purpose + '\0' + secret).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Mac hmac(byte[] secret) throws GeneralSecurityException {
        Mac mac = Mac.getInstance(HMAC);
        mac.init(new SecretKeySpec(secret, HMAC));
        return mac;
    }

    private Cipher cipher(int mode, byte[] nonce, String purpose) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, Objects.requireNonNull(key), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}

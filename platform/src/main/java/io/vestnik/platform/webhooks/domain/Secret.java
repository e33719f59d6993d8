package io.vestnik.platform.webhooks.domain;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What callbacks are signed with, as Standard Webhooks writes it: {@code whsec_} and 24 to 64 bytes in base64. */
public final class Secret {
    private static final String PREFIX = "whsec_";
    private static final int BYTES = 32;
    private static final int FEWEST = 24;
    private static final int MOST = 64;
    private static final String HMAC = "HmacSHA256";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String text;
    private final Mac prototype;

    /** Reads a secret; anything else is refused. */
    public Secret(String text) {
        if (!text.startsWith(PREFIX)) {
            throw new IllegalArgumentException("A secret begins with " + PREFIX);
        }
        byte[] key = Base64.getDecoder().decode(text.substring(PREFIX.length()));
        if (key.length < FEWEST || key.length > MOST) {
            throw new IllegalArgumentException("A secret has 24 to 64 bytes");
        }
        this.text = text;
        try {
            this.prototype = Mac.getInstance(HMAC);
            prototype.init(new SecretKeySpec(key, HMAC));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A new one of 256 random bits. */
    public static Secret fresh() {
        byte[] key = new byte[BYTES];
        RANDOM.nextBytes(key);
        return new Secret(PREFIX + Base64.getEncoder().encodeToString(key));
    }

    /** As the receiver needs it; never for a log. */
    public String text() {
        return text;
    }

    /** The signature {@code v1} of a request: HMAC-SHA256 over {@code id.timestamp.body}. */
    String sign(String id, long timestamp, byte[] body) {
        try {
            Mac mac = (Mac) prototype.clone();
            mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return PREFIX + "…";
    }
}

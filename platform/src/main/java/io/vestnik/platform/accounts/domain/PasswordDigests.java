package io.vestnik.platform.accounts.domain;

import io.vestnik.platform.accounts.Sealing;
import io.vestnik.platform.kernel.AccountId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;

/** Keyed digests of an API password in the three forms in which programs send it: as it is, as MD5, as SHA-1; 32 octets each. */
public final class PasswordDigests {

    private static final int OCTETS = 32;

    private final byte[] octets;

    /** As they were kept. */
    public PasswordDigests(byte[] octets) {
        if (octets.length != OCTETS * Form.values().length) {
            throw new IllegalArgumentException("Not digests of a password: " + octets.length + " octets");
        }
        this.octets = octets.clone();
    }

    /** Of a password that was generated for the account: none that looks like a digest. */
    static PasswordDigests of(String password, AccountId account, Sealing sealing) {
        byte[] octets = new byte[OCTETS * Form.values().length];
        for (Form form : Form.values()) {
            byte[] digest = form.digest(form.sent(password), account, sealing);
            System.arraycopy(digest, 0, octets, form.place * OCTETS, OCTETS);
        }
        return new PasswordDigests(octets);
    }

    /** For the store. */
    public byte[] octets() {
        return octets.clone();
    }

    /** Whether what a program has sent is the password in one of the forms. */
    boolean match(String sent, AccountId account, Sealing sealing) {
        Form form = Form.of(sent);
        int from = form.place * OCTETS;
        return MessageDigest.isEqual(
                Arrays.copyOfRange(octets, from, from + OCTETS), form.digest(sent, account, sealing));
    }

    private enum Form {
        PLAIN(0, "", 0),
        MD5(1, "MD5", 32),
        SHA1(2, "SHA-1", 40);

        private final int place;
        private final String algorithm;
        private final int letters;

        Form(int place, String algorithm, int letters) {
            this.place = place;
            this.algorithm = algorithm;
            this.letters = letters;
        }

        static Form of(String sent) {
            boolean hex = sent.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
            if (hex && sent.length() == MD5.letters) {
                return MD5;
            }
            return hex && sent.length() == SHA1.letters ? SHA1 : PLAIN;
        }

        String sent(String password) {
            if (this == PLAIN) {
                return password;
            }
            try {
                MessageDigest digest = MessageDigest.getInstance(algorithm);
                return HexFormat.of().formatHex(digest.digest(password.getBytes(StandardCharsets.UTF_8)));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }

        byte[] digest(String sent, AccountId account, Sealing sealing) {
            return sealing.digest("accounts.api " + account + ' ' + name().toLowerCase(Locale.ROOT), sent);
        }
    }
}

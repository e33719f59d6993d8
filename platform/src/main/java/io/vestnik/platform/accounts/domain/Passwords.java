package io.vestnik.platform.accounts.domain;

import java.nio.CharBuffer;
import java.security.SecureRandom;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder.SecretKeyFactoryAlgorithm;
import org.springframework.stereotype.Component;

/**
 * Slow hashes of people's passwords: PBKDF2 with HMAC-SHA-512, 210,000 rounds, a salt of 16 octets. A password has 10 to 200 letters.
 * Two are computed at a time: a flood of sign-ins must not take the processor from messages.
 */
@Component
public class Passwords {

    static final int SHORTEST = 10;
    static final int LONGEST = 200;

    private static final int ROUNDS = 210_000;
    private static final int SALT = 16;
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int GROUPS = 4;
    private static final int GROUP = 5;

    private final SecureRandom random = new SecureRandom();
    private final Semaphore turns = new Semaphore(2);
    private final PasswordEncoder encoder = encoder();
    private final String nobodys = hash(generate());

    /** The hash of a password. */
    public String hash(String password) {
        turns.acquireUninterruptibly();
        try {
            String hash = encoder.encode(password);
            if (hash == null) {
                throw new IllegalStateException("No hash");
            }
            return hash;
        } finally {
            turns.release();
        }
    }

    /** Whether the password has the hash; takes as long when there is no hash to compare with. */
    public boolean matches(String password, @Nullable String hash) {
        turns.acquireUninterruptibly();
        try {
            boolean same = encoder.matches(password, hash == null ? nobodys : hash);
            return same && hash != null;
        } finally {
            turns.release();
        }
    }

    /** Whether the password is one that we take. */
    public static boolean acceptable(String password, String login) {
        return password.length() >= SHORTEST
                && password.length() <= LONGEST
                && password.chars().distinct().count() >= 5
                && !password.equalsIgnoreCase(login);
    }

    /** A new password of twenty letters without those that look alike: 99 random bits. */
    public String generate() {
        CharBuffer password = CharBuffer.allocate(GROUPS * GROUP + GROUPS - 1);
        for (int i = 0; i < GROUPS * GROUP; i++) {
            if (i > 0 && i % GROUP == 0) {
                password.put('-');
            }
            password.put(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return password.flip().toString();
    }

    private static PasswordEncoder encoder() {
        String id = "pbkdf2-sha512-" + ROUNDS;
        Pbkdf2PasswordEncoder slow =
                new Pbkdf2PasswordEncoder("", SALT, ROUNDS, SecretKeyFactoryAlgorithm.PBKDF2WithHmacSHA512);
        return new DelegatingPasswordEncoder(id, Map.of(id, slow));
    }
}

package io.vestnik.platform.api;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Tags of what can be changed (RFC 9110 §8.8.3), and what {@code If-Match} asks of them (§13.1.1). */
final class ETags {
    /** The header that makes a change depend on what was read. */
    static final String IF_MATCH = "If-Match";

    private static final int BYTES = 8;

    private ETags() {}

    /** The tag of what counts its changes. */
    static String of(long version) {
        return "\"" + version + "\"";
    }

    /** The tag of what is told apart by this text. */
    static String of(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "\"" + HexFormat.of().formatHex(digest, 0, BYTES) + "\"";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether the header names the tag, any tag, or is not there. */
    static boolean fits(@Nullable String ifMatch, String tag) {
        return ifMatch == null
                || ifMatch.strip().equals("*")
                || Arrays.stream(ifMatch.split(",", -1)).map(String::strip).anyMatch(tag::equals);
    }

    /**
     * The version that a change is meant for: the one that the body names, where it names none the present one if the header
     * was there, and otherwise none that there is.
     */
    static int version(@Nullable String ifMatch, int now, @Nullable Integer written) {
        return written != null ? written : ifMatch == null ? 0 : now;
    }
}

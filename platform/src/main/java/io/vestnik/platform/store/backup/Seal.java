package io.vestnik.platform.store.backup;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 over the names, sizes and contents of a backup in their order; its last entry is this, so a cut shows. */
final class Seal {
    /** The first entry: what this is and when it was made. */
    static final String HEAD = "vestnik-backup.properties";
    /** The last entry. */
    static final String NAME = "vestnik-backup.sha256";

    private final MessageDigest digest;

    Seal() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every JDK has it
        }
    }

    void entry(String name, long size) {
        digest.update(name.getBytes(StandardCharsets.UTF_8));
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(size).flip());
    }

    void content(byte[] bytes, int length) {
        digest.update(bytes, 0, length);
    }

    String value() {
        return HexFormat.of().formatHex(digest.digest());
    }
}

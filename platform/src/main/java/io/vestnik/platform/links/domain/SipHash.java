package io.vestnik.platform.links.domain;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** SipHash-2-4 of Aumasson and Bernstein, for messages of exactly eight bytes: a keyed function nobody predicts without the key. */
final class SipHash {
    static final int KEY_BYTES = 16;

    private static final long LENGTH = 8L << 56;

    private final long k0;
    private final long k1;

    SipHash(byte[] key) {
        if (key.length != KEY_BYTES) {
            throw new IllegalArgumentException("A key has " + KEY_BYTES + " bytes, not " + key.length);
        }
        ByteBuffer words = ByteBuffer.wrap(key).order(ByteOrder.LITTLE_ENDIAN);
        this.k0 = words.getLong();
        this.k1 = words.getLong();
    }

    /** The hash of a word, taken as eight bytes with the lowest first. */
    long of(long word) {
        long v0 = k0 ^ 0x736f6d6570736575L;
        long v1 = k1 ^ 0x646f72616e646f6dL;
        long v2 = k0 ^ 0x6c7967656e657261L;
        long v3 = k1 ^ 0x7465646279746573L;
        // Two words of two rounds each, then four rounds more.
        for (int round = 0; round < 8; round++) {
            switch (round) {
                case 0 -> v3 ^= word;
                case 2 -> {
                    v0 ^= word;
                    v3 ^= LENGTH;
                }
                case 4 -> {
                    v0 ^= LENGTH;
                    v2 ^= 0xff;
                }
                default -> {}
            }
            v0 += v1;
            v2 += v3;
            v1 = Long.rotateLeft(v1, 13) ^ v0;
            v3 = Long.rotateLeft(v3, 16) ^ v2;
            v0 = Long.rotateLeft(v0, 32);
            v2 += v1;
            v0 += v3;
            v1 = Long.rotateLeft(v1, 17) ^ v2;
            v3 = Long.rotateLeft(v3, 21) ^ v0;
            v2 = Long.rotateLeft(v2, 32);
        }
        return v0 ^ v1 ^ v2 ^ v3;
    }
}

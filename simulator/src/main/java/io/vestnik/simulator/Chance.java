package io.vestnik.simulator;

import java.nio.charset.StandardCharsets;

/** Numbers that look drawn by chance and follow from what they are drawn for: the same for the same, in whatever order. */
final class Chance {
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;
    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    private Chance() {}

    /** What a seed and a text begin with. */
    static long of(long seed, String text) {
        return and(mix(seed), text.getBytes(StandardCharsets.UTF_8), 0);
    }

    /** The same, and octets from some place on (FNV-1a). */
    static long and(long key, byte[] octets, int from) {
        long hash = key ^ FNV_OFFSET;
        for (int i = from; i < octets.length; i++) {
            hash = (hash ^ (octets[i] & 0xFF)) * FNV_PRIME;
        }
        return mix(hash);
    }

    /** The same, and a number. */
    static long and(long key, long number) {
        return mix(key + GOLDEN * (number + 1));
    }

    /** A number from 0 to below 1 for a key and the question that is asked of it. */
    static double draw(long key, int question) {
        return (and(key, question) >>> 11) * 0x1.0p-53;
    }

    // The finaliser of SplitMix64: every bit of the input moves every bit of the output.
    private static long mix(long value) {
        long z = value;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}

package io.vestnik.platform.links.domain;

import io.vestnik.platform.links.LinkMarks;
import java.util.OptionalLong;

/**
 * Writes numbers as codes of eight letters and digits, each number as one code and each code as one number, so that who has codes but
 * not the key cannot tell others. A Feistel network over 48 bits, walked until it falls below 62⁸: every other round trip takes one
 * step, one in five a second.
 */
final class CodePermutation {
    /** How many codes there are: 62⁸. */
    static final long SIZE = 218_340_105_584_896L;

    private static final String LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int ROUNDS = 10;
    private static final int HALF = 24;
    private static final long MASK = (1L << HALF) - 1;

    private final SipHash hash;

    CodePermutation(byte[] key) {
        this.hash = new SipHash(key);
    }

    /** The code of a number from 0 to {@link #SIZE} − 1. */
    String write(long number) {
        if (number < 0 || number >= SIZE) {
            throw new IllegalArgumentException("No code for " + number);
        }
        long at = number;
        do {
            at = forth(at);
        } while (at >= SIZE);
        char[] code = new char[LinkMarks.CODE];
        for (int i = LinkMarks.CODE - 1; i >= 0; i--) {
            code[i] = LETTERS.charAt((int) (at % LETTERS.length()));
            at /= LETTERS.length();
        }
        return new String(code);
    }

    /** The number of a code; empty for what is no code. */
    OptionalLong read(String code) {
        if (code.length() != LinkMarks.CODE) {
            return OptionalLong.empty();
        }
        long at = 0;
        for (int i = 0; i < LinkMarks.CODE; i++) {
            int value = value(code.charAt(i));
            if (value < 0) {
                return OptionalLong.empty();
            }
            at = at * LETTERS.length() + value;
        }
        do {
            at = back(at);
        } while (at >= SIZE);
        return OptionalLong.of(at);
    }

    private static int value(char c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        if (c >= 'A' && c <= 'Z') {
            return c - 'A' + 10;
        }
        return c >= 'a' && c <= 'z' ? c - 'a' + 36 : -1;
    }

    private long forth(long number) {
        long left = number >>> HALF;
        long right = number & MASK;
        for (int round = 0; round < ROUNDS; round++) {
            long next = left ^ mixed(round, right);
            left = right;
            right = next;
        }
        return left << HALF | right;
    }

    private long back(long number) {
        long left = number >>> HALF;
        long right = number & MASK;
        for (int round = ROUNDS - 1; round >= 0; round--) {
            long before = right ^ mixed(round, left);
            right = left;
            left = before;
        }
        return left << HALF | right;
    }

    private long mixed(long round, long half) {
        return hash.of(round << HALF | half) & MASK;
    }
}

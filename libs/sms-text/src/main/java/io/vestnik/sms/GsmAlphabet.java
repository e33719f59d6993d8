package io.vestnik.sms;

import java.util.Arrays;

/**
 * The GSM 03.38 default alphabet (§6.2.1) and its extension table (§6.2.1.1); no national shift tables.
 *
 * <p>Septets here stand one in a byte; {@link Septets} packs them.
 */
public final class GsmAlphabet {
    static final char EURO = '€';
    /** One above the last character of the alphabet but the euro sign: U+03A9, capital omega. */
    static final int TABLE_END = 0x3AA;

    static final int ESCAPE = 0x1B;

    /** §6.2.1 in order of codes; the place of the escape (0x1B) is held by U+FFFF. */
    private static final String DEFAULT = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\uFFFFÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    /** §6.2.1.1: the codes after the escape, and their characters in the same order. */
    private static final int[] EXTENSION_CODES = {0x0A, 0x14, 0x28, 0x29, 0x2F, 0x3C, 0x3D, 0x3E, 0x40, 0x65};

    private static final String EXTENSION = "\f^{}\\[~]|€";

    private static final byte NONE = -1;
    /** Code by character; extension codes have bit 7 set; NONE where the alphabet has no such character. */
    private static final byte[] CODES = new byte[TABLE_END];

    private static final char[] EXTENDED = new char[128];

    static {
        Arrays.fill(CODES, NONE);
        for (int code = 0; code < DEFAULT.length(); code++) {
            if (code != ESCAPE) {
                CODES[DEFAULT.charAt(code)] = (byte) code;
            }
        }
        for (int i = 0; i < EXTENSION.length(); i++) {
            int code = EXTENSION_CODES[i];
            char c = EXTENSION.charAt(i);
            EXTENDED[code] = c;
            if (c < TABLE_END) {
                CODES[c] = (byte) (code | 0x80);
            }
        }
    }

    private GsmAlphabet() {}

    /** Septets that a character takes: 1, 2 with its escape, 0 when the alphabet has no such character. */
    public static int septets(char c) {
        int code = code(c);
        return code == NONE ? 0 : code < 0 ? 2 : 1;
    }

    /** The septets of a text, one in a byte; the text must be wholly of this alphabet. */
    public static byte[] encode(String text) {
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            int septets = septets(text.charAt(i));
            if (septets == 0) {
                throw new IllegalArgumentException("Not of the GSM alphabet: character " + i);
            }
            length += septets;
        }
        byte[] out = new byte[length];
        write(text, 0, text.length(), out, 0);
        return out;
    }

    /**
     * The text of septets that stand one in a byte.
     *
     * <p>What no alphabet defines is shown as §6.2.1 tells a handset to show it: an unknown extension code as the
     * character of the default table, an escape of an escape or at the end as a space. A byte above 0x7F is U+FFFD.
     */
    public static String decode(byte[] septets) {
        return decode(septets, 0, septets.length);
    }

    static String decode(byte[] septets, int from, int to) {
        StringBuilder text = new StringBuilder(to - from);
        for (int i = from; i < to; i++) {
            if (septets[i] != ESCAPE) {
                text.append(character(septets[i]));
            } else if (i + 1 == to || septets[i + 1] == ESCAPE) {
                text.append(' ');
                i++;
            } else {
                byte code = septets[++i];
                text.append(code >= 0 && EXTENDED[code] != 0 ? EXTENDED[code] : character(code));
            }
        }
        return text.toString();
    }

    /** Writes characters of the alphabet as septets, one in a byte; returns where it stopped. */
    static int write(String text, int from, int to, byte[] out, int at) {
        int next = at;
        for (int i = from; i < to; i++) {
            int code = code(text.charAt(i));
            if (code < 0) {
                out[next++] = ESCAPE;
            }
            out[next++] = (byte) (code & 0x7F);
        }
        return next;
    }

    private static char character(byte code) {
        return code < 0 ? '\uFFFD' : DEFAULT.charAt(code);
    }

    private static int code(char c) {
        return c < TABLE_END ? CODES[c] : c == EURO ? (byte) (0x65 | 0x80) : NONE;
    }
}

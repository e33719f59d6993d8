package io.vestnik.tabular;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The encoding of a text by its bytes: the mark, then validity, then how much like Russian the letters read. */
final class EncodingGuess {

    /** The most usual first: it wins where all read equally well. */
    private static final List<Charset> SINGLE_BYTE =
            List.of(Charset.forName("windows-1251"), Charset.forName("KOI8-R"), Charset.forName("IBM866"));

    /** One stray byte among this many good sequences does not make a UTF-8 text another's. */
    private static final int GOOD_FOR_ONE_BAD = 20;

    /** Letters of Russian, most frequent first; the rank is what counts, one step of it costs the same. */
    private static final String BY_FREQUENCY = "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъёіїєґўәғқңөұүһ";

    private static final String TYPOGRAPHY = "«»„“”‘’–—…№§©®°·\u00A0€₽₸";

    private EncodingGuess() {}

    /** The encoding, or empty where the bytes are no text at all. */
    static Optional<Charset> of(TextSample sample) {
        byte[] head = sample.head();
        if (startsWith(head, 0xEF, 0xBB, 0xBF)) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        Optional<Charset> wide = wide(head);
        if (wide.isPresent()) {
            return wide;
        }
        byte[] telling = sample.telling();
        if (isBinary(head) || isBinary(telling)) {
            return Optional.empty();
        }
        return Optional.of(isUtf8(telling) ? StandardCharsets.UTF_8 : mostRussian(telling));
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    /** UTF-16 by its mark, or by zeros that stand on one side of the pairs only: digits, separators and line ends have them. */
    private static Optional<Charset> wide(byte[] head) {
        if (startsWith(head, 0xFF, 0xFE)) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        if (startsWith(head, 0xFE, 0xFF)) {
            return Optional.of(StandardCharsets.UTF_16BE);
        }
        int pairs = head.length / 2;
        int[] zeros = new int[2];
        for (int i = 0; i < pairs * 2; i++) {
            zeros[i & 1] += head[i] == 0 ? 1 : 0;
        }
        for (int side = 0; side < 2; side++) {
            if (zeros[side] * 8 >= pairs && zeros[side] > 0 && zeros[1 - side] == 0) {
                Charset charset = side == 1 ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
                return readsAsText(new String(head, 0, pairs * 2, charset)) ? Optional.of(charset) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** Nine of ten characters are ASCII, Cyrillic or typography, and none is a control character: chance gives hieroglyphs. */
    private static boolean readsAsText(String text) {
        long usual = text.chars()
                .filter(c -> c < 0x80 || (c >= 0x400 && c < 0x530) || TYPOGRAPHY.indexOf(c) >= 0)
                .count();
        boolean control = text.chars().anyMatch(c -> c < ' ' && "\t\r\n\f".indexOf(c) < 0);
        return !control && usual * 10 >= text.length() * 9L;
    }

    /** A NUL, or more than one control character in a hundred. */
    private static boolean isBinary(byte[] bytes) {
        int control = 0;
        for (byte value : bytes) {
            if (value == 0) {
                return true;
            }
            if (value > 0 && value < ' ' && "\t\r\n\f".indexOf(value) < 0) {
                control++;
            }
        }
        return control * 100 > bytes.length;
    }

    /** RFC 3629, without the finer rules of over-long forms: no single-byte Cyrillic text passes by chance. */
    private static boolean isUtf8(byte[] bytes) {
        int good = 0;
        int bad = 0;
        int i = 0;
        while (i < bytes.length) {
            int value = bytes[i++] & 0xFF;
            if (value < 0x80) {
                continue;
            }
            int follow = value >= 0xC2 && value < 0xE0 ? 1 : value >= 0xE0 && value < 0xF0 ? 2 : value < 0xF5 ? 3 : -1;
            int seen = 0;
            while (value >= 0xC2 && seen < follow && i < bytes.length && (bytes[i] & 0xC0) == 0x80) {
                i++;
                seen++;
            }
            // The sample may end within a character.
            boolean cut = value >= 0xC2 && i == bytes.length && seen < follow;
            if (value >= 0xC2 && seen == follow) {
                good++;
            } else if (!cut) {
                bad++;
            }
        }
        return bad * GOOD_FOR_ONE_BAD <= good;
    }

    private static Charset mostRussian(byte[] bytes) {
        // The sort is stable, so the more usual encoding stays in front of an equal one.
        return SINGLE_BYTE.stream()
                .sorted(Comparator.comparingLong((Charset charset) -> strangeness(new String(bytes, charset))))
                .findFirst()
                .orElseThrow();
    }

    /** The sum of ranks of the letters; a capital after a small letter and signs that no letter is cost far more. */
    private static long strangeness(String text) {
        long sum = 0;
        char before = ' ';
        for (int i = 0; i < text.length(); i++) {
            char now = text.charAt(i);
            if (now >= 0x80) {
                int rank = BY_FREQUENCY.indexOf(Character.toLowerCase(now));
                sum += rank >= 0 ? rank : TYPOGRAPHY.indexOf(now) >= 0 ? BY_FREQUENCY.length() : 300;
                sum += Character.isUpperCase(now) && Character.isLowerCase(before) ? 60 : 0;
            }
            before = now;
        }
        return sum;
    }
}

package io.vestnik.phone;

import io.vestnik.phone.ParseResult.Reason;
import io.vestnik.phone.ParseResult.Refused;
import org.jspecify.annotations.Nullable;

/** The digits of something written, with whether a plus, or 00, stood before them. */
record Digits(String value, boolean plus) {
    /** Fifteen digits of E.164 and the longest way to dial abroad: 8 10, of Russia. */
    static final int LONGEST_DIALLED = 18;

    /** Digits of any script out of a text that has only them and the marks between them; null when it has more. */
    static @Nullable Digits of(CharSequence text) {
        StringBuilder digits = new StringBuilder(text.length());
        boolean plus = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int digit = Character.digit(c, 10);
            if (digit >= 0) {
                digits.append((char) ('0' + digit));
            } else if ((c == '+' || c == '＋') && digits.isEmpty() && !plus) {
                plus = true;
            } else if (!mark(c)) {
                return null;
            }
        }
        return new Digits(digits.toString(), plus);
    }

    ParseResult parse(Country home) {
        if (value.isEmpty()) {
            return new Refused(plus ? Reason.NOT_A_NUMBER : Reason.EMPTY);
        }
        // 00 is how most of the world dials abroad, and no country's own number begins so.
        Digits dialled = !plus && value.startsWith("00") ? new Digits(value.substring(2), true) : this;
        return dialled.parseDialled(home);
    }

    private ParseResult parseDialled(Country home) {
        if (value.length() < PhoneNumber.FEWEST) {
            return new Refused(Reason.TOO_SHORT);
        }
        if (value.length() > LONGEST_DIALLED) {
            return new Refused(Reason.TOO_LONG);
        }
        if (value.charAt(0) != '0') {
            ParseResult.@Nullable Parsed mobile = PlanOfSeven.mobile(Long.parseLong(value), value.length(), plus, home);
            if (mobile != null) {
                return mobile;
            }
        }
        ParseResult result = WorldPlan.parse(value, plus, home);
        @Nullable Reason length = result instanceof Refused ? PlanOfSeven.wrongLength(value, plus, home) : null;
        return length == null ? result : new Refused(length);
    }

    /** Marks that people put between digits, and that mean nothing there. */
    static boolean mark(char c) {
        return switch (c) {
            case '-', '(', ')', '.', '[', ']', '~' -> true;
            case '‐', '‑', '‒', '–', '—', '−', '\u00AD' -> true;
            default -> Character.isSpaceChar(c) || c == '\t' || invisible(c);
        };
    }

    /** Characters without a look that come along when a number is copied from a page or a messenger. */
    static boolean invisible(char c) {
        return (c >= '\u200B' && c <= '\u200F')
                || (c >= '\u202A' && c <= '\u202E')
                || (c >= '\u2060' && c <= '\u2069')
                || c == '\uFEFF';
    }
}

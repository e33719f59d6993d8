package io.vestnik.sms;

import org.jspecify.annotations.Nullable;

/**
 * Counts texts one after another without allocating anything: {@link #measure} a text, then ask.
 *
 * <p>Agrees with {@link TextSplitter} in every case. Not for several threads at once: each takes its own.
 */
public final class TextMeter {
    private final RouteAlphabet alphabet;
    private final Concatenation concatenation;

    private Encoding encoding = Encoding.GSM7;
    private int parts = 1;
    private int units;
    private int usedInLast;
    private int offenderIndex = -1;
    private int offenderCodePoint;

    public TextMeter(RouteAlphabet alphabet, Concatenation concatenation) {
        this.alphabet = alphabet;
        this.concatenation = concatenation;
    }

    /** Counts a text of any length and returns its parts; the other answers are about this text until the next one. */
    public int measure(String text) {
        int septets = 0;
        int length = text.length();
        int i = 0;
        for (; i < length; i++) {
            int taken = alphabet.septets(text.charAt(i));
            if (taken == 0) {
                break;
            }
            septets += taken;
        }
        if (i < length) {
            encoding = Encoding.UCS2;
            units = length;
            offenderIndex = i;
            offenderCodePoint = text.codePointAt(i);
        } else {
            encoding = Encoding.GSM7;
            units = septets;
            offenderIndex = -1;
        }
        if (units <= Concatenation.unitsAlone(encoding)) {
            parts = 1;
            usedInLast = units;
        } else {
            divide(text);
        }
        return parts;
    }

    public Encoding encoding() {
        return encoding;
    }

    public int parts() {
        return parts;
    }

    /** All answers of the last text as a value of its own. */
    public TextSize size() {
        int room = parts == 1 ? Concatenation.unitsAlone(encoding) : concatenation.unitsPerPart(encoding);
        @Nullable Offender offender = offenderIndex < 0 ? null : new Offender(offenderIndex, offenderCodePoint);
        return new TextSize(encoding, parts, units, usedInLast, room - usedInLast, offender);
    }

    private void divide(String text) {
        int room = concatenation.unitsPerPart(encoding);
        if (encoding == Encoding.GSM7 && units == text.length()) {
            // Without escape pairs nothing can be cut in two, and division is enough.
            parts = (units + room - 1) / room;
            usedInLast = units - (parts - 1) * room;
            return;
        }
        parts = 0;
        int from = 0;
        while (from < text.length()) {
            int to = PartBoundary.next(text, from, encoding, room);
            parts++;
            usedInLast = encoding == Encoding.UCS2 ? to - from : PartBoundary.septets(text, from, to);
            from = to;
        }
    }
}

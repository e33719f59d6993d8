package io.vestnik.sms;

/** The first character that forces a text into UCS-2: its index in UTF-16 units and its code point. */
public record Offender(int index, int codePoint) {
    public Offender {
        if (index < 0 || !Character.isValidCodePoint(codePoint)) {
            throw new IllegalArgumentException("No character: " + codePoint + " at " + index);
        }
    }
}

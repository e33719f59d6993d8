package io.vestnik.sms;

/** What a text takes before and after it is rewritten. */
public record Saving(TextSize before, TextSize after) {
    /** Of two texts as most routes send them. */
    public static Saving of(String before, String after) {
        return new Saving(TextSize.of(before), TextSize.of(after));
    }

    /** Parts that are saved; below zero where the new text takes more, such as after … became ... in a text that stays UCS-2. */
    public int parts() {
        return before.parts() - after.parts();
    }

    /** Whether the new text is of the GSM alphabet and the old one was not. */
    public boolean leavesUcs2() {
        return before.encoding() == Encoding.UCS2 && after.encoding() == Encoding.GSM7;
    }
}

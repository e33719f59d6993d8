package io.vestnik.platform.campaigns.domain;

import org.jspecify.annotations.Nullable;

/**
 * One recipient of a frozen audience.
 *
 * @param phone digits; what was typed where that is no number
 * @param parts 0 for who is left out before the text was counted
 * @param mccMnc the network, empty where it is not known
 * @param text what they read, where it differs from what others do
 * @param wave the number of their wave; 0 where all are one
 */
public record AudienceLine(
        String phone,
        Verdict verdict,
        int parts,
        String mccMnc,
        @Nullable String text,
        int wave) {
    /** Where all are one wave. */
    public AudienceLine(String phone, Verdict verdict, int parts, String mccMnc, @Nullable String text) {
        this(phone, verdict, parts, mccMnc, text, 0);
    }

    /** The same in a wave. */
    AudienceLine in(int number) {
        return new AudienceLine(phone, verdict, parts, mccMnc, text, number);
    }
}

package io.vestnik.platform.numbering.domain;

import java.util.Locale;

/** Why a row of a register or of ported numbers is not taken. */
public enum RowRefusal {
    /** Not three digits that begin with 3, 4, 8 or 9. */
    NOT_A_CODE,
    /** A beginning or an end that is not a number of at most seven digits. */
    NOT_A_NUMBER,
    /** It ends before it begins. */
    BACKWARDS,
    /** Its capacity is not as many numbers as there are. */
    WRONG_CAPACITY,
    /** It names no operator. */
    NO_OPERATOR,
    /** Another row has some of its numbers. */
    OVERLAPS,
    /** Not a phone number. */
    NOT_A_PHONE,
    /** An operator that is neither in our table nor in a register that was loaded. */
    UNKNOWN_OPERATOR,
    /** The number was there before. */
    TWICE;

    /** The key of its name in the bundle, behind {@code numbering.row.}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

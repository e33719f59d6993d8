package io.vestnik.phone;

/** What a number is good for. */
public enum Kind {
    /** Takes short messages; also where mobile and fixed numbers look alike, as in the USA. */
    MOBILE,
    /** A fixed line: can be called, and as a rule takes no short messages. */
    FIXED,
    /** Toll-free, premium, VoIP, paging and the like. */
    OTHER
}

package io.vestnik.sms;

/** How the letters of a short message travel: septets of the GSM default alphabet, or 16-bit units. */
public enum Encoding {
    /** GSM 03.38 default alphabet (§6.2.1) with its extension table (§6.2.1.1): 160 septets in a message of one part. */
    GSM7,
    /** UCS-2 (UTF-16 big endian): 70 units in a message of one part; a character beyond U+FFFF takes two. */
    UCS2
}

package io.vestnik.smpp;

/** Values of data_coding (SMPP 3.4 §5.2.19). */
public final class DataCoding {
    /** The SMSC's default alphabet: each SMSC has its own; mostly GSM 03.38 unpacked, or Latin-1. */
    public static final int DEFAULT = 0;

    public static final int ASCII = 1;
    public static final int OCTETS = 2;
    public static final int LATIN_1 = 3;
    public static final int BINARY = 4;
    public static final int JIS = 5;
    public static final int CYRILLIC = 6;
    public static final int HEBREW = 7;
    public static final int UCS2 = 8;

    private DataCoding() {}
}

package io.vestnik.sms;

/** What a data_coding value says about the letters (SMPP 3.4 §5.2.19, GSM 03.38 §4). */
enum DataCoding {
    DEFAULT,
    GSM,
    ASCII,
    LATIN1,
    CYRILLIC,
    HEBREW,
    UCS2,
    BINARY,
    UNKNOWN;

    /** In the groups with a message class: which of the four it is. */
    private static final int CLASS = 3;

    /** The general group with a message class 0. */
    static final int FLASH = 0x10;

    /** The value by which we write letters: 0 for the route's own alphabet, 8 for UCS-2; of a flash with class 0. */
    static int of(Encoding encoding, boolean flash) {
        return switch (encoding) {
                    case GSM7 -> TextSplitter.DEFAULT_CODING;
                    case UCS2 -> TextSplitter.UCS2_CODING;
                }
                | (flash ? FLASH : 0);
    }

    /** Whether it says class 0: to be shown at once and not kept. */
    static boolean isFlash(int value) {
        int group = value >> 4;
        return (group == 0x1 || group == 0xF) && (value & CLASS) == 0;
    }

    static DataCoding of(int value) {
        if (value < 0 || value > 0xFF) {
            return UNKNOWN;
        }
        return switch (value >> 4) {
            case 0x0 -> ofSmppList(value);
            // General group with a message class; compressed texts (0x30 and with bit 5) are not in use.
            case 0x1 -> ofAlphabetBits(value);
            // Message waiting: discard, store, store in UCS-2.
            case 0xC, 0xD -> GSM;
            case 0xE -> UCS2;
            case 0xF -> (value & 0x04) == 0 ? GSM : BINARY;
            default -> UNKNOWN;
        };
    }

    private static DataCoding ofSmppList(int value) {
        return switch (value) {
            case 0 -> DEFAULT;
            case 1 -> ASCII;
            case 2, 4 -> BINARY;
            case 3 -> LATIN1;
            case 6 -> CYRILLIC;
            case 7 -> HEBREW;
            case 8 -> UCS2;
            default -> UNKNOWN;
        };
    }

    private static DataCoding ofAlphabetBits(int value) {
        return switch ((value >> 2) & 3) {
            case 0 -> GSM;
            case 1 -> BINARY;
            case 2 -> UCS2;
            default -> UNKNOWN;
        };
    }
}

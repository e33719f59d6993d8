package io.vestnik.sms;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What user data from the wire turned out to be; a letter that cannot be read is U+FFFD, never a lost message. */
public sealed interface Received {
    /** A text, or one part of it; the place is null when no header says it. */
    record Text(String text, @Nullable PartPlace place) implements Received {
        /** Says nothing of the text: this may get into a log. */
        @Override
        public String toString() {
            return "Text[" + text.length() + " characters, " + place + "]";
        }
    }

    /** Bytes that are not a text by their data_coding, the header taken off. */
    record Binary(byte[] bytes, @Nullable PartPlace place) implements Received {}

    /** User data that contradict themselves. */
    record Malformed(Fault fault) implements Received {}

    /** Why user data are refused. */
    enum Fault {
        /** The header cannot be read: see {@link UserDataHeader.Malformed}. */
        HEADER,
        /** UCS-2 of an odd number of bytes. */
        HALF_A_UNIT,
        /** A data_coding outside 0..255, or one of those that are not in use (JIS, Kanji, Korean, reserved). */
        UNKNOWN_CODING
    }

    /**
     * Reads user data.
     *
     * @param dataCoding as in SMPP 3.4 §5.2.19: values of its own list, and the groups with a message class of GSM 03.38
     * @param udh whether esm_class says that a header stands before the text
     * @param alphabet what the peer means by data_coding 0
     */
    static Received read(byte[] userData, int dataCoding, boolean udh, RouteAlphabet alphabet) {
        int from = 0;
        @Nullable PartPlace place = null;
        if (udh) {
            switch (UserDataHeader.parse(userData)) {
                case UserDataHeader.Malformed _ -> {
                    return new Malformed(Fault.HEADER);
                }
                case UserDataHeader.Sound(int length, PartPlace at) -> {
                    from = length;
                    place = at;
                }
            }
        }
        return switch (DataCoding.of(dataCoding)) {
            case DEFAULT -> new Text(ofDefault(userData, from, alphabet), place);
            case GSM -> new Text(ofDefault(userData, from, RouteAlphabet.GSM), place);
            case ASCII -> new Text(ofDefault(userData, from, RouteAlphabet.ASCII), place);
            case LATIN1 -> new Text(ofDefault(userData, from, RouteAlphabet.LATIN1), place);
            case CYRILLIC -> new Text(string(userData, from, Charset.forName("ISO-8859-5")), place);
            case HEBREW -> new Text(string(userData, from, Charset.forName("ISO-8859-8")), place);
            case UCS2 ->
                (userData.length - from) % 2 != 0
                        ? new Malformed(Fault.HALF_A_UNIT)
                        : new Text(units(userData, from), place);
            case BINARY -> new Binary(Arrays.copyOfRange(userData, from, userData.length), place);
            case UNKNOWN -> new Malformed(Fault.UNKNOWN_CODING);
        };
    }

    private static String ofDefault(byte[] data, int from, RouteAlphabet alphabet) {
        return switch (alphabet) {
            case GSM -> GsmAlphabet.decode(data, from, data.length);
            case LATIN1 -> string(data, from, StandardCharsets.ISO_8859_1);
            case ASCII -> string(data, from, StandardCharsets.US_ASCII);
        };
    }

    private static String string(byte[] data, int from, Charset charset) {
        return new String(data, from, data.length - from, charset);
    }

    private static String units(byte[] data, int from) {
        char[] text = new char[(data.length - from) / 2];
        for (int i = 0; i < text.length; i++) {
            text[i] = (char) (((data[from + 2 * i] & 0xFF) << 8) | (data[from + 2 * i + 1] & 0xFF));
        }
        return new String(text);
    }
}

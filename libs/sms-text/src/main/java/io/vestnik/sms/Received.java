package io.vestnik.sms;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What user data from the wire turned out to be; a letter that cannot be read is U+FFFD, never a lost message. */
public sealed interface Received {
    /**
     * A text, or one part of it.
     *
     * @param flash it is of class 0: to be shown at once and not kept
     * @param place null when no header says it
     */
    record Text(String text, boolean flash, @Nullable PartPlace place) implements Received {
        /** Says nothing of the text: this may get into a log. */
        @Override
        public String toString() {
            return "Text[" + text.length() + " characters, flash=" + flash + ", " + place + "]";
        }
    }

    /**
     * Bytes that are not a text by their data_coding.
     *
     * @param header with the octet of its length; none where there is none
     * @param bytes what follows it
     * @param flash they are of class 0
     * @param place null when no header says it
     * @param more whether the header says anything else
     */
    record Binary(
            byte[] header,
            byte[] bytes,
            boolean flash,
            @Nullable PartPlace place,
            boolean more) implements Received {
        /** Says nothing of the bytes: this may get into a log. */
        @Override
        public String toString() {
            return "Binary[" + header.length + " + " + bytes.length + " octets, " + place + "]";
        }
    }

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
        if (!udh) {
            return read(userData, dataCoding, alphabet, new UserDataHeader.Sound(0, null, false));
        }
        return switch (UserDataHeader.parse(userData)) {
            case UserDataHeader.Malformed _ -> new Malformed(Fault.HEADER);
            case UserDataHeader.Sound header -> read(userData, dataCoding, alphabet, header);
        };
    }

    private static Received read(byte[] data, int dataCoding, RouteAlphabet alphabet, UserDataHeader.Sound header) {
        int from = header.length();
        boolean flash = DataCoding.isFlash(dataCoding);
        @Nullable PartPlace place = header.place();
        return switch (DataCoding.of(dataCoding)) {
            case DEFAULT -> new Text(ofDefault(data, from, alphabet), flash, place);
            case GSM -> new Text(ofDefault(data, from, RouteAlphabet.GSM), flash, place);
            case ASCII -> new Text(ofDefault(data, from, RouteAlphabet.ASCII), flash, place);
            case LATIN1 -> new Text(ofDefault(data, from, RouteAlphabet.LATIN1), flash, place);
            case CYRILLIC -> new Text(string(data, from, Charset.forName("ISO-8859-5")), flash, place);
            case HEBREW -> new Text(string(data, from, Charset.forName("ISO-8859-8")), flash, place);
            case UCS2 ->
                (data.length - from) % 2 != 0
                        ? new Malformed(Fault.HALF_A_UNIT)
                        : new Text(units(data, from), flash, place);
            case BINARY ->
                new Binary(
                        Arrays.copyOf(data, from),
                        Arrays.copyOfRange(data, from, data.length),
                        flash,
                        place,
                        header.more());
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

package io.vestnik.sms;

import java.util.HexFormat;
import java.util.Optional;

/** What a message brings to a phone: a text, or octets for a program on it. */
public sealed interface Body {
    /**
     * A text.
     *
     * @param flash it is shown at once and not kept: class 0 of GSM 03.38 §4
     */
    record Text(String text, boolean flash) implements Body {
        @Override
        public String kept() {
            return text;
        }

        @Override
        public Size size() {
            TextSize size = TextSize.of(text);
            return new Size(size.parts(), DataCoding.of(size.encoding(), flash));
        }

        /** Says nothing of the text: this may get into a log. */
        @Override
        public String toString() {
            return "Text[" + text.length() + " characters" + (flash ? ", flash]" : "]");
        }
    }

    /**
     * Octets of one short message: lower-case hexadecimal digits, 1 to 140 octets together. A {@link #fault} is refused.
     *
     * @param header with the octet of its length, as 3GPP TS 23.040 §9.2.3.24 has it; empty where there is none
     * @param data what follows it
     * @param dataCoding one of those of 8-bit data
     * @param protocolId TP-PID of 3GPP TS 23.040 §9.2.3.9
     */
    record Binary(String header, String data, int dataCoding, int protocolId) implements Body {
        private static final int OCTET = 8;
        private static final String NO_HEADER = "00";

        public Binary {
            header = header.equals(NO_HEADER) ? "" : header; // one that says nothing
            fault(header, data, dataCoding, protocolId).ifPresent(fault -> {
                throw new IllegalArgumentException("No octets of a message: " + fault);
            });
        }

        /** Why there can be no such octets. */
        public enum Fault {
            /** Something is written otherwise than in lower-case hexadecimal digits, two an octet. */
            DIGITS,
            /** The header contradicts itself, or has another length than it says. */
            HEADER,
            /** None at all, or more than 140 octets. */
            LENGTH,
            /** data_coding is not one of those of 8-bit data: 2, 4, 0x14–0x17, 0xF4–0xF7, 0xFC–0xFF. */
            CODING,
            /** protocol_id is no octet. */
            PROTOCOL
        }

        /** What is wrong with these parts; empty where they are sound. */
        public static Optional<Fault> fault(String header, String data, int dataCoding, int protocolId) {
            if (!isHexadecimal(header) || !isHexadecimal(data)) {
                return Optional.of(Fault.DIGITS);
            }
            int octets = (header.length() + data.length()) / 2;
            if (octets == 0 || octets > Concatenation.BYTES) {
                return Optional.of(Fault.LENGTH);
            }
            if (!header.isEmpty() && !isHeader(HexFormat.of().parseHex(header))) {
                return Optional.of(Fault.HEADER);
            }
            if (DataCoding.of(dataCoding) != DataCoding.BINARY) {
                return Optional.of(Fault.CODING);
            }
            return protocolId < 0 || protocolId > 0xFF ? Optional.of(Fault.PROTOCOL) : Optional.empty();
        }

        private static boolean isHexadecimal(String digits) {
            return digits.length() % 2 == 0
                    && digits.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
        }

        private static boolean isHeader(byte[] octets) {
            return UserDataHeader.parse(octets) instanceof UserDataHeader.Sound sound
                    && sound.length() == octets.length;
        }

        /** Whether the user data begin with a header: esm_class bit 6 then. */
        public boolean udh() {
            return !header.isEmpty();
        }

        /** The header and what follows it, as short_message carries them. */
        public byte[] userData() {
            return HexFormat.of().parseHex(header + data);
        }

        /** How many octets that is. */
        public int octets() {
            return (header.length() + data.length()) / 2;
        }

        @Override
        public String kept() {
            return (header.isEmpty() ? NO_HEADER : header) + data;
        }

        @Override
        public Size size() {
            return new Size(1, protocolId << OCTET | dataCoding);
        }

        /** Octets written as {@link #kept} writes them; empty where they are no short message. */
        public static Optional<Binary> read(String kept, int dataCoding, int protocolId) {
            if (kept.length() < NO_HEADER.length() || !isHexadecimal(kept)) {
                return Optional.empty();
            }
            int end = NO_HEADER.length() * (1 + Integer.parseInt(kept, 0, NO_HEADER.length(), 16));
            if (end > kept.length()) {
                return Optional.empty();
            }
            String header = end == NO_HEADER.length() ? "" : kept.substring(0, end);
            String data = kept.substring(end);
            return fault(header, data, dataCoding, protocolId).isPresent()
                    ? Optional.empty()
                    : Optional.of(new Binary(header, data, dataCoding, protocolId));
        }

        private static Binary of(String kept, int coding) {
            return read(kept, coding & 0xFF, coding >> OCTET & 0xFF)
                    .orElseThrow(() -> new IllegalArgumentException("No octets of a message are kept under " + coding));
        }

        /** Says nothing of the octets: they may be a person's text. */
        @Override
        public String toString() {
            return "Binary[" + octets() + " octets, dataCoding=" + dataCoding + ", protocolId=" + protocolId + "]";
        }
    }

    /** The kinds that people tell apart. */
    enum Kind {
        TEXT("text"),
        FLASH("flash"),
        BINARY("binary");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        /** As programs and bundles name it. */
        public String code() {
            return code;
        }

        /** The kind of what is kept under this {@link Size#coding}. */
        public static Kind of(int coding) {
            return switch (DataCoding.of(coding & 0xFF)) {
                case BINARY -> BINARY;
                case DEFAULT, GSM, ASCII, LATIN1, CYRILLIC, HEBREW, UCS2, UNKNOWN ->
                    DataCoding.isFlash(coding & 0xFF) ? FLASH : TEXT;
            };
        }
    }

    /**
     * What it takes on the air.
     *
     * @param parts short messages, 1 or more
     * @param coding data_coding in the low octet, protocol_id in the one above; of texts 0, 8, and 0x10, 0x18 of flashes
     */
    record Size(int parts, int coding) {
        private static final int UCS2_BIT = 8;

        /** Whether these are letters of UCS-2. */
        public static boolean isUcs2(int coding) {
            return Kind.of(coding) != Kind.BINARY && (coding & UCS2_BIT) != 0;
        }
    }

    /** A text that is shown and kept as usual. */
    static Body text(String text) {
        return new Text(text, false);
    }

    /** What is kept of it as letters: a text as it is; octets as hexadecimal digits, the header first, 00 where there is none. */
    String kept();

    Size size();

    /** What was kept with the coding of its size. */
    static Body of(String kept, int coding) {
        return switch (Kind.of(coding)) {
            case TEXT -> new Text(kept, false);
            case FLASH -> new Text(kept, true);
            case BINARY -> Binary.of(kept, coding);
        };
    }
}

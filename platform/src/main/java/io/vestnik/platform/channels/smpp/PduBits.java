package io.vestnik.platform.channels.smpp;

import io.vestnik.platform.channels.Described.Field;
import io.vestnik.smpp.DataCoding;
import io.vestnik.smpp.EsmClass;
import io.vestnik.smpp.MessageState;
import io.vestnik.smpp.Npi;
import io.vestnik.smpp.RegisteredDelivery;
import io.vestnik.smpp.Tlv;
import io.vestnik.smpp.Ton;
import io.vestnik.sms.GsmAlphabet;
import io.vestnik.sms.Received;
import io.vestnik.sms.RouteAlphabet;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** What single values of PDUs mean (SMPP 3.4 §5.2, §5.3), in the words of the standard. */
final class PduBits {
    private static final int CONCATENATION_8 = 0x00;
    private static final int GSM_FLASH = 0x10;
    private static final int UCS2_FLASH = 0x18;
    private static final int CONCATENATION_16 = 0x08;

    private PduBits() {}

    static Field esmClass(int value) {
        StringJoiner words = new StringJoiner(", ");
        String mode = switch (value & 0x03) {
            case EsmClass.DATAGRAM -> "datagram";
            case EsmClass.FORWARD -> "forward";
            case EsmClass.STORE_AND_FORWARD -> "store and forward";
            default -> "";
        };
        if (!mode.isEmpty()) {
            words.add(mode);
        }
        if (EsmClass.isReceipt(value)) {
            words.add((value & EsmClass.INTERMEDIATE) != 0 ? "intermediate notification" : "delivery receipt");
        }
        if (EsmClass.hasUdh(value)) {
            words.add("UDHI");
        }
        if ((value & EsmClass.REPLY_PATH) != 0) {
            words.add("reply path");
        }
        return new Field("esm_class", octet(value), words.length() == 0 ? null : words.toString());
    }

    static Field registered(int value) {
        String words = switch (value & 0x03) {
            case RegisteredDelivery.FINAL -> "final receipt";
            case RegisteredDelivery.FAILURE_ONLY -> "receipt on failure";
            default -> "no receipt";
        };
        return new Field(
                "registered_delivery",
                octet(value),
                (value & RegisteredDelivery.INTERMEDIATE) == 0 ? words : words + ", intermediate notification");
    }

    static Field dataCoding(int value) {
        String words = switch (value) {
            case DataCoding.DEFAULT -> "SMSC default alphabet";
            case DataCoding.ASCII -> "ASCII";
            case DataCoding.OCTETS, DataCoding.BINARY -> "octets";
            case DataCoding.LATIN_1 -> "Latin-1";
            case DataCoding.CYRILLIC -> "ISO 8859-5";
            case DataCoding.UCS2 -> "UCS-2";
            case GSM_FLASH -> "GSM 03.38, class 0";
            case UCS2_FLASH -> "UCS-2, class 0";
            default -> "";
        };
        return new Field("data_coding", octet(value), words.isEmpty() ? null : words);
    }

    static @Nullable String ton(int value) {
        return switch (value) {
            case Ton.UNKNOWN -> "unknown";
            case Ton.INTERNATIONAL -> "international";
            case Ton.NATIONAL -> "national";
            case Ton.NETWORK_SPECIFIC -> "network specific";
            case Ton.SUBSCRIBER -> "subscriber";
            case Ton.ALPHANUMERIC -> "alphanumeric";
            case Ton.ABBREVIATED -> "abbreviated";
            default -> null;
        };
    }

    static @Nullable String npi(int value) {
        return switch (value) {
            case Npi.UNKNOWN -> "unknown";
            case Npi.ISDN -> "ISDN (E.164)";
            case Npi.DATA -> "data (X.121)";
            case Npi.TELEX -> "telex";
            case Npi.LAND_MOBILE -> "land mobile (E.212)";
            case Npi.NATIONAL -> "national";
            case Npi.PRIVATE -> "private";
            case Npi.ERMES -> "ERMES";
            case Npi.INTERNET -> "internet";
            case Npi.WAP -> "WAP";
            default -> null;
        };
    }

    /** A relative time ends with R, an absolute one with its quarter hours and sign (SMPP 3.4 §7.1.1). */
    static @Nullable String time(String value) {
        if (value.isEmpty()) {
            return null;
        }
        return value.endsWith("R") ? "relative" : "absolute";
    }

    /** The user data header and the text of a short message. */
    static void content(byte[] octets, int esmClass, int coding, List<Field> fields) {
        int header = 0;
        if (EsmClass.hasUdh(esmClass) && octets.length > 0 && (octets[0] & 0xFF) < octets.length) {
            header = (octets[0] & 0xFF) + 1;
            byte[] udh = Arrays.copyOf(octets, header);
            fields.add(new Field("UDH", HexFormat.of().formatHex(udh), concatenation(udh)));
        }
        if (octets.length > header) {
            fields.add(Field.of("short_message", text(Arrays.copyOfRange(octets, header, octets.length), coding)));
        }
    }

    /** GSM 03.40 §9.2.3.24.1 and §9.2.3.24.8: reference, number of parts, which one. */
    private static @Nullable String concatenation(byte[] udh) {
        if (udh.length == 6 && udh[1] == CONCATENATION_8 && udh[2] == 3) {
            return "ref %d, part %d of %d".formatted(udh[3] & 0xFF, udh[5] & 0xFF, udh[4] & 0xFF);
        }
        if (udh.length == 7 && udh[1] == CONCATENATION_16 && udh[2] == 4) {
            return "ref %d, part %d of %d"
                    .formatted(((udh[3] & 0xFF) << 8) | (udh[4] & 0xFF), udh[6] & 0xFF, udh[5] & 0xFF);
        }
        return null;
    }

    private static String text(byte[] octets, int coding) {
        if (coding != DataCoding.DEFAULT) {
            return switch (Received.read(octets, coding, false, RouteAlphabet.GSM)) {
                case Received.Text read -> read.text();
                case Received.Binary _, Received.Malformed _ -> HexFormat.of().formatHex(octets);
            };
        }
        boolean printable = true;
        for (byte octet : octets) {
            printable &= octet >= ' ' && octet != '$' && octet != '@' && octet != '_';
        }
        // Where the two alphabets differ, the default one is most likely GSM 03.38.
        return printable ? latin(octets) : gsm(octets);
    }

    private static String gsm(byte[] octets) {
        for (byte octet : octets) {
            if (octet < 0) {
                return latin(octets);
            }
        }
        return GsmAlphabet.decode(octets);
    }

    private static String latin(byte[] octets) {
        return new String(octets, StandardCharsets.ISO_8859_1);
    }

    static @Nullable String tlv(int tag, byte[] value) {
        return switch (tag) {
            case Tlv.RECEIPTED_MESSAGE_ID ->
                "receipted_message_id " + latin(value).replace("\0", "");
            case Tlv.USER_MESSAGE_REFERENCE -> "user_message_reference";
            case Tlv.SAR_MSG_REF_NUM -> "sar_msg_ref_num";
            case Tlv.SAR_TOTAL_SEGMENTS -> "sar_total_segments";
            case Tlv.SAR_SEGMENT_SEQNUM -> "sar_segment_seqnum";
            case Tlv.NETWORK_ERROR_CODE -> "network_error_code";
            case Tlv.MESSAGE_PAYLOAD -> "message_payload, " + value.length + " octets";
            case Tlv.MESSAGE_STATE ->
                "message_state"
                        + (value.length == 1
                                ? MessageState.of(value[0])
                                        .map(state -> " " + state.name())
                                        .orElse("")
                                : "");
            case Tlv.SC_INTERFACE_VERSION -> "sc_interface_version";
            case Tlv.ADDITIONAL_STATUS_INFO_TEXT -> "additional_status_info_text";
            case Tlv.DELIVERY_FAILURE_REASON -> "delivery_failure_reason";
            default -> null;
        };
    }

    private static String octet(int value) {
        return "0x%02X".formatted(value);
    }
}

package io.vestnik.smpp;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Walks over the body of one PDU. The first thing that does not fit is kept as the fault; what is read after it is empty and
 * meaningless, so that a decoder asks once, at the end: a peer that sends rubbish costs no exception.
 */
final class PduReader {
    private byte[] octets = {};
    private int at;
    private int end;
    private int fault;
    private String faultField = "";
    private Address lastSource = Address.NONE;

    void over(byte[] source, int from, int to) {
        octets = source;
        at = from;
        end = to;
        fault = 0;
        faultField = "";
    }

    /** The status to refuse by, 0 while all is well. */
    int fault() {
        return fault;
    }

    String faultField() {
        return faultField;
    }

    boolean isAtEnd() {
        return at >= end;
    }

    void fail(int status, String field) {
        if (fault == 0) {
            fault = status;
            faultField = field;
        }
        at = end;
    }

    int octet(String field) {
        if (at >= end) {
            fail(CommandStatus.ESME_RINVPARLEN, field + " is missing");
            return 0;
        }
        return octets[at++] & 0xFF;
    }

    int number(String field) {
        if (end - at < 4) {
            fail(CommandStatus.ESME_RINVPARLEN, field + " is missing");
            return 0;
        }
        int value = (int) OctetBuffer.INT.get(octets, at);
        at += 4;
        return value;
    }

    /** A C-octet string of at most that many characters; a longer one is refused by the status of its field. */
    String text(int most, int tooLong, String field) {
        int nul = at;
        while (nul < end && octets[nul] != 0) {
            nul++;
        }
        if (nul >= end) {
            fail(CommandStatus.ESME_RINVPARLEN, field + " does not end");
            return "";
        }
        int length = nul - at;
        if (length == 0) {
            at++;
            return "";
        }
        if (length > most) {
            fail(tooLong, field + " is " + length + " characters long");
            return "";
        }
        String value = new String(octets, at, length, StandardCharsets.ISO_8859_1);
        at = nul + 1;
        return value;
    }

    /** As {@link #text}, but one that ends with the PDU instead of a NUL is taken: for answers, where the content counts more. */
    String tolerantText(int most, String field) {
        int nul = at;
        while (nul < end && octets[nul] != 0) {
            nul++;
        }
        int length = nul - at;
        if (length > most) {
            fail(CommandStatus.ESME_RINVPARLEN, field + " is " + length + " characters long");
            return "";
        }
        String value = length == 0 ? "" : new String(octets, at, length, StandardCharsets.ISO_8859_1);
        at = Math.min(end, nul + 1);
        return value;
    }

    /** The source of a message; the same sender as before costs no new object. */
    Address source() {
        Address last = lastSource;
        int length = last.digits().length();
        if (end - at > length + 2
                && (octets[at] & 0xFF) == last.ton()
                && (octets[at + 1] & 0xFF) == last.npi()
                && octets[at + 2 + length] == 0
                && same(last.digits(), at + 2)) {
            at += length + 3;
            return last;
        }
        Address source = address(Fields.ADDRESS, CommandStatus.ESME_RINVSRCADR, "source_addr");
        lastSource = source;
        return source;
    }

    private boolean same(String digits, int from) {
        for (int i = 0; i < digits.length(); i++) {
            if (digits.charAt(i) != (octets[from + i] & 0xFF)) {
                return false;
            }
        }
        return true;
    }

    Address destination() {
        return address(Fields.ADDRESS, CommandStatus.ESME_RINVDSTADR, "destination_addr");
    }

    Address address(int most, int tooLong, String field) {
        int ton = octet(field);
        int npi = octet(field);
        String digits = text(most, tooLong, field);
        return fault == 0 ? new Address(ton, npi, digits) : Address.NONE;
    }

    byte[] shortMessage() {
        int length = octet("sm_length");
        if (length > Fields.SHORT_MESSAGE || length > end - at) {
            fail(CommandStatus.ESME_RINVMSGLEN, "sm_length is " + length + " of " + (end - at) + " octets");
            return new byte[0];
        }
        byte[] value = Arrays.copyOfRange(octets, at, at + length);
        at += length;
        return value;
    }

    /** The rest of the PDU as optional parameters. */
    Tlvs tlvs() {
        return tlvs(CommandStatus.ESME_RINVOPTPARSTREAM);
    }

    /**
     * The rest of the PDU after a short message. Where not even the first parameter makes sense, it is the tail of a text
     * whose sm_length was too small.
     */
    Tlvs tlvsAfterText() {
        return tlvs(CommandStatus.ESME_RINVMSGLEN);
    }

    private Tlvs tlvs(int implausible) {
        if (at >= end) {
            return Tlvs.NONE;
        }
        int from = at;
        int next = from;
        while (next < end) {
            int left = end - next;
            int tag = left < 2 ? -1 : u16(next);
            int length = left < 4 ? -1 : u16(next + 2);
            if (length < 0 || length > left - 4) {
                boolean stray = next == from && !Tlv.isPlausible(tag, length);
                fail(stray ? implausible : CommandStatus.ESME_RINVOPTPARSTREAM, "optional parameters are cut");
                return Tlvs.NONE;
            }
            next += 4 + length;
        }
        at = end;
        return Tlvs.checked(Arrays.copyOfRange(octets, from, end));
    }

    /** The rest of an answer: parameters that make no sense are dropped, since the answer itself was understood. */
    Tlvs tolerantTlvs() {
        if (fault != 0) {
            return Tlvs.NONE;
        }
        Tlvs tlvs = tlvs();
        if (fault != 0) {
            fault = 0;
            faultField = "";
        }
        return tlvs;
    }

    private int u16(int from) {
        return (octets[from] & 0xFF) << 8 | (octets[from + 1] & 0xFF);
    }

    @Nullable
    Malformed malformed(int commandId, int sequence, int answered) {
        return fault == 0 ? null : new Malformed(commandId, sequence, fault, answered, faultField);
    }
}

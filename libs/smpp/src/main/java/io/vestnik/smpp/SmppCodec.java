package io.vestnik.smpp;

/** Turns PDUs into octets and back (SMPP 3.4 §3.2, §4, §5); keeps no state. */
public final class SmppCodec {
    /** The octets of a header: command_length, command_id, command_status, sequence_number. */
    public static final int HEADER = 16;

    private SmppCodec() {}

    /** Reads the one PDU that these octets are, from its command_length on, which must equal the length given. */
    public static Decoded decode(byte[] octets, int offset, int length) {
        if (length >= HEADER && (int) OctetBuffer.INT.get(octets, offset) != length) {
            return new Malformed(0, 0, CommandStatus.ESME_RINVCMDLEN, 0, "command_length is not the length given");
        }
        return new PduDecoder().decode(octets, offset, length);
    }

    /** Appends a PDU with its own sequence number. */
    public static void encode(Pdu pdu, OctetBuffer out) {
        encode(pdu, pdu.sequence(), out);
    }

    /** Appends a PDU under another sequence number. */
    public static void encode(Pdu pdu, int sequence, OctetBuffer out) {
        PduEncoder.encode(pdu, sequence, out);
    }
}

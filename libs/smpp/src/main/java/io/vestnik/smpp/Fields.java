package io.vestnik.smpp;

/** Checks of what a caller puts into a PDU; a violation is a bug of the caller. */
final class Fields {
    /** The longest body of short_message (SMPP 3.4 §5.2.21). */
    static final int SHORT_MESSAGE = 254;

    static final int ADDRESS = 20;
    static final int DATA_ADDRESS = 64;
    static final int MESSAGE_ID = 64;
    static final int SERVICE_TYPE = 5;
    static final int TIME = 16;
    static final int CREDENTIAL = 64;
    static final int SYSTEM_TYPE = 12;
    static final int ADDRESS_RANGE = 40;

    private Fields() {}

    static void text(String value, int most, String field) {
        if (value.length() > most) {
            throw new IllegalArgumentException(
                    field + " is " + value.length() + " characters long, at most " + most + " fit");
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == 0 || c > 0xFF) {
                throw new IllegalArgumentException(field + " has a character that does not fit into an octet at " + i);
            }
        }
    }

    static void octet(int value, String field) {
        if (value < 0 || value > 255) {
            throw new IllegalArgumentException(field + " is not an octet: " + value);
        }
    }

    static void shortMessage(byte[] value) {
        if (value.length > SHORT_MESSAGE) {
            throw new IllegalArgumentException("short_message is " + value.length + " octets long, at most 254 fit");
        }
    }

    static void octets(int... values) {
        for (int value : values) {
            octet(value, "a one-octet field");
        }
    }

    static void address(Address address, String field) {
        if (address.digits().length() > ADDRESS) {
            throw new IllegalArgumentException(field + " is longer than 20 characters");
        }
    }

    static byte[] content(byte[] shortMessage, Tlvs tlvs) {
        if (shortMessage.length == 0) {
            byte[] payload = tlvs.get(Tlv.MESSAGE_PAYLOAD);
            return payload != null ? payload : shortMessage;
        }
        return shortMessage;
    }
}

package io.vestnik.smpp;

/**
 * An SME address: type of number, numbering plan, digits or letters (SMPP 3.4 §5.2.5–9).
 *
 * @param ton type of number, 0 to 255; see {@link Ton}
 * @param npi numbering plan, 0 to 255; see {@link Npi}
 * @param digits at most 64 one-octet characters (20 everywhere but in data_sm), may be empty
 */
public record Address(int ton, int npi, String digits) implements Destination {
    /** The address that leaves the choice to the SMSC: all empty. */
    public static final Address NONE = new Address(Ton.UNKNOWN, Npi.UNKNOWN, "");

    public Address {
        Fields.octet(ton, "ton");
        Fields.octet(npi, "npi");
        Fields.text(digits, Fields.DATA_ADDRESS, "address");
    }

    /** A number in the international format, digits only: TON 1, NPI 1. */
    public static Address international(String digits) {
        return new Address(Ton.INTERNATIONAL, Npi.ISDN, digits);
    }

    /** A name instead of a number: TON 5, NPI 0. */
    public static Address alphanumeric(String name) {
        return new Address(Ton.ALPHANUMERIC, Npi.UNKNOWN, name);
    }

    /** Ton and npi, and no more of a number than its first four and last two digits, so that it may be logged. */
    @Override
    public String toString() {
        String shown = digits.length() > 7 && ton != Ton.ALPHANUMERIC
                ? digits.substring(0, 4) + "…" + digits.substring(digits.length() - 2)
                : digits;
        return ton + "/" + npi + "/" + shown;
    }
}

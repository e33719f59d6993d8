package io.vestnik.smpp;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** The optional parameters of a PDU in wire order, unknown ones kept; immutable, as compact as the wire. */
public final class Tlvs {
    /** No optional parameters. */
    public static final Tlvs NONE = new Tlvs(new byte[0]);

    private static final int HEAD = 4;

    private final byte[] wire;

    private Tlvs(byte[] wire) {
        this.wire = wire;
    }

    /** Octets that were checked to be whole parameters; taken over, not copied. */
    static Tlvs checked(byte[] wire) {
        return wire.length == 0 ? NONE : new Tlvs(wire);
    }

    byte[] wire() {
        return wire;
    }

    /** Whether there is not a single one. */
    public boolean isEmpty() {
        return wire.length == 0;
    }

    /** The value of the first parameter with this tag, a copy, or null where there is none. */
    public byte @Nullable [] get(int tag) {
        int at = find(tag);
        return at < 0 ? null : Arrays.copyOfRange(wire, at + HEAD, at + HEAD + u16(at + 2));
    }

    /** Whether a parameter with this tag is there, whatever its value. */
    public boolean has(int tag) {
        return find(tag) >= 0;
    }

    /** The value as an unsigned number; empty where there is none, or it has not 1 to 4 octets (or over 2³¹−1). */
    public OptionalInt integer(int tag) {
        int at = find(tag);
        int length = at < 0 ? 0 : u16(at + 2);
        if (length < 1 || length > 4) {
            return OptionalInt.empty();
        }
        int value = 0;
        for (int i = 0; i < length; i++) {
            value = value << 8 | (wire[at + HEAD + i] & 0xFF);
        }
        return value < 0 ? OptionalInt.empty() : OptionalInt.of(value);
    }

    /** The value as Latin-1 text up to its first NUL, or all of it where the NUL is missing. */
    public Optional<String> text(int tag) {
        int at = find(tag);
        if (at < 0) {
            return Optional.empty();
        }
        int from = at + HEAD;
        int end = from + u16(at + 2);
        int to = from;
        while (to < end && wire[to] != 0) {
            to++;
        }
        return Optional.of(new String(wire, from, to - from, StandardCharsets.ISO_8859_1));
    }

    /** These and one more of at most 65,535 octets. */
    public Tlvs with(int tag, byte... value) {
        if (tag < 0 || tag > 0xFFFF || value.length > 0xFFFF) {
            throw new IllegalArgumentException("tag " + tag + " with " + value.length + " octets does not fit");
        }
        byte[] more = Arrays.copyOf(wire, wire.length + HEAD + value.length);
        more[wire.length] = (byte) (tag >> 8);
        more[wire.length + 1] = (byte) tag;
        more[wire.length + 2] = (byte) (value.length >> 8);
        more[wire.length + 3] = (byte) value.length;
        System.arraycopy(value, 0, more, wire.length + HEAD, value.length);
        return new Tlvs(more);
    }

    /** These and one more of one octet. */
    public Tlvs withOctet(int tag, int value) {
        return with(tag, (byte) value);
    }

    /** These and one more of two octets. */
    public Tlvs withShort(int tag, int value) {
        return with(tag, (byte) (value >> 8), (byte) value);
    }

    /** These and one more of four octets. */
    public Tlvs withInt(int tag, int value) {
        return with(tag, (byte) (value >> 24), (byte) (value >> 16), (byte) (value >> 8), (byte) value);
    }

    /** These and one more that holds Latin-1 text and its NUL. */
    public Tlvs withText(int tag, String value) {
        Fields.text(value, 0xFFFE, "value");
        return with(tag, (value + '\0').getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Shows every parameter in wire order to the visitor; values are copies. */
    public void forEach(Visitor visitor) {
        for (int at = 0; at < wire.length; at += HEAD + u16(at + 2)) {
            visitor.parameter(u16(at), Arrays.copyOfRange(wire, at + HEAD, at + HEAD + u16(at + 2)));
        }
    }

    /** Sees one parameter after the other. */
    @FunctionalInterface
    public interface Visitor {
        /** One parameter. */
        void parameter(int tag, byte[] value);
    }

    private int find(int tag) {
        for (int at = 0; at < wire.length; at += HEAD + u16(at + 2)) {
            if (u16(at) == tag) {
                return at;
            }
        }
        return -1;
    }

    private int u16(int at) {
        return (wire[at] & 0xFF) << 8 | (wire[at + 1] & 0xFF);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Tlvs that && Arrays.equals(wire, that.wire);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(wire);
    }

    /** Tags and lengths only: values may be texts of people. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("{");
        HexFormat hex = HexFormat.of();
        forEach((tag, value) -> text.append(text.length() > 1 ? ", " : "")
                .append(hex.toHexDigits((short) tag))
                .append(':')
                .append(value.length));
        return text.append('}').toString();
    }
}

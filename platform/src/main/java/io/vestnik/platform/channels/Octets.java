package io.vestnik.platform.channels;

import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Some octets as they went over a wire, immutable; printed as their number only, since they may be a person's text. */
public final class Octets {
    private final byte[] bytes;

    private Octets(byte[] bytes) {
        this.bytes = bytes;
    }

    /** A copy of these. */
    public static Octets of(byte[] bytes) {
        return new Octets(bytes.clone());
    }

    public int size() {
        return bytes.length;
    }

    /** A copy of them. */
    public byte[] toArray() {
        return bytes.clone();
    }

    /** Two lower-case digits each, from one place up to another. */
    public String hex(int from, int to) {
        return HexFormat.of().formatHex(bytes, from, to);
    }

    /** The octet at a place, 0 to 255. */
    public int at(int place) {
        return bytes[place] & 0xFF;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Octets that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "Octets[" + bytes.length + "]";
    }
}

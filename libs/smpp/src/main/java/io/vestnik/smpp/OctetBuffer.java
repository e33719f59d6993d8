package io.vestnik.smpp;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Octets that grow: where PDUs are encoded to, many after one another. Not for several threads at a time. */
public final class OctetBuffer {
    static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

    private static final int LEAST = 512;

    private byte[] octets;
    private int size;

    /** An empty one that holds no memory yet. */
    public OctetBuffer() {
        octets = new byte[0];
    }

    /** How many octets are in it. */
    public int size() {
        return size;
    }

    /** Forgets what is in it, keeps the memory. */
    public void clear() {
        size = 0;
    }

    /** A copy of what is in it. */
    public byte[] toByteArray() {
        return Arrays.copyOf(octets, size);
    }

    byte[] octets() {
        return octets;
    }

    /** Gives the memory back where it is more than this. */
    void shrink(int most) {
        size = 0;
        if (octets.length > most) {
            octets = new byte[0];
        }
    }

    /** Makes room for that many octets; those that follow are put without asking again. */
    void room(int more) {
        if (octets.length - size < more) {
            octets = Arrays.copyOf(octets, Math.max(LEAST, Math.max(size + more, octets.length * 2)));
        }
    }

    void octet(int value) {
        octets[size++] = (byte) value;
    }

    void number(int value) {
        INT.set(octets, size, value);
        size += 4;
    }

    void number(int at, int value) {
        INT.set(octets, at, value);
    }

    void put(byte[] value) {
        System.arraycopy(value, 0, octets, size, value.length);
        size += value.length;
    }

    // The one call that copies a Latin-1 string without a second array; it drops high bytes, which Fields has ruled
    // out.
    @SuppressWarnings("deprecation")
    void text(String value) {
        int length = value.length();
        value.getBytes(0, length, octets, size);
        size += length;
        octets[size++] = 0;
    }
}

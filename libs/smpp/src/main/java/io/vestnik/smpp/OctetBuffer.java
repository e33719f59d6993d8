package io.vestnik.smpp;

import java.util.Arrays;

/** Octets that grow: where PDUs are encoded to, many after one another. */
public final class OctetBuffer {
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

    void size(int value) {
        size = value;
    }

    /** Makes room for more octets after the present ones and returns the array to put them into. */
    byte[] room(int more) {
        if (octets.length - size < more) {
            octets = Arrays.copyOf(octets, Math.max(LEAST, Math.max(size + more, octets.length * 2)));
        }
        return octets;
    }
}

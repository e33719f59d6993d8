package io.vestnik.smpp;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What a balancer says first of who has connected to it: the PROXY protocol, version 1 (a line) or 2 (octets). Never reads beyond its end;
 * at most 1,040 octets are kept.
 */
final class ProxyHeader {
    private static final byte[] SIGNATURE = {0x0D, 0x0A, 0x0D, 0x0A, 0x00, 0x0D, 0x0A, 0x51, 0x55, 0x49, 0x54, 0x0A};
    private static final byte[] LINE = "PROXY ".getBytes(StandardCharsets.US_ASCII);
    private static final int LONGEST_LINE = 107;
    private static final int FIXED = 16;
    private static final int MOST = FIXED + 1024;
    private static final int VERSION_2 = 0x20;
    private static final int OVER_TCP_4 = 0x11;
    private static final int OVER_TCP_6 = 0x21;
    private static final int UNSPECIFIED = 0x00;

    private final ByteBuffer octets = ByteBuffer.allocate(MOST);
    private @Nullable InetSocketAddress source;
    private boolean whole;

    /** Reads what there is; true once it is whole, an exception for what is no such header. */
    boolean read(ReadableByteChannel channel) throws IOException {
        while (!whole) {
            octets.limit(wanted());
            if (channel.read(octets) < 0) {
                throw new EOFException("the connection ended within the header of its proxy");
            }
            if (octets.hasRemaining()) {
                return false;
            }
            whole = isLine() ? line() : block();
        }
        return true;
    }

    /** Who has connected to the balancer; null where it speaks for itself or does not know. */
    @Nullable
    InetSocketAddress source() {
        return source;
    }

    /** How many octets surely belong to the header: of a line no more than the next one. */
    private int wanted() throws IOException {
        int have = octets.position();
        if (have < SIGNATURE.length) {
            return SIGNATURE.length;
        }
        if (isLine()) {
            return have + 1;
        }
        if (have < FIXED) {
            return FIXED;
        }
        int length = FIXED + Short.toUnsignedInt(octets.getShort(FIXED - 2));
        if (length > MOST) {
            throw new IOException("the header of the proxy is " + length + " octets long");
        }
        return length;
    }

    private boolean isLine() {
        return Arrays.equals(octets.array(), 0, LINE.length, LINE, 0, LINE.length);
    }

    // ---- version 1

    private boolean line() throws IOException {
        int end = octets.position();
        if (octets.get(end - 1) != '\n' || octets.get(end - 2) != '\r') {
            if (end >= LONGEST_LINE) {
                throw new IOException("the line of the proxy does not end");
            }
            return false;
        }
        String[] words = new String(octets.array(), 0, end - 2, StandardCharsets.US_ASCII).split(" ", -1);
        if (words[1].equals("UNKNOWN")) {
            return true;
        }
        if (words.length != 6 || !(words[1].equals("TCP4") || words[1].equals("TCP6"))) {
            throw new IOException("the line of the proxy names no addresses");
        }
        source = address(words[2], words[4]);
        return true;
    }

    private static InetSocketAddress address(String host, String port) throws IOException {
        if (!port.matches("\\d{1,5}") || Integer.parseInt(port) > 0xFFFF) {
            throw new IOException("the line of the proxy names no port");
        }
        try {
            return new InetSocketAddress(InetAddress.ofLiteral(host), Integer.parseInt(port));
        } catch (IllegalArgumentException e) {
            throw new IOException("the line of the proxy names no address", e);
        }
    }

    // ---- version 2

    private boolean block() throws IOException {
        int have = octets.position();
        if (!Arrays.equals(octets.array(), 0, SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length)) {
            throw new IOException("a trusted proxy did not begin with its header");
        }
        if (have < FIXED) {
            return false;
        }
        int command = octets.get(SIGNATURE.length) - VERSION_2;
        int family = octets.get(SIGNATURE.length + 1) & 0xFF;
        int length = have - FIXED;
        if (length < Short.toUnsignedInt(octets.getShort(FIXED - 2))) {
            return false;
        }
        switch (command) {
            case 0 -> {} // the balancer itself, as when it looks whether we live
            case 1 -> source = source(family, length);
            default -> throw new IOException("a header of the proxy of another version");
        }
        return true;
    }

    private @Nullable InetSocketAddress source(int family, int length) throws IOException {
        int octetsOfAddress = switch (family) {
            case OVER_TCP_4 -> 4;
            case OVER_TCP_6 -> 16;
            case UNSPECIFIED -> 0;
            default -> throw new IOException("the proxy speaks of no TCP connection");
        };
        if (octetsOfAddress == 0) {
            return null;
        }
        if (length < 2 * octetsOfAddress + 4) {
            throw new IOException("the header of the proxy is cut");
        }
        byte[] address = Arrays.copyOfRange(octets.array(), FIXED, FIXED + octetsOfAddress);
        int port = Short.toUnsignedInt(octets.getShort(FIXED + 2 * octetsOfAddress));
        return new InetSocketAddress(InetAddress.getByAddress(address), port);
    }
}

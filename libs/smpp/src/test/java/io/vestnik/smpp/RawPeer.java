package io.vestnik.smpp;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.Arrays;

/** A plain socket that speaks octets, right or wrong. */
final class RawPeer implements AutoCloseable {
    private final Socket socket;
    private final DataInputStream in;

    RawPeer(Socket socket) throws IOException {
        this.socket = socket;
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(20_000);
        in = new DataInputStream(socket.getInputStream());
    }

    static RawPeer connect(InetSocketAddress address) throws IOException {
        return new RawPeer(new Socket(address.getAddress(), address.getPort()));
    }

    /** Connects and binds as a transceiver. */
    static RawPeer bound(InetSocketAddress address) throws IOException {
        RawPeer peer = connect(address);
        peer.send(new Bind(1, BindMode.TRANSCEIVER, "shop", "secret", "", 0x34, Address.NONE));
        if (!(peer.read() instanceof BindResp answer && answer.ok())) {
            throw new IOException("The bind was refused");
        }
        return peer;
    }

    void send(byte... octets) throws IOException {
        socket.getOutputStream().write(octets);
    }

    void send(Pdu pdu) throws IOException {
        send(octets(pdu));
    }

    static byte[] octets(Pdu... pdus) {
        OctetBuffer out = new OctetBuffer();
        for (Pdu pdu : pdus) {
            SmppCodec.encode(pdu, out);
        }
        return out.toByteArray();
    }

    /** A frame of a header and any body, with its true length. */
    static byte[] frame(int command, int sequence, byte... body) {
        byte[] octets = octets(new GenericNack(sequence, 0));
        byte[] whole = Arrays.copyOf(octets, 16 + body.length);
        System.arraycopy(body, 0, whole, 16, body.length);
        number(whole, 0, whole.length);
        number(whole, 4, command);
        return whole;
    }

    static void number(byte[] octets, int at, int value) {
        octets[at] = (byte) (value >> 24);
        octets[at + 1] = (byte) (value >> 16);
        octets[at + 2] = (byte) (value >> 8);
        octets[at + 3] = (byte) value;
    }

    /** The next PDU. */
    Decoded read() throws IOException {
        int length = in.readInt();
        byte[] octets = new byte[length];
        number(octets, 0, length);
        in.readFully(octets, 4, length - 4);
        return SmppCodec.decode(octets, 0, length);
    }

    /** Whether the other side closes, with nothing more to say. */
    boolean isClosedByPeer() throws IOException {
        try {
            in.readByte();
            return false;
        } catch (EOFException e) {
            return true;
        } catch (SocketException e) {
            return e.getMessage() != null && e.getMessage().contains("reset");
        }
    }

    /** Sends octet by octet, listening a little after each, until the other side closes; false when it took them all. */
    boolean dripUntilClosed(byte... octets) throws IOException {
        socket.setSoTimeout(20);
        for (byte octet : octets) {
            if (isClosedAfter(octet)) {
                return true;
            }
        }
        return false;
    }

    private boolean isClosedAfter(byte octet) throws IOException {
        try {
            send(octet);
            return in.read() < 0;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (SocketException e) {
            return true;
        }
    }

    /** Ends the connection as a crash does: the other side sees a reset. */
    void crash() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

package io.vestnik.platform.doors;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A connection on which requests are written as they stand, whole or not, and answers are read one by one. */
final class HttpLine implements AutoCloseable {
    /** A server that says nothing for so long has lost the request. */
    private static final int LOST_MILLIS = 120_000;

    private final Socket socket;
    private final InputStream in;

    HttpLine(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(LOST_MILLIS);
        in = new BufferedInputStream(socket.getInputStream());
    }

    /**
     * An answer.
     *
     * @param fields of the head, each a line
     */
    record Answer(int status, List<String> fields, String body) {

        Optional<String> field(String name) {
            return fields(name).stream().findFirst();
        }

        List<String> fields(String name) {
            String start = name.toLowerCase(Locale.ROOT) + ":";
            return fields.stream()
                    .filter(it -> it.toLowerCase(Locale.ROOT).startsWith(start))
                    .map(it -> it.substring(start.length()).strip())
                    .toList();
        }

        /** Whether the server hangs up after it. */
        boolean isLast() {
            return field("Connection").map("close"::equalsIgnoreCase).orElse(false);
        }
    }

    /** A request of that method and target, with further lines of its head; a body's length is told. */
    static byte[] request(String target, List<String> fields, byte[] body) {
        StringBuilder head = new StringBuilder(target).append(" HTTP/1.1\r\nHost: 127.0.0.1\r\n");
        fields.forEach(field -> head.append(field).append("\r\n"));
        if (body.length > 0) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream(head.length() + 2 + body.length);
        whole.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
        whole.writeBytes(body);
        return whole.toByteArray();
    }

    void write(byte[] octets) throws IOException {
        socket.getOutputStream().write(octets);
        socket.getOutputStream().flush();
    }

    void write(String octets) throws IOException {
        write(octets.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Writes no more. */
    void end() throws IOException {
        socket.shutdownOutput();
    }

    /** The next answer; none where the server has hung up. */
    Optional<Answer> answer() throws IOException {
        String first = line();
        if (first.isEmpty()) {
            return Optional.empty();
        }
        int status = Integer.parseInt(first.substring(9, 12));
        List<String> fields = new ArrayList<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            fields.add(line);
        }
        Answer head = new Answer(status, fields, "");
        return Optional.of(new Answer(status, fields, new String(body(head), StandardCharsets.UTF_8)));
    }

    private byte[] body(Answer head) throws IOException {
        if (head.field("Transfer-Encoding").isPresent()) {
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            for (int size = chunk(); size > 0; size = chunk()) {
                body.writeBytes(exactly(size));
                line();
            }
            line();
            return body.toByteArray();
        }
        Optional<String> length = head.field("Content-Length");
        if (length.isPresent()) {
            return exactly(Integer.parseInt(length.get()));
        }
        return head.isLast() ? in.readAllBytes() : new byte[0];
    }

    private int chunk() throws IOException {
        return Integer.parseInt(line(), 16);
    }

    private byte[] exactly(int length) throws IOException {
        byte[] octets = in.readNBytes(length);
        if (octets.length < length) {
            throw new EOFException("The server hung up in the middle of a body");
        }
        return octets;
    }

    /** Without its end; empty at the end of everything. */
    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int octet = in.read(); octet >= 0 && octet != '\n'; octet = in.read()) {
            line.write(octet);
        }
        return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

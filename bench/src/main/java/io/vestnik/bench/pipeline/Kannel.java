package io.vestnik.bench.pipeline;

import io.vestnik.bench.Child;
import io.vestnik.bench.CpuTime;
import io.vestnik.bench.Installation;
import io.vestnik.bench.load.HttpSink;
import io.vestnik.bench.load.NetworkSink;
import io.vestnik.bench.load.Numbers;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Debian's Kannel with a spool, one HTTP in, one SMPP out and a call back for each receipt; on loopback and in a folder of its own. */
final class Kannel implements AutoCloseable {

    private static final Path BEARER = Path.of("/usr/sbin/bearerbox");
    private static final Path SMS = Path.of("/usr/sbin/smsbox");
    private static final Duration START = Duration.ofSeconds(30);

    private final int port;
    private final Child bearer;
    private final Child sms;

    private Kannel(int port, Child bearer, Child sms) {
        this.port = port;
        this.bearer = bearer;
        this.sms = sms;
    }

    /** Installs it where it is missing and may be installed; why it is not there otherwise. */
    static Optional<String> missing() {
        if (Files.isExecutable(BEARER) && Files.isExecutable(SMS)) {
            return Optional.empty();
        }
        try {
            Process process = new ProcessBuilder("apt-get", "install", "-y", "-qq", "--no-install-recommends", "kannel")
                    .redirectErrorStream(true)
                    .start();
            String words;
            try (InputStream output = process.getInputStream()) {
                words = new String(output.readAllBytes(), StandardCharsets.UTF_8).strip();
            }
            boolean well = process.waitFor(1, TimeUnit.MINUTES) && process.exitValue() == 0;
            return well && Files.isExecutable(BEARER)
                    ? Optional.empty()
                    : Optional.of("Kannel cannot be installed: " + words.substring(words.lastIndexOf('\n') + 1));
        } catch (IOException e) {
            return Optional.of("Kannel cannot be installed: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while Kannel is installed", e);
        }
    }

    static Kannel start(Path folder, NetworkSink network) {
        int admin = Installation.freePort();
        int inner = Installation.freePort();
        int port = Installation.freePort();
        try {
            Files.createDirectories(folder.resolve("spool"));
            Path settings = Files.writeString(
                    folder.resolve("kannel.conf"), settings(folder, new int[] {admin, inner, port}, network.port()));
            Child bearer = Child.start(
                    "Kannel's bearerbox",
                    List.of(BEARER.toString(), "-v", "3", settings.toString()),
                    folder.resolve("1.log"));
            try {
                bearer.await("open port " + inner, START, () -> listens(inner));
                Child sms = Child.start(
                        "Kannel's smsbox",
                        List.of(SMS.toString(), "-v", "3", settings.toString()),
                        folder.resolve("2.log"));
                try {
                    sms.await("open port " + port, START, () -> listens(port));
                    return new Kannel(port, bearer, sms);
                } catch (RuntimeException e) {
                    sms.close();
                    throw e;
                }
            } catch (RuntimeException e) {
                bearer.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Waits for something that it makes true. */
    Child process() {
        return bearer;
    }

    /** Microseconds of processors that it spent so far. */
    long cpu() {
        return CpuTime.of(bearer.handle()).server() + CpuTime.of(sms.handle()).server();
    }

    /** A request that sends the message which every bench sends, and asks to be called back. */
    static byte[] request(long ordinal, HttpSink callbacks) {
        String number = Numbers.of(ordinal);
        return ("GET /cgi-bin/sendsms?username=bench&password=bench&from=" + Stand.SENDER + "&to=%2B" + number
                        + "&coding=2&charset=UTF-8&text=" + Texts.QUERY
                        + "&dlr-mask=3&dlr-url=http%3A%2F%2F127.0.0.1%3A"
                        + callbacks.port() + "%2Fdlr%2F" + number
                        + "%3Fs%3D%25d HTTP/1.1\r\nHost: localhost\r\nConnection: keep-alive\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void close() {
        try {
            sms.close();
        } finally {
            bearer.close();
        }
    }

    private static final class Texts {

        private static final String QUERY = URLEncoder.encode(MessageRequests.TEXT, StandardCharsets.UTF_8);
    }

    private static String settings(Path folder, int[] ports, int network) {
        return core(folder, ports[0], ports[1], network) + door(folder, ports[1], ports[2]);
    }

    private static String core(Path folder, int admin, int inner, int network) {
        return """
                group = core
                admin-port = %2$d
                admin-interface = 127.0.0.1
                admin-password = bench
                admin-deny-ip = "*.*.*.*"
                admin-allow-ip = "127.0.0.1"
                smsbox-port = %3$d
                smsbox-interface = 127.0.0.1
                box-allow-ip = "127.0.0.1"
                log-file = "%1$s/bearerbox.log"
                log-level = 3
                store-type = spool
                store-location = "%1$s/spool"
                dlr-storage = internal

                group = smsc
                smsc = smpp
                smsc-id = network
                host = 127.0.0.1
                port = %4$d
                transceiver-mode = true
                smsc-username = kannel
                smsc-password = kannel
                system-type = ""
                max-pending-submits = 1000
                source-addr-autodetect = true
                dest-addr-ton = 1
                dest-addr-npi = 1

                """.formatted(folder, admin, inner, network);
    }

    private static String door(Path folder, int inner, int port) {
        return """

                group = smsbox
                bearerbox-host = 127.0.0.1
                bearerbox-port = %2$d
                sendsms-port = %3$d
                sendsms-interface = 127.0.0.1
                log-file = "%1$s/smsbox.log"
                log-level = 3

                group = sendsms-user
                username = bench
                password = bench
                user-deny-ip = "*.*.*.*"
                user-allow-ip = "127.0.0.1"
                max-messages = 1
                concatenation = false

                group = sms-service
                keyword = default
                text = "no"
                """.formatted(folder, inner, port);
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false; // not yet: whoever waits asks again
        }
    }
}

package io.vestnik.bench.pipeline;

import io.vestnik.bench.load.HttpLoad;
import io.vestnik.bench.load.Journeys;
import io.vestnik.bench.load.Pace;
import io.vestnik.smpp.Address;
import io.vestnik.smpp.Bind;
import io.vestnik.smpp.BindMode;
import io.vestnik.smpp.OctetBuffer;
import io.vestnik.smpp.Pdu;
import io.vestnik.smpp.SmppCodec;
import io.vestnik.smpp.SubmitSm;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A program that sends a hundred messages a second and does not do its part. */
enum Trouble {
    /** Asks to be called back where somebody listens and never answers. */
    DEAD_ENDPOINT("an endpoint that never answers") {
        @Override
        void trouble(Stand stand, double seconds) throws IOException {
            try (ServerSocket silent = new ServerSocket(0, 1_000, InetAddress.getLoopbackAddress())) {
                MessageRequests requests = new MessageRequests(
                        stand.installation().address(),
                        stand.installation().token(),
                        "transactional",
                        "http://127.0.0.1:" + silent.getLocalPort() + "/states");
                Pace pace = Pace.steady(PER_SECOND, seconds);
                Journeys journeys = stand.journeys(Math.toIntExact(pace.requests()));
                HttpLoad.run(stand.installation().address(), 8, pace, new HttpLoad.Script() {
                    @Override
                    public byte[] request(long number, long intended) {
                        return requests.one(journeys.first() + number);
                    }

                    @Override
                    public void answered(long number, int status, long intended, long now) {}
                });
            }
        }
    },

    /** Binds by SMPP, asks for receipts and reads nothing at all. */
    DEAF_PROGRAM("a program that never reads its receipts") {
        @Override
        void trouble(Stand stand, double seconds) throws IOException {
            SmppDoor door =
                    SmppDoor.of(stand).orElseThrow(() -> new IllegalStateException("The server has no SMPP door"));
            int count = (int) (PER_SECOND * seconds);
            Journeys journeys = stand.journeys(count);
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), door.port())) {
                write(
                        socket,
                        new Bind(
                                1,
                                BindMode.TRANSCEIVER,
                                door.systemId(),
                                door.password(),
                                "",
                                0x34,
                                Address.alphanumeric("")),
                        1);
                long began = System.nanoTime();
                for (int i = 0; i < count; i++) {
                    SubmitSm message = SmppDoor.message(journeys.first() + i);
                    write(socket, message, i + 2);
                    long due = began + (long) ((i + 1) * TimeUnit.SECONDS.toNanos(1) / PER_SECOND);
                    LockSupport.parkNanos(due - System.nanoTime());
                }
            }
        }

        private static void write(Socket socket, Pdu pdu, int sequence) throws IOException {
            OctetBuffer octets = new OctetBuffer();
            SmppCodec.encode(pdu, sequence, octets);
            socket.getOutputStream().write(octets.toByteArray());
        }
    };

    private static final double PER_SECOND = 100;

    final String words;

    Trouble(String words) {
        this.words = words;
    }

    /** Makes it for so long, on the calling thread. */
    abstract void trouble(Stand stand, double seconds) throws IOException;

    /** Makes it on a thread of its own while this is measured. */
    double beside(Stand stand, double seconds, Measured measured) throws IOException {
        Thread thread = Thread.ofPlatform().name("trouble").start(() -> {
            try {
                trouble(stand, seconds);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        double figure = measured.run();
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new InterruptedIOException();
        }
        return figure;
    }

    /** Something with one figure. */
    interface Measured {

        double run() throws IOException;
    }
}

package io.vestnik.bench.pipeline;

import io.vestnik.bench.CustomerPages;
import io.vestnik.bench.Installation;
import io.vestnik.bench.load.HttpLoad;
import io.vestnik.bench.load.Journeys;
import io.vestnik.bench.load.Pace;
import io.vestnik.bench.load.SmppLoad;
import io.vestnik.smpp.Address;
import io.vestnik.smpp.Bind;
import io.vestnik.smpp.BindMode;
import io.vestnik.smpp.OctetBuffer;
import io.vestnik.smpp.Pdu;
import io.vestnik.smpp.SmppCodec;
import io.vestnik.smpp.SubmitSm;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** A program that does not do its part. */
enum Trouble {
    /** Sends a hundred messages a second, and asks to be called back where somebody listens and never answers. */
    DEAD_ENDPOINT("an endpoint that never answers") {
        @Override
        Mischief of(Stand stand) {
            return seconds -> {
                try (ServerSocket silent = new ServerSocket(0, 1_000, InetAddress.getLoopbackAddress())) {
                    MessageRequests requests = new MessageRequests(
                            stand.installation().address(),
                            stand.installation().token(),
                            "transactional",
                            "http://127.0.0.1:" + silent.getLocalPort() + "/states");
                    return post(stand, requests, 8, Pace.steady(PER_SECOND, seconds));
                }
            };
        }
    },

    /** Sends a hundred messages a second by SMPP, asks for receipts and reads nothing at all. */
    DEAF_PROGRAM("a program that never reads its receipts") {
        @Override
        Mischief of(Stand stand) {
            SmppDoor door =
                    SmppDoor.of(stand).orElseThrow(() -> new IllegalStateException("The server has no SMPP door"));
            return seconds -> {
                int count = (int) (PER_SECOND * seconds);
                Journeys journeys = stand.journeys(count);
                try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), door.port())) {
                    write(socket, bind(door), 1);
                    long began = System.nanoTime();
                    for (int i = 0; i < count; i++) {
                        write(socket, SmppDoor.message(journeys.first() + i), i + 2);
                        long due = began + (long) ((i + 1) * TimeUnit.SECONDS.toNanos(1) / PER_SECOND);
                        LockSupport.parkNanos(due - System.nanoTime());
                    }
                }
                return 0;
            };
        }
    },

    /** Asks a hundred times as often as its key may send, on as many connections as are free, and again as soon as it is refused. */
    FLOODING_KEY("a key that sends a hundred times what it may") {
        @Override
        Mischief of(Stand stand) throws IOException {
            Installation installation = stand.installation();
            try (CustomerPages pages = CustomerPages.signIn(installation)) {
                String key = pages.newKey("flood", 60 * ALLOWED);
                MessageRequests requests = new MessageRequests(installation.address(), key, "transactional", "");
                return seconds -> post(stand, requests, 64, Pace.insisting(FLOOD, seconds));
            }
        }
    },

    /** The same by SMPP: a hundred times its rate. */
    FLOODING_PROGRAM("a program that sends a hundred times its rate") {
        @Override
        Mischief of(Stand stand) throws IOException {
            try (CustomerPages pages = CustomerPages.signIn(stand.installation())) {
                SmppDoor door = new SmppDoor(stand.smppPort(), "flood", pages.newSystem("flood", ALLOWED));
                return seconds -> submit(stand, door, Pace.insisting(FLOOD, seconds));
            }
        }
    };

    private static final double PER_SECOND = 100;
    private static final int ALLOWED = 10;
    private static final double FLOOD = 100.0 * ALLOWED;

    final String words;

    Trouble(String words) {
        this.words = words;
    }

    /** Made ready, but for what it does. */
    abstract Mischief of(Stand stand) throws IOException;

    /** What is done for so long, on the calling thread; how many requests were refused. */
    interface Mischief {

        long make(double seconds) throws IOException;

        /** Makes it on a thread of its own while this is measured. */
        default long beside(double seconds, Measured measured) throws IOException {
            CompletableFuture<Long> refused = new CompletableFuture<>();
            Thread.ofPlatform().name("trouble").start(() -> {
                try {
                    refused.complete(make(seconds));
                } catch (IOException | RuntimeException e) {
                    refused.completeExceptionally(e);
                }
            });
            measured.run();
            try {
                return refused.join();
            } catch (CompletionException e) {
                throw new IOException("The trouble came to an end", e.getCause());
            }
        }
    }

    /** What is looked at meanwhile. */
    interface Measured {

        void run() throws IOException;
    }

    private static long post(Stand stand, MessageRequests requests, int connections, Pace pace) throws IOException {
        Journeys journeys = stand.journeys(Math.toIntExact(pace.requests()));
        AtomicLong refused = new AtomicLong();
        HttpLoad.run(stand.installation().address(), connections, pace, new HttpLoad.Script() {
            @Override
            public byte[] request(long number, long intended) {
                return requests.one(journeys.first() + number);
            }

            @Override
            public void answered(long number, int status, long intended, long now) {}

            @Override
            public void refused(int status, String body) {
                refused.incrementAndGet();
            }
        });
        return refused.get();
    }

    private static long submit(Stand stand, SmppDoor door, Pace pace) throws IOException {
        Journeys journeys = stand.journeys(Math.toIntExact(pace.requests()));
        AtomicLong refused = new AtomicLong();
        try (SmppLoad load = door.open(1, 100)) {
            load.run(pace, new SmppLoad.Script() {
                @Override
                public SubmitSm request(long number, long intended) {
                    return SmppDoor.message(journeys.first() + number);
                }

                @Override
                public void answered(long number, int status, long intended, long now) {
                    if (status != 0) {
                        refused.incrementAndGet();
                    }
                }
            });
        }
        return refused.get();
    }

    private static Bind bind(SmppDoor door) {
        Address none = Address.alphanumeric("");
        return new Bind(1, BindMode.TRANSCEIVER, door.systemId(), door.password(), "", 0x34, none);
    }

    private static void write(Socket socket, Pdu pdu, int sequence) throws IOException {
        OctetBuffer octets = new OctetBuffer();
        SmppCodec.encode(pdu, sequence, octets);
        socket.getOutputStream().write(octets.toByteArray());
    }
}

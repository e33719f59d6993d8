package io.vestnik.smpp;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;

/**
 * Prints how many submit_sm and answers a second go through one session, both ends in this JVM, and how many PDUs a second the
 * codec reads and writes on one core. Arguments: window (1000), seconds a round (5), rounds (4; the first warms up).
 */
public final class ExchangeBench {
    private ExchangeBench() {}

    /** Runs it. */
    public static void main(String[] arguments) throws Exception {
        int window = argument(arguments, 0, 1000);
        int seconds = argument(arguments, 1, 5);
        int rounds = argument(arguments, 2, 4);
        for (int round = 0; round < rounds; round++) {
            System.out.printf(
                    Locale.ROOT, "window %d: %,.0f exchanges/s%n", window, exchanges(window, seconds * 1_000_000_000L));
        }
        for (int small : new int[] {1, 10, 100}) {
            System.out.printf(
                    Locale.ROOT, "window %d: %,.0f exchanges/s%n", small, exchanges(small, seconds * 1_000_000_000L));
        }
        System.out.printf(Locale.ROOT, "2,000 idle sessions: %,d octets of heap each%n", idleSession(2000));
        for (int round = 0; round < rounds; round++) {
            System.out.printf(
                    Locale.ROOT,
                    "codec: %,.0f submit_sm/s written, %,.0f submit_sm/s read%n",
                    written(seconds * 500_000_000L),
                    read(seconds * 500_000_000L));
        }
    }

    private static int argument(String[] arguments, int at, int otherwise) {
        return arguments.length > at ? Integer.parseInt(arguments[at]) : otherwise;
    }

    private static double exchanges(int window, long nanos) throws IOException, InterruptedException {
        SessionSettings limits = SessionSettings.DEFAULT.withWindow(window);
        Acceptor acceptor = new Acceptor();
        try (SmppServer server = SmppServer.start(
                        ServerSettings.onLoopback(0).withSession(limits), attempt -> attempt.accept(acceptor));
                SmppClient client = SmppClient.start(1)) {
            Source source = new Source(System.nanoTime() + nanos);
            ConnectResult result = client.connect(
                    ClientSettings.of("127.0.0.1", server.address().getPort(), "bench", "bench")
                            .withSession(limits),
                    source);
            if (!(result instanceof ConnectResult.Bound(SmppSession session))) {
                throw new IOException("No session: " + result);
            }
            long began = System.nanoTime();
            source.fill(session);
            source.done.await();
            if (acceptor.ids < source.answered || acceptor.ids > source.answered + window) {
                throw new IOException(acceptor.ids + " accepted, but " + source.answered + " answered");
            }
            return source.answered * 1e9 / (System.nanoTime() - began);
        }
    }

    /** Both ends of a bound session that says nothing, in octets of heap. */
    private static long idleSession(int count) throws IOException {
        try (SmppServer server =
                        SmppServer.start(ServerSettings.onLoopback(0), attempt -> attempt.accept(new Acceptor()));
                SmppClient client = SmppClient.start(1)) {
            ClientSettings settings =
                    ClientSettings.of("127.0.0.1", server.address().getPort(), "bench", "bench");
            client.connect(settings, new Acceptor());
            long before = usedHeap();
            for (int i = 0; i < count; i++) {
                client.connect(settings, new Acceptor());
            }
            return (usedHeap() - before) / count;
        }
    }

    private static long usedHeap() {
        Runtime runtime = Runtime.getRuntime();
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return runtime.totalMemory() - runtime.freeMemory();
    }

    /** Accepts every submit at once. */
    private static final class Acceptor extends Quiet {
        private volatile long ids;

        @Override
        public void requests(SmppSession session, List<Pdu.Request> requests) {
            List<Pdu.Response> answers = new ArrayList<>(requests.size());
            long id = ids;
            for (Pdu.Request request : requests) {
                answers.add(((SubmitSm) request).accepted(Long.toString(++id)));
            }
            ids = id;
            session.respond(answers);
        }
    }

    /** Keeps the window full until its time is over. */
    private static final class Source extends Quiet {
        private final CountDownLatch done = new CountDownLatch(1);
        private final long until;
        private long answered;

        Source(long until) {
            this.until = until;
        }

        void fill(SmppSession session) {
            int free = session.free();
            List<Submission> batch = new ArrayList<>(free);
            for (int i = 0; i < free; i++) {
                batch.add(new Submission(Samples.submit(), null));
            }
            session.trySubmit(batch);
        }

        @Override
        public void answers(SmppSession session, List<Answer> answers) {
            answered += answers.size();
            if (System.nanoTime() < until) {
                fill(session);
            } else {
                done.countDown();
            }
        }
    }

    /** Expects nothing. */
    private static class Quiet implements SessionListener {
        @Override
        public void answers(SmppSession session, List<Answer> answers) {}

        @Override
        public void requests(SmppSession session, List<Pdu.Request> requests) {}

        @Override
        public void expired(SmppSession session, List<Unanswered> expired) {}

        @Override
        public void closed(SmppSession session, CloseReason reason, List<Unanswered> unanswered) {}
    }

    private static double written(long nanos) {
        SubmitSm submit = Samples.submit();
        OctetBuffer out = new OctetBuffer();
        long count = 0;
        long began = System.nanoTime();
        while (System.nanoTime() - began < nanos) {
            out.clear();
            for (int i = 0; i < 500; i++) {
                SmppCodec.encode(submit, i, out);
            }
            count += 500;
        }
        return count * 1e9 / (System.nanoTime() - began);
    }

    private static double read(long nanos) {
        OctetBuffer out = new OctetBuffer();
        SmppCodec.encode(Samples.submit(), 1, out);
        byte[] octets = out.toByteArray();
        PduDecoder decoder = new PduDecoder();
        long count = 0;
        long sum = 0;
        long began = System.nanoTime();
        while (System.nanoTime() - began < nanos) {
            for (int i = 0; i < 500; i++) {
                sum += ((SubmitSm) decoder.decode(octets, 0, octets.length)).shortMessage().length;
            }
            count += 500;
        }
        if (sum != count * Samples.TEXT.length) {
            throw new IllegalStateException("The codec read something else");
        }
        return count * 1e9 / (System.nanoTime() - began);
    }
}

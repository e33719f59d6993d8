package io.vestnik.bench.load;

import io.vestnik.smpp.Address;
import io.vestnik.smpp.Answer;
import io.vestnik.smpp.ClientSettings;
import io.vestnik.smpp.CloseReason;
import io.vestnik.smpp.ConnectResult;
import io.vestnik.smpp.DataCoding;
import io.vestnik.smpp.MessageBuilder;
import io.vestnik.smpp.OctetBuffer;
import io.vestnik.smpp.Pdu;
import io.vestnik.smpp.RegisteredDelivery;
import io.vestnik.smpp.ServerSettings;
import io.vestnik.smpp.SessionListener;
import io.vestnik.smpp.SessionSettings;
import io.vestnik.smpp.SmppClient;
import io.vestnik.smpp.SmppCodec;
import io.vestnik.smpp.SmppServer;
import io.vestnik.smpp.SmppSession;
import io.vestnik.smpp.Submission;
import io.vestnik.smpp.SubmitSm;
import io.vestnik.smpp.Unanswered;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** What the SMPP library does by itself, both ends in this program and nothing stored: messages of 70 UCS-2 characters. */
public final class Exchange {

    private static final double NANOS = 1e9;
    private static final int TURN = 500;
    private static final SubmitSm SUBMIT = MessageBuilder.message(
                    Address.alphanumeric("VESTNIK"), Address.international("79161234567"))
            .registeredDelivery(RegisteredDelivery.FINAL)
            .content(DataCoding.UCS2, "Привет, это ".repeat(6).substring(0, 70).getBytes(StandardCharsets.UTF_16BE))
            .submitSm();

    private Exchange() {}

    /** submit_sm and answers a second through one session with that window. */
    public static double perSecond(int window, double seconds) throws IOException, InterruptedException {
        SessionSettings limits = SessionSettings.DEFAULT.withWindow(window);
        try (SmppServer server = SmppServer.start(
                        ServerSettings.onLoopback(0).withSession(limits), attempt -> attempt.accept(new Taker()));
                SmppClient client = SmppClient.start(1)) {
            Giver giver = new Giver(System.nanoTime() + (long) (seconds * NANOS));
            ConnectResult result = client.connect(
                    ClientSettings.of("127.0.0.1", server.address().getPort(), "bench", "bench")
                            .withSession(limits),
                    giver);
            if (!(result instanceof ConnectResult.Bound(SmppSession session))) {
                throw new IOException("No session: " + result);
            }
            long began = System.nanoTime();
            giver.fill(session);
            giver.done.await();
            return giver.answered * NANOS / (System.nanoTime() - began);
        }
    }

    /** PDUs a second, half of them written and half of them read, on one core. */
    public static double codecPerSecond(double seconds) {
        OctetBuffer out = new OctetBuffer();
        long began = System.nanoTime();
        long count = 0;
        long octets = 0;
        while (System.nanoTime() - began < seconds * NANOS) {
            for (int i = 0; i < TURN; i++) {
                out.clear();
                SmppCodec.encode(SUBMIT, i, out);
                byte[] written = out.toByteArray();
                octets += ((SubmitSm) SmppCodec.decode(written, 0, written.length)).shortMessage().length;
            }
            count += TURN;
        }
        if (octets != count * SUBMIT.shortMessage().length) {
            throw new IllegalStateException("The codec read something else than it wrote");
        }
        return 2 * count * NANOS / (System.nanoTime() - began);
    }

    /** Accepts every submit at once. */
    private static final class Taker extends Quiet {

        private long id;

        @Override
        public void requests(SmppSession session, List<Pdu.Request> requests) {
            List<Pdu.Response> answers = new ArrayList<>(requests.size());
            for (Pdu.Request request : requests) {
                answers.add(((SubmitSm) request).accepted(Long.toString(++id)));
            }
            session.respond(answers);
        }
    }

    /** Keeps the window full until its time is over. */
    private static final class Giver extends Quiet {

        private final CountDownLatch done = new CountDownLatch(1);
        private final long until;
        private volatile long answered;

        Giver(long until) {
            this.until = until;
        }

        void fill(SmppSession session) {
            int free = session.free();
            List<Submission> batch = new ArrayList<>(free);
            for (int i = 0; i < free; i++) {
                batch.add(new Submission(SUBMIT, null));
            }
            session.trySubmit(batch);
        }

        @Override
        @SuppressWarnings("NonAtomicVolatileUpdate") // one thread of the library calls
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
}

package io.vestnik.bench.load;

import io.vestnik.smpp.Address;
import io.vestnik.smpp.Answer;
import io.vestnik.smpp.CloseReason;
import io.vestnik.smpp.CommandStatus;
import io.vestnik.smpp.DataCoding;
import io.vestnik.smpp.EsmClass;
import io.vestnik.smpp.MessageBuilder;
import io.vestnik.smpp.MessageState;
import io.vestnik.smpp.Pdu;
import io.vestnik.smpp.ServerSettings;
import io.vestnik.smpp.SessionListener;
import io.vestnik.smpp.SessionSettings;
import io.vestnik.smpp.SmppServer;
import io.vestnik.smpp.SmppSession;
import io.vestnik.smpp.Submission;
import io.vestnik.smpp.SubmitSm;
import io.vestnik.smpp.Tlv;
import io.vestnik.smpp.Tlvs;
import io.vestnik.smpp.Unanswered;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A mobile network that takes every message at once and sends a receipt of delivery for each after a while. It keeps nothing:
 * it must be cheaper than what is measured against it.
 */
public final class NetworkSink implements AutoCloseable {

    private static final SessionSettings LIMITS = SessionSettings.DEFAULT.withWindow(2_000);
    private static final long PUMP = TimeUnit.MILLISECONDS.toNanos(1);
    private static final long AGAIN = TimeUnit.SECONDS.toNanos(1);
    private static final byte[] REST =
            " sub:001 dlvrd:001 submit date:2611220000 done date:2611220000 stat:DELIVRD err:000 text:"
                    .getBytes(StandardCharsets.US_ASCII);

    private final SmppServer server;
    private final Thread pump;
    private final Queue<Due> homeless = new ConcurrentLinkedQueue<>();
    private final List<Line> lines = new CopyOnWriteArrayList<>();
    private final AtomicLong ids = new AtomicLong(1_000_000_000);
    private final AtomicLong submits = new AtomicLong();
    private final AtomicLong receipts = new AtomicLong();

    private volatile long delay = TimeUnit.MILLISECONDS.toNanos(50);
    private volatile Eye eye = new Eye() {};
    private volatile boolean refusing;
    private volatile long lastSubmit;
    private volatile boolean closed;

    /** Hears of what comes by; called on the network's threads, must not block. */
    public interface Eye {

        /** A message came from the server; its ordinal is that of {@link Numbers}, negative for others. */
        default void submitted(long ordinal, long now) {}

        /** The server has acknowledged the receipt. */
        default void reported(long ordinal, long now) {}
    }

    /** About a message from a sender to a person; the receipt itself goes the other way. */
    private record Receipt(String id, Address sender, Address person) {}

    private record Due(long at, List<Receipt> receipts) {}

    private NetworkSink() throws IOException {
        server = SmppServer.start(ServerSettings.onLoopback(0).withSession(LIMITS), attempt -> {
            Line line = new Line();
            lines.add(line);
            attempt.accept(line);
        });
        pump = Thread.ofPlatform().daemon().name("receipts").start(this::pump);
    }

    /** Listens on a free port of loopback; any name and password may bind. */
    public static NetworkSink start() throws IOException {
        return new NetworkSink();
    }

    /** Where it listens. */
    public int port() {
        return server.address().getPort();
    }

    /** How long after its message a receipt leaves from now on; 50 ms unless told. */
    public void receiptsAfter(Duration value) {
        delay = value.toNanos();
    }

    /** Whether from now on every message is refused as one too many. */
    public void refuse(boolean value) {
        refusing = value;
    }

    /** Who hears of it from now on. */
    public void watch(Eye value) {
        eye = value;
    }

    /** Messages taken so far. */
    public long submits() {
        return submits.get();
    }

    /** Receipts that the server has acknowledged so far. */
    public long receipts() {
        return receipts.get();
    }

    /** When the last message was taken, by {@link System#nanoTime}. */
    public long lastSubmit() {
        return lastSubmit;
    }

    @Override
    public void close() {
        closed = true;
        server.close();
        LockSupport.unpark(pump);
    }

    private void pump() {
        while (!closed) {
            long now = System.nanoTime();
            for (Line line : lines) {
                line.send(now);
            }
            LockSupport.parkNanos(PUMP);
        }
    }

    private static Submission submission(Receipt receipt) {
        byte[] id = receipt.id().getBytes(StandardCharsets.US_ASCII);
        byte[] text = new byte[3 + id.length + REST.length];
        text[0] = 'i';
        text[1] = 'd';
        text[2] = ':';
        System.arraycopy(id, 0, text, 3, id.length);
        System.arraycopy(REST, 0, text, 3 + id.length, REST.length);
        Pdu.Request deliver = MessageBuilder.message(receipt.person(), receipt.sender())
                .esmClass(EsmClass.RECEIPT)
                .content(DataCoding.DEFAULT, text)
                .tlvs(Tlvs.NONE
                        .withText(Tlv.RECEIPTED_MESSAGE_ID, receipt.id())
                        .withOctet(Tlv.MESSAGE_STATE, MessageState.DELIVERED.code()))
                .deliverSm();
        return new Submission(deliver, receipt);
    }

    /** One connection of the server's. */
    private final class Line implements SessionListener {

        private final Queue<Due> due = new ConcurrentLinkedQueue<>();
        private final List<Submission> held = new ArrayList<>();
        private volatile @Nullable SmppSession session;
        private volatile boolean over;

        @Override
        public void requests(SmppSession from, List<Pdu.Request> requests) {
            session = from;
            long now = System.nanoTime();
            boolean refuse = refusing;
            List<Pdu.Response> answers = new ArrayList<>(requests.size());
            List<Receipt> later = new ArrayList<>(requests.size());
            for (Pdu.Request request : requests) {
                if (refuse || !(request instanceof SubmitSm submit)) {
                    answers.add(request.refusal(CommandStatus.ESME_RTHROTTLED));
                    continue;
                }
                String id = Long.toString(ids.incrementAndGet());
                answers.add(submit.accepted(id));
                later.add(new Receipt(id, submit.source(), submit.destination()));
                eye.submitted(Numbers.ordinal(submit.destination().digits()), now);
            }
            from.respond(answers);
            if (!later.isEmpty()) {
                submits.addAndGet(later.size());
                lastSubmit = now;
                due.add(new Due(now + delay, later));
            }
        }

        @Override
        public void answers(SmppSession from, List<Answer> answers) {
            long now = System.nanoTime();
            List<Receipt> again = new ArrayList<>();
            for (Answer answer : answers) {
                Receipt receipt = receipt(answer.submission());
                if (answer.response().status() == CommandStatus.ESME_ROK) {
                    eye.reported(Numbers.ordinal(receipt.person().digits()), now);
                } else {
                    again.add(receipt);
                }
            }
            receipts.addAndGet(answers.size() - again.size());
            if (!again.isEmpty()) {
                due.add(new Due(now + AGAIN, again));
            }
        }

        @Override
        public void expired(SmppSession from, List<Unanswered> expired) {
            keep(expired);
        }

        @Override
        public void closed(SmppSession from, CloseReason reason, List<Unanswered> unanswered) {
            keep(unanswered);
            over = true;
        }

        private void keep(List<Unanswered> unanswered) {
            if (!unanswered.isEmpty()) {
                homeless.add(new Due(
                        System.nanoTime() + AGAIN,
                        unanswered.stream().map(it -> receipt(it.submission())).toList()));
            }
        }

        private static Receipt receipt(Submission submission) {
            return (Receipt) Objects.requireNonNull(submission.attachment());
        }

        /** Sends what is due, on the pump's thread. */
        void send(long now) {
            if (over) {
                lines.remove(this);
                homeless.addAll(due);
                homeless.add(new Due(now, held.stream().map(Line::receipt).toList()));
                return;
            }
            SmppSession open = session;
            if (open == null || !open.isOpen()) {
                return;
            }
            for (Due orphan = homeless.poll(); orphan != null; orphan = homeless.poll()) {
                due.add(new Due(now, orphan.receipts()));
            }
            for (Due next = due.peek(); next != null && next.at() <= now; next = due.peek()) {
                due.remove();
                next.receipts().forEach(it -> held.add(submission(it)));
            }
            if (!held.isEmpty()) {
                int taken = open.trySubmit(held);
                held.subList(0, taken).clear();
            }
        }
    }
}

package io.vestnik.bench.chaos;

import io.vestnik.smpp.Address;
import io.vestnik.smpp.Answer;
import io.vestnik.smpp.BindMode;
import io.vestnik.smpp.ClientSettings;
import io.vestnik.smpp.CloseReason;
import io.vestnik.smpp.CommandStatus;
import io.vestnik.smpp.ConnectResult;
import io.vestnik.smpp.DeliverSm;
import io.vestnik.smpp.DeliveryReceipt;
import io.vestnik.smpp.MessageBuilder;
import io.vestnik.smpp.MessageState;
import io.vestnik.smpp.Pdu;
import io.vestnik.smpp.SessionListener;
import io.vestnik.smpp.SessionSettings;
import io.vestnik.smpp.SmppClient;
import io.vestnik.smpp.SmppSession;
import io.vestnik.smpp.Submission;
import io.vestnik.smpp.SubmitSm;
import io.vestnik.smpp.SubmitSmResp;
import io.vestnik.smpp.Unanswered;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A client's program that binds over SMPP, submits in small volleys, binds again when its line breaks, and takes receipts. */
final class SmppSource implements SessionListener, AutoCloseable {

    private static final Duration BETWEEN = Duration.ofMillis(25);
    private static final Duration AGAIN = Duration.ofMillis(500);
    private static final Duration ANSWER = Duration.ofSeconds(8);
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final int VOLLEY = 3;
    private static final int WINDOW = 100;
    private static final int UCS2 = 8;
    private static final int ANY_END = 1;

    private final SmppClient client = SmppClient.start(1);
    private final List<Integer> ports;
    private final String systemId;
    private final String password;
    private final Numbers numbers;
    private final Ears ears;
    private final Map<String, Sent.Outcome> outcomes = new ConcurrentHashMap<>();
    private final CountDownLatch silent = new CountDownLatch(1);
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread;
    private volatile @Nullable SmppSession session;

    /** Begins at once; binds to the servers in turn. */
    SmppSource(List<Integer> ports, String systemId, String password, Numbers numbers, Ears ears) {
        this.ports = ports;
        this.systemId = systemId;
        this.password = password;
        this.numbers = numbers;
        this.ears = ears;
        this.thread = Thread.ofPlatform().name("source-smpp").start(this::work);
    }

    /** What was told so far; what has no answer yet has none. */
    List<Sent> sent() {
        List<Sent> sent = new ArrayList<>();
        outcomes.forEach((number, outcome) -> sent.add(new Sent("smpp", number, outcome)));
        return sent;
    }

    /** Submits nothing more, and stays bound for receipts. */
    void fallSilent() {
        silent.countDown();
    }

    private void work() {
        try {
            for (int turn = 0; stopping.getCount() > 0; ) {
                SmppSession bound = session;
                if (bound == null || !bound.isOpen()) {
                    connect(ports.get(turn++ % ports.size()));
                } else if (silent.await(BETWEEN.toMillis(), TimeUnit.MILLISECONDS)) {
                    boolean _ = stopping.await(AGAIN.toMillis(), TimeUnit.MILLISECONDS);
                } else {
                    submit(bound);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void connect(int port) throws InterruptedException {
        ClientSettings settings = ClientSettings.of("127.0.0.1", port, systemId, password)
                .withMode(BindMode.TRANSCEIVER)
                .withTimeouts(CONNECT, ANSWER)
                .withSession(SessionSettings.DEFAULT.withWindow(WINDOW).withResponseTimeout(ANSWER));
        if (client.connect(settings, this) instanceof ConnectResult.Bound(SmppSession bound)) {
            session = bound;
        } else {
            boolean _ = stopping.await(AGAIN.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void submit(SmppSession bound) {
        List<Submission> volley = new ArrayList<>();
        for (int i = 0; i < VOLLEY; i++) {
            String number = numbers.next();
            SubmitSm submit = MessageBuilder.message(Address.alphanumeric("VESTNIK"), Address.international(number))
                    .registeredDelivery(ANY_END)
                    .content(UCS2, ("Заказ для " + number).getBytes(StandardCharsets.UTF_16BE))
                    .submitSm();
            outcomes.put(number, new Sent.NoAnswer());
            volley.add(new Submission(submit, number));
        }
        int taken = bound.trySubmit(volley);
        // What did not fit into the window went nowhere, and nobody asks for it any more.
        volley.subList(taken, volley.size()).forEach(left -> outcomes.remove(numberOf(left)));
    }

    private static String numberOf(Submission submission) {
        return (String) Objects.requireNonNull(submission.attachment());
    }

    @Override
    public void answers(SmppSession from, List<Answer> answers) {
        for (Answer answer : answers) {
            boolean taken = answer.response().status() == CommandStatus.ESME_ROK;
            outcomes.put(
                    numberOf(answer.submission()),
                    taken && answer.response() instanceof SubmitSmResp response
                            ? new Sent.Taken(response.messageId())
                            : new Sent.Refused(
                                    CommandStatus.name(answer.response().status())));
        }
    }

    @Override
    public void requests(SmppSession from, List<Pdu.Request> requests) {
        for (Pdu.Request request : requests) {
            if (request instanceof DeliverSm deliver) {
                DeliveryReceipt.of(deliver).ifPresent(this::hear);
            }
        }
        from.respond(requests.stream()
                .map(request -> request.refusal(
                        request instanceof DeliverSm ? CommandStatus.ESME_ROK : CommandStatus.ESME_RINVCMDID))
                .toList());
    }

    private void hear(DeliveryReceipt receipt) {
        MessageState state = receipt.state();
        if (state != null && receipt.messageId().matches("\\d{1,18}")) {
            ears.hear(Long.parseLong(receipt.messageId()), States.ofReceipt(state.word()));
        }
    }

    @Override
    public void expired(SmppSession from, List<Unanswered> expired) {
        // No answer: that is what they have already.
    }

    @Override
    public void closed(SmppSession from, CloseReason reason, List<Unanswered> unanswered) {
        // Whoever works sees that it is not open any more; what had no answer has none.
    }

    @Override
    public void close() {
        silent.countDown();
        stopping.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            client.close();
        }
    }
}

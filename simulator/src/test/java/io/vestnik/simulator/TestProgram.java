package io.vestnik.simulator;

import static org.assertj.core.api.Assertions.assertThat;

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
import io.vestnik.smpp.Pdu;
import io.vestnik.smpp.QuerySm;
import io.vestnik.smpp.QuerySmResp;
import io.vestnik.smpp.RegisteredDelivery;
import io.vestnik.smpp.SessionListener;
import io.vestnik.smpp.SessionSettings;
import io.vestnik.smpp.SmppClient;
import io.vestnik.smpp.SmppSession;
import io.vestnik.smpp.Submission;
import io.vestnik.smpp.SubmitSm;
import io.vestnik.smpp.SubmitSmResp;
import io.vestnik.smpp.Tlv;
import io.vestnik.smpp.Tlvs;
import io.vestnik.smpp.Unanswered;
import io.vestnik.sms.Concatenation;
import io.vestnik.sms.Part;
import io.vestnik.sms.RouteAlphabet;
import io.vestnik.sms.TextSplitter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.IntUnaryOperator;

/** A program of an operator's customer, for tests: submits and gathers what comes back. */
final class TestProgram implements SessionListener, AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** What came, in order, also read while more comes: {@code answer STATUS of NUMBER}, {@code receipt WORD of NUMBER}. */
    final List<String> log = new CopyOnWriteArrayList<>();

    /** Ids of accepted submits by number. */
    final Map<String, String> ids = new LinkedHashMap<>();

    /** Words of receipts by number. */
    final Map<String, String> receipts = new LinkedHashMap<>();

    /** What was said to questions, by id. */
    final Map<String, QuerySmResp> states = new LinkedHashMap<>();

    /** Ids that receipts named, in order. */
    final List<String> receiptIds = new ArrayList<>();

    /** What receipts sent back of their submits, in order; -1 for nothing. */
    final List<Integer> references = new ArrayList<>();

    /** Deliveries that were no receipts. */
    final List<DeliverSm> inbound = new ArrayList<>();

    private final SmppClient client = SmppClient.start(1);
    private final SmppSession session;
    /** The status to answer the n-th delivery with; below zero for silence. */
    private IntUnaryOperator manner = _ -> CommandStatus.ESME_ROK;

    private int deliveries;

    private TestProgram(int port, String user, String password, BindMode mode) {
        ClientSettings settings = ClientSettings.of("127.0.0.1", port, user, password)
                .withMode(mode)
                .withSession(SessionSettings.DEFAULT.withWindow(10_000));
        session = switch (client.connect(settings, this)) {
            case ConnectResult.Bound(SmppSession bound) -> bound;
            case ConnectResult.Refused(int status) -> {
                client.close();
                throw new Refused(status);
            }
            case ConnectResult.Failed(CloseReason reason) -> throw new AssertionError(reason.toString());
        };
    }

    /** The bind was refused. */
    static final class Refused extends RuntimeException {
        final int status;

        Refused(int status) {
            super(CommandStatus.name(status));
            this.status = status;
        }
    }

    static TestProgram bind(Simulator simulator, BindMode mode) {
        return bind(simulator, "program", "secret", mode);
    }

    static TestProgram bind(Simulator simulator, String user, String password, BindMode mode) {
        return new TestProgram(simulator.port(), user, password, mode);
    }

    synchronized TestProgram answering(IntUnaryOperator other) {
        manner = other;
        return this;
    }

    static String number(int index) {
        return Long.toString(79_000_000_000L + index);
    }

    void submit(String number, String text) {
        submit(number, text, 1);
    }

    void submit(String number, String text, int reference) {
        List<Submission> submissions = new ArrayList<>();
        for (Part part : new TextSplitter(RouteAlphabet.GSM, Concatenation.UDH_8).split(text, reference)) {
            SubmitSm submit = MessageBuilder.message(Address.alphanumeric("SHOP"), Address.international(number))
                    .esmClass(part.udh() ? 0x40 : 0)
                    .registeredDelivery(RegisteredDelivery.FINAL)
                    .content(part.dataCoding(), part.userData())
                    .submitSm();
            submissions.add(new Submission(submit, number));
        }
        assertThat(session.trySubmit(submissions)).isEqualTo(submissions.size());
    }

    /** One that the program knows by this number. */
    void submitNamed(String number, int userReference) {
        SubmitSm submit = MessageBuilder.message(Address.alphanumeric("SHOP"), Address.international(number))
                .registeredDelivery(RegisteredDelivery.FINAL)
                .tlvs(Tlvs.NONE.withShort(Tlv.USER_MESSAGE_REFERENCE, userReference))
                .submitSm();
        assertThat(session.trySubmit(List.of(new Submission(submit, number)))).isEqualTo(1);
    }

    void query(String id) {
        QuerySm query = new QuerySm(0, id, Address.alphanumeric("SHOP"));
        assertThat(session.trySubmit(List.of(new Submission(query, id)))).isEqualTo(1);
    }

    synchronized void await(String what, BooleanSupplier there) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!there.getAsBoolean()) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            assertThat(left).as("time to wait for " + what).isPositive();
            try {
                wait(Math.min(left, 20));
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    synchronized int answered() {
        return (int) log.stream().filter(line -> line.startsWith("answer")).count();
    }

    @Override
    public synchronized void answers(SmppSession session, List<Answer> answers) {
        for (Answer answer : answers) {
            String number = String.valueOf(answer.submission().attachment());
            if (answer.response() instanceof QuerySmResp state) {
                states.put(number, state);
                continue;
            }
            log.add("answer " + answer.response().status() + " of " + number);
            if (answer.response() instanceof SubmitSmResp taken && taken.ok()) {
                ids.put(number, taken.messageId());
            }
        }
        notifyAll();
    }

    @Override
    public synchronized void requests(SmppSession session, List<Pdu.Request> requests) {
        for (Pdu.Request request : requests) {
            int status = manner.applyAsInt(deliveries++);
            DeliverSm deliver = (DeliverSm) request;
            String number = deliver.source().digits();
            DeliveryReceipt.of(deliver)
                    .ifPresentOrElse(
                            receipt -> {
                                log.add("receipt " + receipt.stat() + " of " + number);
                                receipts.put(number, receipt.stat());
                                receiptIds.add(receipt.messageId());
                                references.add(deliver.tlvs()
                                        .integer(Tlv.USER_MESSAGE_REFERENCE)
                                        .orElse(-1));
                            },
                            () -> inbound.add(deliver));
            if (status >= 0) {
                session.respond(request.refusal(status));
            }
        }
        notifyAll();
    }

    @Override
    public synchronized void expired(SmppSession session, List<Unanswered> expired) {
        notifyAll();
    }

    @Override
    public synchronized void closed(SmppSession session, CloseReason reason, List<Unanswered> unanswered) {
        notifyAll();
    }

    boolean isOpen() {
        return session.isOpen();
    }

    @Override
    public void close() {
        client.close();
    }
}

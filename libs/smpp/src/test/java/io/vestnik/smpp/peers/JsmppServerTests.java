package io.vestnik.smpp.peers;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.smpp.Answer;
import io.vestnik.smpp.ClientSettings;
import io.vestnik.smpp.CloseReason;
import io.vestnik.smpp.CommandStatus;
import io.vestnik.smpp.ConnectResult;
import io.vestnik.smpp.DeliverSm;
import io.vestnik.smpp.MessageBuilder;
import io.vestnik.smpp.QuerySm;
import io.vestnik.smpp.QuerySmResp;
import io.vestnik.smpp.SessionSettings;
import io.vestnik.smpp.SmppClient;
import io.vestnik.smpp.SmppSession;
import io.vestnik.smpp.Submission;
import io.vestnik.smpp.SubmitSmResp;
import io.vestnik.smpp.Tlv;
import io.vestnik.smpp.Tlvs;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jsmpp.PDUStringException;
import org.jsmpp.bean.BroadcastSm;
import org.jsmpp.bean.CancelBroadcastSm;
import org.jsmpp.bean.CancelSm;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.MessageState;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.QueryBroadcastSm;
import org.jsmpp.bean.RawDataCoding;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.ReplaceSm;
import org.jsmpp.bean.SubmitMulti;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.BindRequest;
import org.jsmpp.session.BroadcastSmResult;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.QueryBroadcastSmResult;
import org.jsmpp.session.QuerySmResult;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.SMPPServerSessionListener;
import org.jsmpp.session.ServerMessageReceiverListener;
import org.jsmpp.session.Session;
import org.jsmpp.session.SubmitMultiResult;
import org.jsmpp.session.SubmitSmResult;
import org.jsmpp.session.connection.Connection;
import org.jsmpp.session.connection.ServerConnection;
import org.jsmpp.session.connection.ServerConnectionFactory;
import org.jsmpp.session.connection.socket.ServerSocketConnection;
import org.jsmpp.session.connection.socket.SocketConnection;
import org.jsmpp.util.MessageId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Our client binds to a server of jSMPP. */
@Timeout(60)
class JsmppServerTests {
    private static final byte[] TEXT = "Привет".getBytes(StandardCharsets.UTF_16BE);

    private final OurEsme heard = new OurEsme();
    private final BlockingQueue<SMPPServerSession> bound = new LinkedBlockingQueue<>();
    private final Loopback loopback = new Loopback();
    private SMPPServerSessionListener server;
    private SmppClient client;
    private SmppSession session;

    @BeforeEach
    void start() throws Exception {
        server = new SMPPServerSessionListener(0, loopback);
        server.setMessageReceiverListener(new Accepting());
        server.setPduProcessorDegree(3);
        server.setQueueCapacity(1000);
        Thread.ofVirtual().start(this::acceptOne);
        client = SmppClient.start(1);
        SessionSettings limits =
                SessionSettings.DEFAULT.withWindow(100).withSilence(Duration.ofMillis(200), Duration.ofSeconds(20));
        ClientSettings settings =
                ClientSettings.of("127.0.0.1", loopback.port, "shop", "secret").withSession(limits);
        session = ((ConnectResult.Bound) client.connect(settings, heard)).session();
    }

    @AfterEach
    void stop() throws IOException {
        client.close();
        server.close();
    }

    private void acceptOne() {
        try {
            SMPPServerSession accepted = server.accept();
            BindRequest request = accepted.waitForBind(10_000);
            assertThat(request.getSystemId()).isEqualTo("shop");
            request.accept("jsmpp");
            bound.add(accepted);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static Submission submission(String destination, int ordinal) {
        return new Submission(
                MessageBuilder.message(
                                io.vestnik.smpp.Address.alphanumeric("Vestnik"),
                                io.vestnik.smpp.Address.international(destination))
                        .registeredDelivery(1)
                        .content(8, TEXT)
                        .tlvs(Tlvs.NONE.withShort(Tlv.USER_MESSAGE_REFERENCE, ordinal))
                        .submitSm(),
                ordinal);
    }

    @Test
    void itsAnswersReachTheirSubmits() throws Exception {
        int count = 3000;
        int sent = 0;
        List<Answer> answers = new ArrayList<>();
        while (answers.size() < count) {
            List<Submission> batch = new ArrayList<>();
            for (int i = sent; i < Math.min(count, sent + 100); i++) {
                batch.add(submission("79161234567", i));
            }
            sent += session.trySubmit(batch);
            answers.add(heard.answers.take());
            heard.answers.drainTo(answers);
        }
        assertThat(answers)
                .allSatisfy(answer -> assertThat(((SubmitSmResp) answer.response()).messageId())
                        .isEqualTo("m" + answer.submission().attachment()));
        assertThat(answers.stream().map(a -> a.submission().attachment()).distinct())
                .hasSize(count);
    }

    @Test
    void itsRefusalsAndItsStatesAreRead() throws Exception {
        session.trySubmit(List.of(
                submission("79161234513", 1),
                new Submission(new QuerySm(0, "m1", io.vestnik.smpp.Address.international("7")), 2)));
        List<Answer> answers = List.of(heard.answers.take(), heard.answers.take());
        assertThat(answers).anySatisfy(answer -> {
            assertThat(answer.submission().attachment()).isEqualTo(1);
            assertThat(answer.response().status()).isEqualTo(CommandStatus.ESME_RTHROTTLED);
        });
        assertThat(answers).anySatisfy(answer -> {
            assertThat(answer.submission().attachment()).isEqualTo(2);
            assertThat(((QuerySmResp) answer.response()).messageState())
                    .isEqualTo(io.vestnik.smpp.MessageState.DELIVERED.code());
        });
    }

    @Test
    void itsDeliveriesAreTakenAndAnswered() throws Exception {
        SMPPServerSession far = bound.take();
        far.deliverShortMessage(
                "",
                TypeOfNumber.INTERNATIONAL,
                NumberingPlanIndicator.ISDN,
                "79161234567",
                TypeOfNumber.ALPHANUMERIC,
                NumberingPlanIndicator.UNKNOWN,
                "Vestnik",
                new ESMClass(),
                (byte) 0,
                (byte) 0,
                new RegisteredDelivery(0),
                new RawDataCoding((byte) 8),
                TEXT,
                new OptionalParameter.User_message_reference((short) 5));
        DeliverSm deliver = (DeliverSm) heard.requests.take();
        assertThat(deliver.content()).isEqualTo(TEXT);
        assertThat(deliver.tlvs().integer(Tlv.USER_MESSAGE_REFERENCE)).hasValue(5);
    }

    @Test
    void aQuietSessionLivesByEnquireLinkAndUnbinds() throws Exception {
        SMPPServerSession far = bound.take();
        long silent = far.getLastActivityTimestamp();
        while (far.getLastActivityTimestamp() == silent) {
            Thread.onSpinWait();
        }
        assertThat(session.isOpen()).isTrue();
        session.unbind(Duration.ofSeconds(5));
        CloseReason end = heard.ends.take();
        assertThat(end).isEqualTo(new CloseReason(CloseReason.Cause.UNBOUND_BY_US, ""));
    }

    @Test
    void itsUnbindIsAnswered() throws Exception {
        bound.take().unbindAndClose();
        assertThat(heard.ends.take().cause()).isEqualTo(CloseReason.Cause.UNBOUND_BY_PEER);
    }

    /** Listens on loopback, on a free port, without Nagle's delay. */
    private static final class Loopback implements ServerConnectionFactory {
        private volatile int port;

        @Override
        public ServerConnection listen(int wanted) throws IOException {
            ServerSocket socket = new ServerSocket(wanted, 10, InetAddress.getLoopbackAddress());
            port = socket.getLocalPort();
            return new ServerSocketConnection(socket) {
                @Override
                public Connection accept() throws IOException {
                    Socket accepted = socket.accept();
                    accepted.setTcpNoDelay(true);
                    return new SocketConnection(accepted);
                }
            };
        }

        @Override
        public ServerConnection listen(int wanted, int timeout) throws IOException {
            return listen(wanted);
        }

        @Override
        public ServerConnection listen(int wanted, int timeout, int backlog) throws IOException {
            return listen(wanted);
        }
    }

    /** Names each message by its reference; refuses numbers that end in 13. */
    private static final class Accepting implements ServerMessageReceiverListener {
        @Override
        public SubmitSmResult onAcceptSubmitSm(SubmitSm submit, SMPPServerSession source)
                throws ProcessRequestException {
            if (submit.getDestAddress().endsWith("13")) {
                throw new ProcessRequestException("too fast", CommandStatus.ESME_RTHROTTLED);
            }
            OptionalParameter.User_message_reference reference =
                    submit.getOptionalParameter(OptionalParameter.User_message_reference.class);
            try {
                return new SubmitSmResult(new MessageId("m" + reference.getValue()), new OptionalParameter[0]);
            } catch (PDUStringException e) {
                throw new ProcessRequestException("no id", CommandStatus.ESME_RSYSERR, e);
            }
        }

        @Override
        public QuerySmResult onAcceptQuerySm(org.jsmpp.bean.QuerySm query, SMPPServerSession source) {
            return new QuerySmResult("", MessageState.DELIVERED, (byte) 0);
        }

        @Override
        public SubmitMultiResult onAcceptSubmitMulti(SubmitMulti multi, SMPPServerSession source)
                throws ProcessRequestException {
            throw refusal();
        }

        @Override
        public void onAcceptReplaceSm(ReplaceSm replace, SMPPServerSession source) throws ProcessRequestException {
            throw refusal();
        }

        @Override
        public void onAcceptCancelSm(CancelSm cancel, SMPPServerSession source) throws ProcessRequestException {
            throw refusal();
        }

        @Override
        public BroadcastSmResult onAcceptBroadcastSm(BroadcastSm broadcast, SMPPServerSession source)
                throws ProcessRequestException {
            throw refusal();
        }

        @Override
        public void onAcceptCancelBroadcastSm(CancelBroadcastSm cancel, SMPPServerSession source)
                throws ProcessRequestException {
            throw refusal();
        }

        @Override
        public QueryBroadcastSmResult onAcceptQueryBroadcastSm(QueryBroadcastSm query, SMPPServerSession source)
                throws ProcessRequestException {
            throw refusal();
        }

        @Override
        public DataSmResult onAcceptDataSm(DataSm data, Session source) throws ProcessRequestException {
            throw refusal();
        }

        private static ProcessRequestException refusal() {
            return new ProcessRequestException("not here", CommandStatus.ESME_RINVCMDID);
        }
    }
}

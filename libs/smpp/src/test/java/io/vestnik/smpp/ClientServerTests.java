package io.vestnik.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ClientServerTests {
    private final BlockingQueue<SmppSession> accepted = new LinkedBlockingQueue<>();
    private final Recorder serverSide = new Recorder() {
        @Override
        public void requests(SmppSession session, List<Pdu.Request> more) {
            List<Pdu.Response> answers = new ArrayList<>();
            for (Pdu.Request request : more) {
                answers.add(
                        request instanceof SubmitSm submit
                                ? submit.accepted("id" + submit.sequence())
                                : request.refusal(8));
            }
            super.requests(session, more);
            session.respond(answers);
        }
    };
    private final Recorder clientSide = new Recorder();
    private SmppServer server;
    private SmppClient client;

    @BeforeEach
    void start() throws Exception {
        server = SmppServer.start(ServerSettings.onLoopback(0), attempt -> {
            if (attempt.request().password().equals("secret")) {
                accepted.add(attempt.accept(serverSide));
            } else {
                attempt.refuse(CommandStatus.ESME_RINVPASWD);
            }
        });
        client = SmppClient.start(1);
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    private ClientSettings settings() {
        return ClientSettings.of("127.0.0.1", server.address().getPort(), "shop", "secret")
                .withSession(SessionSettings.DEFAULT.withWindow(100));
    }

    private SmppSession bind(ClientSettings settings) {
        ConnectResult result = client.connect(settings, clientSide);
        assertThat(result).isInstanceOf(ConnectResult.Bound.class);
        return ((ConnectResult.Bound) result).session();
    }

    @Test
    void answersEverySubmitOnce() throws Exception {
        SmppSession session = bind(settings());
        assertThat(session.trySubmit(Samples.submissions(150))).isEqualTo(100);
        clientSide.await(() -> clientSide.answers.size() == 100);
        assertThat(clientSide.answers)
                .extracting(answer -> answer.submission().attachment())
                .doesNotHaveDuplicates()
                .hasSize(100);
        assertThat(session.free()).isEqualTo(100);
        assertThat(clientSide.answers)
                .allMatch(answer -> ((SubmitSmResp) answer.response())
                        .messageId()
                        .equals("id" + answer.response().sequence()));
    }

    @Test
    void deliversToTheClientAndTakesItsAnswersLater() throws Exception {
        SmppSession session = bind(settings());
        SmppSession serverSession = accepted.take();
        assertThat(serverSession.trySubmit(List.of(new Submission(Samples.deliver(), "first"))))
                .isEqualTo(1);
        clientSide.await(() -> clientSide.requests.size() == 1);
        assertThat(serverSession.inFlight()).isEqualTo(1);
        session.respond(((DeliverSm) clientSide.requests.getFirst()).accepted());
        serverSide.await(() -> serverSide.answers.size() == 1);
        assertThat(serverSide.answers.getFirst().submission().attachment()).isEqualTo("first");
        assertThat(serverSide.answers.getFirst().response().ok()).isTrue();
    }

    @Test
    void tellsWhyABindWasRefused() {
        ClientSettings wrong = ClientSettings.of("127.0.0.1", server.address().getPort(), "shop", "wrong");
        assertThat(client.connect(wrong, clientSide))
                .isEqualTo(new ConnectResult.Refused(CommandStatus.ESME_RINVPASWD));
    }

    @Test
    void tellsThatNobodyListens() throws Exception {
        int port = server.address().getPort();
        server.close();
        assertThat(client.connect(ClientSettings.of("127.0.0.1", port, "shop", "secret"), clientSide))
                .isInstanceOf(ConnectResult.Failed.class);
    }

    @Test
    void unbindsInOrder() throws Exception {
        SmppSession session = bind(settings());
        session.trySubmit(Samples.submissions(10));
        session.unbind(Duration.ofSeconds(5));
        assertThat(clientSide.awaitEnd()).isEqualTo(CloseReason.Cause.UNBOUND_BY_US);
        assertThat(serverSide.awaitEnd()).isEqualTo(CloseReason.Cause.UNBOUND_BY_PEER);
        assertThat(clientSide.answers).hasSize(10);
        assertThat(clientSide.unanswered).isEmpty();
        assertThat(session.trySubmit(Samples.submissions(1))).isZero();
    }

    @Test
    void theServerStopsInOrder() throws Exception {
        bind(settings());
        accepted.poll(5, TimeUnit.SECONDS);
        server.stop(Duration.ofSeconds(5));
        assertThat(clientSide.awaitEnd()).isEqualTo(CloseReason.Cause.UNBOUND_BY_PEER);
        assertThat(serverSide.awaitEnd()).isEqualTo(CloseReason.Cause.UNBOUND_BY_US);
    }
}

package io.vestnik.platform.smppserver.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vestnik.smpp.Address;
import io.vestnik.smpp.Answer;
import io.vestnik.smpp.BindMode;
import io.vestnik.smpp.ClientSettings;
import io.vestnik.smpp.CloseReason;
import io.vestnik.smpp.CommandStatus;
import io.vestnik.smpp.ConnectResult;
import io.vestnik.smpp.DeliverSm;
import io.vestnik.smpp.MessageBuilder;
import io.vestnik.smpp.Pdu;
import io.vestnik.smpp.SessionListener;
import io.vestnik.smpp.SessionSettings;
import io.vestnik.smpp.SmppClient;
import io.vestnik.smpp.SmppSession;
import io.vestnik.smpp.Submission;
import io.vestnik.smpp.SubmitSm;
import io.vestnik.smpp.SubmitSmResp;
import io.vestnik.smpp.Unanswered;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A client's program: keeps what it hears in the order it came, and answers receipts as a test says. */
final class Esme implements SessionListener, AutoCloseable {
    final List<Pdu> heard = new CopyOnWriteArrayList<>();
    final List<CloseReason> ends = new CopyOnWriteArrayList<>();
    private final SmppClient client;
    private final ConnectResult result;
    private final Function<DeliverSm, Pdu.@Nullable Response> receipts;

    private Esme(SmppClient client, ClientSettings settings, Function<DeliverSm, Pdu.@Nullable Response> receipts) {
        this.client = client;
        this.receipts = receipts;
        this.result = client.connect(settings, this);
    }

    static Esme bind(InetSocketAddress server, String systemId, String password, BindMode mode) throws IOException {
        return bind(server, systemId, password, mode, DeliverSm::accepted);
    }

    /** Binds; answers receipts so, where null is no answer. */
    static Esme bind(
            InetSocketAddress server,
            String systemId,
            String password,
            BindMode mode,
            Function<DeliverSm, Pdu.@Nullable Response> receipts)
            throws IOException {
        SmppClient client = SmppClient.start(1);
        ClientSettings settings = ClientSettings.of("127.0.0.1", server.getPort(), systemId, password)
                .withMode(mode)
                .withSession(SessionSettings.DEFAULT.withWindow(1_000));
        return new Esme(client, settings, receipts);
    }

    /** The status that its bind was answered with. */
    int bindStatus() {
        return switch (result) {
            case ConnectResult.Bound _ -> CommandStatus.ESME_ROK;
            case ConnectResult.Refused(int status) -> status;
            case ConnectResult.Failed(CloseReason reason) -> throw new IllegalStateException(reason.toString());
        };
    }

    SmppSession session() {
        assertThat(result).isInstanceOf(ConnectResult.Bound.class);
        return ((ConnectResult.Bound) result).session();
    }

    static MessageBuilder message(String recipient, String text) {
        return MessageBuilder.message(Address.alphanumeric("VESTNIK"), Address.international(recipient))
                .registeredDelivery(1)
                .content(8, text.getBytes(StandardCharsets.UTF_16BE));
    }

    /** Submits and waits for the answer. */
    SubmitSmResp submit(SubmitSm submit) {
        return submitAll(List.of(submit)).getFirst();
    }

    List<SubmitSmResp> submitAll(List<SubmitSm> submits) {
        int before = responses().size();
        int taken = session()
                .trySubmit(submits.stream().map(one -> new Submission(one, one)).toList());
        assertThat(taken).isEqualTo(submits.size());
        await().until(() -> responses().size() == before + taken);
        return responses().subList(before, before + taken);
    }

    /** Asks anything and waits for the answer. */
    Pdu.Response ask(Pdu.Request request) {
        int before = answered().size();
        assertThat(session().trySubmit(List.of(new Submission(request, request))))
                .isOne();
        await().until(() -> answered().size() > before);
        return answered().get(before);
    }

    private List<Pdu.Response> answered() {
        return heard.stream()
                .filter(Pdu.Response.class::isInstance)
                .map(Pdu.Response.class::cast)
                .toList();
    }

    List<SubmitSmResp> responses() {
        return heard.stream()
                .filter(SubmitSmResp.class::isInstance)
                .map(SubmitSmResp.class::cast)
                .toList();
    }

    List<DeliverSm> receipts() {
        return heard.stream()
                .filter(DeliverSm.class::isInstance)
                .map(DeliverSm.class::cast)
                .toList();
    }

    @Override
    public void answers(SmppSession session, List<Answer> answers) {
        answers.forEach(answer -> heard.add(answer.response()));
    }

    @Override
    public void requests(SmppSession session, List<Pdu.Request> requests) {
        for (Pdu.Request request : requests) {
            heard.add(request);
            Pdu.Response answer = request instanceof DeliverSm deliver ? receipts.apply(deliver) : null;
            if (answer != null) {
                session.respond(answer);
            }
        }
    }

    @Override
    public void expired(SmppSession session, List<Unanswered> expired) {}

    @Override
    public void closed(SmppSession session, CloseReason reason, List<Unanswered> unanswered) {
        ends.add(reason);
    }

    @Override
    public void close() {
        client.close();
    }
}

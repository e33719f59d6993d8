package io.vestnik.platform.pipeline;

import static org.awaitility.Awaitility.await;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.billing.Billing;
import io.vestnik.platform.channels.Connector;
import io.vestnik.platform.channels.DeliveryReport;
import io.vestnik.platform.channels.DeliveryReport.Status;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.kernel.TrafficType;
import io.vestnik.platform.kernel.Way;
import io.vestnik.platform.store.Outages;
import io.vestnik.platform.store.TestDatabase;
import io.vestnik.sms.Body;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A client, a partner and a network that does what a test says; what tests of the path have in common. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = "vestnik.route.main=test://network?doubtWait=1")
@Import({TestDatabase.class, PathTestBeans.class})
abstract class PathScene {
    static final AccountId CLIENT = PathTestBeans.CLIENT;
    static final Who OPERATOR = new Who(PathTestBeans.OPERATOR, null, "test", "test", Set.of());

    @Autowired
    Pipeline pipeline;

    @Autowired
    Billing billing;

    @Autowired
    TestConnector network;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void startWithMoneyAndAnOpenNetwork() {
        network.answers(network::accepted);
        network.open(true);
        network.asking(Connector.Asking.NOTHING);
        network.seen.clear();
        topUp(CLIENT);
        topUp(PathTestBeans.PARTNER);
    }

    /** No more than it takes: what tests before have left makes the one that spends all of it longer. */
    private void topUp(AccountId account) {
        Money missing = Money.of("1000").minus(billing.balance(account).available());
        if (missing.units() > 0) {
            billing.topUp(OPERATOR, account, missing, "test");
        }
    }

    void finish(List<MessageId> ids, Status status) {
        for (MessageId id : ids) {
            awaitState(id, MessageState.SENT);
            MessageView view = pipeline.find(CLIENT, id).orElseThrow();
            network.deliver(network.report(upstreamOf(id), view.recipient(), status));
        }
    }

    String upstreamOf(MessageId id) {
        return network.idsOf(id).getFirst();
    }

    MessageId send(String to, String text) {
        return accepted(pipeline.accept(List.of(message(to, text))).join()).getFirst();
    }

    List<MessageId> sendMany(int count, String text) {
        return accepted(pipeline.accept(IntStream.range(0, count)
                        .mapToObj(i -> message(Long.toString(79161240000L + i), text))
                        .toList())
                .join());
    }

    static List<MessageId> accepted(List<Acceptance> answers) {
        return answers.stream()
                .filter(a -> a instanceof Acceptance.Accepted)
                .map(a -> ((Acceptance.Accepted) a).id())
                .toList();
    }

    static NewMessage message(String to, String text) {
        return message("VESTNIK", to, text);
    }

    static NewMessage message(String sender, String to, String text) {
        return new NewMessage(
                CLIENT,
                null,
                Way.API,
                TrafficType.SERVICE,
                sender,
                to,
                Body.text(text),
                Duration.ofHours(1),
                Feedback.NONE,
                null);
    }

    MessageState stateOf(MessageId id) {
        return pipeline.find(CLIENT, id).orElseThrow().state();
    }

    void awaitState(MessageId id, MessageState state) {
        await().pollInterval(Duration.ofMillis(20))
                .ignoreExceptionsMatching(Outages::isOutage)
                .until(() -> stateOf(id) == state);
    }

    DeliveryReport about(MessageId id, int part, String upstream, Status status) {
        String recipient = pipeline.find(CLIENT, id).orElseThrow().recipient();
        return network.report(upstream, recipient, status).withReference(reference(id, part));
    }

    int reference(MessageId id, int part) {
        return network.seen.stream()
                .filter(message -> message.id().equals(id))
                .findFirst()
                .orElseThrow()
                .reference(part);
    }
}

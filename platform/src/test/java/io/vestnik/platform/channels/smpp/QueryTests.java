package io.vestnik.platform.channels.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.channels.Connector;
import io.vestnik.platform.channels.Connector.Asking;
import io.vestnik.platform.channels.DeliveryReport;
import io.vestnik.platform.channels.DeliveryReport.Status;
import io.vestnik.platform.channels.Gathered;
import io.vestnik.platform.channels.Outcome;
import io.vestnik.platform.channels.Sent;
import io.vestnik.smpp.Address;
import io.vestnik.smpp.CommandStatus;
import io.vestnik.smpp.MessageState;
import io.vestnik.smpp.QuerySmResp;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Asking a network what became of messages. */
class QueryTests {
    private final ScriptedSmsc smsc = new ScriptedSmsc();
    private final Gathered gathered = new Gathered();

    @AfterEach
    void end() {
        smsc.close();
    }

    private Connector open(String parameters) {
        Connector route = Routes.open(smsc.port(), parameters, gathered);
        gathered.await(
                "a route that is up",
                () -> route.health().up() == route.health().wanted());
        return route;
    }

    private static List<Sent> parts(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Sent("id-" + i, "VESTNIK", Long.toString(79_000_000_000L + i)))
                .toList();
    }

    @Test
    void tellsWhatTheNetworkSaysAsReceiptsDo() {
        smsc.telling(query -> new QuerySmResp(
                query.sequence(),
                CommandStatus.ESME_ROK,
                query.messageId(),
                "",
                query.messageId().equals("id-0") ? MessageState.DELIVERED.code() : MessageState.UNDELIVERABLE.code(),
                query.messageId().equals("id-0") ? 0 : 27));
        try (Connector route = open("queryAfter=60&queryTps=5")) {
            assertThat(route.asking()).isEqualTo(new Asking(5, Duration.ofMinutes(1)));

            route.query(parts(2));

            List<DeliveryReport> told = gathered.awaitReports(2);
            assertThat(told).extracting(DeliveryReport::upstreamId).containsExactly("id-0", "id-1");
            assertThat(told).extracting(DeliveryReport::recipient).containsExactly("79000000000", "79000000001");
            assertThat(told).extracting(DeliveryReport::status).containsExactly(Status.DELIVERED, Status.UNDELIVERABLE);
            assertThat(told).extracting(DeliveryReport::code).containsExactly(null, "27");
            assertThat(smsc.questions()).allMatch(query -> query.source().equals(new Address(5, 0, "VESTNIK")));
        }
    }

    @Test
    void asksNoFasterThanItMay() {
        smsc.telling(query -> query.refusal(CommandStatus.ESME_RQUERYFAIL));
        try (Connector route = open("queryTps=3")) {
            route.query(parts(10));
            gathered.await("the questions", () -> smsc.questions().size() == 3);

            // What comes behind them on the wire is answered after them.
            var message = Routes.message("Hello");
            route.send(List.of(message), gathered);
            assertThat(gathered.of(message)).isInstanceOf(Outcome.Accepted.class);
            assertThat(smsc.questions()).hasSize(3);
            assertThat(route.asking().most())
                    .as("a question that failed is no refusal of all")
                    .isEqualTo(3);
            assertThat(gathered.reports()).isEmpty();
        }
    }

    @Test
    void asksNoMoreOnceTheNetworkSaysThatItKnowsNoSuchCommand() {
        try (Connector route = open("")) {
            assertThat(route.asking().most()).isPositive();

            route.query(parts(1));

            gathered.await("no more asking", () -> route.asking().equals(Asking.NOTHING));
        }
    }

    @Test
    void asksNothingWhereItShallNotOrIsDown() {
        try (Connector route = open("query=off")) {
            assertThat(route.asking()).isEqualTo(Asking.NOTHING);
        }
        try (Connector route = open("")) {
            smsc.close();
            gathered.await("a route that is down", () -> route.asking().equals(Asking.NOTHING));
            route.query(parts(1));
        }
    }
}

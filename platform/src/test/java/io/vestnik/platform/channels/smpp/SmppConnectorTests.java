package io.vestnik.platform.channels.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.channels.Connector;
import io.vestnik.platform.channels.Connector.Room;
import io.vestnik.platform.channels.Gathered;
import io.vestnik.platform.channels.Outcome;
import io.vestnik.platform.channels.Outgoing;
import io.vestnik.platform.channels.Pouring;
import io.vestnik.platform.channels.smpp.ScriptedSmsc.Seen;
import io.vestnik.smpp.BindMode;
import io.vestnik.smpp.CommandStatus;
import io.vestnik.smpp.EsmClass;
import io.vestnik.smpp.GenericNack;
import io.vestnik.smpp.SmppSession;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmppConnectorTests {

    private static final String SHORT = "Ваш код 1234";
    private static final String LONG = "Очень длинное сообщение, которое не поместится в одну часть. ".repeat(3);

    private final Gathered gathered = new Gathered();
    private final ScriptedSmsc smsc = new ScriptedSmsc();

    @AfterEach
    void closeNetwork() {
        smsc.close();
    }

    private Connector open(String parameters) {
        Connector route = Routes.open(smsc.port(), parameters, gathered);
        gathered.await(
                "a route that is up",
                () -> route.health().up() == route.health().wanted());
        return route;
    }

    private Outcome sent(Connector route, Outgoing message) {
        route.send(List.of(message), gathered);
        return gathered.of(message);
    }

    @Test
    void tellsTheIdOfAnAcceptedMessage() {
        try (Connector route = open("")) {
            Outgoing message = Routes.message(SHORT);

            assertThat(sent(route, message)).isEqualTo(new Outcome.Accepted(message, List.of("id-1")));
        }
    }

    @Test
    void sendsThePartsOfAMessageOverOneBindInOrder() {
        try (Connector route = open("binds=2&window=1")) {
            Outgoing message = Routes.message(LONG);

            assertThat(sent(route, message)).isEqualTo(new Outcome.Accepted(message, List.of("id-1", "id-2", "id-3")));
            assertThat(smsc.seen().stream().map(Seen::session).distinct()).hasSize(1);
            assertThat(smsc.seen())
                    .allMatch(seen -> seen.submit().esmClass() == EsmClass.UDHI
                            && seen.submit().dataCoding() == 8);
            assertThat(smsc.seen().stream().map(seen -> (int) seen.submit().content()[5]))
                    .containsExactly(1, 2, 3);
            assertThat(smsc.seen().stream()
                            .map(seen -> seen.submit().content()[3])
                            .distinct())
                    .hasSize(1);
        }
    }

    @Test
    void sharesMessagesAmongItsBinds() {
        try (Connector route = open("binds=3&window=10")) {
            List<Outgoing> messages = Routes.messages(30, SHORT);

            route.send(messages, gathered);

            assertThat(gathered.of(messages)).hasOnlyElementsOfType(Outcome.Accepted.class);
            assertThat(smsc.seen().stream().map(Seen::session).distinct()).hasSize(3);
        }
    }

    @Test
    void submitsOverTransmittersAndListensOnReceivers() {
        try (Connector route = open("binds=2&mode=tx%2Brx")) {
            gathered.await("all four binds", () -> smsc.sessions().size() == 4);
            List<Outgoing> messages = Routes.messages(10, SHORT);

            route.send(messages, gathered);

            gathered.of(messages);
            assertThat(smsc.sessions().stream().map(SmppSession::mode))
                    .containsExactlyInAnyOrder(
                            BindMode.TRANSMITTER, BindMode.TRANSMITTER, BindMode.RECEIVER, BindMode.RECEIVER);
            assertThat(smsc.seen()).allMatch(seen -> seen.session().mode() == BindMode.TRANSMITTER);
            assertThat(route.health().wanted()).isEqualTo(2);
        }
    }

    @Test
    void tellsTheCodeOfAPermanentRefusal() {
        smsc.refusing(CommandStatus.ESME_RINVDSTADR);
        try (Connector route = open("")) {
            Outgoing message = Routes.message(SHORT);

            assertThat(sent(route, message)).isEqualTo(new Outcome.Refused(message, "11"));
        }
    }

    @Test
    void letsAMessageWaitLongerEachTimeTheNetworkCannotTakeIt() {
        smsc.refusing(CommandStatus.ESME_RSYSERR);
        try (Connector route = open("")) {
            for (int tries : new int[] {0, 1, 2, 3}) {
                Outcome.Later later = (Outcome.Later) sent(route, Routes.message(SHORT, tries));

                Duration longest = Duration.ofSeconds(5L << tries);
                assertThat(later.code()).isEqualTo("8");
                assertThat(later.after()).isBetween(longest.dividedBy(2), longest);
            }
        }
    }

    @Test
    void takesANackForARefusalWhateverItSays() {
        smsc.answering((_, _, submit) -> new GenericNack(submit.sequence(), CommandStatus.ESME_ROK));
        try (Connector route = open("")) {
            Outcome.Later later = (Outcome.Later) sent(route, Routes.message(SHORT));

            assertThat(later.code()).isEqualTo("255");
        }
    }

    @Test
    void judgesAStatusAsItsRouteSays() {
        smsc.refusing(CommandStatus.ESME_RSYSERR);
        try (Connector route = open("permanent=8")) {
            Outgoing message = Routes.message(SHORT);

            assertThat(sent(route, message)).isEqualTo(new Outcome.Refused(message, "8"));
        }
    }

    @Test
    void restsWhenItIsCalledTooFast() {
        smsc.refusing(CommandStatus.ESME_RTHROTTLED);
        try (Connector route = open("window=50")) {
            AtomicInteger wakes = new AtomicInteger();
            route.onFree(wakes::incrementAndGet);
            Outcome.Later later = (Outcome.Later) sent(route, Routes.message(SHORT));

            assertThat(route.free()).isZero();
            assertThat(later.after()).isBetween(Duration.ofMillis(50), Duration.ofSeconds(5));
            gathered.await("the end of the rest", () -> wakes.get() > 0 && route.free() > 0);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {CommandStatus.ESME_RTHROTTLED, CommandStatus.ESME_RMSGQFUL, CommandStatus.ESME_RSYSERR})
    void repeatsOnlyThePartThatWasRefusedForATime(int status) {
        Set<Integer> throttledOnce = ConcurrentHashMap.newKeySet();
        smsc.answering((network, _, submit) -> {
            int part = submit.content()[5];
            return part > 1 && throttledOnce.add(part) ? submit.refusal(status) : network.accept(submit);
        });
        try (Connector route = open("window=50")) {
            Outgoing message = Routes.message(LONG);

            assertThat(sent(route, message)).isEqualTo(new Outcome.Accepted(message, List.of("id-1", "id-2", "id-3")));
            assertThat(smsc.seen().stream().map(seen -> (int) seen.submit().content()[5]))
                    .containsExactly(1, 2, 3, 2, 3);
        }
    }

    @Test
    void doubtsWhatGotNoAnswerWhenTheLinkBreaks() {
        smsc.silent();
        try (Connector route = open("window=50")) {
            List<Outgoing> messages = Routes.messages(20, SHORT);
            route.send(messages, gathered);
            gathered.await("all submits", () -> smsc.seen().size() == 20);

            smsc.cut();

            assertThat(gathered.of(messages)).hasOnlyElementsOfType(Outcome.InDoubt.class);
        }
    }

    @Test
    void givesBackWhatNeverLeftWhenTheLinkBreaks() {
        smsc.silent();
        try (Connector route = open("window=2")) {
            Outgoing first = Routes.message(SHORT);
            Outgoing second = Routes.message(SHORT);
            Outgoing third = Routes.message(LONG);
            route.send(List.of(first, second), gathered);
            gathered.await("the window to be full", () -> smsc.seen().size() == 2);
            route.send(List.of(third), gathered);

            assertThat(gathered.of(third)).isEqualTo(new Outcome.NotSent(third));
            smsc.cut();

            assertThat(gathered.of(List.of(first, second))).hasOnlyElementsOfType(Outcome.InDoubt.class);
        }
    }

    @Test
    void doubtsAMessageWhosePartsWereTakenOnlyInPart() {
        smsc.answering((network, _, submit) -> submit.content()[5] == 1 ? network.accept(submit) : null);
        try (Connector route = open("window=2")) {
            Outgoing message = Routes.message(LONG);
            route.send(List.of(message), gathered);
            gathered.await("the second part", () -> smsc.seen().size() >= 2);

            smsc.cut();

            assertThat(gathered.of(message)).isEqualTo(new Outcome.InDoubt(message, List.of("id-1", "", "")));
        }
    }

    @Test
    void carriesAMessageOverTheConnectionThatWasNamedAndNoOther() {
        try (Connector route = open("window=10&binds=2")) {
            gathered.await("both connections", () -> route.rooms().equals(List.of(new Room(1, 10), new Room(2, 10))));
            List<Outgoing> messages = IntStream.range(0, 30)
                    .mapToObj(_ -> Routes.over(2, Routes.message(SHORT)))
                    .toList();
            route.send(messages, gathered);

            List<Outcome> outcomes = gathered.of(messages);
            assertThat(outcomes.subList(0, 10)).hasOnlyElementsOfType(Outcome.Accepted.class);
            assertThat(outcomes.subList(10, 30)).hasOnlyElementsOfType(Outcome.NotSent.class);
            assertThat(smsc.seen().stream().map(ScriptedSmsc.Seen::session).distinct())
                    .hasSize(1);
        }
    }

    @Test
    void doubtsWhatIsNotAnsweredInTime() {
        smsc.silent();
        try (Connector route = open("response=1")) {
            Outgoing message = Routes.message(SHORT);

            assertThat(sent(route, message)).isEqualTo(new Outcome.InDoubt(message));
            assertThat(route.health().up()).isEqualTo(1);
            assertThat(route.free()).isEqualTo(10);
        }
    }

    @Test
    void bindsAnewWhenTheNetworkSaysThatTheBindIsWrong() {
        smsc.refusing(CommandStatus.ESME_RINVBNDSTS);
        try (Connector route = open("")) {
            Outgoing message = Routes.message(SHORT);

            assertThat(sent(route, message)).isInstanceOf(Outcome.Later.class);
            gathered.await(
                    "a second bind",
                    () -> smsc.everBound().size() == 2 && route.health().up() == 1);
        }
    }

    @Test
    void losesNoMessageWhenTheLinkBreaksInTheMiddleOfAWindow() {
        AtomicInteger count = new AtomicInteger();
        Set<String> answered = ConcurrentHashMap.newKeySet();
        smsc.answering((network, session, submit) -> {
            if (count.incrementAndGet() % 700 == 0) {
                session.close();
            }
            answered.add(submit.destination().digits());
            return network.accept(submit);
        });
        try (Connector route = open("window=200&binds=2")) {
            List<Outgoing> messages = Routes.messages(3_000, SHORT);
            Pouring.pour(route, messages, gathered);

            List<Outcome> outcomes = gathered.of(messages);
            Set<String> seen = ConcurrentHashMap.newKeySet();
            smsc.seen().forEach(one -> seen.add(one.submit().destination().digits()));
            for (Outcome outcome : outcomes) {
                if (outcome instanceof Outcome.NotSent) {
                    assertThat(seen).doesNotContain(outcome.message().recipient());
                } else {
                    assertThat(outcome).isInstanceOfAny(Outcome.Accepted.class, Outcome.InDoubt.class);
                }
            }
            assertThat(outcomes.stream().filter(Outcome.Accepted.class::isInstance))
                    .hasSizeGreaterThan(1_000);
        }
    }

    @Test
    void givesBackWhatItIsGivenWhileItIsDown() {
        smsc.refusingBinds(CommandStatus.ESME_RINVPASWD);
        try (Connector route = Routes.open(smsc.port(), "", gathered)) {
            Outgoing message = Routes.message(SHORT);

            assertThat(sent(route, message)).isEqualTo(new Outcome.NotSent(message));
            gathered.await(
                    "the reason",
                    () -> route.health().reason().contains("the network says that the password is wrong"));
            assertThat(route.health().up()).isZero();
            assertThat(route.health().reason()).doesNotContain("secret");

            smsc.refusingBinds(CommandStatus.ESME_ROK);
            gathered.await("a route that is up", () -> route.health().up() == 1);
            assertThat(route.health().reason()).isEmpty();
        }
    }

    @Test
    void tellsThatNobodyListens() {
        int port = smsc.port();
        smsc.close();
        try (Connector route = Routes.open(port, "", gathered)) {
            gathered.await("the reason", () -> route.health().reason().contains("there is no connection"));

            try (ScriptedSmsc later = new ScriptedSmsc(port)) {
                gathered.await("a route that is up", () -> route.health().up() == 1);
                assertThat(later.sessions()).hasSize(1);
            }
        }
    }

    @Test
    void waitsForItsAnswersWhenItIsDrained() {
        CompletableFuture<Seen> held = new CompletableFuture<>();
        smsc.answering((_, session, submit) -> {
            held.complete(new Seen(session, submit));
            return null;
        });
        try (Connector route = open("")) {
            Outgoing message = Routes.message(SHORT);
            route.send(List.of(message), gathered);
            Seen seen = held.join();
            Thread drain = Thread.startVirtualThread(() -> route.drain(Duration.ofSeconds(10)));
            gathered.await("an end of taking", () -> route.free() == 0);
            Outgoing late = Routes.message(SHORT);

            assertThat(sent(route, late)).isEqualTo(new Outcome.NotSent(late));
            seen.session().respond(smsc.accept(seen.submit()));

            assertThat(gathered.of(message)).isEqualTo(new Outcome.Accepted(message, List.of("id-1")));
            gathered.await("the end of draining", () -> !drain.isAlive());
            gathered.await("the unbind", () -> smsc.sessions().isEmpty());
        }
    }

    @Test
    void doubtsWhatIsNotAnsweredWhileItIsDrained() {
        smsc.silent();
        try (Connector route = open("")) {
            Outgoing message = Routes.message(SHORT);
            route.send(List.of(message), gathered);
            gathered.await("the submit", () -> smsc.seen().size() == 1);

            route.drain(Duration.ofMillis(200));

            assertThat(gathered.of(message)).isEqualTo(new Outcome.InDoubt(message));
        }
    }

    @Test
    void countsEveryPartAgainstTheRateOfTheRoute() {
        try (Connector route = open("tps=20&window=100")) {
            gathered.await("a full bucket", () -> route.free() == 2);

            sent(route, Routes.message(LONG));

            assertThat(route.free()).isZero();
            gathered.await("the debt to be paid", () -> route.free() == 2);
        }
    }

    @Test
    void refusesWhatSmppCannotCarry() {
        try (Connector route = open("")) {
            Outgoing plain = Routes.message(SHORT);
            Outgoing message = new Outgoing(
                    plain.id(), "Магазин", plain.recipient(), plain.body().kept(), 1, plain.validUntil(), 0);

            assertThat(sent(route, message)).isEqualTo(new Outcome.Refused(message, "10"));
        }
    }
}

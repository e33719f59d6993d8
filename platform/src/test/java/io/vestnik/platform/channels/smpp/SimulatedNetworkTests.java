package io.vestnik.platform.channels.smpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.vestnik.platform.channels.Connector;
import io.vestnik.platform.channels.DeliveryReport;
import io.vestnik.platform.channels.Gathered;
import io.vestnik.platform.channels.Outcome;
import io.vestnik.platform.channels.Outgoing;
import io.vestnik.platform.channels.Pouring;
import io.vestnik.simulator.Program;
import io.vestnik.simulator.Seen;
import io.vestnik.simulator.Simulator;
import io.vestnik.simulator.SimulatorSettings;
import io.vestnik.sms.Body;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The connector against the simulated operator, over real sockets. */
class SimulatedNetworkTests {

    private final Gathered gathered = new Gathered();

    @Test
    void carriesMessagesAndBringsTheirReceipts() throws IOException {
        try (Simulator simulator = simulator("--delivered=92", "--undelivered=5", "--expired=3");
                Connector route = Routes.open(simulator.port(), "window=100&binds=2", gathered)) {
            List<Outgoing> messages = Routes.messages(5_000, "Здравствуйте, Анна!");

            Pouring.pour(route, messages, gathered);

            List<Outcome> outcomes = gathered.of(messages);
            Set<String> ids = new HashSet<>();
            for (Outcome outcome : outcomes) {
                assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
                ids.addAll(((Outcome.Accepted) outcome).upstreamIds());
            }
            assertThat(ids).hasSize(5_000);
            List<DeliveryReport> reports = gathered.awaitReports(5_000);
            assertThat(reports).hasSize(5_000).allMatch(report -> ids.contains(report.upstreamId()));
            assertThat(reports.stream()
                            .filter(report -> report.status() == DeliveryReport.Status.DELIVERED)
                            .count())
                    .isBetween(4_500L, 4_700L);
        }
    }

    @Test
    void bringsTheReceiptsThatWaitedWhileItWasAway() throws IOException {
        try (Simulator simulator = simulator("--receipt-delay=200")) {
            List<Outgoing> messages = Routes.messages(500, "Hello");
            try (Connector route = Routes.open(simulator.port(), "window=500", gathered)) {
                Pouring.pour(route, messages, gathered);
                gathered.of(messages);
            }
            int before = gathered.reports().size();
            gathered.await("all receipts to be due", () -> waiting(simulator) == 500 - before);

            try (Connector _ = Routes.open(simulator.port(), "mode=tx+rx", gathered)) {
                assertThat(gathered.awaitReports(500)).hasSize(500);
                gathered.await("all to be taken", () -> simulator.counts().pending() == 0);
            }
        }
    }

    private static int waiting(Simulator simulator) {
        return simulator.programs().stream().mapToInt(Program::waiting).sum();
    }

    @Test
    void understandsIdsThatReceiptsWriteOtherwise() throws IOException {
        try (Simulator simulator = simulator("--ids=mixed", "--receipt-delay=50-100");
                Connector route = Routes.open(simulator.port(), "window=100", gathered)) {
            List<Outgoing> messages = Routes.messages(1_000, "Hello");
            Pouring.pour(route, messages, gathered);
            Set<String> ids = new HashSet<>();
            gathered.of(messages).forEach(outcome -> ids.addAll(((Outcome.Accepted) outcome).upstreamIds()));

            assertThat(gathered.awaitReports(1_000))
                    .extracting(DeliveryReport::upstreamId)
                    .containsExactlyInAnyOrderElementsOf(ids);
        }
    }

    @ParameterizedTest
    @CsvSource({"sar=on,3", "payload=on,1"})
    void carriesLongTextsAsTheNetworkWantsThem(String how, int submits) throws IOException {
        String text = "Слово ".repeat(30);
        try (Simulator simulator = simulator("--delivered=100");
                Connector route = Routes.open(simulator.port(), how, gathered)) {
            Outgoing message = Routes.message(text);

            Pouring.pour(route, List.of(message), gathered);

            List<String> ids = gathered.of(message).upstreamIds();
            assertThat(ids).hasSize(submits);
            assertThat(simulator.messages(1, message.recipient()))
                    .singleElement()
                    .satisfies(seen -> {
                        assertThat(seen.text()).isEqualTo(text);
                        assertThat(seen.ids()).isEqualTo(ids);
                    });
            assertThat(gathered.awaitReports(submits))
                    .extracting(DeliveryReport::reference)
                    .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, submits)
                            .mapToObj(message::reference)
                            .toList());
        }
    }

    @Test
    void showsAPhoneThatATextIsAFlashAndHandsItOctets() throws IOException {
        try (Simulator simulator = simulator("--delivered=100");
                Connector route = Routes.open(simulator.port(), "", gathered)) {
            Body octets = new Body.Binary("0605040b8423f0", "00ff", 0xF5, 0);
            List<Outgoing> messages =
                    List.of(Routes.bringing(new Body.Text("Привет".repeat(20), true)), Routes.bringing(octets));

            Pouring.pour(route, messages, gathered);
            gathered.of(messages);

            assertThat(simulator.messages(1, messages.getFirst().recipient()))
                    .extracting(Seen::text, Seen::dataCoding)
                    .containsExactly(tuple("Привет".repeat(20), 0x18));
            assertThat(simulator.messages(1, messages.getLast().recipient()))
                    .extracting(Seen::text, Seen::dataCoding)
                    .containsExactly(tuple("[octets 00ff]", 0xF5));
        }
    }

    @Test
    void getsReceiptsAgainThatCouldNotBeStored() throws IOException {
        try (Simulator simulator = simulator("--receipt-delay=0");
                Connector route = Routes.open(simulator.port(), "", gathered)) {
            gathered.store(false);
            List<Outgoing> messages = Routes.messages(50, "Hello");
            Pouring.pour(route, messages, gathered);
            gathered.await("refused receipts", () -> simulator.counts().receiptsRefused() >= 50);

            gathered.store(true);

            assertThat(gathered.awaitReports(50)).hasSize(50);
        }
    }

    @Test
    void keepsToTheRateThatTheNetworkAllows() throws IOException {
        try (Simulator simulator = simulator("--throttle=300");
                Connector route = Routes.open(simulator.port(), "tps=150&window=100&binds=2", gathered)) {
            List<Outgoing> messages = Routes.messages(300, "Hello");

            Pouring.pour(route, messages, gathered);

            assertThat(gathered.of(messages)).hasOnlyElementsOfType(Outcome.Accepted.class);
            assertThat(simulator.counts().throttled()).isZero();
        }
    }

    /** Whatever the network does, each message has one outcome, and the network's journal agrees with it. */
    @Test
    void agreesWithTheNetworkWhateverHappens(@TempDir Path folder) throws IOException {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        Path journal = folder.resolve("journal.tsv");
        List<Outgoing> messages = Routes.messages(6_000, "Hello");
        try (Simulator simulator = simulator(
                "--journal=" + journal,
                "--seed=" + seed,
                "--answer-delay=0-20",
                "--reorder=10",
                "--silent=0.2",
                "--error=8=3,11=3,88=0.2,20=0.1")) {
            try (Connector route = Routes.open(simulator.port(), "window=200&binds=3&response=2", gathered)) {
                for (int from = 0; from < messages.size(); from += 1_000) {
                    Pouring.pour(route, messages.subList(from, from + 1_000), gathered);
                    if (random.nextBoolean()) {
                        simulator.cut();
                    }
                }
                route.drain(Duration.ofSeconds(5));
            }
        }
        Set<String> taken = new HashSet<>();
        try (Stream<String> lines = Files.lines(journal)) {
            lines.map(line -> line.split("\t", -1))
                    .filter(fields -> fields[0].equals("submit") && fields[4].equals("0"))
                    .forEach(fields -> assertThat(taken.add(fields[6]))
                            .as("taken once, seed %d", seed)
                            .isTrue());
        }
        for (Outcome outcome : gathered.of(messages)) {
            boolean known = taken.contains(outcome.message().recipient());
            switch (outcome) {
                case Outcome.Accepted _ -> assertThat(known).as("seed %d", seed).isTrue();
                case Outcome.Refused _, Outcome.Later _, Outcome.NotSent _ ->
                    assertThat(known).as("%s, seed %d", outcome, seed).isFalse();
                case Outcome.InDoubt _ -> {
                    // Either may be: that is what doubt means.
                }
            }
        }
    }

    @Test
    void carriesFiftyThousandWithTheirReceipts() throws IOException {
        try (Simulator simulator = simulator("--receipt-delay=0-50");
                Connector route = Routes.open(simulator.port(), "window=500&binds=2", gathered)) {
            send(route, 50_000);
        }
    }

    private void send(Connector route, int count) {
        List<Outgoing> messages = Routes.messages(count, "Здравствуйте, Анна! Скидка 20% до воскресенья.");
        int reports = gathered.reports().size();
        Pouring.pour(route, messages, gathered);
        gathered.of(messages);
        gathered.awaitReports(reports + count);
    }

    private static Simulator simulator(String... options) throws IOException {
        List<String> all = new ArrayList<>(List.of("--port=0", "--http-port=none"));
        all.addAll(List.of(options));
        return Simulator.start(SimulatorSettings.of(all.toArray(String[]::new)));
    }
}

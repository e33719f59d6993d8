package io.vestnik.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vestnik.smpp.BindMode;
import io.vestnik.smpp.CommandStatus;
import io.vestnik.smpp.MessageState;
import io.vestnik.smpp.QuerySmResp;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SimulatorTests {

    private static Simulator simulator(String... options) throws IOException {
        List<String> all = new ArrayList<>(List.of("--port=0", "--http-port=none", "--receipt-delay=0-20"));
        all.addAll(List.of(options));
        return Simulator.start(Options.of(all).settings());
    }

    /** Submits to so many numbers in this order and waits for all answers. */
    private static TestProgram submitted(Simulator simulator, List<Integer> order) {
        TestProgram program = TestProgram.bind(simulator, BindMode.TRANSCEIVER);
        order.forEach(i -> program.submit(TestProgram.number(i), "Hello " + i));
        program.await("all answers", () -> program.answered() == order.size());
        return program;
    }

    private static List<Integer> upTo(int count) {
        return new ArrayList<>(IntStream.range(0, count).boxed().toList());
    }

    private static void awaitReceipts(TestProgram program, int count) {
        program.await(count + " receipts", () -> program.receipts.size() >= count);
    }

    @Test
    void decidesBySeedAndMessageAndNotByOrder() throws IOException {
        List<Integer> order = upTo(500);
        List<Integer> otherwise = new ArrayList<>(order);
        Collections.reverse(otherwise);
        String[] behaviour = {"--undelivered=20", "--expired=20", "--delivered=60"};
        Map<String, String> first = receipts(order, "--seed=7", behaviour);

        assertThat(receipts(otherwise, "--seed=7", behaviour)).isEqualTo(first);
        assertThat(receipts(order, "--seed=8", behaviour)).isNotEqualTo(first);
    }

    private static Map<String, String> receipts(List<Integer> order, String seed, String... behaviour)
            throws IOException {
        List<String> options = new ArrayList<>(List.of(behaviour));
        options.add(seed);
        try (Simulator simulator = simulator(options.toArray(String[]::new));
                TestProgram program = submitted(simulator, order)) {
            awaitReceipts(program, order.size());
            return new TreeMap<>(program.receipts);
        }
    }

    @Test
    void tellsWhoAsksWhatBecameOfAMessage() throws IOException {
        try (Simulator simulator = simulator("--undelivered=100", "--ids=mixed");
                TestProgram program = submitted(simulator, List.of(1))) {
            awaitReceipts(program, 1);
            String id = String.valueOf(program.ids.get(TestProgram.number(1)));
            program.query(id);
            program.query("ffff");
            program.await("two answers", () -> program.states.size() == 2);

            assertThat(program.states.get(id)).satisfies(state -> {
                assertThat(state.status()).isEqualTo(CommandStatus.ESME_ROK);
                assertThat(state.messageState()).isEqualTo(MessageState.UNDELIVERABLE.code());
                assertThat(state.errorCode()).isPositive();
                assertThat(state.finalDate()).isNotEmpty();
            });
            assertThat(program.states.get("ffff"))
                    .extracting(QuerySmResp::status)
                    .isEqualTo(CommandStatus.ESME_RQUERYFAIL);
        }
    }

    @Test
    void keepsToItsShares() throws IOException {
        try (Simulator simulator =
                        simulator("--delivered=80", "--undelivered=10", "--expired=5", "--error=0x45=10,8=10");
                TestProgram program = submitted(simulator, upTo(5_000))) {
            Counts counts = simulator.counts();
            assertThat(counts.submits()).isEqualTo(5_000);
            assertThat(counts.accepted()).isEqualTo(program.ids.size()).isBetween(3_850L, 4_150L);
            int least = (int) (counts.accepted() * 93 / 100);
            awaitReceipts(program, least);
            program.await("the last receipt", () -> simulator.counts().pending() == 0);

            Map<String, Long> words = new TreeMap<>();
            program.receipts.values().forEach(word -> words.merge(word, 1L, Long::sum));
            assertThat(words.get("DELIVRD")).isBetween(3_080L, 3_320L);
            assertThat(words.get("UNDELIV")).isBetween(340L, 470L);
            assertThat(words.get("EXPIRED")).isBetween(150L, 255L);
            assertThat(program.log.stream().filter(line -> line.startsWith("answer 69 ")))
                    .hasSizeBetween(430, 570);
        }
    }

    @Test
    void keepsReceiptsUntilAProgramBindsThatReceives() throws IOException {
        try (Simulator simulator = simulator("--delivered=100")) {
            try (TestProgram writer = TestProgram.bind(simulator, BindMode.TRANSMITTER)) {
                upTo(50).forEach(i -> writer.submit(TestProgram.number(i), "Hello"));
                writer.await("all answers", () -> writer.answered() == 50);
                writer.await(
                        "all receipts to be due",
                        () -> simulator.programs().equals(List.of(new Program("program", 0, 50))));
                assertThat(writer.receipts).isEmpty();
            }
            try (TestProgram stranger = TestProgram.bind(simulator, "other", "", BindMode.TRANSCEIVER);
                    TestProgram reader = TestProgram.bind(simulator, BindMode.RECEIVER)) {
                awaitReceipts(reader, 50);
                assertThat(stranger.receipts).isEmpty();
                reader.await("all to be taken", () -> simulator.counts().pending() == 0);
            }
        }
    }

    @Test
    void sendsAgainWhatASessionDidNotAnswer() throws IOException {
        try (Simulator simulator = simulator("--delivered=100", "--window=5")) {
            try (TestProgram deaf =
                    TestProgram.bind(simulator, BindMode.TRANSCEIVER).answering(_ -> -1)) {
                upTo(20).forEach(i -> deaf.submit(TestProgram.number(i), "Hello"));
                awaitReceipts(deaf, 5);
            }
            try (TestProgram reader = TestProgram.bind(simulator, BindMode.TRANSCEIVER)) {
                awaitReceipts(reader, 20);
                reader.await("all to be taken", () -> simulator.counts().pending() == 0);
                assertThat(simulator.counts().receiptsTaken()).isEqualTo(20);
            }
        }
    }

    @Test
    void sendsBackInTheReceiptWhatTheSubmitWasCalled() throws IOException {
        try (Simulator simulator = simulator("--delivered=100");
                TestProgram program = TestProgram.bind(simulator, BindMode.TRANSCEIVER)) {
            program.submitNamed(TestProgram.number(1), 0xFFFE);
            awaitReceipts(program, 1);
            program.submit(TestProgram.number(2), "Hello");
            awaitReceipts(program, 2);

            assertThat(program.references).containsExactly(0xFFFE, -1);
        }
    }

    @Test
    void sendsAgainWhatAProgramCannotTakeNow() throws IOException {
        try (Simulator simulator = simulator("--delivered=100");
                TestProgram program = TestProgram.bind(simulator, BindMode.TRANSCEIVER)
                        .answering(n -> n == 0 ? CommandStatus.ESME_RX_T_APPN : CommandStatus.ESME_ROK)) {
            program.submit(TestProgram.number(1), "Hello");

            program.await("the receipt again", () -> program.receiptIds.size() == 2);
            assertThat(program.receiptIds.getFirst()).isEqualTo(program.receiptIds.getLast());
            program.await("it to be taken", () -> simulator.counts().pending() == 0);
        }
    }

    @Test
    void sendsAgainWhatWasOnItsWayWhenTheLineBroke() throws IOException {
        try (Simulator simulator = simulator("--delivered=100")) {
            try (TestProgram program =
                    TestProgram.bind(simulator, BindMode.TRANSCEIVER).answering(_ -> -1)) {
                program.submit(TestProgram.number(1), "Hello");
                awaitReceipts(program, 1);
                simulator.cut();
                program.await("the cut", () -> !program.isOpen());
            }
            try (TestProgram program = TestProgram.bind(simulator, BindMode.TRANSCEIVER)) {
                awaitReceipts(program, 1);
            }
        }
    }

    @Test
    void throttlesWhatComesTooFast() throws IOException {
        try (Simulator simulator = simulator("--throttle=100");
                TestProgram program = submitted(simulator, upTo(500))) {
            Counts counts = simulator.counts();
            // The 500 come within a moment: one second's worth is taken, two where a second ended among them.
            assertThat(counts.accepted()).isIn(100L, 200L);
            assertThat(counts.throttled()).isEqualTo(500 - counts.accepted());
            assertThat(program.log).contains("answer 88 of " + TestProgram.number(499));
        }
    }

    @Test
    void takesInTheEndWhatItRefusedForATime() throws IOException {
        try (Simulator simulator = simulator("--error=8=50");
                TestProgram program = TestProgram.bind(simulator, BindMode.TRANSCEIVER)) {
            List<Integer> left = upTo(200);
            for (int tries = 1; !left.isEmpty(); tries++) {
                assertThat(tries).as("tries").isLessThan(30);
                int before = program.answered();
                List<Integer> sent = List.copyOf(left);
                sent.forEach(i -> program.submit(TestProgram.number(i), "Hello"));
                program.await("answers", () -> program.answered() == before + sent.size());
                left.removeIf(i -> program.ids.containsKey(TestProgram.number(i)));
            }
        }
    }

    @Test
    void letsReceiptsOvertakeTheirAnswers() throws IOException {
        try (Simulator simulator = simulator("--delivered=100", "--overtake=100");
                TestProgram program = submitted(simulator, upTo(20))) {
            awaitReceipts(program, 20);
            upTo(20).forEach(i -> assertThat(program.log)
                    .containsSubsequence(
                            "receipt DELIVRD of " + TestProgram.number(i), "answer 0 of " + TestProgram.number(i)));
        }
    }

    @Test
    void sendsNoReceiptBeforeItsAnswerUnlessItShall() throws IOException {
        try (Simulator simulator = simulator("--delivered=100", "--answer-delay=0-30");
                TestProgram program = submitted(simulator, upTo(200))) {
            awaitReceipts(program, 200);
            upTo(200)
                    .forEach(i -> assertThat(program.log)
                            .containsSubsequence(
                                    "answer 0 of " + TestProgram.number(i),
                                    "receipt DELIVRD of " + TestProgram.number(i)));
        }
    }

    @Test
    void answersOutOfOrderWhenItShall() throws IOException {
        try (Simulator simulator = simulator("--reorder=50");
                TestProgram program = submitted(simulator, upTo(100))) {
            List<String> order = program.log.stream()
                    .filter(line -> line.startsWith("answer"))
                    .toList();
            assertThat(order).hasSize(100).isNotEqualTo(order.stream().sorted().toList());
        }
    }

    @Test
    void leavesSubmitsUnansweredWhenItShall() throws IOException {
        try (Simulator simulator = simulator("--silent=100", "--delivered=100");
                TestProgram program = TestProgram.bind(simulator, BindMode.TRANSCEIVER)) {
            program.submit(TestProgram.number(1), "Hello");

            awaitReceipts(program, 1);
            assertThat(program.ids).isEmpty();
            assertThat(simulator.counts().accepted()).isEqualTo(1);
        }
    }

    @Test
    void writesIdsAsSomeOperatorsDo() throws IOException {
        try (Simulator simulator = simulator("--ids=mixed", "--delivered=100");
                TestProgram program = submitted(simulator, upTo(1))) {
            awaitReceipts(program, 1);
            String answered = program.ids.get(TestProgram.number(0));
            assertThat(Long.toHexString(Long.parseLong(program.receiptIds.getFirst())))
                    .isEqualTo(answered);
        }
    }

    @Test
    void letsThePartsOfAMessageEndAlike() throws IOException {
        try (Simulator simulator = simulator("--delivered=50", "--undelivered=50");
                TestProgram program = TestProgram.bind(simulator, BindMode.TRANSCEIVER)) {
            for (int i = 0; i < 40; i++) {
                program.submit(TestProgram.number(i), "Длинное сообщение. ".repeat(10), i);
            }
            program.await("all receipts", () -> program.receiptIds.size() == 120);
            for (int i = 0; i < 40; i++) {
                String number = TestProgram.number(i);
                assertThat(program.log.stream()
                                .filter(line -> line.startsWith("receipt") && line.endsWith(number))
                                .distinct())
                        .hasSize(1);
            }
            assertThat(program.receipts.values()).contains("DELIVRD", "UNDELIV");
        }
    }

    @Test
    void showsMessagesAsPhonesDo() throws IOException {
        try (Simulator simulator = simulator("--delivered=100");
                TestProgram program = TestProgram.bind(simulator, BindMode.TRANSCEIVER)) {
            String text = "Длинное сообщение на три части, с именем и 😀. ".repeat(4);
            program.submit(TestProgram.number(1), "Привет", 1);
            program.submit(TestProgram.number(2), text, 2);
            program.await("all answers", () -> program.answered() == 4);

            List<Seen> messages = simulator.messages(10, "");
            assertThat(messages).extracting(Seen::text).containsExactly(text, "Привет");
            assertThat(messages.getFirst().ids()).hasSize(3);
            assertThat(messages.getFirst().missing()).isZero();
            assertThat(simulator.messages(10, TestProgram.number(1)))
                    .extracting(Seen::from)
                    .containsExactly("SHOP");
        }
    }

    @Test
    void bringsWhatPeopleWrite() throws IOException {
        try (Simulator simulator = simulator()) {
            simulator.inject("program", "79161234567", "SHOP", "СТОП");
            try (TestProgram program = TestProgram.bind(simulator, BindMode.RECEIVER)) {
                program.await("the message", () -> !program.inbound.isEmpty());
                assertThat(program.inbound.getFirst().source().digits()).isEqualTo("79161234567");
                program.await("it to be taken", () -> simulator.counts().inboundTaken() == 1);
            }
        }
    }

    @Test
    void letsPeopleAnswerByThemselves() throws IOException {
        try (Simulator simulator = simulator("--inbound=200");
                TestProgram program = submitted(simulator, upTo(3))) {
            program.await("some messages", () -> program.inbound.size() > 5);
            assertThat(program.inbound)
                    .allMatch(message -> message.destination().digits().equals("SHOP"));
        }
    }

    @Test
    void letsInOnlyWhomItKnowsWhenItIsToldWhom() throws IOException {
        try (Simulator simulator = simulator("--user=anna:secret")) {
            assertThatThrownBy(() -> TestProgram.bind(simulator, "boris", "secret", BindMode.TRANSCEIVER))
                    .hasMessage("ESME_RINVSYSID");
            assertThatThrownBy(() -> TestProgram.bind(simulator, "anna", "wrong", BindMode.TRANSCEIVER))
                    .hasMessage("ESME_RINVPASWD");
            TestProgram.bind(simulator, "anna", "secret", BindMode.TRANSCEIVER).close();
        }
    }

    @Test
    void takesNoMoreThanItCanRemember() throws IOException {
        try (Simulator simulator = simulator("--most-pending=10", "--delivered=100");
                TestProgram program = TestProgram.bind(simulator, BindMode.TRANSMITTER)) {
            upTo(30).forEach(i -> program.submit(TestProgram.number(i), "Hello"));
            program.await("all answers", () -> program.answered() == 30);

            assertThat(simulator.counts().accepted()).isEqualTo(10);
            assertThat(program.log).contains("answer 20 of " + TestProgram.number(29));
        }
    }

    @Test
    void refusesANumberThatIsNone() throws IOException {
        try (Simulator simulator = simulator();
                TestProgram program = TestProgram.bind(simulator, BindMode.TRANSCEIVER)) {
            program.submit("abc", "Hello");

            program.await("the answer", () -> program.log.contains("answer 11 of abc"));
        }
    }

    @Test
    void behavesDifferentlyWhenToldTo() throws IOException {
        try (Simulator simulator = simulator("--error=8=100")) {
            simulator.change(Behaviour.PERFECT);
            try (TestProgram program = submitted(simulator, upTo(10))) {
                assertThat(program.ids).hasSize(10);
                awaitReceipts(program, 10);
            }
        }
    }
}

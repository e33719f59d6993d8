package io.vestnik.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.smpp.BindMode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTests {

    @TempDir
    private Path folder;

    private Simulator simulator(String... more) throws IOException {
        String[] options = new String[more.length + 4];
        options[0] = "--port=0";
        options[1] = "--http-port=0";
        options[2] = "--data=" + folder;
        options[3] = "--receipt-delay=0";
        System.arraycopy(more, 0, options, 4, more.length);
        return Simulator.start(SimulatorSettings.of(options));
    }

    private List<List<String>> lines(String kind) throws IOException {
        return Files.readAllLines(folder.resolve("journal.tsv")).stream()
                .filter(line -> line.startsWith(kind + "\t"))
                .map(line -> List.of(line.split("\t", -1)))
                .toList();
    }

    @Test
    void notesEverySubmitWithItsReceiptAndItsAnswer() throws IOException, NoSuchAlgorithmException {
        String id;
        try (Simulator simulator = simulator("--undelivered=100");
                TestProgram program = TestProgram.bind(simulator, BindMode.TRANSCEIVER)) {
            program.submit("79161234567", "Hello");
            program.await("all", () -> simulator.counts().receiptsTaken() == 1);
            id = program.ids.getOrDefault("79161234567", "");
        }

        byte[] hash = MessageDigest.getInstance("SHA-256").digest("Hello".getBytes(StandardCharsets.US_ASCII));
        List<String> submit = lines("submit").getFirst();
        assertThat(submit.subList(2, submit.size()))
                .containsExactly(
                        "program",
                        id,
                        "0",
                        "SHOP",
                        "79161234567",
                        "0",
                        "1/1",
                        "-",
                        "5",
                        HexFormat.of().formatHex(hash, 0, 8));
        assertThat(lines("receipt").getFirst().subList(2, 5)).containsExactly("program", id, "UNDELIV");
        assertThat(lines("answer").getFirst().subList(2, 5)).containsExactly("program", id, "0");
    }

    @Test
    void notesRefusalsAndParts() throws IOException {
        try (Simulator simulator = simulator("--error=69=100");
                TestProgram program = TestProgram.bind(simulator, BindMode.TRANSMITTER)) {
            program.submit("79161234567", "я".repeat(100), 9);
            program.await("answers", () -> program.answered() == 2);
        }

        assertThat(lines("submit")).extracting(line -> line.get(4)).containsExactly("69", "69");
        assertThat(lines("submit")).extracting(line -> line.get(8)).containsExactly("1/2", "2/2");
        assertThat(lines("submit")).extracting(line -> line.get(9)).containsExactly("9", "9");
        assertThat(lines("submit")).extracting(line -> line.get(3)).containsOnly("");
    }

    @Test
    void onlyGrowsWhenTheOperatorStartsAgain() throws IOException {
        for (int run = 0; run < 2; run++) {
            try (Simulator simulator = simulator("--delivered=100");
                    TestProgram program = TestProgram.bind(simulator, BindMode.TRANSCEIVER)) {
                program.submit("79161234567", "Hello");
                program.await("all", () -> simulator.counts().receiptsTaken() == 1);
            }
        }

        assertThat(lines("submit")).hasSize(2).extracting(line -> line.get(3)).doesNotHaveDuplicates();
        assertThat(Files.readAllLines(folder.resolve("journal.tsv")).stream()
                        .filter(line -> line.startsWith("#submit")))
                .hasSize(1);
    }

    @Test
    void canBeReadWhileTheOperatorRuns() throws IOException {
        try (Simulator simulator = simulator("--delivered=100");
                TestProgram program = TestProgram.bind(simulator, BindMode.TRANSCEIVER)) {
            program.submit("79161234567", "Hello");

            program.await("the line", () -> {
                try {
                    return lines("answer").size() == 1;
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            });
        }
    }

    @Test
    void canBeLeftOut() throws IOException {
        try (Simulator simulator = simulator("--journal=none");
                TestProgram program = TestProgram.bind(simulator, BindMode.TRANSCEIVER)) {
            program.submit("79161234567", "Hello");
            program.await("the answer", () -> program.answered() == 1);
        }

        assertThat(folder.resolve("journal.tsv")).doesNotExist();
    }

    @Test
    void standsBesideThePorts() throws IOException {
        try (Simulator simulator = simulator()) {
            assertThat(folder.resolve("smpp.port")).hasContent(Integer.toString(simulator.port()));
            assertThat(folder.resolve("http.port")).hasContent(Integer.toString(simulator.httpPort()));
        }
    }

    @Test
    void isWrittenBeforeTheAnswerWhereItShallBeDurable() throws IOException {
        try (Simulator simulator = simulator("--durable=yes", "--delivered=100");
                TestProgram program = TestProgram.bind(simulator, BindMode.TRANSCEIVER)) {
            program.submit("79161234567", "Hello");
            program.await("the answer", () -> program.answered() == 1);

            assertThat(lines("submit")).hasSize(1);
            assertThat(lines("promise").getFirst().subList(2, 4))
                    .containsExactly("program", program.ids.getOrDefault("79161234567", ""));
        }
    }

    @Test
    void keepsReceiptsThatItPromisedForTheNextStart() throws IOException {
        try (Simulator simulator = simulator("--durable=yes", "--delivered=50", "--undelivered=50");
                TestProgram program = TestProgram.bind(simulator, BindMode.TRANSMITTER)) {
            program.submitNamed("79161234567", 4711);
            program.await("the answer", () -> program.answered() == 1);
        }
        // As a kill may leave it: in the middle of a line.
        Files.writeString(folder.resolve("journal.tsv"), "submit\t2026-", StandardOpenOption.APPEND);

        for (int start = 0; start < 2; start++) {
            try (Simulator simulator = simulator("--durable=yes");
                    TestProgram program = TestProgram.bind(simulator, BindMode.TRANSCEIVER)) {
                program.submit("79167654321", "Hello again");
                program.await("its receipt", () -> program.receipts.containsKey("79167654321"));
                assertThat(program.receipts.containsKey("79161234567"))
                        .as("start %d: once it was answered it does not come again", start)
                        .isEqualTo(start == 0);
                assertThat(program.references.contains(4711)).isEqualTo(start == 0);
            }
        }
    }
}

package io.vestnik.smpp.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vestnik.smpp.Address;
import io.vestnik.smpp.Answer;
import io.vestnik.smpp.ClientSettings;
import io.vestnik.smpp.CloseReason;
import io.vestnik.smpp.ConnectResult;
import io.vestnik.smpp.DeliverSm;
import io.vestnik.smpp.DeliveryReceipt;
import io.vestnik.smpp.MessageBuilder;
import io.vestnik.smpp.MessageState;
import io.vestnik.smpp.ServerSettings;
import io.vestnik.smpp.SessionSettings;
import io.vestnik.smpp.SmppClient;
import io.vestnik.smpp.SmppServer;
import io.vestnik.smpp.SmppSession;
import io.vestnik.smpp.Submission;
import io.vestnik.smpp.SubmitSmResp;
import io.vestnik.smpp.TestCertificate;
import io.vestnik.smpp.Tlv;
import io.vestnik.smpp.Tlvs;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The npm package smpp, run by node, at either end; skipped where node or npm is missing or the registry cannot be reached. */
@Timeout(120)
class NodePeerTests {
    private static final Path HOME = Path.of("target", "node-peer").toAbsolutePath();

    @BeforeAll
    static void install() throws Exception {
        assumeTrue(runs("node", "--version") && runs("npm", "--version"), "node or npm is missing");
        Files.createDirectories(HOME);
        boolean installed = Files.exists(HOME.resolve("node_modules/smpp"))
                || runs(
                        "npm",
                        "install",
                        "--no-audit",
                        "--no-fund",
                        "--ignore-scripts",
                        "--prefix",
                        HOME.toString(),
                        "smpp@0.5.1");
        assumeTrue(installed, "the npm package smpp could not be installed");
        for (String script : List.of("client.js", "server.js")) {
            try (InputStream in = NodePeerTests.class.getResourceAsStream(script)) {
                Files.copy(Objects.requireNonNull(in), HOME.resolve(script), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static boolean runs(String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            boolean ended = process.waitFor(60, TimeUnit.SECONDS);
            process.destroyForcibly();
            return ended && process.exitValue() == 0;
        } catch (IOException e) {
            // The program is not there: that is the question asked.
            return false;
        }
    }

    private static Process node(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("node"));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .directory(HOME.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static BufferedReader output(Process process) {
        return process.inputReader(StandardCharsets.UTF_8);
    }

    @Test
    void nodeIsOurClient() throws Exception {
        isOurClient(ServerSettings.onLoopback(0));
    }

    @Test
    void nodeIsOurClientUnderTls(@TempDir Path folder) throws Exception {
        TestCertificate certificate = TestCertificate.in(folder);
        isOurClient(
                ServerSettings.onLoopback(0).withTls(certificate.server()),
                certificate.certificate().toString());
    }

    private static void isOurClient(ServerSettings settings, String... trusted) throws Exception {
        OurSmsc smsc = new OurSmsc();
        try (SmppServer server = SmppServer.start(settings, smsc::bind)) {
            List<String> command = new ArrayList<>(
                    List.of("client.js", Integer.toString(server.address().getPort())));
            command.addAll(List.of(trusted));
            Process process = node(command.toArray(String[]::new));
            try (BufferedReader output = output(process)) {
                SmppSession session = smsc.sessions.take();
                session.trySubmit(List.of(new Submission(
                        MessageBuilder.message(Address.international("79161234567"), Address.NONE)
                                .content(8, "Ответ".getBytes(StandardCharsets.UTF_16BE))
                                .deliverSm(),
                        null)));
                assertThat(output.readLine()).isEqualTo("{\"answers\":200,\"delivered\":\"Ответ\"}");
                assertThat(smsc.ends.take().cause()).isEqualTo(CloseReason.Cause.UNBOUND_BY_PEER);
                assertThat(smsc.answers.take().response().ok()).isTrue();
            } finally {
                process.destroyForcibly();
            }
        }
    }

    @Test
    void nodeIsOurSmsc() throws Exception {
        isOurSmsc(UnaryOperator.identity());
    }

    @Test
    void nodeIsOurSmscUnderTls(@TempDir Path folder) throws Exception {
        TestCertificate certificate = TestCertificate.in(folder);
        isOurSmsc(
                settings -> settings.withTls(certificate.client()),
                certificate.key().toString(),
                certificate.certificate().toString());
    }

    private static void isOurSmsc(UnaryOperator<ClientSettings> how, String... keys) throws Exception {
        OurEsme esme = new OurEsme();
        List<String> command = new ArrayList<>(List.of("server.js"));
        command.addAll(List.of(keys));
        Process process = node(command.toArray(String[]::new));
        try (BufferedReader output = output(process);
                SmppClient client = SmppClient.start(1)) {
            int port = Integer.parseInt(output.readLine());
            ConnectResult result = client.connect(
                    how.apply(ClientSettings.of("127.0.0.1", port, "shop", "secret")
                            .withSession(SessionSettings.DEFAULT.withWindow(500))),
                    esme);
            SmppSession session = ((ConnectResult.Bound) result).session();
            List<Submission> batch = new ArrayList<>();
            for (int i = 0; i < 500; i++) {
                batch.add(new Submission(
                        MessageBuilder.message(Address.alphanumeric("Vestnik"), Address.international("79161234567"))
                                .content(8, "Привет".getBytes(StandardCharsets.UTF_16BE))
                                .tlvs(Tlvs.NONE.withShort(Tlv.USER_MESSAGE_REFERENCE, i))
                                .submitSm(),
                        "n" + i));
            }
            assertThat(session.trySubmit(batch)).isEqualTo(500);
            for (int i = 0; i < 500; i++) {
                Answer answer = esme.answers.take();
                assertThat(((SubmitSmResp) answer.response()).messageId())
                        .isEqualTo(answer.submission().attachment());
            }
            DeliveryReceipt receipt =
                    DeliveryReceipt.of((DeliverSm) esme.requests.take()).orElseThrow();
            assertThat(receipt.messageId()).isEqualTo("n0");
            assertThat(receipt.state()).isEqualTo(MessageState.DELIVERED);
            session.unbind(Duration.ofSeconds(5));
            assertThat(esme.ends.take().cause()).isEqualTo(CloseReason.Cause.UNBOUND_BY_US);
        } finally {
            process.destroyForcibly();
        }
    }
}

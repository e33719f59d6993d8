package io.vestnik.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.DeliveryReceipt;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.RawDataCoding;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.session.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Programs that others have written drive the doors for programs; one that is not on the machine is passed over. */
@Timeout(300)
class ProgramTests {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Charset CYRILLIC = Charset.forName("windows-1251");

    @RegisterExtension
    final Browsing browsing = new Browsing();

    @Test
    void curlSendsByTheApiAndReadsWhatBecameOfIt() {
        String message = "{\"sender\":\"VESTNIK\",\"recipient\":\"+7 916 770-00-31\",\"text\":\"Ваш заказ 7 готов\"}";
        JsonNode taken = api(
                "-X",
                "POST",
                "-H",
                "Content-Type: application/json",
                "--data-binary",
                "@" + file(message, StandardCharsets.UTF_8),
                address("/api/v1/messages"));
        assertThat(taken.path("parts").asInt()).isEqualTo(1);
        JsonNode now = ended(taken.path("id").asString());
        assertThat(now.path("text").asString()).isEqualTo("Ваш заказ 7 готов");
        assertThat(now.path("way").asString()).isEqualTo("api");
    }

    @Test
    void curlIsRefusedByTheApiWithAProblem() {
        JsonNode problem = JSON.readTree(curl("-H", "Authorization: Bearer nobody", address("/api/v1/balance")));
        assertThat(problem.path("type").asString()).isEqualTo("urn:vestnik:problem:no-key");
        problem = api(
                "-X",
                "POST",
                "-H",
                "Content-Type: application/json",
                "--data-binary",
                "{\"text\":1}",
                address("/api/v1/messages"));
        assertThat(problem.path("type").asString()).startsWith("urn:vestnik:problem:");
    }

    @Test
    void curlLoadsAFileOfContactsByTheApi() {
        Path file = file("phone;name\n+79167700041;Анна\n+79167700042;Борис\n", StandardCharsets.UTF_8);
        JsonNode stored = api("-F", "file=@" + file + ";filename=people.csv;type=text/csv", address("/api/v1/files"));
        assertThat(stored.path("id").asString()).isNotEmpty();
    }

    @Test
    void curlSendsByGetAsProgramsOfSmscDo() {
        JsonNode sent = script(
                "send",
                "-G",
                "-d",
                "phones=79167700032",
                "-d",
                "fmt=3",
                "-d",
                "charset=utf-8",
                "--data-urlencode",
                "mes@" + file("Код 1", StandardCharsets.UTF_8));
        assertThat(sent.path("cnt").asInt()).isEqualTo(1);
        assertThat(text(sent.path("id").asString())).isEqualTo("Код 1");
        assertThat(script("balance", "-G", "-d", "fmt=3").path("balance").asString())
                .matches("[\\d.]+");
    }

    @Test
    void curlSendsAFormInTheUsualCharset() {
        JsonNode sent = script(
                "send",
                "-d",
                "phones=79167700033",
                "-d",
                "fmt=3",
                "--data-urlencode",
                "mes@" + file("Код 2", CYRILLIC));
        assertThat(text(sent.path("id").asString())).isEqualTo("Код 2");
    }

    @Test
    void curlSendsPartsOfAMultipartBody() {
        JsonNode sent = script(
                "send",
                "-F",
                "phones=79167700034",
                "-F",
                "fmt=3",
                "-F",
                "charset=utf-8",
                "-F",
                "mes=<" + file("Код 3", StandardCharsets.UTF_8));
        assertThat(text(sent.path("id").asString())).isEqualTo("Код 3");
    }

    @Test
    void curlSendsAnObjectToTheRestDoor() {
        String object = "{\"login\":\"%s\",\"psw\":\"%s\",\"phones\":[\"79167700035\"],\"mes\":\"Код 4\"}"
                .formatted(person("login"), person("password"));
        JsonNode sent = JSON.readTree(curl(
                "-H",
                "Content-Type: application/json",
                "--data-binary",
                "@" + file(object, StandardCharsets.UTF_8),
                address("/rest/send/")));
        assertThat(text(sent.path("id").asString())).isEqualTo("Код 4");
    }

    @Test
    void thePackageNodeSmscSpeaksToUsAsToTheService() {
        Path home = Programs.npm("node-smsc@0.2.3");
        try (InputStream script = ProgramTests.class.getResourceAsStream("smsc.js")) {
            Files.copy(Objects.requireNonNull(script), home.resolve("smsc.js"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        JsonNode told = JSON.readTree(Programs.said(
                home,
                List.of(
                        "node",
                        "--no-deprecation",
                        "smsc.js",
                        address("/sys/"),
                        person("login"),
                        person("password"),
                        "79167700036")));
        assertThat(told.path("fault").isMissingNode()).as("%s", told).isTrue();
        assertThat(told.path("before").asString()).matches("[\\d.]+");
        assertThat(told.path("sent").asString()).isEqualTo("node.7");
        assertThat(told.path("count").asInt()).isEqualTo(1);
        assertThat(told.path("parts").asInt()).isEqualTo(1);
        assertThat(told.path("operator").asString()).isNotEmpty();
        assertThat(told.path("senders").asInt()).isPositive();
        assertThat(told.path("status").asInt()).isPositive();
        assertThat(told.path("refused").asInt()).isEqualTo(7);
        assertThat(text("node.7")).isEqualTo("Заказ 7 готов");
    }

    @Test
    void jsmppSendsAndReadsTheReceipt() throws Exception {
        Installed installed = browsing.installed();
        BlockingQueue<DeliverSm> delivered = new LinkedBlockingQueue<>();
        SMPPSession session = new SMPPSession();
        session.setTransactionTimer(60_000);
        session.setMessageReceiverListener(new Receipts(delivered));
        try {
            session.connectAndBind(
                    "127.0.0.1",
                    installed.smppPort(),
                    new BindParameter(
                            BindType.BIND_TRX,
                            installed.written("client.smpp.system_id"),
                            installed.written("client.smpp.password"),
                            "",
                            TypeOfNumber.INTERNATIONAL,
                            NumberingPlanIndicator.ISDN,
                            ""));
            String id = submit(session);
            DeliveryReceipt receipt = delivered.take().getShortMessageAsDeliveryReceipt();
            assertThat(receipt.getId()).isEqualTo(id);
            assertThat(api(address("/api/v1/messages/" + id)).path("text").asString())
                    .isEqualTo("Привет");
        } finally {
            session.unbindAndClose();
        }
    }

    private static String submit(SMPPSession session) throws Exception {
        return session.submitShortMessage(
                        "",
                        TypeOfNumber.ALPHANUMERIC,
                        NumberingPlanIndicator.UNKNOWN,
                        "VESTNIK",
                        TypeOfNumber.INTERNATIONAL,
                        NumberingPlanIndicator.ISDN,
                        "79167700037",
                        new ESMClass(),
                        (byte) 0,
                        (byte) 1,
                        "",
                        "",
                        new RegisteredDelivery(1),
                        (byte) 0,
                        new RawDataCoding((byte) 8),
                        (byte) 0,
                        "Привет".getBytes(StandardCharsets.UTF_16BE))
                .getMessageId();
    }

    /** Hears of receipts. */
    private record Receipts(BlockingQueue<DeliverSm> delivered) implements MessageReceiverListener {
        @Override
        public void onAcceptDeliverSm(DeliverSm deliver) {
            delivered.add(deliver);
        }

        @Override
        public void onAcceptAlertNotification(AlertNotification notification) {}

        @Override
        public DataSmResult onAcceptDataSm(DataSm data, Session source) {
            throw new IllegalStateException("Nothing of the kind is sent");
        }
    }

    private String address(String path) {
        return browsing.installed().address() + path;
    }

    private String person(String what) {
        return browsing.installed().written("client.api." + what);
    }

    private Path file(String text, Charset charset) {
        try {
            Path file = Files.createTempFile(browsing.installed().folder(), "typed", ".txt");
            return Files.write(file, text.getBytes(charset));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String curl(String... words) {
        Programs.need("curl");
        List<String> command = new ArrayList<>(List.of("curl", "-sS", "--max-time", "60"));
        command.addAll(List.of(words));
        return Programs.said(browsing.installed().folder(), command);
    }

    private JsonNode api(String... words) {
        List<String> all = new ArrayList<>(
                List.of("-H", "Authorization: Bearer " + browsing.installed().token()));
        all.addAll(List.of(words));
        return JSON.readTree(curl(all.toArray(String[]::new)));
    }

    private JsonNode script(String script, String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        String how = all.contains("-F") ? "-F" : "-d";
        all.addAll(List.of(
                how, "login=" + person("login"), how, "psw=" + person("password"), address("/sys/" + script + ".php")));
        return JSON.readTree(curl(all.toArray(String[]::new)));
    }

    /** The message, once the network has told its end: each question is a program that starts and ends. */
    private JsonNode ended(String id) {
        JsonNode now = api(address("/api/v1/messages/" + id));
        while (!now.has("final_at")) {
            now = api(address("/api/v1/messages/" + id));
        }
        return now;
    }

    /** What the message with the reference says. */
    private String text(String reference) {
        JsonNode found = api("-G", "--data-urlencode", "reference=" + reference, address("/api/v1/messages"));
        assertThat(found.path("items").size()).as("%s", found).isEqualTo(1);
        return api(address("/api/v1/messages/"
                        + found.path("items").get(0).path("id").asString()))
                .path("text")
                .asString();
    }
}

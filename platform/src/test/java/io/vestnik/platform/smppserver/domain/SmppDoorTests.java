package io.vestnik.platform.smppserver.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vestnik.platform.accounts.SignIns;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.pipeline.MessageView;
import io.vestnik.platform.pipeline.Pipeline;
import io.vestnik.platform.store.StoreSettings;
import io.vestnik.platform.store.TestDatabase;
import io.vestnik.smpp.BindMode;
import io.vestnik.smpp.CommandStatus;
import io.vestnik.smpp.DeliverSm;
import io.vestnik.smpp.DeliveryReceipt;
import io.vestnik.smpp.EsmClass;
import io.vestnik.smpp.Pdu;
import io.vestnik.smpp.RegisteredDelivery;
import io.vestnik.smpp.SubmitSm;
import io.vestnik.smpp.SubmitSmResp;
import io.vestnik.smpp.Tlv;
import java.io.IOException;
import java.io.Reader;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A program of another process's kind against the whole server, over real sockets, to a network that answers at once. */
@SpringBootTest(properties = {"vestnik.demo=true", "vestnik.route.main=prompt://network"})
@Import({TestDatabase.class, PromptNetwork.class})
class SmppDoorTests {
    @Autowired
    SmppDoor door;

    @Autowired
    Systems systems;

    @Autowired
    Pipeline pipeline;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationContext context;

    private Who client;
    private int made;

    @BeforeEach
    void knowTheClient() {
        client = SignIns.who("client", context);
    }

    @Test
    void takesMessagesAndTellsTheirEndByTextAndByParameters() throws Exception {
        try (Esme esme = demo(BindMode.TRANSCEIVER)) {
            SubmitSmResp answer =
                    esme.submit(Esme.message("79161234560", "Ваш код: 1234").submitSm());
            assertThat(answer.status()).isZero();
            MessageView message = message(answer);
            assertThat(message.text()).isEqualTo("Ваш код: 1234");
            assertThat(message.recipient()).isEqualTo("79161234560");
            await().until(() -> esme.receipts().size() == 1);
            DeliverSm receipt = esme.receipts().getFirst();
            assertThat(receipt.source().digits()).isEqualTo("79161234560");
            assertThat(receipt.destination().digits()).isEqualTo("VESTNIK");
            assertThat(receipt.esmClass()).isEqualTo(EsmClass.RECEIPT);
            assertThat(receipt.tlvs().text(Tlv.RECEIPTED_MESSAGE_ID)).contains(answer.messageId());
            assertThat(receipt.tlvs().integer(Tlv.MESSAGE_STATE)).hasValue(2);
            DeliveryReceipt text = DeliveryReceipt.parse(new String(receipt.content(), StandardCharsets.US_ASCII))
                    .orElseThrow();
            assertThat(text.messageId()).isEqualTo(answer.messageId());
            assertThat(text.stat()).isEqualTo("DELIVRD");
            assertThat(text.error()).isEqualTo("000");
            assertThat(text.submitDate()).isNotNull();
            await().until(this::mailboxIsEmpty);
        }
    }

    private static List<String> ids(List<DeliverSm> receipts) {
        return receipts.stream()
                .map(receipt -> receipt.tlvs().text(Tlv.RECEIPTED_MESSAGE_ID).orElse(""))
                .toList();
    }

    @Test
    void sendsReceiptsOnlyToWhoAskedForThem() throws Exception {
        try (Esme esme = demo(BindMode.TRANSCEIVER)) {
            List<SubmitSm> submits = new ArrayList<>();
            for (int registered : new int[] {
                RegisteredDelivery.NONE,
                RegisteredDelivery.FAILURE_ONLY,
                RegisteredDelivery.FINAL,
                RegisteredDelivery.FINAL | RegisteredDelivery.INTERMEDIATE
            }) {
                submits.add(Esme.message("79161234561", "доставлено")
                        .registeredDelivery(registered)
                        .submitSm());
                submits.add(Esme.message("79161234569", "не доставлено")
                        .registeredDelivery(registered)
                        .submitSm());
            }
            List<String> ids = esme.submitAll(submits).stream()
                    .map(SubmitSmResp::messageId)
                    .toList();
            await().until(() -> esme.receipts().size() >= 7 && mailboxIsEmpty());
            List<String> told = esme.receipts().stream()
                    .map(receipt -> ids.indexOf(receipt.tlvs()
                                    .text(Tlv.RECEIPTED_MESSAGE_ID)
                                    .orElse(""))
                            + ":" + receipt.esmClass()
                            + ":" + receipt.tlvs().integer(Tlv.MESSAGE_STATE).orElse(0))
                    .toList();
            assertThat(told).containsExactlyInAnyOrder("3:4:5", "4:4:2", "5:4:5", "6:32:1", "6:4:2", "7:32:1", "7:4:5");
            assertThat(told.indexOf("6:32:1")).isLessThan(told.indexOf("6:4:2"));
        }
    }

    @Test
    void answersBeforeItTellsTheEnd() throws Exception {
        try (Esme esme = demo(BindMode.TRANSCEIVER)) {
            List<SubmitSm> submits = new ArrayList<>();
            for (int i = 0; i < 500; i++) {
                submits.add(Esme.message("7916" + (1_000_000 + i), "много").submitSm());
            }
            esme.submitAll(submits);
            await().until(() -> esme.receipts().size() == 500);
            Set<String> answered = new HashSet<>();
            esme.heard.forEach(pdu -> {
                if (pdu instanceof SubmitSmResp answer) {
                    answered.add(answer.messageId());
                } else if (pdu instanceof DeliverSm receipt) {
                    assertThat(answered)
                            .contains(receipt.tlvs()
                                    .text(Tlv.RECEIPTED_MESSAGE_ID)
                                    .orElse(""));
                }
            });
        }
    }

    @Test
    void keepsReceiptsForAProgramThatIsAway() throws Exception {
        Systems.Answer.Given given = given(SystemTerms.USUAL);
        List<String> ids;
        try (Esme transmitter = bind(given, BindMode.TRANSMITTER)) {
            ids = transmitter
                    .submitAll(List.of(
                            Esme.message("79161234571", "раз").submitSm(),
                            Esme.message("79161234572", "два").submitSm()))
                    .stream()
                    .map(SubmitSmResp::messageId)
                    .toList();
            await().until(() -> letters(given) == 2);
            assertThat(transmitter.receipts()).isEmpty();
        }
        try (Esme silent = bind(given, BindMode.RECEIVER, _ -> null)) {
            await().until(() -> silent.receipts().size() == 2);
        }
        try (Esme receiver = bind(given, BindMode.RECEIVER)) {
            await().until(() -> receiver.receipts().size() == 2);
            assertThat(ids(receiver.receipts())).containsExactlyInAnyOrderElementsOf(ids);
            await().until(() -> letters(given) == 0);
        }
    }

    @Test
    void offersAReceiptAgainThatTheProgramCouldNotTake() throws Exception {
        Systems.Answer.Given given = given(SystemTerms.USUAL);
        List<Integer> statuses = new ArrayList<>(List.of(CommandStatus.ESME_RX_T_APPN));
        try (Esme esme = bind(
                given,
                BindMode.TRANSCEIVER,
                receipt -> statuses.isEmpty() ? receipt.accepted() : receipt.refusal(statuses.removeFirst()))) {
            esme.submit(Esme.message("79161234573", "не сейчас").submitSm());
            await().until(() -> esme.receipts().size() == 2);
            assertThat(new HashSet<>(ids(esme.receipts()))).hasSize(1);
            await().until(() -> letters(given) == 0);
        }
    }

    @Test
    void refusesWithTheStatusThatSaysWhy() throws Exception {
        try (Esme esme = demo(BindMode.TRANSCEIVER)) {
            assertThat(status(esme, Esme.message("12", "короткий номер").submitSm()))
                    .isEqualTo(CommandStatus.ESME_RINVDSTADR);
            assertThat(status(esme, Esme.message("79161234574", "").submitSm()))
                    .isEqualTo(CommandStatus.ESME_RINVMSGLEN);
            assertThat(status(esme, Esme.message("79161234574", "\0").submitSm()))
                    .isEqualTo(CommandStatus.ESME_RSUBMITFAIL);
            assertThat(status(
                            esme,
                            Esme.message("79161234574", "поздно")
                                    .validityPeriod("200101000000000+")
                                    .submitSm()))
                    .isEqualTo(CommandStatus.ESME_RINVEXPIRY);
            assertThat(status(
                            esme,
                            Esme.message("79161234574", "потом")
                                    .scheduleDeliveryTime("000001000000000R")
                                    .submitSm()))
                    .isEqualTo(CommandStatus.ESME_RINVSCHED);
            assertThat(status(
                            esme,
                            Esme.message("79161234574", "флаги")
                                    .registeredDelivery(3)
                                    .submitSm()))
                    .isEqualTo(CommandStatus.ESME_RINVREGDLVFLG);
        }
    }

    @Test
    void holdsAProgramToItsRate() throws Exception {
        Systems.Answer.Given given = given(new SystemTerms(
                SystemTerms.Modes.BOTH,
                1,
                100,
                5,
                SystemTerms.USUAL.alphabet(),
                SystemTerms.USUAL.traffic(),
                List.of()));
        try (Esme esme = bind(given, BindMode.TRANSMITTER)) {
            List<SubmitSm> submits = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                submits.add(Esme.message("79161234575", "быстро").submitSm());
            }
            List<SubmitSmResp> answers = esme.submitAll(submits);
            assertThat(answers)
                    .filteredOn(answer -> answer.status() == CommandStatus.ESME_ROK)
                    .hasSizeBetween(5, 10);
            assertThat(answers)
                    .filteredOn(answer -> answer.status() != CommandStatus.ESME_ROK)
                    .allMatch(answer -> answer.status() == CommandStatus.ESME_RTHROTTLED);
        }
    }

    @Test
    void letsInOnlyWhoMayBind() throws Exception {
        SystemTerms terms = SystemTerms.USUAL;
        Systems.Answer.Given given =
                given(new SystemTerms(SystemTerms.Modes.SEND, 1, 10, 0, terms.alphabet(), terms.traffic(), List.of()));
        Systems.Answer.Given elsewhere = given(new SystemTerms(
                SystemTerms.Modes.BOTH,
                1,
                10,
                0,
                terms.alphabet(),
                terms.traffic(),
                List.of(AddressRange.parse("192.0.2.0/24").orElseThrow())));
        assertThat(bindStatus("nobody", "secret", BindMode.TRANSMITTER)).isEqualTo(CommandStatus.ESME_RINVSYSID);
        assertThat(bindStatus(given.systemId(), "wrong", BindMode.TRANSMITTER)).isEqualTo(CommandStatus.ESME_RINVPASWD);
        assertThat(bindStatus(given.systemId(), given.password(), BindMode.TRANSCEIVER))
                .isEqualTo(CommandStatus.ESME_RBINDFAIL);
        assertThat(bindStatus(elsewhere.systemId(), elsewhere.password(), BindMode.TRANSCEIVER))
                .isEqualTo(CommandStatus.ESME_RBINDFAIL);
        try (Esme first = bind(given, BindMode.TRANSMITTER)) {
            assertThat(first.bindStatus()).isZero();
            assertThat(bindStatus(given.systemId(), given.password(), BindMode.TRANSMITTER))
                    .isEqualTo(CommandStatus.ESME_RALYBND);
        }
        await().until(() -> bindStatus(given.systemId(), given.password(), BindMode.TRANSMITTER) == 0);
    }

    @Test
    void unbindsWhoIsSwitchedOff() throws Exception {
        Systems.Answer.Given given = given(SystemTerms.USUAL);
        try (Esme esme = bind(given, BindMode.TRANSCEIVER)) {
            SmppSystem system = systems.find(client.account(), given.id()).orElseThrow();
            assertThat(systems.activate(client, system, false)).isTrue();
            await().until(() -> !esme.ends.isEmpty());
            assertThat(bindStatus(given.systemId(), given.password(), BindMode.TRANSCEIVER))
                    .isEqualTo(CommandStatus.ESME_RINVSYSID);
        }
    }

    private int status(Esme esme, SubmitSm submit) {
        return esme.submit(submit).status();
    }

    private MessageView message(SubmitSmResp answer) {
        MessageId id = new MessageId(Long.parseLong(answer.messageId()));
        await().until(() -> pipeline.find(client.account(), id)
                .filter(message -> message.state() == MessageState.DELIVERED)
                .isPresent());
        return pipeline.find(client.account(), id).orElseThrow();
    }

    private Systems.Answer.Given given(SystemTerms terms) {
        return (Systems.Answer.Given) systems.create(client, "walk" + System.nanoTime() % 1_000_000 + made++, terms);
    }

    private InetSocketAddress address() {
        return door.address().orElseThrow();
    }

    private Esme bind(Systems.Answer.Given given, BindMode mode) throws Exception {
        return Esme.bind(address(), given.systemId(), given.password(), mode);
    }

    private Esme bind(Systems.Answer.Given given, BindMode mode, Function<DeliverSm, Pdu.@Nullable Response> receipts)
            throws Exception {
        return Esme.bind(address(), given.systemId(), given.password(), mode, receipts);
    }

    private int bindStatus(String systemId, String password, BindMode mode) throws Exception {
        try (Esme esme = Esme.bind(address(), systemId, password, mode)) {
            return esme.bindStatus();
        }
    }

    private Esme demo(BindMode mode) throws Exception {
        Properties secrets = secrets();
        return Esme.bind(
                address(),
                secrets.getProperty("client.smpp.system_id"),
                secrets.getProperty("client.smpp.password"),
                mode);
    }

    private Properties secrets() throws IOException {
        Properties secrets = new Properties();
        try (Reader reader = Files.newBufferedReader(
                context.getBean(StoreSettings.class).data().resolve("demo.properties"))) {
            secrets.load(reader);
        }
        return secrets;
    }

    private boolean mailboxIsEmpty() {
        return jdbc.sql("""
                        SELECT count(*) FROM smppserver.mailbox
                         WHERE system = (SELECT id FROM smppserver.system WHERE system_id = 'demo')""").query(Integer.class).single() == 0;
    }

    private int letters(Systems.Answer.Given given) {
        return jdbc.sql("SELECT count(*) FROM smppserver.mailbox WHERE system = :system")
                .param("system", given.id())
                .query(Integer.class)
                .single();
    }
}

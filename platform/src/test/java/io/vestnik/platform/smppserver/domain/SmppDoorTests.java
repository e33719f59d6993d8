package io.vestnik.platform.smppserver.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.accounts.AddressRange;
import io.vestnik.platform.pipeline.MessageView;
import io.vestnik.platform.pipeline.Reach;
import io.vestnik.platform.pipeline.SendingSettings;
import io.vestnik.platform.pipeline.SendingTerms;
import io.vestnik.platform.pipeline.Timeline;
import io.vestnik.platform.pipeline.Timelines;
import io.vestnik.platform.pipeline.domain.SendingDesk;
import io.vestnik.smpp.Address;
import io.vestnik.smpp.BindMode;
import io.vestnik.smpp.CommandStatus;
import io.vestnik.smpp.DeliverSm;
import io.vestnik.smpp.DeliveryReceipt;
import io.vestnik.smpp.EsmClass;
import io.vestnik.smpp.MessageBuilder;
import io.vestnik.smpp.MessageState;
import io.vestnik.smpp.RegisteredDelivery;
import io.vestnik.smpp.SubmitSm;
import io.vestnik.smpp.SubmitSmResp;
import io.vestnik.smpp.Tlv;
import io.vestnik.smpp.Tlvs;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A program of another process's kind against the whole server, over real sockets. */
class SmppDoorTests extends OpenDoor {
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

    @Test
    void tellsTheCostInReceiptsToWhoWantsToKnowOnly() throws Exception {
        SystemTerms usual = SystemTerms.USUAL;
        Systems.Answer.Given given = given(new SystemTerms(
                SystemTerms.Modes.BOTH, 4, 100, 0, usual.alphabet(), usual.traffic(), List.of(), true, false));
        try (Esme wants = bind(given, BindMode.TRANSCEIVER);
                Esme other = fresh(BindMode.TRANSCEIVER)) {
            SubmitSm submit =
                    Esme.message("79161234568", "сколько стоит ".repeat(6)).submitSm();
            MessageView message = message(wants.submit(submit));
            other.submit(submit);
            await().until(() -> wants.receipts().size() == 1 && other.receipts().size() == 1);
            Tlvs told = wants.receipts().getFirst().tlvs();
            assertThat(told.text(0x2000))
                    .contains(message.price().toString())
                    .hasValueSatisfying(cost -> assertThat(cost).matches("\\d+\\.\\d{4}"));
            assertThat(told.integer(0x2001)).hasValue(0);
            assertThat(told.integer(0x2002)).hasValue(2);
            assertThat(told.get(0x2003)).asString(StandardCharsets.US_ASCII).isEqualTo(message.mccMnc());
            assertThat(other.receipts().getFirst().tlvs().has(0x2000)).isFalse();
            wants.submit(Esme.message("79161234568", "")
                    .content(0x10, new byte[] {'H', 'i'})
                    .submitSm());
            await().until(() -> wants.receipts().size() == 2);
            assertThat(wants.receipts().getLast().tlvs().integer(0x2001))
                    .as("a flash")
                    .hasValue(1);
        }
    }

    @Test
    void sendsReceiptsOnlyToWhoAskedForThem() throws Exception {
        try (Esme esme = fresh(BindMode.TRANSCEIVER)) {
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
            await().until(() -> esme.receipts().size() >= 7);
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
        try (Esme esme = fresh(BindMode.TRANSCEIVER)) {
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
    void tellsWhenItGaveTheReceiptOfAMessageAndThatOneStillWaits() throws Exception {
        Systems.Answer.Given given = given(SystemTerms.USUAL);
        try (Esme esme = bind(
                given,
                BindMode.TRANSCEIVER,
                receipt -> receipt.source().digits().equals("79161234577") ? receipt.accepted() : null)) {
            String had = esme.submit(Esme.message("79161234577", "отчёт отдан").submitSm())
                    .messageId();
            String waits = esme.submit(Esme.message("79161234578", "отчёт ждёт").submitSm())
                    .messageId();
            await().until(() -> esme.receipts().size() == 2 && letters(given) == 1);

            assertThat(about(had)).singleElement().satisfies(receipt -> {
                assertThat(receipt.state()).isEqualTo(MessageState.DELIVERED);
                assertThat(receipt.at()).isNotNull();
            });
            assertThat(about(waits))
                    .singleElement()
                    .satisfies(receipt -> assertThat(receipt.at()).isNull());
        }
    }

    private List<ReceiptTrail.Given> about(String message) {
        Timeline outline = context.getBean(Timelines.class)
                .outline(Reach.own(client.account()), Long.parseLong(message))
                .orElseThrow();
        return context.getBean(GivenReceipts.class).about(outline);
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
    void takesWhatIsSentAgainUnderItsReferenceForTheMessageThatItWas() throws Exception {
        SystemTerms usual = SystemTerms.USUAL;
        SystemTerms once = new SystemTerms(
                SystemTerms.Modes.BOTH, 4, 100, 0, usual.alphabet(), usual.traffic(), List.of(), false, true);
        Systems.Answer.Given given = given(once);
        String id;
        try (Esme esme = bind(given, BindMode.TRANSCEIVER)) {
            List<SubmitSmResp> both = esme.submitAll(List.of(referred("79161234571", 7), referred("79161234571", 7)));
            assertThat(both).extracting(SubmitSmResp::status).containsOnly(CommandStatus.ESME_ROK);
            id = both.getFirst().messageId();
            assertThat(both.getLast().messageId()).isEqualTo(id);
            assertThat(esme.submit(referred("79161234572", 7)).messageId())
                    .as("to somebody else")
                    .isNotEqualTo(id);
            assertThat(esme.submit(referred("79161234571", 8)).messageId())
                    .as("under another reference")
                    .isNotEqualTo(id);
            SubmitSm refused = referred("12", 9);
            assertThat(esme.submit(refused).status()).isEqualTo(CommandStatus.ESME_RINVDSTADR);
        }
        try (Esme later = bind(given, BindMode.TRANSCEIVER);
                Esme other = fresh(BindMode.TRANSCEIVER)) {
            assertThat(later.submit(referred("79161234571", 7)).messageId()).isEqualTo(id);
            String others = other.submit(referred("79161234571", 7)).messageId();
            assertThat(other.submit(referred("79161234571", 7)).messageId())
                    .as("of a program that did not wish for it")
                    .isNotEqualTo(others)
                    .isNotEqualTo(id);
        }
    }

    private static SubmitSm referred(String recipient, int reference) {
        SubmitSm written = Esme.message(recipient, "один раз").submitSm();
        return MessageBuilder.message(written.source(), written.destination())
                .content(written.dataCoding(), written.shortMessage())
                .tlvs(Tlvs.NONE.withShort(Tlv.USER_MESSAGE_REFERENCE, reference))
                .submitSm();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "."})
    void sendsUnderTheFirstNameOfTheAccountWhereTheProgramNamesNone(String none) throws Exception {
        try (Esme esme = fresh(BindMode.TRANSCEIVER)) {
            SubmitSm written = Esme.message("79161234569", "от кого").submitSm();
            SubmitSm submit = MessageBuilder.message(new Address(5, 0, none), written.destination())
                    .content(written.dataCoding(), written.shortMessage())
                    .submitSm();
            assertThat(status(esme, submit)).isEqualTo(CommandStatus.ESME_ROK);
        }
    }

    @Test
    void refusesWithTheStatusThatSaysWhy() throws Exception {
        try (Esme esme = fresh(BindMode.TRANSCEIVER)) {
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
                                    .scheduleDeliveryTime("000131000000000R")
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
    void sendsUnderTheUsualNameWhereAProgramLeavesTheSourceAddressEmpty() throws Exception {
        SendingDesk desk = context.getBean(SendingDesk.class);
        SendingTerms terms = new SendingTerms(null, false, "VESTNIK", Duration.ofDays(1), false);
        ZoneId zone = context.getBean(Accounts.class).get(client.account()).zone();
        desk.settle(client, 0, new SendingSettings.Wish(terms, false, zone));
        try (Esme esme = demo(BindMode.TRANSCEIVER)) {
            SubmitSm nameless = MessageBuilder.message(Address.NONE, Address.international("79161234576"))
                    .content(0, "hello".getBytes(StandardCharsets.US_ASCII))
                    .submitSm();
            assertThat(message(esme.submit(nameless)).sender()).isEqualTo("VESTNIK");
        } finally {
            desk.forget(client, 1);
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
}

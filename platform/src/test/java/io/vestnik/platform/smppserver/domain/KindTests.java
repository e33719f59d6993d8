package io.vestnik.platform.smppserver.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vestnik.platform.channels.Outgoing;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.pipeline.MessageView;
import io.vestnik.smpp.Address;
import io.vestnik.smpp.BindMode;
import io.vestnik.smpp.CommandStatus;
import io.vestnik.smpp.DataCoding;
import io.vestnik.smpp.EsmClass;
import io.vestnik.smpp.ReplaceSm;
import io.vestnik.smpp.Sar;
import io.vestnik.smpp.SmppTime;
import io.vestnik.smpp.SubmitSm;
import io.vestnik.smpp.SubmitSmResp;
import io.vestnik.smpp.Tlvs;
import io.vestnik.sms.Body;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Flashes and octets from a program to the network. */
class KindTests extends OpenDoor {
    private static final int FLASH = 0x10;
    private static final int FLASH_UCS2 = 0x18;
    private static final String RECIPIENT = "79161234601";

    @Autowired
    private PromptNetwork network;

    private static SubmitSm octets(int coding, int esmClass, String hex) {
        return Esme.message(RECIPIENT, "")
                .esmClass(esmClass)
                .content(coding, HexFormat.of().parseHex(hex))
                .submitSm();
    }

    /** What the network got of it. */
    private Body sent(SubmitSmResp answer) {
        assertThat(answer.status()).isZero();
        MessageId id = new MessageId(Long.parseLong(answer.messageId()));
        await().until(() -> network.seen.stream().anyMatch(one -> one.id().equals(id)));
        return network.seen.stream()
                .filter(one -> one.id().equals(id))
                .map(Outgoing::body)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void takesTextsOfClassZeroForFlashes() throws Exception {
        try (Esme esme = fresh(BindMode.TRANSCEIVER)) {
            for (int coding : new int[] {FLASH, 0xF0}) {
                SubmitSmResp answer = esme.submit(octets(coding, EsmClass.DEFAULT, "486900"));
                assertThat(sent(answer)).isEqualTo(new Body.Text("Hi@", true));
                assertThat(message(answer).kind()).isEqualTo(Body.Kind.FLASH);
            }
            assertThat(sent(esme.submit(octets(FLASH_UCS2, EsmClass.DEFAULT, "042f"))))
                    .isEqualTo(new Body.Text("Я", true));
            assertThat(sent(esme.submit(octets(0x11, EsmClass.DEFAULT, "4869"))))
                    .as("another class")
                    .isEqualTo(new Body.Text("Hi", false));
        }
    }

    @Test
    void keepsALongFlashOneWhenItIsJoined() throws Exception {
        String text = "о".repeat(60);
        try (Esme esme = fresh(BindMode.TRANSCEIVER)) {
            for (int part = 1; part <= 2; part++) {
                String header = "050003410" + 2 + "0" + part;
                String letters = HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_16BE));
                assertThat(status(esme, octets(FLASH_UCS2, EsmClass.UDHI, header + letters)))
                        .isZero();
            }
            await().until(() ->
                    network.seen.stream().anyMatch(one -> one.body().equals(new Body.Text(text + text, true))));
        }
    }

    @Test
    void carriesOctetsThroughAsTheyCame() throws Exception {
        try (Esme esme = fresh(BindMode.TRANSCEIVER)) {
            SubmitSm submit = Esme.message(RECIPIENT, "")
                    .esmClass(EsmClass.UDHI)
                    .protocolId(0x7F)
                    .content(0xF6, HexFormat.of().parseHex("0270000041ff"))
                    .submitSm();
            SubmitSmResp answer = esme.submit(submit);
            Body.Binary octets = new Body.Binary("027000", "0041ff", 0xF6, 0x7F);
            assertThat(sent(answer)).isEqualTo(octets);
            MessageView view = message(answer);
            assertThat(view.body()).isEqualTo(octets);
            assertThat(view.parts()).isOne();
            SubmitSm highest = Esme.message(RECIPIENT, "")
                    .protocolId(0xFF)
                    .content(0xFF, new byte[] {-1})
                    .submitSm();
            assertThat(sent(esme.submit(highest))).isEqualTo(new Body.Binary("", "ff", 0xFF, 0xFF));
            assertThat(sent(esme.submit(octets(DataCoding.BINARY, EsmClass.DEFAULT, "00ff"))))
                    .isEqualTo(new Body.Binary("", "00ff", 4, 0));
        }
    }

    @Test
    void takesOctetsThatAreAsciiForATextUnlessAHeaderNamesTheirReader() throws Exception {
        try (Esme esme = fresh(BindMode.TRANSCEIVER)) {
            assertThat(sent(esme.submit(octets(DataCoding.BINARY, EsmClass.DEFAULT, "4869"))))
                    .isEqualTo(Body.text("Hi"));
            assertThat(sent(esme.submit(octets(0xF4, EsmClass.DEFAULT, "4869"))))
                    .isEqualTo(new Body.Text("Hi", true));
            assertThat(sent(esme.submit(octets(DataCoding.BINARY, EsmClass.UDHI, "0605040b8423f04869"))))
                    .isEqualTo(new Body.Binary("0605040b8423f0", "4869", 4, 0));
        }
    }

    @Test
    void sendsEachPartOfLongOctetsAsAMessageOfItsOwn() throws Exception {
        try (Esme esme = fresh(BindMode.TRANSCEIVER)) {
            String named = "0b000342020105040b8423f0";
            assertThat(sent(esme.submit(octets(DataCoding.BINARY, EsmClass.UDHI, named + "ff00"))))
                    .isEqualTo(new Body.Binary(named, "ff00", 4, 0));
            assertThat(sent(esme.submit(octets(0xF5, EsmClass.UDHI, "050003420201ff00"))))
                    .isEqualTo(new Body.Binary("050003420201", "ff00", 0xF5, 0));
            assertThat(sent(esme.submit(octets(0xF5, EsmClass.UDHI, "0500034202024869"))))
                    .isEqualTo(new Body.Binary("050003420202", "4869", 0xF5, 0));
        }
    }

    @Test
    void sendsNoPartOfATextAloneBecauseItsOctetsAreNone() throws Exception {
        try (Esme esme = fresh(BindMode.TRANSCEIVER)) {
            for (int coding : new int[] {DataCoding.OCTETS, DataCoding.BINARY}) {
                String header = "0500034" + coding + "020";
                assertThat(status(esme, octets(coding, EsmClass.UDHI, header + "14869")))
                        .isZero();
                assertThat(status(esme, octets(coding, EsmClass.UDHI, header + "22180")))
                        .as("the other part waits for a text")
                        .isEqualTo(CommandStatus.ESME_RSUBMITFAIL);
                assertThat(status(esme, octets(coding, EsmClass.UDHI, header + "22" + coding)))
                        .isZero();
                Body whole = Body.text("Hi" + (char) (0x20 + coding));
                await().until(() ->
                        network.seen.stream().anyMatch(one -> one.body().equals(whole)));
            }
        }
    }

    @Test
    void refusesOctetsThatAreNoShortMessage() throws Exception {
        try (Esme esme = fresh(BindMode.TRANSCEIVER)) {
            assertThat(status(esme, octets(DataCoding.BINARY, EsmClass.DEFAULT, "ff".repeat(141))))
                    .isEqualTo(CommandStatus.ESME_RINVMSGLEN);
            assertThat(status(esme, octets(DataCoding.BINARY, EsmClass.DEFAULT, "")))
                    .isEqualTo(CommandStatus.ESME_RINVMSGLEN);
            assertThat(status(esme, octets(DataCoding.BINARY, EsmClass.UDHI, "09ff")))
                    .isEqualTo(CommandStatus.ESME_RINVESMCLASS);
            SubmitSm beside = Esme.message(RECIPIENT, "")
                    .content(DataCoding.BINARY, new byte[] {-1})
                    .tlvs(new Sar(1, 2, 1).beside(Tlvs.NONE))
                    .submitSm();
            assertThat(status(esme, beside)).isEqualTo(CommandStatus.ESME_ROPTPARNOTALLWD);
        }
    }

    @Test
    void putsATextInPlaceOfAFlashAndNeverOfOctets() throws Exception {
        try (Esme esme = fresh(BindMode.TRANSCEIVER)) {
            String later = SmppTime.in(Duration.ofHours(5)).format();
            SubmitSmResp flash = esme.submit(Esme.message(RECIPIENT, "")
                    .content(FLASH, "Before".getBytes(StandardCharsets.US_ASCII))
                    .scheduleDeliveryTime(later)
                    .submitSm());
            SubmitSmResp binary = esme.submit(Esme.message(RECIPIENT, "")
                    .content(DataCoding.BINARY, new byte[] {0, -1})
                    .scheduleDeliveryTime(later)
                    .submitSm());
            assertThat(replace(esme, flash)).isZero();
            assertThat(replace(esme, binary)).isEqualTo(CommandStatus.ESME_RREPLACEFAIL);
            assertThat(pipeline.find(client.account(), new MessageId(Long.parseLong(flash.messageId())))
                            .orElseThrow()
                            .body())
                    .isEqualTo(new Body.Text("After", true));
        }
    }

    private static int replace(Esme esme, SubmitSmResp which) {
        return esme.ask(new ReplaceSm(
                        0,
                        which.messageId(),
                        Address.alphanumeric("VESTNIK"),
                        "",
                        "",
                        0,
                        0,
                        "After".getBytes(StandardCharsets.US_ASCII)))
                .status();
    }
}

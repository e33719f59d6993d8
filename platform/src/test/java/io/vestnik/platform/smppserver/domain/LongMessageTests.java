package io.vestnik.platform.smppserver.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vestnik.platform.pipeline.MessageFilter;
import io.vestnik.platform.pipeline.MessageView;
import io.vestnik.smpp.Address;
import io.vestnik.smpp.BindMode;
import io.vestnik.smpp.CommandStatus;
import io.vestnik.smpp.EsmClass;
import io.vestnik.smpp.MessageBuilder;
import io.vestnik.smpp.Sar;
import io.vestnik.smpp.SubmitSm;
import io.vestnik.smpp.SubmitSmResp;
import io.vestnik.smpp.Tlv;
import io.vestnik.smpp.Tlvs;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Long messages, in parts and whole. */
class LongMessageTests extends OpenDoor {
    private static SubmitSm part(String recipient, int reference, int total, int sequence, String text) {
        byte[] letters = text.getBytes(StandardCharsets.UTF_16BE);
        byte[] octets = ByteBuffer.allocate(6 + letters.length)
                .put(new byte[] {5, 0, 3, (byte) reference, (byte) total, (byte) sequence})
                .put(letters)
                .array();
        return Esme.message(recipient, "")
                .esmClass(EsmClass.UDHI)
                .content(8, octets)
                .submitSm();
    }

    private List<MessageView> sentTo(String recipient) {
        return pipeline.list(client.account(), new MessageFilter(null, null, recipient), null, 10)
                .items();
    }

    @Test
    void joinsThePartsOfALongMessageWhicheverWayTheyCome() throws Exception {
        try (Esme esme = fresh(BindMode.TRANSCEIVER)) {
            SubmitSmResp second = esme.submit(part("79161234581", 7, 3, 2, "б".repeat(60)));
            assertThat(second.status())
                    .as("a part is answered when it is stored")
                    .isZero();
            assertThat(sentTo("79161234581")).isEmpty();
            SubmitSmResp again = esme.submit(part("79161234581", 7, 3, 2, "б".repeat(60)));
            assertThat(again.messageId()).as("sent twice").isEqualTo(second.messageId());
            List<SubmitSmResp> rest = esme.submitAll(List.of(
                    part("79161234581", 7, 3, 1, "а".repeat(60)), part("79161234581", 7, 3, 3, "в".repeat(60))));
            assertThat(rest).allMatch(answer -> answer.status() == 0);
            assertThat(sentTo("79161234581"))
                    .singleElement()
                    .satisfies(message ->
                            assertThat(message.text()).isEqualTo("а".repeat(60) + "б".repeat(60) + "в".repeat(60)));
            await().until(() -> esme.receipts().size() == 3);
            assertThat(ids(esme.receipts()))
                    .as("a receipt for each part")
                    .containsExactlyInAnyOrder(
                            second.messageId(),
                            rest.get(0).messageId(),
                            rest.get(1).messageId());
            await().until(() -> gatherings("79161234581") == 0);
        }
    }

    @Test
    void joinsPartsBySarAndTakesAWholeTextAsPayload() throws Exception {
        try (Esme esme = fresh(BindMode.TRANSMITTER)) {
            List<SubmitSm> parts = new ArrayList<>();
            for (int i = 1; i <= 2; i++) {
                parts.add(Esme.message("79161234582", "часть " + i + ";")
                        .tlvs(new Sar(513, 2, i).beside(Tlvs.NONE))
                        .submitSm());
            }
            assertThat(esme.submitAll(parts)).allMatch(answer -> answer.status() == 0);
            assertThat(sentTo("79161234582"))
                    .singleElement()
                    .satisfies(message -> assertThat(message.text()).isEqualTo("часть 1;часть 2;"));
            esme.submit(Esme.message("79161234583", "длинно ".repeat(50)).submitSm());
            assertThat(sentTo("79161234583"))
                    .singleElement()
                    .satisfies(message -> assertThat(message.text()).isEqualTo("длинно ".repeat(50)));
        }
    }

    @Test
    void tellsThePartsThatWereTakenWhenTheMessageIsRefusedOrStaysIncomplete() throws Exception {
        try (Esme esme = fresh(BindMode.TRANSCEIVER)) {
            SubmitSm first = part("79161234584", 9, 2, 1, "раз");
            SubmitSm last = part("79161234584", 9, 2, 2, "два");
            SubmitSmResp taken = esme.submit(from("NOBODY", first));
            SubmitSmResp refused = esme.submit(from("NOBODY", last));
            assertThat(taken.status()).isZero();
            assertThat(refused.status()).isEqualTo(CommandStatus.ESME_RINVSRCADR);
            await().until(() -> esme.receipts().size() == 1);
            assertThat(ids(esme.receipts())).containsExactly(taken.messageId());
            assertThat(esme.receipts().getFirst().tlvs().integer(Tlv.MESSAGE_STATE))
                    .hasValue(8);
            SubmitSmResp alone = esme.submit(part("79161234584", 10, 2, 1, "первая"));
            SubmitSmResp other = esme.submit(part("79161234584", 10, 2, 1, "другая"));
            assertThat(other.messageId()).as("the reference comes again").isNotEqualTo(alone.messageId());
            await().until(() -> esme.receipts().size() == 2);
            assertThat(ids(esme.receipts())).last().isEqualTo(alone.messageId());
            assertThat(esme.receipts().getLast().tlvs().integer(Tlv.MESSAGE_STATE))
                    .hasValue(3);
        }
    }

    private static SubmitSm from(String sender, SubmitSm submit) {
        return MessageBuilder.message(Address.alphanumeric(sender), submit.destination())
                .esmClass(submit.esmClass())
                .registeredDelivery(submit.registeredDelivery())
                .content(submit.dataCoding(), submit.shortMessage())
                .submitSm();
    }

    private int gatherings(String recipient) {
        return jdbc.sql("SELECT count(*) FROM smppserver.gathering WHERE recipient = :recipient")
                .param("recipient", recipient)
                .query(Integer.class)
                .single();
    }
}

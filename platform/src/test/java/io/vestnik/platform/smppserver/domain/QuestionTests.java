package io.vestnik.platform.smppserver.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.billing.Billing;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.kernel.Money;
import io.vestnik.smpp.Address;
import io.vestnik.smpp.BindMode;
import io.vestnik.smpp.CancelSm;
import io.vestnik.smpp.CommandStatus;
import io.vestnik.smpp.DataSm;
import io.vestnik.smpp.DistributionList;
import io.vestnik.smpp.MessageBuilder;
import io.vestnik.smpp.Pdu;
import io.vestnik.smpp.QuerySm;
import io.vestnik.smpp.QuerySmResp;
import io.vestnik.smpp.ReplaceSm;
import io.vestnik.smpp.SubmitMultiResp;
import io.vestnik.smpp.SubmitSmResp;
import io.vestnik.smpp.Tlv;
import io.vestnik.smpp.Tlvs;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a program asks of messages that have not left, and how it changes them. */
class QuestionTests extends OpenDoor {
    private static final String TOMORROW = "000001000000000R";
    private static final Address SENDER = Address.alphanumeric("VESTNIK");

    private Esme esme;

    @BeforeEach
    void bind() throws Exception {
        esme = fresh(BindMode.TRANSCEIVER);
    }

    @AfterEach
    void leave() {
        esme.close();
    }

    private MessageBuilder later(String recipient, String text) {
        return Esme.message(recipient, text).scheduleDeliveryTime(TOMORROW);
    }

    private String scheduled(String recipient, String text) {
        SubmitSmResp answer = esme.submit(later(recipient, text).submitSm());
        assertThat(answer.status()).isZero();
        return answer.messageId();
    }

    private MessageState state(String id) {
        return pipeline.find(client.account(), new MessageId(Long.parseLong(id)))
                .orElseThrow()
                .state();
    }

    private int status(Pdu.Request request) {
        return esme.ask(request).status();
    }

    private int cancel(String id, Address source, String recipient) {
        return status(new CancelSm(0, "", id, source, Address.international(recipient)));
    }

    private ReplaceSm replace(String id, String schedule, String validity, String text) {
        return new ReplaceSm(0, id, SENDER, schedule, validity, 0, 0, text.getBytes(StandardCharsets.UTF_16BE));
    }

    @Test
    void keepsAMessageUntilItsTimeAndLetsItLiveFromThen() {
        String id = scheduled("79161236101", "потом");
        assertThat(state(id)).isEqualTo(MessageState.SCHEDULED);
        assertThat(jdbc.sql("SELECT valid_until - created_at > interval '1 day' FROM pipeline.message WHERE id = :id")
                        .param("id", Long.parseLong(id))
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(cancel(id, SENDER, "79161236101")).isZero();
    }

    @Test
    void answersOnlyForMessagesOfTheAccountFromTheSenderThatIsNamed() throws Exception {
        String id = scheduled("79161236102", "чьё");
        assertThat(esme.ask(new QuerySm(0, id, SENDER))).isInstanceOfSatisfying(QuerySmResp.class, answer -> {
            assertThat(answer.messageState()).isEqualTo(1);
            assertThat(answer.finalDate()).isEmpty();
            assertThat(answer.messageId()).isEqualTo(id);
        });
        assertThat(status(new QuerySm(0, id, Address.NONE))).isZero();
        assertThat(status(new QuerySm(0, id, Address.alphanumeric("OTHER")))).isEqualTo(CommandStatus.ESME_RQUERYFAIL);
        assertThat(status(new QuerySm(0, "77", SENDER))).isEqualTo(CommandStatus.ESME_RINVMSGID);
        assertThat(status(new QuerySm(0, "xyz", SENDER))).isEqualTo(CommandStatus.ESME_RINVMSGID);
        assertThat(cancel(id, Address.alphanumeric("OTHER"), "79161236102")).isEqualTo(CommandStatus.ESME_RCANCELFAIL);
        assertThat(cancel("77", SENDER, "79161236102")).isEqualTo(CommandStatus.ESME_RINVMSGID);
        assertThat(cancel(id, SENDER, "")).isZero();
    }

    @Test
    void givesTheMoneyBackForWhatIsCancelled() {
        Billing billing = context.getBean(Billing.class);
        Money before = billing.balance(client.account()).available();
        String id = scheduled("79161236103", "дорого");
        assertThat(billing.balance(client.account()).available()).isNotEqualTo(before);
        assertThat(cancel(id, SENDER, "79161236103")).isZero();
        assertThat(state(id)).isEqualTo(MessageState.CANCELLED);
        assertThat(billing.balance(client.account()).available()).isEqualTo(before);
    }

    @Test
    void cancelsAllThatWaitBetweenTwoEndsWhereNoIdIsNamed() {
        String first = scheduled("79161236104", "один");
        String second = scheduled("79161236104", "два");
        String other = scheduled("79161236105", "другому");
        assertThat(cancel("", SENDER, "79161236104")).isZero();
        assertThat(List.of(state(first), state(second))).containsOnly(MessageState.CANCELLED);
        assertThat(state(other)).isEqualTo(MessageState.SCHEDULED);
        assertThat(cancel("", SENDER, "79161236104")).isEqualTo(CommandStatus.ESME_RCANCELFAIL);
        assertThat(cancel("", SENDER, "79161236105")).isZero();
    }

    @Test
    void replacesTextAndTimes() {
        String id = scheduled("79161236106", "было");
        assertThat(status(replace(id, "", "", "стало"))).isZero();
        assertThat(status(replace(id, "000002000000000R", "000003000000000R", "")))
                .isZero();
        assertThat(status(replace(id, "000003000000000R", "000002000000000R", "")))
                .isEqualTo(CommandStatus.ESME_RINVEXPIRY);
        assertThat(status(replace(id, "200101000000000+", "", ""))).isEqualTo(CommandStatus.ESME_RINVSCHED);
        assertThat(status(replace(id, "", "nonsense", ""))).isEqualTo(CommandStatus.ESME_RINVEXPIRY);
        assertThat(status(replace(id, "", "", "длинно ".repeat(15)))).isEqualTo(CommandStatus.ESME_RREPLACEFAIL);
        assertThat(status(replace("77", "", "", "чужое"))).isEqualTo(CommandStatus.ESME_RINVMSGID);
        assertThat(jdbc.sql("SELECT due_at > now() + interval '47 hours' FROM pipeline.waiting WHERE message = :id")
                        .param("id", Long.parseLong(id))
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(pipeline.find(client.account(), new MessageId(Long.parseLong(id)))
                        .orElseThrow()
                        .text())
                .isEqualTo("стало");
        assertThat(cancel(id, SENDER, "")).isZero();
        assertThat(status(replace(id, "", "", "поздно"))).isEqualTo(CommandStatus.ESME_RREPLACEFAIL);
    }

    @Test
    void putsAMessageInPlaceOfThoseThatWaitWhereItIsAskedTo() {
        String old = scheduled("79161236107", "старое");
        String fresh = esme.submit(
                        later("79161236107", "новое").replaceIfPresent(1).submitSm())
                .messageId();
        assertThat(state(old)).isEqualTo(MessageState.CANCELLED);
        assertThat(state(fresh)).isEqualTo(MessageState.SCHEDULED);
        assertThat(cancel(fresh, SENDER, "")).isZero();
    }

    @Test
    void refusesListsAndAnswersForEachDestinationOfItsOwn() {
        var multi = later("79161236108", "всем")
                .submitMulti(List.of(
                        Address.international("79161236108"),
                        new DistributionList("friends"),
                        Address.international("79161236109")));
        SubmitMultiResp answer = (SubmitMultiResp) esme.ask(multi);
        assertThat(answer.status()).isZero();
        assertThat(answer.unsuccessful()).singleElement().satisfies(refused -> {
            assertThat(refused.destination().digits()).isEqualTo("friends");
            assertThat(refused.status()).isEqualTo(CommandStatus.ESME_RINVDLNAME);
        });
        assertThat(cancel("", SENDER, "79161236108")).isZero();
        assertThat(cancel("", SENDER, "79161236109")).isZero();

        SubmitMultiResp nobody =
                (SubmitMultiResp) esme.ask(later("1", "никому").submitMulti(List.of(new DistributionList("friends"))));
        assertThat(nobody.status()).isEqualTo(CommandStatus.ESME_RINVDLNAME);
        assertThat(nobody.messageId()).isEmpty();
    }

    @Test
    void takesDataSmOnlyWithItsText() {
        Address to = Address.international("79161236110");
        assertThat(status(new DataSm(0, "", SENDER, to, 0, 0, 8, Tlvs.NONE)))
                .isEqualTo(CommandStatus.ESME_RMISSINGOPTPARAM);
        Tlvs text = Tlvs.NONE.with(Tlv.MESSAGE_PAYLOAD, "да".getBytes(StandardCharsets.UTF_16BE));
        assertThat(status(new DataSm(0, "", SENDER, to, 0, 0, 8, text.withInt(Tlv.QOS_TIME_TO_LIVE, 600))))
                .isZero();
        assertThat(status(new DataSm(0, "", SENDER, to, 0, 0, 8, text.withOctet(Tlv.QOS_TIME_TO_LIVE, 1))))
                .isEqualTo(CommandStatus.ESME_RINVPARLEN);
        Address endless = new Address(1, 1, "7".repeat(40));
        assertThat(status(new DataSm(0, "", SENDER, endless, 0, 0, 8, text))).isEqualTo(CommandStatus.ESME_RINVDSTADR);
    }
}

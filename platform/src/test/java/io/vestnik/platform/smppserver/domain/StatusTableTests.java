package io.vestnik.platform.smppserver.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.smpp.Address;
import io.vestnik.smpp.BindMode;
import io.vestnik.smpp.CancelSm;
import io.vestnik.smpp.CommandStatus;
import io.vestnik.smpp.DataSm;
import io.vestnik.smpp.DistributionList;
import io.vestnik.smpp.EsmClass;
import io.vestnik.smpp.MessageBuilder;
import io.vestnik.smpp.Pdu;
import io.vestnik.smpp.QuerySm;
import io.vestnik.smpp.ReplaceSm;
import io.vestnik.smpp.Sar;
import io.vestnik.smpp.SubmitMultiResp;
import io.vestnik.smpp.Tlv;
import io.vestnik.smpp.Tlvs;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What is wrong, and the status that says so (SMPP 3.4 §5.1.3): the rows of the tables of refusals in docs/api/smpp.md, through the door. */
class StatusTableTests extends OpenDoor {
    private static final String PHONE = "79161239001";
    private static final Address TO = Address.international(PHONE);
    private static final Address NAME = Address.alphanumeric("VESTNIK");
    private static final String TOMORROW = "000001000000000R";
    private static final byte[] TEXT = "да".getBytes(StandardCharsets.UTF_16BE);

    /** By what is asked: what the answer has to be. */
    private final Map<String, Pdu.Request> asked = new LinkedHashMap<>();

    private final Map<String, String> expected = new LinkedHashMap<>();

    private void row(String what, int status, Pdu.Request request) {
        asked.put(what, request);
        expected.put(what, CommandStatus.name(status));
    }

    private void submit(String what, int status, UnaryOperator<MessageBuilder> change) {
        row(what, status, change.apply(Esme.message(PHONE, "да")).submitSm());
    }

    private void between(String what, int status, Address source, Address destination) {
        row(
                what,
                status,
                MessageBuilder.message(source, destination).content(8, TEXT).submitSm());
    }

    private void answersAsExpected() throws Exception {
        Map<String, String> answers = new LinkedHashMap<>();
        try (Esme esme = fresh(BindMode.TRANSCEIVER)) {
            asked.forEach((what, request) ->
                    answers.put(what, CommandStatus.name(esme.ask(request).status())));
        }
        assertThat(answers).containsExactlyEntriesOf(expected);
    }

    @Test
    void refusesEndsOfAMessage() throws Exception {
        between("a sender of nobody's", CommandStatus.ESME_RINVSRCADR, Address.alphanumeric("NOBODY"), TO);
        between("an unknown type of source", CommandStatus.ESME_RINVSRCTON, new Address(7, 0, "VESTNIK"), TO);
        between("an unknown plan of source", CommandStatus.ESME_RINVSRCNPI, new Address(5, 2, "VESTNIK"), TO);
        between("an unknown type of destination", CommandStatus.ESME_RINVDSTTON, NAME, new Address(7, 1, PHONE));
        between("a name as destination", CommandStatus.ESME_RINVDSTTON, NAME, Address.alphanumeric("FRIEND"));
        between("an unknown plan of destination", CommandStatus.ESME_RINVDSTNPI, NAME, new Address(1, 2, PHONE));
        between("no number", CommandStatus.ESME_RINVDSTADR, NAME, Address.international("12"));
        between("no destination", CommandStatus.ESME_RINVDSTADR, NAME, Address.NONE);
        between("letters", CommandStatus.ESME_RINVDSTADR, NAME, Address.international("seven"));
        answersAsExpected();
    }

    @Test
    void refusesFieldsThatSayWhatIsNot() throws Exception {
        submit("USSD", CommandStatus.ESME_RINVSERTYP, it -> it.serviceType("USSD"));
        submit("a receipt", CommandStatus.ESME_RINVESMCLASS, it -> it.esmClass(0x04));
        submit("a header that is none", CommandStatus.ESME_RINVESMCLASS, it -> it.esmClass(EsmClass.UDHI));
        submit("a fourth priority", CommandStatus.ESME_RINVPRTFLG, it -> it.priority(4));
        submit("a flag of 2", CommandStatus.ESME_RINVREPFLAG, it -> it.replaceIfPresent(2));
        submit("reserved wishes", CommandStatus.ESME_RINVREGDLVFLG, it -> it.registeredDelivery(0x20));
        submit("both wishes", CommandStatus.ESME_RINVREGDLVFLG, it -> it.registeredDelivery(3));
        submit("a predefined text", CommandStatus.ESME_RINVDFTMSGID, it -> it.defaultMessageId(1));
        submit("no time to leave", CommandStatus.ESME_RINVSCHED, it -> it.scheduleDeliveryTime("tomorrow"));
        submit("a time that is over", CommandStatus.ESME_RINVSCHED, it -> it.scheduleDeliveryTime("200101000000000+"));
        submit("too far ahead", CommandStatus.ESME_RINVSCHED, it -> it.scheduleDeliveryTime("000131000000000R"));
        submit("no term", CommandStatus.ESME_RINVEXPIRY, it -> it.validityPeriod("for ever"));
        submit("a term that is over", CommandStatus.ESME_RINVEXPIRY, it -> it.validityPeriod("200101000000000+"));
        submit(
                "over before it leaves",
                CommandStatus.ESME_RINVEXPIRY,
                it -> it.scheduleDeliveryTime(TOMORROW).validityPeriod("000000010000000R"));
        answersAsExpected();
    }

    @Test
    void refusesTextsAndParametersThatCannotBe() throws Exception {
        submit("no text", CommandStatus.ESME_RINVMSGLEN, it -> it.content(8, new byte[0]));
        submit("half a character", CommandStatus.ESME_RINVMSGLEN, it -> it.content(8, new byte[] {4, 0x30, 4}));
        submit("eleven parts", CommandStatus.ESME_RINVMSGLEN, it -> it.content(8, wide("ы".repeat(67 * 10 + 1))));
        submit("twenty-one parts", CommandStatus.ESME_RINVMSGLEN, it -> it.tlvs(new Sar(1, 21, 1).beside(Tlvs.NONE)));
        submit("nought", CommandStatus.ESME_RSUBMITFAIL, it -> it.content(8, wide("\0")));
        submit("half a pair", CommandStatus.ESME_RSUBMITFAIL, it -> it.content(8, new byte[] {(byte) 0xD8, 0x3D}));
        submit("an unknown coding", CommandStatus.ESME_RSUBMITFAIL, it -> it.content(13, TEXT));
        submit(
                "text and payload",
                CommandStatus.ESME_ROPTPARNOTALLWD,
                it -> it.tlvs(Tlvs.NONE.with(Tlv.MESSAGE_PAYLOAD, TEXT)));
        submit(
                "one of three about parts",
                CommandStatus.ESME_RINVOPTPARAMVAL,
                it -> it.tlvs(Tlvs.NONE.withShort(Tlv.SAR_MSG_REF_NUM, 7)));
        submit(
                "the third of two",
                CommandStatus.ESME_RINVOPTPARAMVAL,
                it -> it.tlvs(Tlvs.NONE
                        .withShort(Tlv.SAR_MSG_REF_NUM, 7)
                        .withOctet(Tlv.SAR_TOTAL_SEGMENTS, 2)
                        .withOctet(Tlv.SAR_SEGMENT_SEQNUM, 3)));
        submit(
                "a reference of one octet",
                CommandStatus.ESME_RINVPARLEN,
                it -> it.tlvs(Tlvs.NONE.withOctet(Tlv.USER_MESSAGE_REFERENCE, 7)));
        submit(
                "a part in place of others",
                CommandStatus.ESME_RINVREPFLAG,
                it -> it.replaceIfPresent(1).tlvs(new Sar(2, 2, 1).beside(Tlvs.NONE)));
        row(
                "data_sm without its text",
                CommandStatus.ESME_RMISSINGOPTPARAM,
                new DataSm(0, "", NAME, TO, 0, 0, 8, Tlvs.NONE));
        answersAsExpected();
    }

    @Test
    void refusesQuestionsAboutWhatIsNotThere() throws Exception {
        row("query of nothing", CommandStatus.ESME_RINVMSGID, new QuerySm(0, "", NAME));
        row("query of a word", CommandStatus.ESME_RINVMSGID, new QuerySm(0, "abc", NAME));
        row("query of a stranger", CommandStatus.ESME_RINVMSGID, new QuerySm(0, "17", NAME));
        row("cancel of a stranger", CommandStatus.ESME_RINVMSGID, new CancelSm(0, "", "17", NAME, TO));
        row("cancel of what is not", CommandStatus.ESME_RCANCELFAIL, new CancelSm(0, "", "", NAME, TO));
        row("cancel to nobody", CommandStatus.ESME_RCANCELFAIL, new CancelSm(0, "", "", NAME, Address.NONE));
        row("cancel of a service", CommandStatus.ESME_RINVSERTYP, new CancelSm(0, "WAP", "", NAME, TO));
        row("replace of a stranger", CommandStatus.ESME_RINVMSGID, new ReplaceSm(0, "17", NAME, "", "", 0, 0, TEXT));
        answersAsExpected();
    }

    @Test
    void namesWhoWasRefusedAmongMany() throws Exception {
        try (Esme esme = fresh(BindMode.TRANSCEIVER)) {
            SubmitMultiResp answer = (SubmitMultiResp) esme.ask(Esme.message(PHONE, "всем")
                    .submitMulti(List.of(new DistributionList("friends"), Address.international("12"))));
            assertThat(answer.unsuccessful().stream()
                            .map(one -> CommandStatus.name(one.status()))
                            .toList())
                    .containsExactlyInAnyOrder("ESME_RINVDLNAME", "ESME_RINVDSTADR");
            assertThat(CommandStatus.name(answer.status()))
                    .as("nobody, for different reasons")
                    .isEqualTo("ESME_RSUBMITFAIL");
            SubmitMultiResp parts = (SubmitMultiResp) esme.ask(Esme.message(PHONE, "часть")
                    .tlvs(new Sar(3, 2, 1).beside(Tlvs.NONE))
                    .submitMulti(List.of(TO)));
            assertThat(CommandStatus.name(parts.status())).isEqualTo("ESME_RINVESMCLASS");
        }
    }

    private static byte[] wide(String text) {
        return text.getBytes(StandardCharsets.UTF_16BE);
    }
}

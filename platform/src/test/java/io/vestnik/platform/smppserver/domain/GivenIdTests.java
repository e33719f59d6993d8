package io.vestnik.platform.smppserver.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vestnik.platform.accounts.SignIns;
import io.vestnik.platform.billing.Billing;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.pipeline.MessageFilter;
import io.vestnik.platform.pipeline.MessageView;
import io.vestnik.platform.smppserver.domain.GatheringStore.Gathered;
import io.vestnik.platform.store.Pool;
import io.vestnik.platform.store.Transactions;
import io.vestnik.smpp.Address;
import io.vestnik.smpp.BindMode;
import io.vestnik.smpp.CancelSm;
import io.vestnik.smpp.CommandStatus;
import io.vestnik.smpp.Destination;
import io.vestnik.smpp.EsmClass;
import io.vestnik.smpp.MessageBuilder;
import io.vestnik.smpp.Pdu;
import io.vestnik.smpp.QuerySm;
import io.vestnik.smpp.QuerySmResp;
import io.vestnik.smpp.ReplaceSm;
import io.vestnik.smpp.SubmitMultiResp;
import io.vestnik.smpp.SubmitSm;
import io.vestnik.smpp.SubmitSmResp;
import io.vestnik.smpp.Tlv;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Every id that was given out is known again: those of parts, and the one of many messages. */
class GivenIdTests extends OpenDoor {
    private static final String TOMORROW = "000001000000000R";
    private static final Address SENDER = Address.alphanumeric("VESTNIK");
    private static final int ENROUTE = 1;
    private static final int DELIVERED = 2;
    private static final int DELETED = 4;

    @Autowired
    private GatheringStore store;

    @Autowired
    private GatheredEnds ends;

    @Autowired
    private Transactions transactions;

    @Autowired
    private Clock clock;

    private Esme esme;

    @BeforeEach
    void bind() throws Exception {
        esme = fresh(BindMode.TRANSCEIVER);
    }

    @AfterEach
    void leave() {
        esme.close();
    }

    private SubmitSm part(String recipient, int total, int sequence, String schedule) {
        byte[] letters = "ы".repeat(60).getBytes(StandardCharsets.UTF_16BE);
        byte[] octets = ByteBuffer.allocate(6 + letters.length)
                .put(new byte[] {5, 0, 3, 77, (byte) total, (byte) sequence})
                .put(letters)
                .array();
        return Esme.message(recipient, "")
                .esmClass(EsmClass.UDHI)
                .content(8, octets)
                .scheduleDeliveryTime(schedule)
                .submitSm();
    }

    private List<String> inParts(String recipient, String schedule) {
        List<SubmitSmResp> answers =
                esme.submitAll(List.of(part(recipient, 2, 1, schedule), part(recipient, 2, 2, schedule)));
        assertThat(answers).allMatch(Pdu.Response::ok);
        List<String> ids = answers.stream().map(SubmitSmResp::messageId).toList();
        await("until it is known as a whole").until(() -> sentTo(recipient).size() == 1);
        return ids;
    }

    private List<MessageView> sentTo(String recipient) {
        return pipeline.list(client.account(), new MessageFilter(null, null, recipient), null, 10)
                .items();
    }

    private QuerySmResp query(String id) {
        return (QuerySmResp) esme.ask(new QuerySm(0, id, SENDER));
    }

    private int cancel(String id) {
        return esme.ask(new CancelSm(0, "", id, SENDER, Address.NONE)).status();
    }

    private int replace(String id) {
        return esme.ask(new ReplaceSm(0, id, SENDER, "", "", 0, 0, "иначе".getBytes(StandardCharsets.UTF_16BE)))
                .status();
    }

    private String toMany(List<String> recipients, UnaryOperator<MessageBuilder> how) {
        SubmitMultiResp answer = (SubmitMultiResp) esme.ask(how.apply(Esme.message(recipients.getFirst(), "всем"))
                .submitMulti(recipients.stream()
                        .<Destination>map(Address::international)
                        .toList()));
        assertThat(answer.status()).isZero();
        return answer.messageId();
    }

    /** A program of another account. */
    private Esme stranger() throws Exception {
        Systems.Answer.Given given = (Systems.Answer.Given) systems.create(
                SignIns.who("partner", context), "strange" + System.nanoTime() % 1_000_000, SystemTerms.USUAL);
        return bind(given, BindMode.TRANSCEIVER);
    }

    @Test
    void answersForAPartAsForItsWholeMessage() {
        List<String> ids = inParts("79161237101", "");
        await().until(() -> query(ids.getFirst()).messageState() == DELIVERED);
        QuerySmResp last = query(ids.getLast());
        assertThat(last.messageState()).isEqualTo(DELIVERED);
        assertThat(last.messageId()).isEqualTo(ids.getLast());
        assertThat(last.finalDate()).isNotEmpty();
        assertThat(cancel(ids.getFirst())).isEqualTo(CommandStatus.ESME_RCANCELFAIL);
        long third = Long.parseLong(ids.getLast()) + 1;
        assertThat(query(Long.toString(third)).status())
                .as("a part that never was")
                .isEqualTo(CommandStatus.ESME_RINVMSGID);
    }

    @Test
    void takesTheWholeMessageBackByAnyPartWithItsMoney() {
        Billing billing = context.getBean(Billing.class);
        Money before = billing.balance(client.account()).available();
        List<String> ids = inParts("79161237102", TOMORROW);
        assertThat(billing.balance(client.account()).available()).isNotEqualTo(before);
        assertThat(query(ids.getFirst()).messageState()).isEqualTo(ENROUTE);
        assertThat(replace(ids.getFirst())).as("a part").isEqualTo(CommandStatus.ESME_RREPLACEFAIL);

        assertThat(cancel(ids.getLast())).isZero();

        assertThat(sentTo("79161237102")).extracting(MessageView::state).containsExactly(MessageState.CANCELLED);
        assertThat(billing.balance(client.account()).available()).isEqualTo(before);
        assertThat(query(ids.getFirst()).messageState()).isEqualTo(DELETED);
        await().until(() -> esme.receipts().size() == 2);
        assertThat(ids(esme.receipts())).containsExactlyInAnyOrderElementsOf(ids);
    }

    @Test
    void takesAMessageBackOfWhichPartsAreMissing() {
        String id = esme.submit(part("79161237103", 3, 2, "")).messageId();
        assertThat(query(id).messageState()).isEqualTo(ENROUTE);
        assertThat(query(Long.toString(Long.parseLong(id) + 1)).status())
                .as("a part that has not come")
                .isEqualTo(CommandStatus.ESME_RINVMSGID);
        assertThat(replace(id)).isEqualTo(CommandStatus.ESME_RREPLACEFAIL);
        assertThat(esme.ask(new CancelSm(0, "", id, Address.alphanumeric("OTHER"), Address.NONE))
                        .status())
                .isEqualTo(CommandStatus.ESME_RCANCELFAIL);

        assertThat(cancel(id)).isZero();

        await().until(() -> esme.receipts().size() == 1);
        assertThat(ids(esme.receipts())).containsExactly(id);
        assertThat(esme.receipts().getFirst().tlvs().integer(Tlv.MESSAGE_STATE)).hasValue(DELETED);
        assertThat(cancel(id)).isEqualTo(CommandStatus.ESME_RINVMSGID);
        assertThat(sentTo("79161237103")).isEmpty();
    }

    @Test
    void endsWhatIsTakenBackNoSecondTime() {
        String first = esme.submit(part("79161237111", 2, 1, "")).messageId();
        String second = esme.submit(part("79161237112", 2, 1, "")).messageId();
        Gathered taken = open(first);
        Gathered left = open(second);
        assertThat(cancel(first)).isZero();
        ends.giveUp(taken);
        ends.giveUp(left);
        ends.giveUp(left);
        String third = esme.submit(part("79161237113", 2, 1, "")).messageId();
        ends.giveUp(open(third)); // written after those before
        await().until(() -> ids(esme.receipts()).contains(third));
        assertThat(ids(esme.receipts())).containsExactly(first, second, third);
    }

    @Test
    void leavesALateOneThatIsWholeByNow() {
        long system = given(SystemTerms.USUAL).id();
        Gathered whole = transactions.call(
                Pool.HOT,
                () -> store.put(List.of(cut(system, 1), cut(system, 2)), clock.instant())
                        .whole()
                        .getFirst());
        Set<Long> it = Set.of(whole.id());
        assertThat(store.forget(it, it)).isEmpty();
        assertThat(store.forget(it, Set.of())).isEqualTo(it);
        assertThat(store.forget(it, Set.of())).as("it is gone").isEmpty();
    }

    @Test
    void takesBackOfEachAccountWhatIsItsOwn() {
        Set<Long> it = Set.of(
                open(esme.submit(part("79161237115", 2, 1, "")).messageId()).id());
        AccountId other = SignIns.who("partner", context).account();
        assertThat(transactions.call(Pool.HOT, () -> ends.cancel(Map.of(other, it))))
                .isEmpty();
        assertThat(transactions.call(Pool.HOT, () -> ends.cancel(Map.of(client.account(), it, other, it))))
                .isEqualTo(it);
    }

    private Gathered open(String part) {
        long gathering =
                GivenId.read(part).map(GivenId.OfPart.class::cast).orElseThrow().gathering();
        return store.open(client.account(), Set.of(gathering)).getFirst();
    }

    /** One of two parts. */
    private GatheringStore.Incoming cut(long system, int part) {
        return new GatheringStore.Incoming(
                system,
                "VESTNIK",
                "79161237114",
                new GatheringStore.Place(1, 2, part),
                "да",
                0,
                new GatheringStore.Term(60, null, false));
    }

    @Test
    void knowsManyByTheIdThatTheyShare() {
        List<String> people = List.of("79161237104", "79161237105", "79161237106");
        String waiting = toMany(people, message -> message.scheduleDeliveryTime(TOMORROW));
        String gone = toMany(people, message -> message);
        await().until(() -> query(gone).messageState() == DELIVERED);
        assertThat(query(gone).finalDate()).isNotEmpty();
        assertThat(cancel(gone)).isEqualTo(CommandStatus.ESME_RCANCELFAIL);
        assertThat(query(waiting).messageState()).isEqualTo(ENROUTE);
        assertThat(replace(waiting)).isEqualTo(CommandStatus.ESME_RREPLACEFAIL);

        assertThat(cancel(waiting)).isZero();

        assertThat(query(waiting).messageState()).isEqualTo(DELETED);
        assertThat(people)
                .allSatisfy(person -> assertThat(sentTo(person))
                        .extracting(MessageView::state)
                        .containsExactlyInAnyOrder(MessageState.CANCELLED, MessageState.DELIVERED));
    }

    @Test
    void isOnTheWayWhileOneOfManyIs() {
        List<String> people = List.of("79161237107", "79161237108");
        String id = toMany(people, message -> message.scheduleDeliveryTime(TOMORROW));
        assertThat(esme.ask(new CancelSm(0, "CMT", "", SENDER, Address.international("79161237107")))
                        .status())
                .isZero();
        assertThat(query(id).messageState()).isEqualTo(ENROUTE);
        assertThat(cancel(id)).isZero();
        assertThat(query(id).messageState()).isEqualTo(DELETED);
    }

    @Test
    void tellsNothingToOtherAccounts() throws Exception {
        List<String> parts = inParts("79161237109", TOMORROW);
        String open = esme.submit(part("79161237110", 2, 1, "")).messageId();
        String many = toMany(List.of("79161237111", "79161237112"), message -> message.scheduleDeliveryTime(TOMORROW));
        List<String> ids = List.of(parts.getFirst(), open, many);
        try (Esme stranger = stranger()) {
            for (String id : ids) {
                assertThat(stranger.ask(new QuerySm(0, id, Address.NONE)).status())
                        .isEqualTo(CommandStatus.ESME_RINVMSGID);
                assertThat(stranger.ask(new CancelSm(0, "", id, Address.NONE, Address.NONE))
                                .status())
                        .isEqualTo(CommandStatus.ESME_RINVMSGID);
            }
        }
        assertThat(ids).allSatisfy(id -> assertThat(cancel(id)).isZero());
    }

    @Test
    void cancelsBetweenTwoEndsOnlyWhereNoServiceIsNamedThatWeDoNotTell() {
        String id = esme.submit(Esme.message("79161237113", "служба")
                        .scheduleDeliveryTime(TOMORROW)
                        .submitSm())
                .messageId();
        Address to = Address.international("79161237113");
        assertThat(esme.ask(new CancelSm(0, "NEWS", "", SENDER, to)).status()).isEqualTo(CommandStatus.ESME_RINVSERTYP);
        assertThat(query(id).messageState()).isEqualTo(ENROUTE);
        assertThat(esme.ask(new CancelSm(0, "NEWS", id, SENDER, to)).status())
                .as("an id says enough")
                .isZero();
    }

    @Test
    void answersNumbersThatWereNeverGivenAndThoseBesideThem() {
        for (String id :
                List.of("999999999999999999", "9223372036854775807", "1152921504606846977", "2305843009213693954")) {
            assertThat(query(id).status()).isEqualTo(CommandStatus.ESME_RINVMSGID);
        }
    }
}

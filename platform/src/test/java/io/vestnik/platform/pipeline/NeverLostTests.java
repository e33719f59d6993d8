package io.vestnik.platform.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vestnik.platform.channels.smpp.ScriptedSmsc;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.kernel.Money;
import io.vestnik.smpp.Address;
import io.vestnik.smpp.CommandStatus;
import io.vestnik.smpp.DataCoding;
import io.vestnik.smpp.DeliverSm;
import io.vestnik.smpp.EsmClass;
import io.vestnik.smpp.MessageBuilder;
import io.vestnik.smpp.Pdu;
import io.vestnik.smpp.SubmitSm;
import io.vestnik.smpp.Tlv;
import io.vestnik.smpp.Tlvs;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What a network may do to messages and receipts, over real sockets and a real database: nothing is lost or sent twice. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NeverLostTests extends PathScene {
    private static final ScriptedSmsc SMSC = new ScriptedSmsc();
    private static final int WINDOW = 20;
    /** A few complaints: each halves what is in flight, and the rest after each grows to seconds. */
    private static final int STORM = 16;

    private static final AtomicInteger NEXT = new AtomicInteger();

    private final Map<String, SubmitSm> taken = new ConcurrentHashMap<>();

    @DynamicPropertySource
    static void route(DynamicPropertyRegistry registry) {
        registry.add(
                "vestnik.route.main",
                () -> "smpp://vestnik:secret@127.0.0.1:" + SMSC.port() + "?ids=learn&query=off&window=" + WINDOW);
    }

    @BeforeEach
    void takeEverything() {
        SMSC.answering((_, _, submit) -> taken(submit));
    }

    @AfterEach
    void theLedgerIsExact() {
        assertThat(billing.check().faults()).isEmpty();
    }

    @AfterAll
    static void endTheNetwork() {
        SMSC.close();
    }

    private Pdu.Response taken(SubmitSm submit) {
        taken.put(submit.destination().digits(), submit);
        return submit.accepted("n-" + submit.destination().digits());
    }

    private static String recipient() {
        return Long.toString(79_165_000_000L + NEXT.incrementAndGet());
    }

    private static DeliverSm receipt(String id, String recipient, String word) {
        String text =
                "id:" + id + " sub:001 dlvrd:001 submit date:2611221200 done date:2611221200 stat:" + word + " err:000";
        return MessageBuilder.message(Address.international(recipient), Address.alphanumeric("VESTNIK"))
                .esmClass(EsmClass.RECEIPT)
                .content(0, text.getBytes(StandardCharsets.US_ASCII))
                .deliverSm();
    }

    private static DeliverSm echoing(DeliverSm receipt, SubmitSm submit) {
        int reference = submit.tlvs().integer(Tlv.USER_MESSAGE_REFERENCE).orElseThrow();
        return MessageBuilder.message(receipt.source(), receipt.destination())
                .esmClass(EsmClass.RECEIPT)
                .content(0, receipt.content())
                .tlvs(Tlvs.NONE.withShort(Tlv.USER_MESSAGE_REFERENCE, reference))
                .deliverSm();
    }

    private static long submitsTo(String recipient) {
        return SMSC.seen().stream()
                .filter(one -> one.submit().destination().digits().equals(recipient))
                .count();
    }

    @Test
    void takesAReceiptThatComesBeforeTheAnswer() {
        SMSC.answering((network, _, submit) -> {
            String to = submit.destination().digits();
            network.deliver(receipt("n-" + to, to, "DELIVRD"));
            return taken(submit);
        });

        awaitState(send(recipient(), "Раньше"), MessageState.DELIVERED);
    }

    @Test
    void takesAReceiptThatComesLongAfterItsMessageWasGivenUp() {
        String to = recipient();
        MessageId id = send(to, "Поздно");
        awaitState(id, MessageState.SENT);
        jdbc.sql("UPDATE pipeline.message SET valid_until = clock_timestamp() - interval '1 hour' WHERE id = :id")
                .param("id", id.value())
                .update();
        await().until(() -> stateOf(id) == MessageState.EXPIRED);

        SMSC.deliver(receipt("n-" + to, to, "DELIVRD"));

        awaitState(id, MessageState.DELIVERED);
    }

    @Test
    void leavesAPersonInPeaceWhoseWordTheNetworkBringsTwice() {
        String to = recipient();
        String number = "79035550177";
        MessageId id = accepted(
                        pipeline.accept(List.of(message(number, to, "Скидки"))).join())
                .getFirst();
        awaitState(id, MessageState.SENT);
        await().until(() -> jdbc.sql("SELECT count(*) FROM pipeline.written WHERE message = :id")
                        .param("id", id.value())
                        .query(Integer.class)
                        .single()
                == 1);
        int answers = SMSC.answers().size();
        DeliverSm word = MessageBuilder.message(Address.international(to), Address.international(number))
                .content(DataCoding.UCS2, "Стоп".getBytes(StandardCharsets.UTF_16BE))
                .deliverSm();

        SMSC.deliver(word);
        SMSC.deliver(word);

        await().until(() -> SMSC.answers().size() == answers + 2);
        assertThat(SMSC.answers().subList(answers, answers + 2))
                .allMatch(answer -> answer.response().status() == CommandStatus.ESME_ROK);
        assertThat(jdbc.sql("SELECT count(*) FROM pipeline.inbound WHERE phone = :phone AND answers = :id AND wish = 1")
                        .param("phone", to)
                        .param("id", id.value())
                        .query(Integer.class)
                        .single())
                .as("a wish is taken each time: the last word counts")
                .isEqualTo(2);
        assertThat(pipeline.accept(List.of(message(number, to, "Ещё скидки"))).join())
                .containsExactly(new Acceptance.Refused(Acceptance.Reason.STOPPED));
    }

    @Test
    void takesAReceiptThatComesTwiceOnce() {
        String to = recipient();
        Money before = billing.balance(CLIENT).available();
        MessageId id = send(to, "Дважды");
        awaitState(id, MessageState.SENT);
        int answers = SMSC.answers().size();

        SMSC.deliver(receipt("n-" + to, to, "DELIVRD"));
        SMSC.deliver(receipt("n-" + to, to, "DELIVRD"));

        await().until(() -> SMSC.answers().size() == answers + 2);
        assertThat(stateOf(id)).isEqualTo(MessageState.DELIVERED);
        assertThat(billing.balance(CLIENT).available()).isEqualTo(before.minus(Money.of("3.50")));
        assertThat(jdbc.sql("SELECT count(*) FROM pipeline.message_event WHERE message = :id AND to_state = 8")
                        .param("id", id.value())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void keepsAReceiptForNoMessageAndTellsTheNetworkThatItHasIt() {
        int answers = SMSC.answers().size();
        String nobody = recipient();

        SMSC.deliver(receipt("no-such-id", nobody, "DELIVRD"));

        await().until(() -> SMSC.answers().size() == answers + 1);
        assertThat(SMSC.answers().getLast().response().status()).isEqualTo(CommandStatus.ESME_ROK);
        assertThat(jdbc.sql("SELECT upstream_id FROM pipeline.parked_receipt WHERE recipient = :nobody")
                        .param("nobody", nobody)
                        .query((row, _) -> row.getString(1))
                        .list())
                .containsExactly("no-such-id");
    }

    /** The answer's id and the receipt's, with digits that differ for each message. */
    @ParameterizedTest
    @CsvSource({"a1f%05x, hex", "AB%05X, case", "0000%05d, zeros", "77%05d, decimal"})
    void takesAReceiptWhoseIdIsWrittenOtherwise(String pattern, String how) {
        Map<String, String> ids = new ConcurrentHashMap<>();
        SMSC.answering((_, _, submit) -> {
            String to = submit.destination().digits();
            String id = String.format(pattern, Long.parseLong(to) % 90_000 + 10_000);
            ids.put(to, id);
            return submit.accepted(id);
        });
        List<String> recipients =
                IntStream.range(0, 5).mapToObj(_ -> recipient()).toList();
        List<MessageId> sent = recipients.stream().map(to -> send(to, "Иначе")).toList();
        sent.forEach(id -> awaitState(id, MessageState.SENT));

        recipients.forEach(to -> SMSC.deliver(receipt(otherwise(String.valueOf(ids.get(to)), how), to, "DELIVRD")));

        sent.forEach(id -> awaitState(id, MessageState.DELIVERED));
    }

    private static String otherwise(String id, String how) {
        return switch (how) {
            case "hex" -> Long.toString(Long.parseLong(id, 16));
            case "case" -> id.toLowerCase(Locale.ROOT);
            case "zeros" -> Long.toString(Long.parseLong(id));
            case "decimal" -> Long.toHexString(Long.parseLong(id));
            default -> throw new IllegalArgumentException(how);
        };
    }

    @Test
    void sendsNothingTwiceWhenAnswersAreLostAfterTheSubmit() {
        SMSC.answering((_, _, submit) -> {
            taken.put(submit.destination().digits(), submit);
            return null;
        });
        List<String> recipients =
                IntStream.range(0, 10).mapToObj(_ -> recipient()).toList();
        List<MessageId> ids =
                recipients.stream().map(to -> send(to, "Без ответа")).toList();
        await().until(() -> taken.size() == 10);

        SMSC.cut();
        ids.forEach(id -> awaitState(id, MessageState.IN_DOUBT));
        takeEverything();
        awaitUp();
        recipients.forEach(to -> SMSC.deliver(echoing(receipt("lost-" + to, to, "DELIVRD"), submitTo(to))));

        ids.forEach(id -> awaitState(id, MessageState.DELIVERED));
        assertThat(recipients).allMatch(to -> submitsTo(to) == 1);
    }

    /** Last: the pace that it leaves behind is slow. */
    @Order(Integer.MAX_VALUE)
    @ParameterizedTest
    @ValueSource(ints = {CommandStatus.ESME_RTHROTTLED, CommandStatus.ESME_RMSGQFUL})
    void getsEverythingThroughAStormOfRefusals(int status) {
        AtomicInteger submits = new AtomicInteger();
        Map<String, Integer> times = new ConcurrentHashMap<>();
        SMSC.answering((_, _, submit) -> {
            if (submits.incrementAndGet() <= STORM) {
                return submit.refusal(status);
            }
            times.merge(submit.destination().digits(), 1, Integer::sum);
            return taken(submit);
        });
        List<String> recipients =
                IntStream.range(0, 2 * WINDOW).mapToObj(_ -> recipient()).toList();
        List<MessageId> ids = accepted(pipeline.accept(
                        recipients.stream().map(to -> message(to, "Буря")).toList())
                .join());

        await().until(() -> ids.stream().allMatch(id -> stateOf(id) == MessageState.SENT));
        assertThat(times)
                .containsOnlyKeys(recipients)
                .allSatisfy((_, count) -> assertThat(count).isEqualTo(1));
        recipients.forEach(to -> SMSC.deliver(receipt("n-" + to, to, "DELIVRD")));
        ids.forEach(id -> awaitState(id, MessageState.DELIVERED));
    }

    @Test
    void losesNothingWhenTheNetworkUnbindsWithAFullWindow() {
        SMSC.answering((_, _, submit) -> {
            taken.put(submit.destination().digits(), submit);
            return null;
        });
        List<String> recipients =
                IntStream.range(0, 3 * WINDOW).mapToObj(_ -> recipient()).toList();
        List<MessageId> ids = recipients.stream().map(to -> send(to, "Прощай")).toList();
        await().until(() -> taken.size() == WINDOW);
        Set<String> unanswered = Set.copyOf(taken.keySet());

        takeEverything();
        SMSC.sessions().forEach(session -> session.unbind(Duration.ofMillis(100)));

        await().until(() -> taken.size() == 3 * WINDOW);
        for (int i = 0; i < ids.size(); i++) {
            awaitState(ids.get(i), unanswered.contains(recipients.get(i)) ? MessageState.IN_DOUBT : MessageState.SENT);
        }
        awaitUp();
        for (String to : recipients) {
            boolean doubtful = unanswered.contains(to);
            DeliverSm receipt = receipt((doubtful ? "late-" : "n-") + to, to, "DELIVRD");
            SMSC.deliver(doubtful ? echoing(receipt, submitTo(to)) : receipt);
        }
        ids.forEach(id -> awaitState(id, MessageState.DELIVERED));
        assertThat(recipients).allMatch(to -> submitsTo(to) == 1);
    }

    private SubmitSm submitTo(String recipient) {
        SubmitSm submit = taken.get(recipient);
        assertThat(submit).isNotNull();
        return Objects.requireNonNull(submit);
    }

    private static void awaitUp() {
        await().until(() ->
                SMSC.sessions().stream().anyMatch(session -> session.mode().receives()));
    }
}

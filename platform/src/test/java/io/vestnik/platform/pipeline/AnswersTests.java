package io.vestnik.platform.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.channels.DeliveryReport.Status;
import io.vestnik.platform.channels.InboundPart.Place;
import io.vestnik.platform.contacts.Contacts;
import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.contacts.Stop;
import io.vestnik.platform.contacts.StopScope;
import io.vestnik.platform.contacts.Stops;
import io.vestnik.platform.contacts.Stops.Listing;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Condition;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.pipeline.Acceptance.Reason;
import io.vestnik.platform.pipeline.InboundMessage.Wish;
import io.vestnik.platform.pipeline.inbound.domain.KeywordRule;
import io.vestnik.platform.pipeline.inbound.domain.Lending;
import io.vestnik.platform.pipeline.inbound.domain.NumberDesk;
import io.vestnik.platform.pipeline.inbound.domain.RuleDesk;
import io.vestnik.platform.pipeline.inbound.domain.Tells;
import io.vestnik.platform.store.PersonalData;
import io.vestnik.platform.store.Pool;
import io.vestnik.platform.store.Sweep;
import io.vestnik.platform.store.Transactions;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;

/** What people write to numbers: whose it is, and that a word is enough to be left in peace. */
class AnswersTests extends PathScene {
    @Autowired
    Stops stops;

    @Autowired
    Inbox inbox;

    @Autowired
    RuleDesk rules;

    @Autowired
    NumberDesk numbers;

    @Autowired
    Contacts contacts;

    @Autowired
    Transactions transactions;

    @Autowired
    Sweep latePartsOfInbound;

    @Autowired
    Sweep lettersAboutInbound;

    @Autowired
    ConfigurableApplicationContext context;

    @Autowired
    List<PersonalData> places;

    /** The money of what is on its way would be in the way of other tests. */
    @AfterEach
    void finishWhatWasSent() {
        finish(
                jdbc.sql("SELECT id FROM pipeline.message WHERE account = :client AND state IN (4, 5, 7) ORDER BY id")
                        .param("client", CLIENT.value())
                        .query((row, _) -> new MessageId(row.getLong(1)))
                        .list(),
                Status.UNDELIVERABLE);
    }

    /** Sends from a number and waits until an answer to it would be known as one. */
    private MessageId sentFrom(String number, String to) {
        MessageId id = accepted(pipeline.accept(List.of(message(number, to, "Скидки до воскресенья")))
                        .join())
                .getFirst();
        awaitState(id, MessageState.SENT);
        await().until(() -> jdbc.sql("SELECT count(*) FROM pipeline.written WHERE number = :number AND message = :id")
                        .param("number", number)
                        .param("id", id.value())
                        .query(Integer.class)
                        .single()
                == 1);
        return id;
    }

    private List<InboundMessage> from(String phone) {
        return inbox.list(
                        CLIENT,
                        new InboxFilter(null, null, "", List.of(new Condition("phone", Condition.Test.IS, phone))),
                        null,
                        10)
                .items();
    }

    private List<Stop> stopsOf(String phone) {
        return stops.list(CLIENT, new Listing(phone, null, null, List.of()), null, 10)
                .items();
    }

    @Test
    void stopsTheNameThatAnAnswerAnswersAndMarksTheMessage() {
        MessageId id = sentFrom("79035550100", "79165561001");

        network.write("79165561001", "79035550100", " Стоп! ");

        InboundMessage answer = from("79165561001").getFirst();
        assertThat(answer.wish()).isEqualTo(Wish.STOP);
        assertThat(answer.answers()).isEqualTo(id);
        assertThat(stopsOf("79165561001")).singleElement().satisfies(stop -> {
            assertThat(stop.scope()).isEqualTo(new StopScope.Sender("79035550100"));
            assertThat(stop.reason()).isEqualTo("Стоп!");
        });
        assertThat(pipeline.marks(CLIENT, List.of(id))).containsEntry(id, Set.of(MessageMark.UNSUBSCRIBED));
        assertThat(pipeline.accept(List.of(message("79035550100", "79165561001", "Ещё скидки")))
                        .join())
                .containsExactly(new Acceptance.Refused(Reason.STOPPED));
        assertThat(accepted(pipeline.accept(List.of(message("79165561001", "Другое имя")))
                        .join()))
                .hasSize(1);
    }

    @Test
    void startTakesBackWhatStopAsked() {
        sentFrom("79035550100", "79165561002");
        network.write("79165561002", "79035550100", "STOP");
        assertThat(stopsOf("79165561002")).hasSize(1);

        network.write("79165561002", "79035550100", "старт");

        assertThat(stopsOf("79165561002")).isEmpty();
        assertThat(from("79165561002")).extracting(InboundMessage::wish).containsExactly(Wish.START, Wish.STOP);
    }

    @Test
    void stopsAgainWhoHasStartedMeanwhile() {
        sentFrom("79035550100", "79165561012");
        for (String word : List.of("STOP", "START", "STOP")) {
            network.write("79165561012", "79035550100", word);
        }

        assertThat(stopsOf("79165561012")).hasSize(1);
        assertThat(from("79165561012"))
                .extracting(InboundMessage::wish)
                .containsExactly(Wish.STOP, Wish.START, Wish.STOP);
    }

    @Test
    void startTakesBackAllOfThatPersonWhereNothingIsAnswered() {
        numbers.keep(OPERATOR, new Lending(0, "7741", null, "", CLIENT, LocalDate.EPOCH, null, 0));
        stops.unsubscribe(CLIENT, List.of("79165561013", "79165561014"), "79035550100", "STOP");
        stops.unsubscribe(CLIENT, List.of("79165561013"), "", "STOP");

        network.write("79165561013", "7741", "START");

        assertThat(stopsOf("79165561013")).isEmpty();
        assertThat(stopsOf("79165561014")).hasSize(1);
    }

    @Test
    void triesAnAnswerAgainThatCannotBeTakenNow() {
        jdbc.sql("""
                        INSERT INTO pipeline.inbound_reply (rule, phone, account, message, sender, text, at, due, open)
                        VALUES (4711, '79165561015', :account, :message, 'NOTMINE', 'Ответ', now(), now(), true)""")
                .param("account", CLIENT.value())
                .param("message", pipeline.newIds(CLIENT, 1).getFirst().value())
                .update();
        await().until(() -> replyIs("open AND due > at"));

        jdbc.sql("UPDATE pipeline.inbound_reply SET at = at - interval '2 hours', due = at WHERE rule = 4711")
                .update();

        await().until(() -> replyIs("NOT open"));
    }

    private boolean replyIs(String state) {
        return jdbc.sql("SELECT " + state + " FROM pipeline.inbound_reply WHERE rule = 4711")
                .query(Boolean.class)
                .single();
    }

    @Test
    void countsOnceWhatANetworkBringsAgain() {
        sentFrom("79035550100", "79165561003");

        network.write("79165561003", "79035550100", "Где мой заказ?");
        network.write("79165561003", "79035550100", "Где мой заказ?");

        assertThat(from("79165561003")).extracting(InboundMessage::text).containsExactly("Где мой заказ?");
    }

    @Test
    void putsPartsTogetherInWhateverOrderTheyCome() {
        sentFrom("79035550100", "79165561004");

        network.write("79165561004", "79035550100", "вторая, ", new Place(7, 3, 2));
        network.write("79165561004", "79035550100", "третья", new Place(7, 3, 3));
        assertThat(from("79165561004")).isEmpty();
        network.write("79165561004", "79035550100", "третья", new Place(7, 3, 3));
        network.write("79165561004", "79035550100", "Первая, ", new Place(7, 3, 1));

        assertThat(from("79165561004")).extracting(InboundMessage::text).containsExactly("Первая, вторая, третья");
    }

    @Test
    void doesWhatTheAccountWantsDoneAboutAWord() {
        GroupId group = contacts.groupNamed(CLIENT, "Ждут звонка").id();
        Who client = new Who(CLIENT, null, null, "test", Set.of());
        rules.keep(
                client,
                new KeywordRule(
                        0, CLIENT, "", "ПЕРЕЗВОНИТЕ", group, false, "VESTNIK", "Позвоним сегодня", Tells.NOBODY, 0));
        sentFrom("79035550100", "79165561006");

        network.write("79165561006", "79035550100", "Перезвоните мне");
        network.write("79165561006", "79035550100", "перезвоните же");

        assertThat(from("79165561006")).extracting(InboundMessage::keyword).containsOnly("ПЕРЕЗВОНИТЕ");
        assertThat(contacts.among(CLIENT, List.of(group), List.of("79165561006")))
                .containsExactly("79165561006");
        await().until(() -> network.seen.stream()
                .anyMatch(message -> message.body().kept().equals("Позвоним сегодня")
                        && message.recipient().equals("79165561006")));
        assertThat(network.seen)
                .filteredOn(message -> message.body().kept().equals("Позвоним сегодня"))
                .hasSize(1);
    }

    @Test
    void asksForALetterAboutWhatCameForAWord() {
        List<InboundLetter> asked = new CopyOnWriteArrayList<>();
        context.addApplicationListener(event -> {
            if (event instanceof PayloadApplicationEvent<?> some && some.getPayload() instanceof InboundLetter letter) {
                asked.add(letter);
            }
        });
        Tells mail = new Tells("", "", "votes@example.com");
        rules.keep(
                new Who(CLIENT, null, null, "test", Set.of()),
                new KeywordRule(0, CLIENT, "", "ГОЛОС", null, false, "", "", mail, 0));
        sentFrom("79035550100", "79165561011");

        network.write("79165561011", "79035550100", "Голос за первого");
        network.write("79165561011", "79035550100", "Голос за второго");
        transactions.call(Pool.BACKGROUND, () -> lettersAboutInbound.chunk().getAsInt());

        // The server's own round may have taken the first of them before.
        await().until(() -> asked.stream().mapToInt(it -> it.messages().size()).sum() == 2);
        assertThat(asked).allSatisfy(letter -> {
            assertThat(letter.email()).isEqualTo("votes@example.com");
            assertThat(letter.keyword()).isEqualTo("ГОЛОС");
            assertThat(inbox.all(CLIENT, letter.messages()))
                    .allMatch(it -> it.text().startsWith("Голос"));
        });
    }

    @Test
    void stopsByAWordOfTheAccount() {
        Who client = new Who(CLIENT, null, null, "test", Set.of());
        rules.keep(
                client,
                new KeywordRule(0, CLIENT, "", "ХВАТИТ", null, true, "VESTNIK", "Больше не будем", Tells.NOBODY, 0));
        sentFrom("79035550100", "79165561007");

        network.write("79165561007", "79035550100", "хватит, " + "очень ".repeat(100) + "прошу");

        assertThat(stopsOf("79165561007")).hasSize(1);
    }

    @Test
    void givesAMessageToWhoHasTheNumber() {
        numbers.keep(OPERATOR, new Lending(0, "7735", null, "", CLIENT, LocalDate.EPOCH, null, 0));

        network.write("79165561008", "7735", "СТОП");

        assertThat(from("79165561008"))
                .singleElement()
                .satisfies(message -> assertThat(message.answers()).isNull());
        assertThat(stopsOf("79165561008"))
                .singleElement()
                .satisfies(stop -> assertThat(stop.scope()).isEqualTo(new StopScope.Everything()));
    }

    @Test
    void deliversWithAGapWhatDoesNotComeWhole() {
        sentFrom("79035550100", "79165561009");
        network.write("79165561009", "79035550100", "Начало", new Place(8, 3, 1));
        network.write("79165561009", "79035550100", "конец", new Place(8, 3, 3));
        jdbc.sql("UPDATE pipeline.inbound_part SET at = at - interval '11 minutes' WHERE phone = '79165561009'")
                .update();

        transactions.call(Pool.BACKGROUND, () -> latePartsOfInbound.chunk().getAsInt());

        assertThat(from("79165561009")).extracting(InboundMessage::text).containsExactly("Начало […] конец");
    }

    @Test
    void givesAWordAtANumberToWhoHasTheWord() {
        AccountId other = new AccountId(77);
        numbers.keep(OPERATOR, new Lending(0, "7738", null, "", CLIENT, LocalDate.EPOCH, null, 0));
        numbers.keep(OPERATOR, new Lending(0, "7738", null, "ПИЦЦА", other, LocalDate.EPOCH, null, 0));

        network.write("79165561010", "7738", "Пицца, две");
        network.write("79165561010", "7738", "Не пицца");

        assertThat(from("79165561010")).extracting(InboundMessage::text).containsExactly("Не пицца");
        assertThat(inbox.list(other, InboxFilter.ALL, null, 10).items())
                .extracting(InboundMessage::keyword)
                .containsExactly("ПИЦЦА");
    }

    @Test
    void tellsAPersonWhatTheyWroteAndErasesIt() {
        PersonalData inbound = places.stream()
                .filter(it -> it.place().equals("pipeline.inbound"))
                .findFirst()
                .orElseThrow();
        sentFrom("79035550100", "79165561011");
        network.write("79165561011", "79035550100", "Моё имя Анна");
        network.write("79165561011", "79035550100", "Начало", new Place(9, 2, 1));
        assertThat(inbound.tell(CLIENT, "79165561011", null, 10).items())
                .singleElement()
                .satisfies(told -> assertThat(told.json()).contains("Анна"));

        inbound.erase(CLIENT, new PersonalData.People(Set.of("79165561011")), null);

        assertThat(from("79165561011")).isEmpty();
        for (String table : List.of("inbound", "inbound_part", "written")) {
            assertThat(jdbc.sql("SELECT count(*) FROM pipeline." + table + " WHERE phone = '79165561011'")
                            .query(Integer.class)
                            .single())
                    .as(table)
                    .isZero();
        }
    }

    @Test
    void erasesNothingThatIsForOthers() {
        PersonalData inbound = places.stream()
                .filter(it -> it.place().equals("pipeline.inbound"))
                .findFirst()
                .orElseThrow();
        numbers.keep(OPERATOR, new Lending(0, "7742", null, "", PathTestBeans.PARTNER, LocalDate.EPOCH, null, 0));
        network.write("79165561016", "7742", "Начало", new Place(10, 2, 1));
        network.write("79165561016", "79035550198", "Кто это?");
        PersonalData.People people = new PersonalData.People(Set.of("79165561016"));

        assertThat(inbound.erase(CLIENT, people, null).rows()).isZero();
        assertThat(inbound.erase(PathTestBeans.PARTNER, people, null).rows()).isEqualTo(1);
    }

    @Test
    void keepsForTheOperatorWhatIsNobodys() {
        network.write("79165561005", "79035550199", "Кто это?");

        assertThat(from("79165561005")).isEmpty();
        assertThat(jdbc.sql("SELECT account FROM pipeline.inbound WHERE phone = '79165561005'")
                        .query((row, _) -> row.getObject(1))
                        .list())
                .containsOnlyNulls()
                .hasSize(1);
    }
}

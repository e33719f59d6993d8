package io.vestnik.platform.senders.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.ModuleTest;
import io.vestnik.platform.accounts.AccountKind;
import io.vestnik.platform.accounts.FakeAccounts;
import io.vestnik.platform.accounts.FakeAudit;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.files.Files;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.senders.LentNumbers;
import io.vestnik.platform.senders.Paper;
import io.vestnik.platform.senders.Registration;
import io.vestnik.platform.senders.Sender;
import io.vestnik.platform.senders.SenderAnswered;
import io.vestnik.platform.senders.SenderFixtures;
import io.vestnik.platform.senders.SenderNames.Answer;
import io.vestnik.platform.senders.SenderPapers;
import io.vestnik.platform.senders.SenderPapers.Attached;
import io.vestnik.platform.senders.SenderState;
import io.vestnik.platform.senders.Verdict;
import io.vestnik.platform.senders.domain.AnswerDesk.Outcome;
import io.vestnik.platform.senders.domain.AnswerStore.Listing;
import io.vestnik.platform.store.Snapshots;
import io.vestnik.platform.store.Transactions;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Asking for names, answering for them, and the papers about them; each test has accounts of its own. */
@ModuleTest
class SenderDeskTests {
    private static final Listing WAITING = new Listing("", List.of(), Set.of(SenderState.REQUESTED), false);

    private final ApplicationContext context;
    private final FakeAudit audit = new FakeAudit();
    private final List<Object> answered = new ArrayList<>();
    private final AllowedNames names;
    private final SenderDesk senders;
    private final PaperDesk papers;
    private final AnswerDesk answers;
    private final Who operator;
    private final Who partner;
    private final Who client;

    @Autowired
    SenderDeskTests(
            ApplicationContext context,
            SenderStore store,
            PaperStore paperStore,
            AnswerStore answerStore,
            ObjectProvider<LentNumbers> lent) {
        this.context = context;
        this.names = new AllowedNames(store, new Snapshots(), lent);
        Writing writing = new Writing(
                context.getBean(Transactions.class), new Aftermath(audit, answered::add, names), Clock.systemUTC());
        FakeAccounts accounts = new FakeAccounts();
        this.operator = who(accounts.open(AccountKind.OPERATOR, null));
        this.partner = who(accounts.open(AccountKind.PARTNER, operator.account()));
        this.client = who(accounts.open(AccountKind.CLIENT, partner.account()));
        Answerers answerers = new Answerers(accounts, answerStore);
        this.papers = new PaperDesk(paperStore, store, context.getBean(Files.class), writing);
        this.senders = new SenderDesk(store, answerers, papers, writing);
        this.answers = new AnswerDesk(answerStore, answerers, papers, writing);
    }

    @Test
    void approvesANameAtOnceForTheOneWhoAsked() {
        assertThat(request("VESTNIK").state()).isEqualTo(SenderState.APPROVED);
        request("Vestnik2");
        assertThat(names.allowed(client.account(), "VESTNIK")).isTrue();
        assertThat(names.allowed(client.account(), "vestnik")).isFalse();
        assertThat(names.allowed(partner.account(), "VESTNIK")).isFalse();
        assertThat(names.names(client.account())).containsExactly("VESTNIK", "Vestnik2");
        assertThat(senders.request(client, "VESTNIK", Sender.Terms.NONE)).isInstanceOf(Answer.There.class);
        assertThat(audit.records())
                .containsExactly("sender.requested sender VESTNIK", "sender.requested sender Vestnik2");
        assertThat(answered)
                .containsExactly(
                        new SenderAnswered(client.account(), "VESTNIK", "approved", "", false),
                        new SenderAnswered(client.account(), "Vestnik2", "approved", "", false));
    }

    @Test
    void refusesWithTheReason() {
        assertThat(senders.request(client, "Shop 1", Sender.Terms.NONE))
                .isEqualTo(new Answer.Refused("name", "character", " "));
        assertThat(senders.request(client, "ab", Sender.Terms.NONE)).isEqualTo(new Answer.Refused("name", "short", ""));
        assertThat(senders.request(client, "Shop", terms("x".repeat(501))))
                .isEqualTo(new Answer.Refused("comment", "long", "500"));
        assertThat(senders.request(client, "Shop", new Sender.Terms("", List.of("мтс"), List.of())))
                .isEqualTo(new Answer.Refused("operators", "unknown", "мтс"));
        assertThat(names.names(client.account())).isEmpty();
    }

    @Test
    void listsTheNewestFirstByPages() {
        for (int i = 0; i < 5; i++) {
            request("Name" + i);
        }
        var first = senders.list(client.account(), "nAmE", null, 3);
        assertThat(first.items()).extracting(Sender::name).containsExactly("Name4", "Name3", "Name2");
        var second = senders.list(client.account(), "", first.next(), 3);
        assertThat(second.items()).extracting(Sender::name).containsExactly("Name1", "Name0");
        assertThat(second.next()).isNull();
    }

    @Test
    void letsANameWaitForWhoeverAboveWantsToAnswer() {
        answers.answers(partner, true);
        Sender sender = request("WAITS");
        assertThat(sender.state()).isEqualTo(SenderState.REQUESTED);
        assertThat(names.allowed(client.account(), "WAITS")).isFalse();
        assertThat(answered).isEmpty();
        assertThat(answers.list(partner.account(), WAITING, null, 10).items()).containsExactly(sender);
        assertThat(answers.list(operator.account(), WAITING, null, 10).items()).isEmpty();
        assertThat(answers.answer(operator, sender.id(), SenderState.APPROVED, ""))
                .isEqualTo(Outcome.GONE);
        assertThat(answers.answer(partner, sender.id(), SenderState.REFUSED, " "))
                .isEqualTo(Outcome.NO_WORDS);

        assertThat(answers.answer(partner, sender.id(), SenderState.APPROVED, ""))
                .isEqualTo(Outcome.DONE);
        assertThat(names.allowed(client.account(), "WAITS")).isTrue();
        assertThat(answers.answer(partner, sender.id(), SenderState.REQUESTED, ""))
                .isEqualTo(Outcome.DONE);
        assertThat(names.allowed(client.account(), "WAITS")).isFalse();
        assertThat(answers.answer(partner, sender.id(), SenderState.REFUSED, "Whose is it?"))
                .isEqualTo(Outcome.DONE);
        assertThat(answered)
                .containsExactly(
                        new SenderAnswered(client.account(), "WAITS", "approved", "", true),
                        new SenderAnswered(client.account(), "WAITS", "requested", "", true),
                        new SenderAnswered(client.account(), "WAITS", "refused", "Whose is it?", true));

        answers.answers(partner, false);
        assertThat(request("ATONCE").state()).isEqualTo(SenderState.APPROVED);
    }

    @Test
    void letsTheUppermostAnswerSoThatNobodyBelowAnswersInstead() {
        answers.answers(partner, true);
        answers.answers(operator, true);
        Sender sender = request("UPMOST");
        assertThat(answers.above(partner.account())).contains(operator.account());
        assertThat(answers.answer(partner, sender.id(), SenderState.APPROVED, ""))
                .isEqualTo(Outcome.GONE);
        assertThat(answers.answer(operator, sender.id(), SenderState.APPROVED, ""))
                .isEqualTo(Outcome.DONE);
        assertThat(((Answer.Kept) senders.request(operator, "OWNNAME", Sender.Terms.NONE))
                        .sender()
                        .state())
                .isEqualTo(SenderState.APPROVED);
    }

    @Test
    void asksAgainForARefusedNameThatIsSaidMoreOf() {
        answers.answers(partner, true);
        Sender sender = request("AGAIN");
        answers.answer(partner, sender.id(), SenderState.REFUSED, "Whose is it?");
        Sender.Terms more =
                new Sender.Terms("Our shops", List.of("25020", "25001", "25001"), List.of(Registration.TELE2));
        assertThat(senders.change(client, sender.id(), sender.version() + 1, more))
                .isInstanceOf(Answer.Stale.class);
        Sender changed = ((Answer.Kept) senders.change(client, sender.id(), sender.version(), more)).sender();
        assertThat(changed.state()).isEqualTo(SenderState.REQUESTED);
        assertThat(changed.terms().operators()).containsExactly("25001", "25020");
        assertThat(changed.terms().registrations()).containsExactly(Registration.TELE2);
        assertThat(changed.answer()).isEmpty();
        assertThat(changed.answeredAt()).isNull();
        assertThat(changed.requestedAt()).isAfter(sender.requestedAt());
        assertThat(senders.change(partner, sender.id(), 0, more)).isInstanceOf(Answer.Gone.class);
    }

    @Test
    void asksAgainForANameThatWasAnsweredForWhenNetworksAreAdded() {
        answers.answers(partner, true);
        Sender sender = ((Answer.Kept) senders.request(client, "WIDER", at("25001", "25020"))).sender();
        answers.answer(partner, sender.id(), SenderState.APPROVED, "");
        assertThat(changed(sender, at("25001")).state()).isEqualTo(SenderState.APPROVED);
        assertThat(changed(sender, at("25001", "25002")).state()).isEqualTo(SenderState.REQUESTED);
        assertThat(names.allowed(client.account(), "WIDER", "25001")).isFalse();
        answers.answer(partner, sender.id(), SenderState.APPROVED, "");
        assertThat(changed(sender, Sender.Terms.NONE).state()).isEqualTo(SenderState.REQUESTED);

        answers.answers(partner, false);
        Sender free = ((Answer.Kept) senders.request(client, "FREE", at("25001"))).sender();
        assertThat(changed(free, Sender.Terms.NONE).state()).isEqualTo(SenderState.APPROVED);
    }

    private Sender changed(Sender sender, Sender.Terms terms) {
        return ((Answer.Kept) senders.change(client, sender.id(), 0, terms)).sender();
    }

    private static Sender.Terms at(String... operators) {
        return new Sender.Terms("", List.of(operators), List.of());
    }

    @Test
    void leavesNoFileOfAPaperThatComesWhileItsNameGoes() throws Exception {
        Sender sender = request("RACE");
        CountDownLatch attached = new CountDownLatch(1);
        CountDownLatch waited = new CountDownLatch(1);
        try (ExecutorService people = Executors.newFixedThreadPool(2)) {
            Future<Attached> paper =
                    people.submit(() -> context.getBean(Transactions.class).call(() -> {
                        Attached kept = attach(sender, "letter.pdf", SenderFixtures.pdf());
                        attached.countDown();
                        await(waited);
                        return kept;
                    }));
            await(attached);
            Future<Boolean> gone = people.submit(() -> senders.delete(client, sender.id()));
            Awaitility.await().until(() -> gone.isDone() || somebodyWaits());
            waited.countDown();
            assertThat(gone.get()).isTrue();
            Files files = context.getBean(Files.class);
            assertThat(files.find(
                            client.account(),
                            ((Attached.Kept) paper.get()).paper().file()))
                    .isEmpty();
        }
    }

    private boolean somebodyWaits() {
        return context.getBean(JdbcClient.class)
                .sql("SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted)")
                .query(Boolean.class)
                .single();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void keepsPapersWithAVerdictEach() {
        answers.answers(partner, true);
        Sender sender = request("PAPERS");
        answers.answer(partner, sender.id(), SenderState.REFUSED, "No letter");
        Paper paper = ((Attached.Kept) attach(sender, "letter.PDF", SenderFixtures.pdf())).paper();
        assertThat(paper.kind()).isEqualTo("pdf");
        assertThat(senders.find(client.account(), sender.id()).orElseThrow().state())
                .isEqualTo(SenderState.REQUESTED);
        assertThat(answers.papers(partner.account(), sender.id())).containsExactly(paper);
        assertThat(answers.papers(operator.account(), sender.id())).isEmpty();
        assertThat(answers.content(operator.account(), sender.id(), paper.id())).isEmpty();
        assertThat(answers.content(partner.account(), sender.id(), paper.id())
                        .orElseThrow()
                        .path())
                .hasBinaryContent(SenderFixtures.pdf());

        assertThat(answers.judge(partner, sender.id(), paper.id(), Verdict.REFUSED, ""))
                .isEqualTo(Outcome.NO_WORDS);
        assertThat(answers.judge(partner, sender.id(), paper.id(), Verdict.REFUSED, "No signature"))
                .isEqualTo(Outcome.DONE);
        assertThat(papers.of(client.account(), sender.id()))
                .singleElement()
                .satisfies(it -> assertThat(it.verdict()).isEqualTo(Verdict.REFUSED))
                .satisfies(it -> assertThat(it.comment()).isEqualTo("No signature"))
                .satisfies(it -> assertThat(it.judgedBy()).isEqualTo(partner.name()));
        assertThat(answers.judge(operator, sender.id(), paper.id(), Verdict.ADMITTED, ""))
                .isEqualTo(Outcome.GONE);

        Files files = context.getBean(Files.class);
        assertThat(senders.delete(client, sender.id())).isTrue();
        assertThat(files.find(client.account(), paper.file())).isEmpty();
        assertThat(papers.of(client.account())).isEmpty();
    }

    @Test
    void refusesPapersThatAreNoneOrTooMany() {
        Sender sender = request("BOUNDS");
        assertThat(attach(sender, "letter.pdf", new byte[0])).isEqualTo(new Attached.Refused("empty"));
        assertThat(attach(sender, "letter.pdf", new byte[SenderPapers.MOST_BYTES + 1]))
                .isEqualTo(new Attached.Refused("large"));
        assertThat(attach(sender, "letter.pdf", "MZ program".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo(new Attached.Refused("kind"));
        assertThat(attach(sender, "letter.exe", SenderFixtures.pdf())).isEqualTo(new Attached.Refused("kind"));
        for (int i = 0; i < SenderPapers.MOST_OF_A_NAME; i++) {
            assertThat(attach(sender, i + ".pdf", SenderFixtures.pdf())).isInstanceOf(Attached.Kept.class);
        }
        assertThat(attach(sender, "more.pdf", SenderFixtures.pdf())).isEqualTo(new Attached.Refused("many"));
        assertThat(papers.attach(partner, sender.id(), new SenderPapers.Upload("a.pdf", "", SenderFixtures.pdf())))
                .isEqualTo(new Attached.Gone());
        long first = papers.of(client.account(), sender.id()).getFirst().id();
        assertThat(papers.remove(partner, sender.id(), first)).isFalse();
        assertThat(papers.remove(client, sender.id(), first)).isTrue();
        assertThat(papers.remove(client, sender.id(), first)).isFalse();
    }

    @Test
    void beginsAnewWhereAnAddressIsWrittenByHand() {
        request("CURSOR");
        assertThat(senders.list(client.account(), "", "x", 10).items()).hasSize(1);
        assertThat(answers.list(partner.account(), WAITING, "99999999999999999999", 10)
                        .items())
                .isEmpty();
    }

    private Attached attach(Sender sender, String name, byte[] content) {
        return papers.attach(client, sender.id(), new SenderPapers.Upload(name, "", content));
    }

    private Sender request(String name) {
        return ((Answer.Kept) senders.request(client, name, Sender.Terms.NONE)).sender();
    }

    private static Sender.Terms terms(String comment) {
        return new Sender.Terms(comment, List.of(), List.of());
    }

    private static Who who(AccountId account) {
        return new Who(account, null, "test", "test " + account, Set.of());
    }
}

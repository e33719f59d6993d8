package io.vestnik.platform.senders.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.ModuleTest;
import io.vestnik.platform.accounts.AccountKind;
import io.vestnik.platform.accounts.FakeAccounts;
import io.vestnik.platform.accounts.FakeAudit;
import io.vestnik.platform.accounts.Sealing;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.files.Files;
import io.vestnik.platform.senders.CodeCourier;
import io.vestnik.platform.senders.LentNumbers;
import io.vestnik.platform.senders.Sender;
import io.vestnik.platform.senders.SenderCodes.Checked;
import io.vestnik.platform.senders.SenderCodes.Sent;
import io.vestnik.platform.senders.SenderCodes.Wish;
import io.vestnik.platform.senders.SenderNames.Answer;
import io.vestnik.platform.senders.SenderState;
import io.vestnik.platform.store.Snapshots;
import io.vestnik.platform.store.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Numbers that are confirmed by codes; each test has accounts of its own, and no message goes anywhere. */
@ModuleTest
class NumberProofTests implements CodeCourier {
    private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");
    private static final Wish USUAL = new Wish(null, "", Locale.of("ru"));

    private final List<String> texts = new ArrayList<>();
    private final ApplicationContext context;
    private final AllowedNames names;
    private final SenderDesk senders;
    private final NumberProofs proofs;
    private final AnswerStore answers;
    private final Who partner;
    private final Who client;
    private @Nullable String refusal;

    @Autowired
    NumberProofTests(ApplicationContext context, SenderStore store, PaperStore papers, AnswerStore answers) {
        this.context = context;
        this.answers = answers;
        this.names = new AllowedNames(store, new Snapshots(), context.getBeanProvider(LentNumbers.class));
        FakeAccounts accounts = new FakeAccounts();
        this.partner = FakeAccounts.owner(accounts.open(AccountKind.PARTNER, null));
        this.client = FakeAccounts.owner(accounts.open(AccountKind.CLIENT, partner.account()));
        Writing writing = writing(START);
        PaperDesk folder = new PaperDesk(papers, store, context.getBean(Files.class), writing);
        this.senders = new SenderDesk(store, new Answerers(accounts, answers), folder, writing);
        this.proofs = after(Duration.ZERO);
    }

    private Writing writing(Instant at) {
        Aftermath aftermath = new Aftermath(new FakeAudit(), _ -> {}, names);
        return new Writing(context.getBean(Transactions.class), aftermath, Clock.fixed(at, ZoneOffset.UTC));
    }

    /** The same at a later time. */
    private NumberProofs after(Duration passed) {
        return new NumberProofs(
                context.getBean(SenderStore.class),
                context.getBean(ProofStore.class),
                new NumberProofs.Post(this, context.getBean(MessageSource.class)),
                context.getBean(Sealing.class),
                writing(START.plus(passed)));
    }

    @Override
    public Taken send(Who who, @Nullable String from, String to, String text) {
        texts.add(text);
        return refusal == null ? new Taken.On() : new Taken.Refused(refusal);
    }

    @Test
    void letsANumberBeUsedOnceItsCodeCameBack() {
        Sender sender = asked("79167760001");
        assertThat(sender.state()).isEqualTo(SenderState.UNCONFIRMED);
        assertThat(names.allowed(client.account(), sender.name())).isFalse();
        assertThat(proofs.send(client, sender.id(), USUAL)).isInstanceOf(Sent.On.class);
        assertThat(texts.getFirst()).startsWith("Подтверждение имени отправителя 79167760001: код ");
        assertThat(proofs.check(client, sender.id(), "none")).isEqualTo(new Checked.Wrong(4));
        assertThat(proofs.check(partner, sender.id(), code())).isEqualTo(new Checked.Gone());
        assertThat(proofs.check(client, sender.id(), code())).isInstanceOf(Checked.Confirmed.class);
        assertThat(names.allowed(client.account(), sender.name())).isTrue();
        assertThat(proofs.check(client, sender.id(), code())).isInstanceOf(Checked.NotWaiting.class);
        assertThat(proofs.send(client, sender.id(), USUAL)).isInstanceOf(Sent.NotWaiting.class);
    }

    @Test
    void letsAConfirmedNumberWaitWhereSomebodyAnswers() {
        answers.answer(partner.account(), true);
        Sender sender = asked("79167760002");
        proofs.send(client, sender.id(), USUAL);
        assertThat(answers.find(partner.account(), sender.id())).isEmpty();
        Checked.Confirmed confirmed = (Checked.Confirmed) proofs.check(client, sender.id(), code());
        assertThat(confirmed.sender().state()).isEqualTo(SenderState.REQUESTED);
        assertThat(answers.find(partner.account(), sender.id())).isPresent();
        assertThat(names.allowed(client.account(), sender.name())).isFalse();
    }

    @Test
    void takesACodeFiveTimesWithinAQuarterOfAnHourOnly() {
        Sender sender = asked("79167760003");
        assertThat(proofs.check(client, sender.id(), "123456")).isEqualTo(new Checked.Over());
        proofs.send(client, sender.id(), USUAL);
        for (int left = 4; left >= 0; left--) {
            assertThat(proofs.check(client, sender.id(), "wrong")).isEqualTo(new Checked.Wrong(left));
        }
        assertThat(proofs.check(client, sender.id(), code())).isEqualTo(new Checked.Over());
        Duration minute = Duration.ofMinutes(1);
        assertThat(after(minute).send(client, sender.id(), USUAL)).isInstanceOf(Sent.On.class);
        Duration over = Duration.ofMinutes(16);
        assertThat(after(over).check(client, sender.id(), code())).isEqualTo(new Checked.Over());
        assertThat(after(over.minusSeconds(1)).check(client, sender.id(), code()))
                .isInstanceOf(Checked.Confirmed.class);
    }

    @Test
    void sendsOneAMinuteAndTwentyADayWhateverIsDeletedMeanwhile() {
        Sender sender = asked("79167760004");
        assertThat(proofs.send(client, sender.id(), USUAL)).isInstanceOf(Sent.On.class);
        assertThat(proofs.send(client, sender.id(), USUAL)).isEqualTo(new Sent.TooMany());
        senders.delete(client, sender.id());
        long again = asked("79167760004").id();
        assertThat(proofs.send(client, again, USUAL)).isEqualTo(new Sent.TooMany());
        for (int sent = 1; sent < 20; sent++) {
            assertThat(after(Duration.ofMinutes(sent)).send(client, again, USUAL))
                    .isInstanceOf(Sent.On.class);
        }
        assertThat(after(Duration.ofMinutes(20)).send(client, again, USUAL)).isEqualTo(new Sent.TooMany());
        assertThat(after(Duration.ofHours(14)).send(client, again, USUAL))
                .as("at midnight")
                .isInstanceOf(Sent.On.class);
    }

    @Test
    void keepsNoCodeThatCouldBeReadBack() {
        Sender sender = asked("79167760005");
        proofs.send(client, sender.id(), USUAL);
        byte[] kept = context.getBean(JdbcClient.class)
                .sql("SELECT digest FROM senders.code WHERE sender = :sender")
                .param("sender", sender.id())
                .query((row, _) -> row.getBytes(1))
                .single();
        assertThat(kept).hasSize(32);
    }

    @Test
    void tellsWhyNoMessageWent() {
        Sender sender = asked("79167760006");
        refusal = "no_money";
        assertThat(proofs.send(client, sender.id(), new Wish(null, "x".repeat(41), Locale.ENGLISH)))
                .isEqualTo(new Sent.Refused("site"));
        assertThat(proofs.send(client, sender.id(), USUAL)).isEqualTo(new Sent.Refused("no_money"));
    }

    /** In the last message. */
    private String code() {
        return texts.getLast().replaceAll("(?s).*код (\\d{6}).*", "$1");
    }

    private Sender asked(String number) {
        return ((Answer.Kept) senders.request(client, number, Sender.Terms.NONE)).sender();
    }
}

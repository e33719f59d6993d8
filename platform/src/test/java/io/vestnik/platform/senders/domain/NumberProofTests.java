package io.vestnik.platform.senders.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.ModuleTest;
import io.vestnik.platform.accounts.AccountKind;
import io.vestnik.platform.accounts.FakeAccounts;
import io.vestnik.platform.accounts.FakeAudit;
import io.vestnik.platform.accounts.KeyRefusal;
import io.vestnik.platform.accounts.KeyUse;
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
import io.vestnik.platform.shell.Quota;
import io.vestnik.platform.store.Snapshots;
import io.vestnik.platform.store.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Numbers that are confirmed by codes; each test has accounts of its own, and no message goes anywhere. */
@ModuleTest
class NumberProofTests implements CodeCourier {
    /** Far ahead: what is swept by the real clock leaves these days alone. */
    private static final Instant START = Instant.parse("2199-11-22T10:00:00Z");

    private static final Duration UNTIL_MIDNIGHT = Duration.ofHours(14);
    private static final Wish USUAL = new Wish(null, "", Locale.of("ru"));

    private final List<String> texts = new ArrayList<>();
    private final ApplicationContext context;
    private final AllowedNames names;
    private final SenderDesk senders;
    private final NumberProofs proofs;
    private final AnswerStore answers;
    private final Who partner;
    private final Who client;
    private final Who other;
    private @Nullable String refusal;
    private int spent;

    @Autowired
    NumberProofTests(ApplicationContext context, SenderStore store, PaperStore papers, AnswerStore answers) {
        this.context = context;
        this.answers = answers;
        this.names = new AllowedNames(store, new Snapshots(), context.getBeanProvider(LentNumbers.class));
        FakeAccounts accounts = new FakeAccounts();
        this.partner = FakeAccounts.owner(accounts.open(AccountKind.PARTNER, null));
        this.client = FakeAccounts.owner(accounts.open(AccountKind.CLIENT, partner.account()));
        this.other = FakeAccounts.owner(accounts.open(AccountKind.CLIENT, partner.account()));
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
        assertThat(proofs.send(client, sender.id(), USUAL, KeyUse.FREE)).isInstanceOf(Sent.On.class);
        assertThat(texts.getFirst()).startsWith("Подтверждение имени отправителя 79167760001: код ");
        assertThat(proofs.check(client, sender.id(), "none")).isEqualTo(new Checked.Wrong(4));
        assertThat(proofs.check(partner, sender.id(), code())).isEqualTo(new Checked.Gone());
        assertThat(proofs.check(client, sender.id(), code())).isInstanceOf(Checked.Confirmed.class);
        assertThat(names.allowed(client.account(), sender.name())).isTrue();
        assertThat(proofs.check(client, sender.id(), code())).isInstanceOf(Checked.NotWaiting.class);
        assertThat(proofs.send(client, sender.id(), USUAL, KeyUse.FREE)).isInstanceOf(Sent.NotWaiting.class);
    }

    @Test
    void letsAConfirmedNumberWaitWhereSomebodyAnswers() {
        answers.answer(partner.account(), true);
        Sender sender = asked("79167760002");
        proofs.send(client, sender.id(), USUAL, KeyUse.FREE);
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
        proofs.send(client, sender.id(), USUAL, KeyUse.FREE);
        for (int left = 4; left >= 0; left--) {
            assertThat(proofs.check(client, sender.id(), "wrong")).isEqualTo(new Checked.Wrong(left));
        }
        assertThat(proofs.check(client, sender.id(), code())).isEqualTo(new Checked.Over());
        Duration minute = Duration.ofMinutes(1);
        assertThat(after(minute).send(client, sender.id(), USUAL, KeyUse.FREE)).isInstanceOf(Sent.On.class);
        Duration over = Duration.ofMinutes(16);
        assertThat(after(over).check(client, sender.id(), code())).isEqualTo(new Checked.Over());
        assertThat(after(over.minusSeconds(1)).check(client, sender.id(), code()))
                .isInstanceOf(Checked.Confirmed.class);
    }

    @Test
    void sendsOneAMinuteAndTwentyADayWhateverIsDeletedMeanwhile() {
        Sender sender = asked("79167760004");
        assertThat(send(client, sender.id(), 0)).isInstanceOf(Sent.On.class);
        assertThat(send(client, sender.id(), 0)).isEqualTo(new Sent.TooMany(Duration.ofMinutes(1)));
        senders.delete(client, sender.id());
        long again = asked("79167760004").id();
        assertThat(after(Duration.ofSeconds(20)).send(client, again, USUAL, KeyUse.FREE))
                .isEqualTo(new Sent.TooMany(Duration.ofSeconds(40)));
        long second = asked("79167760014").id();
        for (int sent = 1; sent < 20; sent++) {
            assertThat(send(client, sent < 10 ? again : second, sent)).isInstanceOf(Sent.On.class);
        }
        long third = asked("79167760024").id();
        assertThat(send(client, third, 19)).isEqualTo(new Sent.TooMany(UNTIL_MIDNIGHT.minusMinutes(19)));
        assertThat(send(client, third, 20)).isEqualTo(new Sent.TooMany(UNTIL_MIDNIGHT.minusMinutes(20)));
        assertThat(after(UNTIL_MIDNIGHT).send(client, third, USUAL, KeyUse.FREE))
                .isInstanceOf(Sent.On.class);
    }

    @Test
    void sendsTenADayToANumberWhicheverAccountsAskAndHoweverItIsWritten() {
        long first = asked(client, "79167760007").id();
        long second = asked(other, "89167760007").id();
        for (int sent = 0; sent < 10; sent++) {
            assertThat(sent % 2 == 0 ? send(client, first, sent) : send(other, second, sent))
                    .isInstanceOf(Sent.On.class);
        }
        assertThat(send(client, first, 10)).isEqualTo(new Sent.TooMany(UNTIL_MIDNIGHT.minusMinutes(10)));
        assertThat(send(other, second, 10)).isEqualTo(new Sent.TooMany(UNTIL_MIDNIGHT.minusMinutes(10)));
        assertThat(after(UNTIL_MIDNIGHT).send(other, second, USUAL, KeyUse.FREE))
                .isInstanceOf(Sent.On.class);
        ProofStore store = context.getBean(ProofStore.class);
        assertThat(store.forgetNumbers(START.plus(UNTIL_MIDNIGHT), 1)).isEqualTo(1);
    }

    @Test
    void countsNothingForTheNumberWhereTheKeyMayNotSend() {
        Sender sender = asked("79167760008");
        KeyRefusal limit = new KeyRefusal.LimitReached("messages-day", 1, Duration.ofHours(1));
        KeyUse refusing = key(limit);
        for (int time = 0; time < 10; time++) {
            assertThat(proofs.send(client, sender.id(), USUAL, refusing)).isEqualTo(new Sent.OfKey(limit));
        }
        assertThat(texts).isEmpty();
        assertThat(proofs.send(client, sender.id(), USUAL, KeyUse.FREE)).isInstanceOf(Sent.On.class);
    }

    @Test
    void countsForTheKeyOnlyCodesThatGo() {
        Sender sender = asked("79167760009");
        KeyUse key = key(null);
        assertThat(proofs.send(client, sender.id(), USUAL, key)).isInstanceOf(Sent.On.class);
        assertThat(proofs.send(client, sender.id(), USUAL, key)).isInstanceOf(Sent.TooMany.class);
        refusal = "no_money";
        assertThat(after(Duration.ofMinutes(1)).send(client, sender.id(), USUAL, key))
                .isEqualTo(new Sent.Refused("no_money"));
        assertThat(spent).isEqualTo(1);
    }

    /** A key that refuses so, or sends, whatever the hour. */
    private KeyUse key(@Nullable KeyRefusal why) {
        return new KeyUse() {
            @Override
            public boolean awaitTurn() {
                return true;
            }

            @Override
            public Optional<KeyRefusal> send(int messages, boolean codes) {
                throw new AssertionError("a place is reserved");
            }

            @Override
            public Optional<KeyRefusal> outsideHours() {
                throw new AssertionError("it may be a key with instant sending");
            }

            @Override
            public Reservation reserve(int messages, boolean codes) {
                assertThat(codes).isTrue();
                return why == null ? new Spending() : Reservation.without(Optional.of(why));
            }

            @Override
            public boolean bound() {
                return true;
            }

            @Override
            public List<Quota> quotas() {
                return List.of();
            }
        };
    }

    /** Counts what is spent. */
    private final class Spending implements KeyUse.Reservation {
        @Override
        public Optional<KeyRefusal> refusal() {
            return Optional.empty();
        }

        @Override
        public void spend() {
            spent++;
        }

        @Override
        public void close() {}
    }

    @Test
    void keepsNoCodeThatCouldBeReadBack() {
        Sender sender = asked("79167760005");
        proofs.send(client, sender.id(), USUAL, KeyUse.FREE);
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
        assertThat(proofs.send(client, sender.id(), new Wish(null, "x".repeat(41), Locale.ENGLISH), KeyUse.FREE))
                .isEqualTo(new Sent.Refused("site"));
        assertThat(proofs.send(client, sender.id(), USUAL, KeyUse.FREE)).isEqualTo(new Sent.Refused("no_money"));
    }

    /** In the last message. */
    private String code() {
        return texts.getLast().replaceAll("(?s).*код (\\d{6}).*", "$1");
    }

    private Sent send(Who who, long sender, int minutes) {
        return after(Duration.ofMinutes(minutes)).send(who, sender, USUAL, KeyUse.FREE);
    }

    private Sender asked(String number) {
        return asked(client, number);
    }

    private Sender asked(Who who, String number) {
        return ((Answer.Kept) senders.request(who, number, Sender.Terms.NONE)).sender();
    }
}

package io.vestnik.platform.api;

import io.vestnik.platform.accounts.KeyRefusal;
import io.vestnik.platform.accounts.KeyUse;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.billing.Billing;
import io.vestnik.platform.campaigns.CampaignState;
import io.vestnik.platform.campaigns.Campaigns;
import io.vestnik.platform.campaigns.Sheet;
import io.vestnik.platform.campaigns.Spread;
import io.vestnik.platform.contacts.Contacts;
import io.vestnik.platform.contacts.Group;
import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.contacts.Recipient;
import io.vestnik.platform.jobs.Job;
import io.vestnik.platform.jobs.JobId;
import io.vestnik.platform.jobs.JobRights;
import io.vestnik.platform.jobs.Jobs;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.pipeline.MessageMark;
import io.vestnik.platform.shell.Quota;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.CannotCreateTransactionException;

/** The modules behind the API's doors, each saying little. */
final class FakeDoors {
    static final AccountId SHOP = new AccountId(3);
    static final Who PROGRAM = new Who(SHOP, null, "shop", "shop", Set.of());
    static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");

    /** Of a key that may send one message a day, and nothing at this hour by campaigns that go. */
    static final KeyUse BOUND = new KeyUse() {
        @Override
        public boolean awaitTurn() {
            return true;
        }

        @Override
        public Optional<KeyRefusal> send(int messages, boolean codes) {
            return messages == 1
                    ? Optional.empty()
                    : Optional.of(new KeyRefusal.LimitReached("messages-day", 1, Duration.ofHours(1)));
        }

        @Override
        public Optional<KeyRefusal> outsideHours() {
            return Optional.of(new KeyRefusal.OutsideHours(Duration.ofHours(1)));
        }

        @Override
        public Reservation reserve(int messages, boolean codes) {
            return Reservation.without(send(messages, codes));
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

    private FakeDoors() {}

    /** One group; remembers loads. */
    static final class OneGroup implements Contacts {
        final List<Load> loads = new ArrayList<>();
        List<Recipient> people = List.of();

        @Override
        public List<Group> groups(AccountId account) {
            return List.of(new Group(new GroupId(11), "Клиенты", 950));
        }

        @Override
        public Group groupNamed(AccountId account, String name) {
            return groups(account).getFirst();
        }

        @Override
        public Optional<Group> group(AccountId account, GroupId id) {
            return groups(account).stream().filter(it -> it.id().equals(id)).findFirst();
        }

        @Override
        public Slice<Recipient> members(
                AccountId account, Collection<GroupId> groups, Set<String> fields, @Nullable String after, int limit) {
            return new Slice<>(people, null);
        }

        @Override
        public Set<String> among(AccountId account, Collection<GroupId> groups, Collection<String> phones) {
            return Set.of();
        }

        @Override
        public List<Recipient> known(AccountId account, Collection<String> phones) {
            return List.of();
        }

        @Override
        public JobId load(AccountId account, Load load) {
            loads.add(load);
            return new JobId(77);
        }
    }

    /** Job 77 is done, only the shop's, and for who may look at contacts. */
    static final class OneJob implements Jobs, JobRights {
        @Override
        public JobId start(AccountId account, String kind, String input) {
            throw new AssertionError("no door of these tests asks for this");
        }

        @Override
        public Optional<Job> find(AccountId account, JobId id) {
            return id.value() != 77 || !account.equals(SHOP)
                    ? Optional.empty()
                    : Optional.of(
                            new Job(id, account, "contacts.load", Job.State.DONE, 1000, 1000, """
                                {"rows": 1000, "leftOut": 1, "refused": 30, "refusedFile": {"value": 5}, "other": null}\
                                """, null, NOW, NOW));
        }

        @Override
        public boolean cancel(AccountId account, JobId id) {
            return false;
        }

        @Override
        public boolean maySee(Job job, Predicate<String> may) {
            return may.test("contacts:view");
        }
    }

    /** A thousand roubles, ten of them held. */
    static final class SomeMoney implements Billing {
        @Override
        public Held hold(List<Charge> charges, String cause) {
            throw new AssertionError("no door of these tests asks for this");
        }

        @Override
        public long settle(List<Settlement> settlements) {
            throw new AssertionError("no door of these tests asks for this");
        }

        @Override
        public long nextTransaction() {
            throw new AssertionError("no door of these tests asks for this");
        }

        @Override
        public void settle(long transaction, List<Settlement> settlements) {
            throw new AssertionError("no door of these tests asks for this");
        }

        @Override
        public Map<AccountId, Money> available(Collection<AccountId> accounts) {
            throw new AssertionError("no door of these tests asks for this");
        }

        @Override
        public Balance balance(AccountId account) {
            return new Balance(Money.of("990"), Money.of("10.5"), "RUB");
        }

        @Override
        public boolean takeBack(Who who, AccountId account, Money amount, String note) {
            throw new AssertionError("no door of these tests asks for this");
        }

        @Override
        public void topUp(Who who, AccountId account, Money amount, String note) {
            throw new AssertionError("no door of these tests asks for this");
        }

        @Override
        public Check check() {
            return new Check(0, 0, List.of());
        }
    }

    /** Campaign 12 of the shop, previewed as number 3. */
    static final class OneCampaign implements Campaigns {
        static final CampaignId ID = new CampaignId(12);
        Draft draft = new Draft("Скидка", "VESTNIK", "Привет", List.of(), List.of(), Duration.ofHours(24));
        Saved saved = new Saved.Kept(ID, 1);
        Confirmation confirmation = new Confirmation.Started(ID, NOW);

        CampaignState state = CampaignState.RUNNING;
        boolean awaited;
        boolean away;

        @Nullable
        Instant confirmedAt = NOW;

        @Nullable
        Preview preview;

        @Nullable
        String trouble;

        @Override
        public Saved save(Who who, @Nullable CampaignId id, int version, Draft kept, @Nullable Sheet sheet) {
            if (away) {
                throw new CannotCreateTransactionException("As if the database were away");
            }
            draft = kept;
            return saved;
        }

        @Override
        public Optional<Campaign> find(AccountId account, CampaignId id) {
            return account.equals(SHOP) && id.equals(ID)
                    ? Optional.of(new Campaign(
                            ID,
                            SHOP,
                            state,
                            1,
                            3,
                            draft,
                            2,
                            Money.of("7"),
                            Map.of(MessageState.DELIVERED, 1L, MessageState.SENT, 1L),
                            Map.of(MessageMark.CLICKED, 1L),
                            NOW,
                            confirmedAt,
                            null,
                            null,
                            trouble))
                    : Optional.empty();
        }

        @Override
        public Slice<Campaign> list(AccountId account, Listing listing, @Nullable String cursor, int limit) {
            return new Slice<>(find(account, ID).stream().toList(), "12");
        }

        @Override
        public Saved preview(Who who, CampaignId id) {
            return id.equals(ID) ? saved : new Saved.NotFound();
        }

        @Override
        public Optional<Preview> previewed(AccountId account, CampaignId id) {
            return Optional.ofNullable(preview);
        }

        @Override
        public Confirmation confirm(Who who, CampaignId id, int number) {
            return id.equals(ID) ? confirmation : new Confirmation.NotFound();
        }

        @Override
        public boolean delete(Who who, CampaignId id) {
            return true;
        }

        @Override
        public boolean pause(Who who, CampaignId id) {
            return true;
        }

        @Override
        public boolean resume(Who who, CampaignId id) {
            return false;
        }

        @Override
        public boolean speed(Who who, CampaignId id, Spread spread) {
            return true;
        }

        @Override
        public boolean awaitPayment(Who who, CampaignId id, int preview, boolean byItself) {
            awaited = byItself;
            return preview == 3;
        }

        @Override
        public boolean cancel(Who who, CampaignId id) {
            return true;
        }
    }
}

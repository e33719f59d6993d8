package io.vestnik.platform.campaigns.domain;

import io.vestnik.platform.accounts.Audit;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.campaigns.Campaigns;
import io.vestnik.platform.campaigns.Campaigns.Draft;
import io.vestnik.platform.campaigns.OwnDaysOff;
import io.vestnik.platform.campaigns.Trials;
import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.kernel.UserId;
import io.vestnik.platform.kernel.Way;
import io.vestnik.platform.pipeline.CampaignChunk;
import io.vestnik.platform.pipeline.Feedback;
import io.vestnik.platform.pipeline.MessageFact;
import io.vestnik.platform.pipeline.SettledRules;
import io.vestnik.platform.store.Pool;
import io.vestnik.platform.store.StoreSettings;
import io.vestnik.platform.store.Transactions;
import io.vestnik.platform.texts.KnownTexts;
import io.vestnik.platform.texts.Texts;
import io.vestnik.sms.Body;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import tools.jackson.databind.json.JsonMapper;

/** Campaigns as they are put together, over a real PostgreSQL, with fakes for the modules below. */
final class House {
    static final GroupId PEOPLE = new GroupId(11);
    static final GroupId FRIENDS = new GroupId(12);
    static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");
    private static final StoreSettings SETTINGS =
            new StoreSettings(Path.of("data"), new StoreSettings.Db(null, null, null, 0), 1, 1, 8);

    private static final Texts TEXTS =
            KnownTexts.of(new Texts.Placeholder("Имя", "name"), new Texts.Placeholder("Промокод", "promo.code.7"));

    final Who marketer = new Who(Town.CLIENT, new UserId(5), null, "Мария", Set.of());
    final FakeContacts contacts = new FakeContacts();
    final FakeBilling billing = new FakeBilling();
    final FakePipeline pipeline = new FakePipeline();
    final SettledRules settings = new SettledRules();
    final FakeRules rules = new FakeRules();
    final FakeLinks links = new FakeLinks();
    final FakeCodes codes = new FakeCodes();
    final Town town = new Town();
    final FakeJobs jobs;
    final Campaigns campaigns;
    final FactCounting counting;
    final List<String> audited = new ArrayList<>();
    final List<Object> events = new ArrayList<>();
    final List<Object> confirmed = new ArrayList<>();
    final UnpaidJob unpaid;
    final Approving approving;
    final Moving moves;
    final Trials trials;
    final Set<LocalDate> daysOff = new HashSet<>();
    Instant now = NOW;

    private final Linking linking = new Linking(links, codes);
    private final Transactions transactions;
    private long lastMessage = MessageId.floorOf(NOW);

    House(Stores stores, Transactions transactions, JsonMapper json) {
        this.transactions = transactions;
        Clock clock = clock();
        this.jobs = new FakeJobs(transactions, clock);
        Audit audit = (_, what, _, _) -> audited.add(what);
        Agendas agendas = new Agendas(town, daysOff());
        LongWork work = new LongWork(jobs, json, clock);
        DraftRules rules = new DraftRules(town, TEXTS, contacts, linking, new TimingRules(town, clock));
        Previewing previewing = new Previewing(
                stores.campaigns(),
                stores.previews(),
                work,
                TEXTS,
                new Previewing.Surroundings(billing, town, linking, settings, agendas));
        FrozenAudience audience =
                new FrozenAudience(stores.campaigns(), stores.previews(), stores.recipients(), stores.waves(), clock);
        Drafting drafting = new Drafting(stores.campaigns(), rules, previewing, transactions, clock);
        ApprovalGate gate = new ApprovalGate(stores.approvals(), stores.campaigns(), audit, events::add);
        Confirming confirming = new Confirming(
                stores.campaigns(),
                stores.previews(),
                new Confirming.Permission(rules, linking, agendas, gate, settings),
                transactions,
                effects(stores, audit, work));
        approving = new Approving(
                stores.approvals(),
                gate,
                stores.campaigns(),
                confirming,
                new Approving.Told(transactions, work, audit, events::add));
        Steering steering = new Steering(
                stores.campaigns(),
                pipeline,
                transactions,
                new Steering.Aftermath(work, stores.counters(), stores.waves(), audit));
        moves = moving(stores, agendas, work, audit);
        campaigns = new CampaignService(stores.campaigns(), stores.counters(), drafting, confirming, steering);
        jobs.know(previewJob(stores, audience, json));
        TrialCourse course = new TrialCourse(stores.trials(), stores.waves());
        trials = new TrialDesk(
                stores.campaigns(), stores.trials(), course, new TrialDesk.Deed(transactions, work, audit));
        ExpandJob.Ways ways = new ExpandJob.Ways(
                pipeline, course, agendas, work, new Queueing(audience, pipeline, billing, linking, stores.trials()));
        jobs.know(new ExpandJob(stores.campaigns(), audience, stores.counters(), ways, json));
        jobs.know(new PaymentWait(stores.campaigns(), confirming, drafting, json, events::add));
        unpaid = new UnpaidJob(stores.campaigns(), confirming, drafting, jobs, json);
        jobs.know(unpaid);
        jobs.know(new AudienceRemoval(stores.recipients(), json));
        counting = counting(stores);
    }

    private Moving moving(Stores stores, Agendas agendas, LongWork work, Audit audit) {
        return new Moving(
                stores.campaigns(),
                stores.previews(),
                new TimingRules(town, clock()),
                agendas,
                new Moving.Means(transactions, work, stores.waves(), audit));
    }

    private PreviewJob previewJob(Stores stores, FrozenAudience audience, JsonMapper json) {
        AudiencePrices prices = new AudiencePrices(town, town, town, town, settings);
        Rendering rendering = new Rendering(TEXTS, prices, rules, new SenderChoice(town));
        AudienceLines lines = new AudienceLines(new AudienceWalk(contacts, town), audience, rendering);
        return new PreviewJob(stores.campaigns(), audience, lines, new Ahead(transactions, SETTINGS), json);
    }

    private FactCounting counting(Stores stores) {
        TrialCounting counted = new TrialCounting(stores.trials());
        return new FactCounting(stores.counters(), new Pulse(), pipeline, counted, events::add);
    }

    private Confirming.Effects effects(Stores stores, Audit audit, LongWork work) {
        Confirming.Openings openings = new Confirming.Openings(stores.waves(), stores.trials());
        return new Confirming.Effects(billing, audit, work, openings, confirmed::add);
    }

    private ObjectProvider<OwnDaysOff> daysOff() {
        return new ObjectProvider<>() {
            @Override
            public Stream<OwnDaysOff> stream() {
                return Stream.of(_ -> daysOff);
            }
        };
    }

    {
        billing.available.put(Town.CLIENT, Money.of("1000000"));
        billing.available.put(Town.PARTNER, Money.of("1000000"));
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
    }

    /** The tables, as Spring made them. */
    record Stores(
            CampaignStore campaigns,
            PreviewStore previews,
            AudienceStore recipients,
            CounterStore counters,
            WaveStore waves,
            ApprovalStore approvals,
            TrialStore trials) {}

    static Draft draft(String text, List<GroupId> groups, String... phones) {
        return new Draft("Скидка", "VESTNIK", text, groups, List.of(phones), Duration.ofHours(12));
    }

    void person(GroupId group, String phone, @Nullable String name) {
        contacts.put(group, phone, name == null ? Map.of() : Map.of("name", name));
    }

    void crowd(int count) {
        for (int i = 0; i < count; i++) {
            person(PEOPLE, (i % 2 == 0 ? "7916" : "7903") + "%07d".formatted(i), "Имя" + i);
        }
    }

    CampaignId saved(Draft draft) {
        return switch (campaigns.save(marketer, null, 0, draft)) {
            case Campaigns.Saved.Kept kept -> kept.id();
            case Campaigns.Saved other -> throw new AssertionError(other);
        };
    }

    Campaigns.Preview previewed(CampaignId id) {
        if (!(campaigns.preview(marketer, id) instanceof Campaigns.Saved.Kept)) {
            throw new AssertionError("Not previewed");
        }
        jobs.run();
        return campaigns.previewed(Town.CLIENT, id).orElseThrow();
    }

    CampaignId started(Draft draft) {
        CampaignId id = saved(draft);
        Campaigns.Confirmation answer =
                campaigns.confirm(marketer, id, previewed(id).number());
        if (!(answer instanceof Campaigns.Confirmation.Started)) {
            throw new AssertionError(answer);
        }
        return id;
    }

    /** Lets the clock go on from one moment at which something is due to the next, until this one. */
    void goOnUntil(Instant end) {
        jobs.run();
        while (jobs.next().filter(it -> !it.isAfter(end)).isPresent()) {
            now = jobs.next().orElseThrow();
            jobs.run();
        }
        now = end;
        jobs.run();
    }

    /** Tells campaigns that each of these messages moved. */
    void tell(CampaignId campaign, List<CampaignChunk.Item> items, @Nullable MessageState from, MessageState to) {
        tell(campaign, items, from, to, null);
    }

    void tell(
            CampaignId campaign,
            List<CampaignChunk.Item> items,
            @Nullable MessageState from,
            MessageState to,
            @Nullable String error) {
        List<MessageFact> facts = new ArrayList<>();
        for (CampaignChunk.Item item : items) {
            if (from == MessageState.QUEUED) {
                pipeline.left.add(item.recipient());
            }
            Money price = item.quote().own().perPart().times(item.parts());
            facts.add(new MessageFact(
                    new MessageId(++lastMessage),
                    Town.CLIENT,
                    campaign,
                    Way.CABINET,
                    "VESTNIK",
                    item.recipient(),
                    item.mccMnc(),
                    from,
                    to,
                    error,
                    item.parts(),
                    price,
                    to == MessageState.DELIVERED ? price : Money.ZERO,
                    Feedback.NONE,
                    now,
                    null,
                    Body.Kind.TEXT));
        }
        transactions.run(Pool.BACKGROUND, () -> counting.take(facts));
        counting.committed(facts);
    }
}

package io.vestnik.platform.plans.domain;

import io.vestnik.platform.accounts.Audit;
import io.vestnik.platform.accounts.OneAccount;
import io.vestnik.platform.contacts.Anniversaries;
import io.vestnik.platform.contacts.Contacts;
import io.vestnik.platform.jobs.Job;
import io.vestnik.platform.jobs.JobId;
import io.vestnik.platform.jobs.JobKind;
import io.vestnik.platform.jobs.Jobs;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.plans.RunNotSent;
import io.vestnik.platform.store.Pool;
import io.vestnik.platform.store.Transactions;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import tools.jackson.databind.json.JsonMapper;

/** Plans as they are put together, over a real PostgreSQL, with a clock that stands and campaigns that answer as they are told to. */
final class PlanHouse implements Jobs {
    final FakeCampaigns campaigns = new FakeCampaigns();
    final List<RunNotSent> told = new ArrayList<>();
    final Map<JobId, Work> started = new HashMap<>();
    final Planner desk;
    final DayOffDesk daysOff;
    final Turn turn;
    final PaidLater paid;
    Instant now = Instant.EPOCH;

    private final Stores stores;
    private final Transactions transactions;
    private final Map<String, JobKind> kinds = new HashMap<>();
    private final PlanClock clock;
    private final ApplicationEventPublisher events;
    private final RunStarts starts;

    /** The tables, as Spring made them. */
    record Stores(PlanBook plans, RunStore runs, DaysOff daysOff) {
        /** What is looked for in all accounts is found in this one alone: the tables are shared with other tests. */
        Stores only(AccountId account) {
            return new Stores(
                    narrowed(
                            PlanBook.class,
                            plans,
                            (PlanBook.Due due) -> due.account().equals(account)),
                    runs,
                    daysOff);
        }

        @SuppressWarnings("unchecked") // what is looked for is a list of the kind that is asked about
        private static <T, R> T narrowed(Class<T> contract, T all, Predicate<R> ours) {
            return contract.cast(Proxy.newProxyInstance(
                    contract.getClassLoader(), new Class<?>[] {contract}, (_, method, arguments) -> {
                        try {
                            return switch (method.getName()) {
                                case "due" ->
                                    ((List<R>) method.invoke(all, arguments[0], Integer.MAX_VALUE))
                                            .stream().filter(ours).toList();
                                default -> method.invoke(all, arguments);
                            };
                        } catch (InvocationTargetException e) {
                            throw e.getCause() == null ? e : e.getCause();
                        }
                    }));
        }
    }

    /** A job that was started, and how far it is; none when it is over. */
    record Work(
            AccountId account,
            String kind,
            String input,
            @Nullable String checkpoint,
            boolean over) {}

    PlanHouse(AccountId account, Stores all, Transactions transactions) {
        Stores stores = all.only(account);
        this.stores = stores;
        this.transactions = transactions;
        JsonMapper json = new JsonMapper();
        Audit audit = (_, _, _, _) -> {};
        events = event -> {
            if (event instanceof RunNotSent notSent) {
                told.add(notSent);
            }
        };
        Calendars calendars = new Calendars(new OneAccount(), stores.daysOff());
        starts = new RunStarts(stores.runs(), this, events, json);
        turn = new Turn(stores.plans(), stores.runs(), calendars, starts, events);
        desk = new Planner(
                stores.plans(),
                starts,
                campaigns.contract(),
                transactions,
                new Planner.Surroundings(new RunTimes(calendars), audit, standing()));
        daysOff = new DayOffDesk(stores.daysOff(), stores.plans(), transactions, audit, standing());
        paid = new PaidLater(stores.runs(), standing());
        clock = new PlanClock(stores.plans(), turn, transactions, standing());
        run(new Guests(
                noPeople(GreetedStore.class),
                starts,
                noPeople(Anniversaries.class),
                new Hindrances(noPeople(Contacts.class), noPeople(Anniversaries.class))));
    }

    /** Among whom greetings go. */
    record Society(GreetedStore greeted, Contacts contacts, Anniversaries anniversaries) {}

    /** With people who have birthdays. */
    PlanHouse greeting(Society society) {
        Hindrances hindrances = new Hindrances(society.contacts(), society.anniversaries());
        kinds.put(
                GatherJob.NAME,
                new GatherJob(
                        stores.plans(),
                        society.anniversaries(),
                        new GatherJob.Gathered(society.greeted(), starts, hindrances, standing()),
                        new JsonMapper()));
        run(new Guests(society.greeted(), starts, society.anniversaries(), hindrances));
        return this;
    }

    /** Who plans by a calendar alone asks nobody about people. */
    private static <T> T noPeople(Class<T> contract) {
        return contract.cast(
                Proxy.newProxyInstance(contract.getClassLoader(), new Class<?>[] {contract}, (_, method, _) -> {
                    throw new AssertionError("A calendar asked about people: " + method.getName());
                }));
    }

    private void run(Guests guests) {
        Running running = new Running(
                stores.plans(), stores.runs(), campaigns.contract(), guests, new Running.Aftermath(events, standing()));
        kinds.put(RunJob.NAME, new RunJob(running, new JsonMapper()));
    }

    private Clock standing() {
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

    /** The clock looks once. */
    void look() {
        clock.look();
    }

    /** A node takes its turn at a plan as it was when it was read. */
    boolean turned(Plan plan) {
        turn.take(plan, now);
        return true;
    }

    /** Every job of this kind that is not over is cancelled. */
    void abandon(String name) {
        started.replaceAll((id, work) -> {
            if (work.over() || !work.kind().equals(name)) {
                return work;
            }
            JobKind kind = Objects.requireNonNull(kinds.get(name));
            transactions.run(
                    Pool.BACKGROUND,
                    () -> kind.abandoned(
                            new JobKind.Context(id, work.account(), work.input(), work.checkpoint(), 0, 0)));
            return new Work(work.account(), work.kind(), work.input(), null, true);
        });
    }

    /** Every job that is not over does a step. */
    void work() {
        for (JobId id : List.copyOf(started.keySet())) {
            Work work = started.get(id);
            if (work != null && !work.over()) {
                JobKind kind = Objects.requireNonNull(kinds.get(work.kind()));
                JobKind.Context context =
                        new JobKind.Context(id, work.account(), work.input(), work.checkpoint(), 0, 0);
                JobKind.Step step = transactions.call(Pool.BACKGROUND, () -> kind.step(context));
                started.put(
                        id,
                        switch (step) {
                            case JobKind.Step.Done _, JobKind.Step.Failed _ ->
                                new Work(work.account(), work.kind(), work.input(), null, true);
                            case JobKind.Step.More more ->
                                new Work(work.account(), work.kind(), work.input(), more.checkpoint(), false);
                            case JobKind.Step.Rest rest ->
                                new Work(work.account(), work.kind(), work.input(), rest.checkpoint(), false);
                        });
            }
        }
    }

    @Override
    public JobId start(AccountId account, String kind, String input) {
        JobId id = new JobId(started.size() + 1L);
        started.put(id, new Work(account, kind, input, null, false));
        return id;
    }

    @Override
    public Optional<Job> find(AccountId account, JobId id) {
        return Optional.empty();
    }

    @Override
    public boolean cancel(AccountId account, JobId id) {
        return false;
    }

    Stores stores() {
        return stores;
    }
}

package io.vestnik.platform.plans.domain;

import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.holidays.Holidays;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.plans.PlanId;
import io.vestnik.platform.plans.Plans;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Service;

/** The contract: plans in words that programs write, handed to the planner. */
@Service
class PlanService implements Plans {
    /** No rule has it: what is said of holidays stands beside it. */
    private static final String UNKNOWN_HOLIDAYS = "unknown";

    private final Planner planner;
    private final Accounts accounts;
    private final Calendars calendars;
    private final Clock clock;

    PlanService(Planner planner, Accounts accounts, Calendars calendars, Clock clock) {
        this.planner = planner;
        this.accounts = accounts;
        this.calendars = calendars;
        this.clock = clock;
    }

    @Override
    public List<Outline> list(AccountId account) {
        return planner.list(account).stream().map(this::outline).toList();
    }

    @Override
    public Optional<Outline> find(AccountId account, PlanId id) {
        return planner.find(account, id).map(this::outline);
    }

    @Override
    public Saved create(Who who, Terms terms) {
        return kept(who, terms, read -> planner.create(who, read));
    }

    @Override
    public Saved change(Who who, PlanId id, int version, Terms terms) {
        return kept(who, terms, read -> planner.change(who, id, version, read));
    }

    private Saved kept(Who who, Terms terms, Function<Plan.Terms, Planner.Saved> keep) {
        return switch (read(who.account(), terms)) {
            case Reading.Refused(Saved.Refused refused) -> refused;
            case Reading.Understood(Plan.Terms understood) ->
                switch (keep.apply(understood)) {
                    case Planner.Saved.Kept(PlanId id) ->
                        new Saved.Kept(find(who.account(), id).orElseThrow());
                    case Planner.Saved.Refused(String field, String code) ->
                        new Saved.Refused(field.equals("days") ? "rule" : field, code, "");
                    case Planner.Saved.Stale(Plan current) -> new Saved.Stale(current.version());
                    case Planner.Saved.NotFound() -> new Saved.NotFound();
                };
        };
    }

    @Override
    public boolean pause(Who who, PlanId id) {
        return planner.pause(who, id);
    }

    @Override
    public boolean resume(Who who, PlanId id) {
        return planner.resume(who, id);
    }

    @Override
    public boolean delete(Who who, PlanId id) {
        return planner.delete(who, id);
    }

    @Override
    public boolean restore(Who who, PlanId id) {
        return planner.restore(who, id);
    }

    @Override
    public Looked look(AccountId account, When.Rule rule) {
        ZoneId zone = accounts.get(account).zone();
        return switch (schedule(rule, zone)) {
            case RuleReader.Reading.Refused(String code, String detail) ->
                new Looked.Refused(new Saved.Refused(
                        code.equals(UNKNOWN_HOLIDAYS) ? "on_holiday" : "rule", code.toLowerCase(Locale.ROOT), detail));
            case RuleReader.Reading.Read(Schedule schedule) -> ahead(schedule, calendars.of(account));
        };
    }

    private Looked ahead(Schedule schedule, Holidays holidays) {
        Instant now = clock.instant();
        return schedule.useless(now, holidays)
                .<Looked>map(why -> new Looked.Refused(new Saved.Refused("rule", why.code(), "")))
                .orElseGet(() -> new Looked.Ahead(written(schedule), schedule.runs(now, NEXT_RUNS, holidays)));
    }

    /** What came of reading terms. */
    private sealed interface Reading {
        record Understood(Plan.Terms terms) implements Reading {}

        record Refused(Saved.Refused why) implements Reading {}
    }

    private Reading read(AccountId account, Terms terms) {
        if (terms.name().isBlank() || terms.name().length() > Plan.Terms.LONGEST_NAME) {
            return refused("name", "too_long", "1 to " + Plan.Terms.LONGEST_NAME);
        }
        if (terms.lateHours() < 0 || terms.lateHours() > Plan.Terms.MOST_LATE_HOURS) {
            return refused("late_hours", "out_of_range", "0 to " + Plan.Terms.MOST_LATE_HOURS);
        }
        ZoneId zone = accounts.get(account).zone();
        return switch (terms.when()) {
            case When.Rule rule -> calendar(terms, rule, zone);
            case When.Greeting greeting -> anniversary(terms, greeting, zone);
        };
    }

    private Reading calendar(Terms terms, When.Rule rule, ZoneId zone) {
        return switch (schedule(rule, zone)) {
            case RuleReader.Reading.Refused(String code, String detail) ->
                refused(code.equals(UNKNOWN_HOLIDAYS) ? "on_holiday" : "rule", code, detail);
            case RuleReader.Reading.Read(Schedule schedule) -> understood(terms, new Occasion.Calendar(schedule));
        };
    }

    private RuleReader.Reading schedule(When.Rule rule, ZoneId zone) {
        Optional<OnHoliday> onHoliday = coded(OnHoliday.values(), OnHoliday::code, rule.onHoliday());
        if (onHoliday.isEmpty()) {
            return new RuleReader.Reading.Refused(UNKNOWN_HOLIDAYS, "run, skip or move");
        }
        return switch (RuleReader.read(rule.text(), zone, LocalDate.ofInstant(clock.instant(), zone))) {
            case RuleReader.Reading.Refused refused -> refused;
            case RuleReader.Reading.Read(Schedule schedule) ->
                new RuleReader.Reading.Read(schedule.unlessSaid(onHoliday.get()));
        };
    }

    private static Reading anniversary(Terms terms, When.Greeting greeting, ZoneId zone) {
        Optional<Occasion.LeapDay> leapDay =
                coded(Occasion.LeapDay.values(), Occasion.LeapDay::code, greeting.leapDay());
        if (leapDay.isEmpty()) {
            return refused("leap_day", "unknown", "february or march");
        }
        if (Math.abs((long) greeting.offset()) > Occasion.Anniversary.FARTHEST) {
            return refused("offset", "out_of_range", "At most " + Occasion.Anniversary.FARTHEST);
        }
        if (!Occasion.Anniversary.isField(greeting.field())) {
            return refused("field", "unknown", "birthday, or a field such as f12");
        }
        return understood(
                terms,
                new Occasion.Anniversary(greeting.field(), greeting.offset(), greeting.time(), leapDay.get(), zone));
    }

    private static Reading understood(Terms terms, Occasion occasion) {
        return new Reading.Understood(
                new Plan.Terms(terms.name().strip(), terms.campaign(), occasion, terms.lateHours()));
    }

    private static Reading refused(String field, String code, String detail) {
        return new Reading.Refused(new Saved.Refused(field, code.toLowerCase(Locale.ROOT), detail));
    }

    private static <T> Optional<T> coded(T[] all, Function<T, String> code, String wanted) {
        return Arrays.stream(all).filter(it -> code.apply(it).equals(wanted)).findFirst();
    }

    private Outline outline(Plan plan) {
        Plan.Terms terms = plan.terms();
        When when = switch (terms.occasion()) {
            case Occasion.Calendar(Schedule schedule) -> written(schedule);
            case Occasion.Anniversary greeting ->
                new When.Greeting(
                        greeting.field(),
                        greeting.offset(),
                        greeting.time(),
                        greeting.leapDay().code());
        };
        return new Outline(
                plan.id(),
                plan.version(),
                new Terms(terms.name(), terms.pattern(), when, terms.lateHours()),
                plan.state().code(),
                plan.nextRunAt(),
                plan.state() == PlanState.ACTIVE ? runs(plan) : List.of(),
                plan.message());
    }

    private static When.Rule written(Schedule schedule) {
        return new When.Rule(
                RuleWriter.write(schedule.withHolidays(OnHoliday.RUN), Holidays.NONE),
                schedule.onHoliday().code());
    }

    private List<Instant> runs(Plan plan) {
        return switch (plan.terms().occasion()) {
            case Occasion.Calendar(Schedule schedule) ->
                schedule.runs(clock.instant(), NEXT_RUNS, calendars.of(plan.account()));
            case Occasion.Anniversary _ -> List.of();
        };
    }
}

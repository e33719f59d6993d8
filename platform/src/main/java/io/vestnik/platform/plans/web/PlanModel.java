package io.vestnik.platform.plans.web;

import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.campaigns.CampaignState;
import io.vestnik.platform.campaigns.Campaigns;
import io.vestnik.platform.campaigns.Campaigns.Campaign;
import io.vestnik.platform.campaigns.Campaigns.Listing;
import io.vestnik.platform.holidays.Holidays;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.plans.domain.Calendars;
import io.vestnik.platform.plans.domain.Days;
import io.vestnik.platform.plans.domain.Occasion;
import io.vestnik.platform.plans.domain.OnHoliday;
import io.vestnik.platform.plans.domain.Plan;
import io.vestnik.platform.plans.domain.RuleWriter;
import io.vestnik.platform.plans.domain.Schedule;
import io.vestnik.platform.shell.Change;
import io.vestnik.platform.shell.Option;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the form of a plan shows. */
@Component
class PlanModel {
    static final int RUNS = 10;

    private static final int MOST_CAMPAIGNS = 50;
    private static final int LATEST_DATE = 31;

    private final Campaigns campaigns;
    private final Accounts accounts;
    private final Calendars calendars;
    private final ScheduleWords said;
    private final Clock clock;

    PlanModel(Campaigns campaigns, Accounts accounts, Calendars calendars, ScheduleWords said, Clock clock) {
        this.campaigns = campaigns;
        this.accounts = accounts;
        this.calendars = calendars;
        this.said = said;
        this.clock = clock;
    }

    ZoneId zone(AccountId account) {
        return accounts.get(account).zone();
    }

    /** The zone that was chosen, or the account's where there is no such one. */
    ZoneId zone(@Nullable String chosen, AccountId account) {
        return ZoneId.getAvailableZoneIds().contains(PlanForm.or(chosen))
                ? ZoneId.of(PlanForm.or(chosen))
                : zone(account);
    }

    /** What a campaign is called; none when it is not there. */
    Optional<String> nameOf(AccountId account, @Nullable Long campaign) {
        return campaign == null || campaign <= 0
                ? Optional.empty()
                : campaigns.find(account, new CampaignId(campaign)).map(PlanModel::name);
    }

    private static String name(Campaign campaign) {
        String name = campaign.draft().name();
        return name.substring(0, Math.min(name.length(), Plan.Terms.LONGEST_NAME));
    }

    void fill(Model page, AccountId account, PlanForm form, @Nullable Plan plan) {
        PlanWords words = said.words();
        page.addAttribute("form", form);
        page.addAttribute("plan", plan);
        page.addAttribute("months", words.months());
        page.addAttribute("weekdays", words.weekdays());
        page.addAttribute("dates", dates());
        page.addAttribute("zones", words.zones(PlanForm.or(form.zone())));
        page.addAttribute("late", words.late());
        page.addAttribute("holidays", words.holidays());
        page.addAttribute("units", words.units());
        page.addAttribute("patterns", patterns(account, form.campaign(), plan));
        outlook(page, account, form);
    }

    private List<PlanWords.Box> dates() {
        return Stream.concat(
                        IntStream.rangeClosed(1, LATEST_DATE)
                                .mapToObj(date -> new PlanWords.Box(
                                        date,
                                        Integer.toString(date),
                                        said.words().of("plans.date", date))),
                        Stream.of(new PlanWords.Box(
                                Days.LAST,
                                said.words().of("plans.date.last.short"),
                                said.words().of("plans.date.last"))))
                .toList();
    }

    /** Whether a campaign goes to groups; true where it is not there, which is told elsewhere. */
    boolean goesToGroups(AccountId account, @Nullable Long campaign) {
        return campaign == null
                || campaign <= 0
                || campaigns
                        .find(account, new CampaignId(campaign))
                        .filter(PlanModel::isOfNoGroup)
                        .isEmpty();
    }

    private static boolean isOfNoGroup(Campaign campaign) {
        return campaign.draft().audience().groups().isEmpty();
    }

    /** The newest drafts, and the one that is chosen; of a plan whose draft is gone its own message. */
    List<Option> patterns(AccountId account, @Nullable Long chosen, @Nullable Plan plan) {
        return patterns(account, chosen, plan, _ -> true);
    }

    /** The same, of those that a greeting may be made of. */
    List<Option> patternsOfGroups(AccountId account, @Nullable Long chosen, @Nullable Plan plan) {
        return patterns(account, chosen, plan, campaign -> !isOfNoGroup(campaign));
    }

    private List<Option> patterns(
            AccountId account, @Nullable Long chosen, @Nullable Plan plan, Predicate<Campaign> fitting) {
        List<Option> options = new ArrayList<>();
        if (plan != null
                && plan.message() != null
                && campaigns.find(account, plan.terms().pattern()).isEmpty()) {
            options.add(
                    new Option(plan.terms().pattern().toString(), said.words().of("plans.message.own")));
        }
        if (chosen != null && chosen > 0) {
            campaigns.find(account, new CampaignId(chosen)).map(this::option).ifPresent(options::add);
        }
        campaigns.list(account, new Listing(CampaignState.DRAFT, null), null, MOST_CAMPAIGNS).items().stream()
                .filter(campaign -> chosen == null || campaign.id().value() != chosen)
                .filter(fitting)
                .map(this::option)
                .forEach(options::add);
        return options;
    }

    private Option option(Campaign campaign) {
        String name = campaign.draft().name();
        String text = campaign.draft().text();
        String shown = name.isBlank() ? text.substring(0, Math.min(text.length(), 60)) : name;
        return new Option(
                campaign.id().toString(), shown.isBlank() ? said.words().of("plans.unnamed", campaign.id()) : shown);
    }

    /** What the form comes to: in words, its next runs, its rule; or what is wrong. */
    void outlook(Model page, AccountId account, PlanForm form) {
        PlanReader reader = new PlanReader(said.words());
        Schedule schedule = reader.schedule(form).orElse(null);
        Holidays holidays = calendars.of(account);
        Instant now = clock.instant();
        if (schedule != null) {
            schedule.useless(now, holidays).ifPresent(reader::refuse);
        }
        page.addAttribute(
                "outlook",
                schedule == null || reader.errors().any()
                        ? new Outlook(
                                "",
                                List.of(),
                                "",
                                "",
                                List.copyOf(reader.errors().byField().values()))
                        : outlook(schedule, holidays, now));
    }

    /**
     * What a schedule comes to.
     *
     * @param runs its next ones, by its own clock
     * @param note what is not known about its holidays; empty when all is
     */
    public record Outlook(String said, List<String> runs, String rule, String note, List<String> faults) {}

    Outlook outlook(Schedule schedule, Holidays holidays, Instant now) {
        List<Instant> runs = schedule.runs(now, RUNS, holidays);
        PlanWords words = said.words();
        int year = runs.isEmpty() ? 0 : runs.getLast().atZone(schedule.zone()).getYear();
        boolean unknown =
                schedule.onHoliday() != OnHoliday.RUN && !holidays.years().isEmpty() && !holidays.knows(year);
        return new Outlook(
                said.of(schedule),
                runs.stream().map(run -> words.moment(run, schedule.zone())).toList(),
                RuleWriter.write(schedule, holidays),
                unknown ? words.of("plans.holiday.unknown", Integer.toString(year)) : "",
                List.of());
    }

    /** In what the stored plan differs from the form. */
    List<Change> changes(Plan current, PlanForm form) {
        PlanWords words = said.words();
        String theirs = switch (current.terms().occasion()) {
            case Occasion.Calendar(Schedule schedule) -> said.of(schedule);
            case Occasion.Anniversary _ -> "";
        };
        String ours = new PlanReader(words).schedule(form).map(said::of).orElse("");
        return Stream.of(
                        new Change(words.of("plans.name"), current.terms().name(), PlanForm.or(form.name())),
                        new Change(words.of("plans.when"), theirs, ours))
                .filter(Change::differs)
                .toList();
    }
}

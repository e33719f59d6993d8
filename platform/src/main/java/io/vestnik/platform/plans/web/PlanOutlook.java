package io.vestnik.platform.plans.web;

import io.vestnik.platform.campaigns.Campaigns;
import io.vestnik.platform.campaigns.Campaigns.Campaign;
import io.vestnik.platform.campaigns.Campaigns.Draft;
import io.vestnik.platform.plans.domain.Calendars;
import io.vestnik.platform.plans.domain.Occasion;
import io.vestnik.platform.plans.domain.Plan;
import io.vestnik.platform.plans.domain.PlanState;
import io.vestnik.platform.plans.domain.Schedule;
import io.vestnik.platform.shell.Change;
import io.vestnik.platform.shell.Tone;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the page of one plan shows besides its runs. */
@Component
class PlanOutlook {
    private final Campaigns campaigns;
    private final Calendars calendars;
    private final PlanModel model;
    private final GreetingModel greetings;
    private final Clock clock;

    PlanOutlook(Campaigns campaigns, Calendars calendars, PlanModel model, GreetingModel greetings, Clock clock) {
        this.campaigns = campaigns;
        this.calendars = calendars;
        this.model = model;
        this.greetings = greetings;
        this.clock = clock;
    }

    PlanWords words() {
        return greetings.words();
    }

    void fill(Model page, Plan plan) {
        Campaign pattern =
                campaigns.find(plan.account(), plan.terms().pattern()).orElse(null);
        page.addAttribute("plan", plan);
        page.addAttribute("pattern", pattern);
        page.addAttribute("message", plan.message());
        page.addAttribute("drift", pattern == null ? null : drift(plan, pattern));
        page.addAttribute("patternOpen", pattern != null && pattern.state().isOpen());
        page.addAttribute("active", plan.state() == PlanState.ACTIVE);
        page.addAttribute("paused", plan.state() == PlanState.PAUSED);
        page.addAttribute("failure", Tone.FAILURE);
        page.addAttribute("tone", words().tone(plan.state()));
        page.addAttribute("zone", zone(plan));
        switch (plan.terms().occasion()) {
            case Occasion.Calendar(Schedule schedule) ->
                page.addAttribute("outlook", model.outlook(schedule, calendars.of(plan.account()), clock.instant()));
            case Occasion.Anniversary anniversary ->
                page.addAttribute("greeting", greetings.said(plan.account(), anniversary));
        }
    }

    /**
     * In what the draft differs from the message of the plan.
     *
     * @param version of the draft that is shown
     * @param more whether recipients or settings differ too
     */
    public record Drift(int version, List<Change> changes, boolean more) {}

    private @Nullable Drift drift(Plan plan, Campaign pattern) {
        Draft message = plan.message();
        Draft draft = pattern.draft();
        List<Change> changes = Stream.of(
                        new Change(
                                words().of("plans.message.sender"),
                                message == null ? null : message.sender(),
                                draft.sender()),
                        new Change(
                                words().of("plans.message.text"),
                                message == null ? null : message.text(),
                                draft.text()))
                .filter(Change::differs)
                .toList();
        boolean more = plan.isMeantOtherwise(draft);
        return changes.isEmpty() && !more ? null : new Drift(pattern.version(), changes, more);
    }

    private static ZoneId zone(Plan plan) {
        return switch (plan.terms().occasion()) {
            case Occasion.Calendar(Schedule schedule) -> schedule.zone();
            case Occasion.Anniversary anniversary -> anniversary.zone();
        };
    }
}

package io.vestnik.platform.plans.domain;

import io.vestnik.platform.campaigns.Campaigns;
import io.vestnik.platform.campaigns.Campaigns.Campaign;
import io.vestnik.platform.campaigns.Campaigns.Confirmation;
import io.vestnik.platform.campaigns.Campaigns.Draft;
import io.vestnik.platform.campaigns.Campaigns.Fault;
import io.vestnik.platform.campaigns.Campaigns.Preview;
import io.vestnik.platform.campaigns.Campaigns.Saved;
import io.vestnik.platform.campaigns.Start;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.plans.RunNotSent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What a run does: a campaign of its own out of the pattern, its preview, and the preview confirmed. */
@Component
class Running {
    private static final int MOST_TRIES = 3;
    /** How long a node may take to begin what was started in time. */
    private static final Duration LONGEST_START = Duration.ofMinutes(15);

    private static final int LONGEST_NAME = 100;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private final PlanBook plans;
    private final RunStore runs;
    private final Campaigns campaigns;
    private final Guests guests;
    private final Aftermath aftermath;

    Running(PlanBook plans, RunStore runs, Campaigns campaigns, Guests guests, Aftermath aftermath) {
        this.plans = plans;
        this.runs = runs;
        this.campaigns = campaigns;
        this.guests = guests;
        this.aftermath = aftermath;
    }

    /** Who is told, and what time it is. */
    @Component
    record Aftermath(ApplicationEventPublisher events, Clock clock) {}

    /** What comes next for whoever carries the run. */
    sealed interface Next {
        record Over() implements Next {}

        /** It is to be asked again in a while. */
        record Wait(int tries) implements Next {}

        /** Its time comes only then. */
        record Later(Duration pause) implements Next {}
    }

    /** One step, within a transaction. */
    Next step(AccountId account, long id, int tries) {
        Run run = runs.lock(account, id).orElse(null);
        if (run == null || run.state().isOver()) {
            return new Next.Over();
        }
        Plan plan = plans.find(account, run.plan())
                .filter(it -> it.state() != PlanState.GONE)
                .orElse(null);
        if (plan == null) {
            return end(run, Run.Outcome.of(RunState.WITHDRAWN, "plan"));
        }
        if (plan.state() == PlanState.PAUSED && !run.byHand()) {
            return hold(plan, run, tries);
        }
        return run.campaign() == null ? begin(plan, run, tries) : look(plan, run, run.campaign(), tries);
    }

    /** Nothing goes while a plan is paused: its campaign is taken away, and whom it was for is free for another run. */
    private Next hold(Plan plan, Run run, int tries) {
        CampaignId made = run.campaign();
        if (made != null && !campaigns.delete(plan.who(), made)) {
            return look(plan, run, made, tries); // a person was faster
        }
        guests.release(plan, run);
        return end(run, null, Run.Outcome.of(RunState.WITHDRAWN, "paused"));
    }

    /** It cannot be carried to its end. */
    void failed(AccountId account, long id) {
        runs.lock(account, id)
                .filter(run -> !run.state().isOver())
                .ifPresent(run -> end(run, Run.Outcome.of(RunState.FAILED, "")));
    }

    private Next begin(Plan plan, Run run, int tries) {
        Draft message = plan.message();
        if (message == null) {
            return end(run, null, Run.Outcome.of(RunState.REFUSED, "message.gone|"));
        }
        Optional<String> hindrance = guests.hindrance(plan, message);
        if (hindrance.isPresent()) {
            return end(run, null, Run.Outcome.of(RunState.REFUSED, hindrance.get()));
        }
        if (now().isBefore(run.plannedAt())) {
            return new Next.Later(Duration.between(now(), run.plannedAt()));
        }
        if (isTooLate(plan, run)) {
            return end(run, null, Run.Outcome.of(RunState.MISSED, ""));
        }
        Draft draft = draft(plan, run, message).named(name(plan, run));
        boolean nobody = plan.terms().occasion() instanceof Occasion.Anniversary
                && draft.audience().phones().isEmpty();
        if (nobody) {
            return end(run, null, Run.Outcome.of(RunState.NOBODY, ""));
        }
        return switch (campaigns.save(plan.who(), null, 0, draft)) {
            case Saved.Kept kept -> count(plan, run, kept.id(), tries);
            case Saved.Refused(List<Fault> faults) -> end(run, null, refused(faults));
            case Saved.Stale _, Saved.NotFound _ -> throw new IllegalStateException("A new campaign is nobody's yet");
        };
    }

    /** An outage may come at any step: nobody is to be woken by what was meant for the day before. */
    private boolean isTooLate(Plan plan, Run run) {
        return run.plannedAt().plus(plan.patience()).plus(LONGEST_START).isBefore(now());
    }

    private Draft draft(Plan plan, Run run, Draft pattern) {
        return switch (plan.terms().occasion()) {
            case Occasion.Calendar _ -> begunByThePlan(pattern);
            case Occasion.Anniversary _ -> guests.invited(plan, run, pattern, now());
        };
    }

    /** It is the plan that says when; the pattern's hours and speed count. */
    private static Draft begunByThePlan(Draft pattern) {
        return pattern.at(pattern.timing().from(new Start.Now()));
    }

    /** So that each is told apart in the list of campaigns. */
    private static String name(Plan plan, Run run) {
        ZoneId zone = switch (plan.terms().occasion()) {
            case Occasion.Calendar(Schedule schedule) -> schedule.zone();
            case Occasion.Anniversary anniversary -> anniversary.zone();
        };
        String when = DAY.format(run.plannedAt().atZone(zone));
        String name = plan.terms().name() + ", " + when + (run.piece() == 0 ? "" : " / " + (run.piece() + 1));
        return name.substring(0, Math.min(name.length(), LONGEST_NAME));
    }

    private Next count(Plan plan, Run run, CampaignId campaign, int tries) {
        runs.began(run.account(), run.id(), campaign, now());
        return switch (campaigns.preview(plan.who(), campaign)) {
            case Saved.Kept _ -> new Next.Wait(tries);
            case Saved.Refused(List<Fault> faults) -> end(run, campaign, refused(faults));
            case Saved.Stale _ -> throw new IllegalStateException("A preview changes no draft");
            case Saved.NotFound _ -> end(run, campaign, Run.Outcome.of(RunState.WITHDRAWN, "campaign"));
        };
    }

    private Next look(Plan plan, Run run, CampaignId id, int tries) {
        Campaign campaign = campaigns.find(run.account(), id).orElse(null);
        if (campaign == null) {
            return end(run, id, Run.Outcome.of(RunState.WITHDRAWN, "campaign"));
        }
        if (campaign.state().isOpen() && !isOurs(plan, campaign.draft())) {
            return anew(plan, run, id, tries);
        }
        return switch (campaign.state()) {
            case PREVIEWING -> new Next.Wait(tries);
            case PREVIEWED ->
                campaigns
                        .previewed(run.account(), id)
                        .map(preview -> confirm(plan, run, id, preview, tries))
                        .orElseGet(() -> again(plan, run, id, tries));
            case DRAFT -> again(plan, run, id, tries);
            case SCHEDULED, RUNNING, PAUSED, FINISHED ->
                end(run, id, new Run.Outcome(RunState.SENT, campaign.recipients(), campaign.cost(), ""));
            case AWAITING_PAYMENT ->
                end(run, id, new Run.Outcome(RunState.NO_MONEY, campaign.recipients(), campaign.cost(), ""));
            case AWAITING_APPROVAL ->
                end(run, id, new Run.Outcome(RunState.AWAITING_APPROVAL, campaign.recipients(), campaign.cost(), ""));
            case CANCELLED -> end(run, id, Run.Outcome.of(RunState.WITHDRAWN, "campaign"));
        };
    }

    /**
     * Whether a campaign says what the plan says. It lies open while it is counted, and who may write has no say in what is sent. Its
     * name is anybody's, and whom a greeting is for is not the message's matter.
     */
    private static boolean isOurs(Plan plan, Draft made) {
        if (plan.message() == null) {
            return false;
        }
        Draft meant = begunByThePlan(plan.message()).named(made.name());
        return made.equals(
                switch (plan.terms().occasion()) {
                    case Occasion.Calendar _ -> meant;
                    case Occasion.Anniversary _ -> meant.to(made.audience());
                });
    }

    /** Somebody changed the campaign, or took another message into the plan: it is made once more. */
    private Next anew(Plan plan, Run run, CampaignId id, int tries) {
        if (tries + 1 >= MOST_TRIES || !campaigns.delete(plan.who(), id)) {
            return end(run, id, Run.Outcome.of(RunState.FAILED, ""));
        }
        guests.release(plan, run);
        return begin(plan, run, tries + 1);
    }

    /** The preview came to nothing, or somebody who was in it was erased. */
    private Next again(Plan plan, Run run, CampaignId id, int tries) {
        return tries + 1 < MOST_TRIES
                ? count(plan, run, id, tries + 1)
                : end(run, id, Run.Outcome.of(RunState.FAILED, ""));
    }

    private Next confirm(Plan plan, Run run, CampaignId id, Preview preview, int tries) {
        if (isTooLate(plan, run)) {
            return end(run, id, Run.Outcome.of(RunState.MISSED, ""));
        }
        return switch (campaigns.confirm(plan.who(), id, preview.number())) {
            case Confirmation.Started _ ->
                end(run, id, new Run.Outcome(RunState.SENT, preview.recipients(), preview.cost(), ""));
            case Confirmation.NoMoney noMoney -> {
                // Nothing is sent late by itself: a person knows whether it is still worth it.
                campaigns.awaitPayment(plan.who(), id, preview.number(), false);
                yield end(run, id, new Run.Outcome(RunState.NO_MONEY, preview.recipients(), noMoney.needed(), ""));
            }
            case Confirmation.AwaitsApproval _ ->
                end(run, id, new Run.Outcome(RunState.AWAITING_APPROVAL, preview.recipients(), preview.cost(), ""));
            case Confirmation.Refused(List<Fault> faults) ->
                end(run, id, preview.recipients() == 0 ? Run.Outcome.of(RunState.NOBODY, "") : refused(faults));
            case Confirmation.Outdated _ -> again(plan, run, id, tries);
            case Confirmation.NotFound _ -> end(run, id, Run.Outcome.of(RunState.WITHDRAWN, "campaign"));
        };
    }

    private static Run.Outcome refused(List<Fault> faults) {
        Fault first = faults.getFirst();
        return Run.Outcome.of(RunState.REFUSED, first.field() + "." + first.code() + "|" + first.detail());
    }

    private Next end(Run run, Run.Outcome outcome) {
        return end(run, run.campaign(), outcome);
    }

    private Next end(Run run, @Nullable CampaignId campaign, Run.Outcome outcome) {
        runs.end(run.account(), run.id(), campaign, outcome, now());
        Plan plan = plans.find(run.account(), run.plan()).orElse(null);
        // A day on which nobody has a birthday is no trouble; a group that has become empty is.
        boolean nobody = outcome.state() == RunState.NOBODY
                && plan != null
                && plan.terms().occasion() instanceof Occasion.Calendar;
        if (outcome.state().isTrouble() || nobody) {
            String name = plan == null ? "" : plan.terms().name();
            aftermath
                    .events()
                    .publishEvent(new RunNotSent(
                            run.account(),
                            run.plan(),
                            name,
                            run.plannedAt(),
                            outcome.state().code()));
        }
        return new Next.Over();
    }

    private Instant now() {
        return aftermath.clock().instant().truncatedTo(ChronoUnit.MICROS);
    }
}

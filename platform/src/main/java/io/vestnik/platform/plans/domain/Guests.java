package io.vestnik.platform.plans.domain;

import io.vestnik.platform.campaigns.Campaigns.Audience;
import io.vestnik.platform.campaigns.Campaigns.Draft;
import io.vestnik.platform.campaigns.Start;
import io.vestnik.platform.contacts.Anniversaries;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Whom one run of a greeting is for. */
@Component
class Guests {
    /** As many as may stand in a campaign one by one. */
    private static final int MOST = 10_000;

    private static final Duration HALF_A_DAY = Duration.ofHours(12);

    private final GreetedStore greeted;
    private final RunStarts starts;
    private final Anniversaries anniversaries;
    private final Hindrances hindrances;

    Guests(GreetedStore greeted, RunStarts starts, Anniversaries anniversaries, Hindrances hindrances) {
        this.greeted = greeted;
        this.starts = starts;
        this.anniversaries = anniversaries;
        this.hindrances = hindrances;
    }

    /** Why nobody can be greeted; empty when all is there, and for plans by a calendar. */
    Optional<String> hindrance(Plan plan, Draft pattern) {
        return switch (plan.terms().occasion()) {
            case Occasion.Calendar _ -> Optional.empty();
            case Occasion.Anniversary occasion -> hindrances.of(plan.account(), occasion, pattern);
        };
    }

    /** Whoever was to be greeted by this run is free for another. */
    void release(Plan plan, Run run) {
        switch (plan.terms().occasion()) {
            case Occasion.Calendar _ -> {}
            case Occasion.Anniversary _ -> greeted.release(run.account(), run.plan(), run.id());
        }
    }

    /**
     * The pattern for those who are due, as far as they are still in its groups; the rest of them go to a run of their own. Nobody may
     * be left.
     */
    Draft invited(Plan plan, Run run, Draft pattern, Instant now) {
        List<String> taken = greeted.take(run.account(), run.plan(), run.plannedAt(), run.id(), MOST);
        if (taken.size() == MOST && greeted.more(run.account(), run.plan(), run.plannedAt())) {
            starts.start(plan, new RunStore.Time(run.plannedAt(), run.piece() + 1, false), now);
        }
        Audience audience = pattern.audience();
        Set<String> still = still(plan, run, audience, taken);
        List<String> phones = new ArrayList<>(taken);
        phones.retainAll(still);
        greeted.dismiss(
                run.account(),
                run.plan(),
                run.id(),
                taken.stream().filter(phone -> !still.contains(phone)).toList());
        return pattern.at(pattern.timing().from(new Start.Now()))
                .to(new Audience(
                        List.of(), phones.stream().map(phone -> "+" + phone).toList(), audience.minus()));
    }

    /** Who of them is in the groups yet, and has the date yet: both may have been put right since they were gathered. */
    private Set<String> still(Plan plan, Run run, Audience audience, List<String> taken) {
        if (taken.isEmpty() || !(plan.terms().occasion() instanceof Occasion.Anniversary occasion)) {
            return Set.of();
        }
        GreetingDays greeting = new GreetingDays(occasion);
        Set<String> still = new HashSet<>();
        for (LocalDate day : greeting.at(run.plannedAt())) {
            Anniversaries.Question question =
                    new Anniversaries.Question(audience.groups(), occasion.field(), greeting.dates(day));
            anniversaries.among(run.account(), question, taken).stream()
                    .filter(one -> isNear(greeting.due(day, one.zone()), run.plannedAt()))
                    .map(Anniversaries.Celebrant::phone)
                    .forEach(still::add);
        }
        return still;
    }

    /** Whose zone was put right is greeted once, at the hour of the old one; the same hour of another day is far away. */
    private static boolean isNear(Instant due, Instant planned) {
        return Duration.between(due, planned).abs().compareTo(HALF_A_DAY) < 0;
    }
}

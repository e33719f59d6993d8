package io.vestnik.platform.plans.domain;

import io.vestnik.platform.campaigns.Campaigns.Audience;
import io.vestnik.platform.campaigns.Campaigns.Draft;
import io.vestnik.platform.campaigns.Start;
import io.vestnik.platform.contacts.Contacts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Whom one run of a greeting is for. */
@Component
class Guests {
    /** As many as may stand in a campaign one by one. */
    private static final int MOST = 10_000;

    private final GreetedStore greeted;
    private final RunStarts starts;
    private final Contacts contacts;
    private final Hindrances hindrances;

    Guests(GreetedStore greeted, RunStarts starts, Contacts contacts, Hindrances hindrances) {
        this.greeted = greeted;
        this.starts = starts;
        this.contacts = contacts;
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
        Set<String> still = audience.groups().isEmpty() || taken.isEmpty()
                ? Set.of()
                : contacts.among(run.account(), audience.groups(), taken);
        List<String> phones = new ArrayList<>(taken);
        phones.retainAll(still);
        return pattern.at(pattern.timing().from(new Start.Now()))
                .to(new Audience(
                        List.of(), phones.stream().map(phone -> "+" + phone).toList(), audience.minus()));
    }
}

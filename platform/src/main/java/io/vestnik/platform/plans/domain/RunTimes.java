package io.vestnik.platform.plans.domain;

import io.vestnik.platform.kernel.AccountId;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** When plans run next, by the calendar of their account. */
@Component
public class RunTimes {
    private final Calendars calendars;

    RunTimes(Calendars calendars) {
        this.calendars = calendars;
    }

    /** The first time after this moment at which there is something to do. */
    Optional<Instant> next(AccountId account, Occasion occasion, Instant after) {
        return switch (occasion) {
            case Occasion.Calendar(Schedule schedule) -> schedule.next(after, calendars.of(account));
            case Occasion.Anniversary anniversary -> Optional.of(first(new GreetingDays(anniversary), after));
        };
    }

    /** Those whose day it is already somewhere are not left out: who is not due yet is greeted today. */
    private static Instant first(GreetingDays greeting, Instant after) {
        return greeting.gathering(greeting.newest(after));
    }

    /** Why it would never do anything; empty when it will. */
    Optional<Schedule.Refusal> useless(AccountId account, Occasion occasion, Instant now) {
        return switch (occasion) {
            case Occasion.Calendar(Schedule schedule) -> schedule.useless(now, calendars.of(account));
            case Occasion.Anniversary _ -> Optional.empty();
        };
    }
}

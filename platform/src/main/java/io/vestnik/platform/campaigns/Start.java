package io.vestnik.platform.campaigns;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When the messages of a campaign may begin to leave. */
public sealed interface Start {
    /** As soon as it is confirmed. */
    record Now() implements Start {}

    /**
     * At a time of a wall clock. By the rules of {@link java.time.ZonedDateTime}: a time that a change of clocks skips comes
     * later by the length of the gap, of a time that comes twice the first is meant.
     *
     * @param local none while a draft does not say yet
     */
    record At(@Nullable LocalDateTime local, Whose clock) implements Start {
        /** The moment, where the wall clock of the zone is meant. */
        public Optional<Instant> in(ZoneId zone) {
            return Optional.ofNullable(local).map(time -> time.atZone(zone).toInstant());
        }
    }
}

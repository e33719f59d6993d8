package io.vestnik.platform.accounts.domain;

import io.vestnik.platform.accounts.KeyRefusal;
import io.vestnik.platform.accounts.KeyUse;
import io.vestnik.platform.shell.Quota;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * One request's use of a key, or of the login of an API.
 *
 * @param zone of the account
 */
record Metered(KeyTerms terms, KeyMeter meter, ZoneId zone, Clock clock) implements KeyUse {

    @Override
    public Optional<KeyRefusal> send(int messages, boolean codes) {
        Optional<KeyRefusal> closed = closed(codes);
        return closed.isPresent() ? closed : meter.take(messages, terms.limits(), zone, clock.instant());
    }

    @Override
    public boolean awaitTurn() {
        return meter.crowd().awaitTurn();
    }

    @Override
    public Optional<KeyRefusal> outsideHours() {
        Daytime hours = terms.hours();
        Duration pause =
                hours == null ? Duration.ZERO : hours.untilOpen(clock.instant().atZone(zone));
        return pause.isPositive() ? Optional.of(new KeyRefusal.OutsideHours(pause)) : Optional.empty();
    }

    @Override
    public Reservation reserve(int messages, boolean codes) {
        Optional<KeyRefusal> closed = closed(codes);
        return closed.isPresent()
                ? Reservation.without(closed)
                : meter.reserve(messages, terms.limits(), zone, clock.instant());
    }

    private Optional<KeyRefusal> closed(boolean codes) {
        return codes && terms.instant() ? Optional.empty() : outsideHours();
    }

    @Override
    public boolean bound() {
        return terms.hours() != null || !terms.limits().isEmpty();
    }

    @Override
    public List<Quota> quotas() {
        Instant now = clock.instant();
        return terms.limits().isEmpty() ? List.of() : meter.quotas(terms.limits(), zone, now);
    }
}

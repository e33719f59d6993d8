package io.vestnik.platform.statistics.domain;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.pipeline.MessageFact;
import io.vestnik.platform.pipeline.Tally;
import io.vestnik.platform.pipeline.Tally.Alike;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;

/** What a batch of facts, or a tally of rows, changes. */
final class Changes {
    private final Map<Alike, Change> hourly = new HashMap<>();
    private final Map<Alike, Change> daily = new HashMap<>();
    private final Map<Moment, Long> happened = new HashMap<>();
    private final Map<Failure, Long> failed = new HashMap<>();
    private final Function<AccountId, ZoneId> zones;

    /** @param zones whose days are those of an account */
    Changes(Function<AccountId, ZoneId> zones) {
        this.zones = zones;
    }

    /** @param region of the recipient's number; empty where it has none */
    void add(MessageFact fact, String region) {
        Alike alike = new Alike(
                fact.account(),
                hour(fact.message().second()),
                fact.campaign(),
                fact.way(),
                fact.sender(),
                fact.mccMnc(),
                region);
        count(alike, change -> count(fact, change));
        if (fact.mark() != null) {
            happened(new Moment(fact.account(), hour(fact.at()), fact.campaign(), fact.mark()), 1);
            return;
        }
        if (fact.to() == MessageState.DELIVERED && fact.from() != MessageState.DELIVERED) {
            happened(new Moment(fact.account(), hour(fact.at()), fact.campaign(), null), 1);
        }
        fail(fact, fact.to(), Objects.requireNonNullElse(fact.error(), ""), fact.from() == MessageState.SENT, 1);
        // Only ends that our own timer made are corrected: of a doubt, and of what was sent and never heard of.
        if (fact.from() == MessageState.UNDELIVERED) {
            fail(fact, fact.from(), "unknown", false, -1);
        } else if (fact.from() == MessageState.EXPIRED) {
            fail(fact, fact.from(), "lifetime", true, -1);
        }
    }

    private static void count(MessageFact fact, Change change) {
        if (fact.mark() != null) {
            change.mark(fact.mark(), 1);
            return;
        }
        if (fact.from() == null) {
            change.parts(fact.parts());
        } else {
            change.stand(fact.from(), -1);
        }
        change.stand(fact.to(), 1);
        change.charge(fact.charged());
    }

    private void fail(MessageFact fact, MessageState state, String code, boolean receipt, long messages) {
        if (Tally.FAILED.contains(state)) {
            LocalDate day = day(fact.account(), hour(fact.message().second()));
            failed.merge(
                    new Failure(fact.account(), day, fact.campaign(), fact.mccMnc(), code, receipt),
                    messages,
                    Long::sum);
        }
    }

    /** An hour is counted with the day in which it begins. */
    private LocalDate day(AccountId account, Instant hour) {
        return hour.atZone(zones.apply(account)).toLocalDate();
    }

    void add(Tally tally) {
        tally.hourly().forEach(standing -> count(standing, of(hourly, standing.alike())));
        tally.daily().forEach(standing -> count(standing, of(daily, standing.alike())));
        for (Tally.Marked marked : tally.marked()) {
            count(marked.alike(), change -> change.mark(marked.mark(), marked.messages()));
        }
        for (Tally.Happened each : tally.happened()) {
            happened(new Moment(each.account(), each.hour(), each.campaign(), each.mark()), each.messages());
        }
        for (Tally.Failed each : tally.failed()) {
            LocalDate day = day(each.account(), each.hour());
            failed.merge(
                    new Failure(each.account(), day, each.campaign(), each.mccMnc(), each.code(), each.receipt()),
                    each.messages(),
                    Long::sum);
        }
    }

    private static void count(Tally.Standing standing, Change change) {
        change.stand(standing.state(), standing.messages());
        change.parts(standing.parts());
        change.charge(standing.charged());
    }

    /** @param alike of an hour, with its region */
    private void count(Alike alike, Consumer<Change> more) {
        more.accept(of(hourly, at(alike, alike.from(), "")));
        LocalDate day = day(alike.account(), alike.from());
        more.accept(of(daily, at(alike, day.atStartOfDay(ZoneOffset.UTC).toInstant(), alike.region())));
    }

    private static Change of(Map<Alike, Change> counted, Alike alike) {
        return counted.computeIfAbsent(alike, _ -> new Change());
    }

    private void happened(Moment moment, long messages) {
        happened.merge(moment, messages, Long::sum);
    }

    private static Instant hour(Instant at) {
        return at.truncatedTo(ChronoUnit.HOURS);
    }

    /** By hours, without regions. */
    Map<Alike, Change> hourly() {
        return hourly;
    }

    /** By days instead of hours, with regions: each is told as its midnight at Greenwich. */
    Map<Alike, Change> daily() {
        return daily;
    }

    private static Alike at(Alike alike, Instant time, String region) {
        return new Alike(alike.account(), time, alike.campaign(), alike.way(), alike.sender(), alike.mccMnc(), region);
    }

    Map<Moment, Long> happened() {
        return happened;
    }

    Map<Failure, Long> failed() {
        return failed;
    }
}

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
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** What a batch of facts, or a tally of rows, changes. */
final class Changes {
    private final Map<Alike, Change> counted = new HashMap<>();
    private final Map<Moment, Long> happened = new HashMap<>();
    private final Map<Failure, Long> failed = new HashMap<>();
    private final Function<AccountId, ZoneId> zones;

    /** @param zones whose days are those of an account */
    Changes(Function<AccountId, ZoneId> zones) {
        this.zones = zones;
    }

    /** @param region of the recipient's number; empty where it has none */
    void add(MessageFact fact, String region) {
        Change change = of(new Alike(
                fact.account(),
                fact.message().second().truncatedTo(ChronoUnit.HOURS),
                fact.campaign(),
                fact.way(),
                fact.sender(),
                fact.mccMnc(),
                region));
        if (fact.mark() != null) {
            change.mark(fact.mark(), 1);
            happened(new Moment(fact.account(), hour(fact.at()), fact.campaign(), fact.mark()), 1);
            return;
        }
        if (fact.from() == null) {
            change.parts(fact.parts());
        } else {
            change.stand(fact.from(), -1);
        }
        change.stand(fact.to(), 1);
        change.charge(fact.charged());
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

    private void fail(MessageFact fact, MessageState state, String code, boolean receipt, long messages) {
        if (Tally.FAILED.contains(state)) {
            LocalDate day = day(fact.account(), fact.message().second());
            failed.merge(
                    new Failure(fact.account(), day, fact.campaign(), fact.mccMnc(), code, receipt),
                    messages,
                    Long::sum);
        }
    }

    private LocalDate day(AccountId account, Instant at) {
        return at.atZone(zones.apply(account)).toLocalDate();
    }

    void add(Tally tally) {
        for (Tally.Standing standing : tally.standings()) {
            Change change = of(standing.alike());
            change.stand(standing.state(), standing.messages());
            change.parts(standing.parts());
            change.charge(standing.charged());
        }
        for (Tally.Marked marked : tally.marked()) {
            of(marked.alike()).mark(marked.mark(), marked.messages());
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

    private Change of(Alike alike) {
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
        return together(alike -> at(alike, alike.hour(), ""));
    }

    /** By days instead of hours, with regions: each is told as its midnight at Greenwich. */
    Map<Alike, Change> daily() {
        return together(alike -> at(
                alike,
                day(alike.account(), alike.hour()).atStartOfDay(ZoneOffset.UTC).toInstant(),
                alike.region()));
    }

    private Map<Alike, Change> together(UnaryOperator<Alike> key) {
        Map<Alike, Change> together = new HashMap<>();
        counted.forEach((alike, change) ->
                together.computeIfAbsent(key.apply(alike), _ -> new Change()).and(change));
        return together;
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

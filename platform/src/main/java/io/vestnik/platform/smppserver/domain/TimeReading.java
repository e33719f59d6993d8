package io.vestnik.platform.smppserver.domain;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.pipeline.NewMessage;
import io.vestnik.platform.pipeline.SendingRules;
import io.vestnik.smpp.CommandStatus;
import io.vestnik.smpp.SmppTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads schedule_delivery_time and validity_period, absolute or relative to now (SMPP 3.4 §7.1.1). */
@Component
class TimeReading {
    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofDays(3);

    private final SendingRules rules;
    private final Clock clock;

    TimeReading(SendingRules rules, Clock clock) {
        this.rules = rules;
        this.clock = clock;
    }

    /** What the two fields come to. */
    sealed interface Read {
        /**
         * When a message leaves and how long it lives from then on.
         *
         * @param sendAt none: now
         */
        record Times(@Nullable Instant sendAt, Duration validity) implements Read {}

        /** Not taken, with this command_status. */
        record Refused(int status) implements Read {}
    }

    Read read(AccountId account, String schedule, String validity) {
        if (schedule.isEmpty() && validity.isEmpty()) {
            return new Read.Times(null, rules.of(account).validity());
        }
        Instant now = clock.instant();
        Instant leaves = schedule.isEmpty() ? now : moment(schedule, now).orElse(Instant.MIN);
        if (leaves.isBefore(now) || leaves.isAfter(now.plus(NewMessage.FURTHEST))) {
            return new Read.Refused(CommandStatus.ESME_RINVSCHED);
        }
        Instant sendAt = leaves.equals(now) ? null : leaves;
        if (validity.isEmpty()) {
            return new Read.Times(sendAt, rules.of(account).validity());
        }
        Instant ends = moment(validity, now).orElse(Instant.MIN);
        return ends.isAfter(leaves)
                ? new Read.Times(sendAt, within(Duration.between(leaves, ends)))
                : new Read.Refused(CommandStatus.ESME_RINVEXPIRY);
    }

    /** The moment that a field names; empty for what is no time. */
    Optional<Instant> moment(String field) {
        return moment(field, clock.instant());
    }

    private static Optional<Instant> moment(String field, Instant now) {
        return SmppTime.parse(field).map(time -> time.after(now));
    }

    /** Cut to what is offered. */
    private static Duration within(Duration validity) {
        if (validity.compareTo(LONGEST) > 0) {
            return LONGEST;
        }
        return validity.compareTo(SHORTEST) < 0 ? SHORTEST : validity;
    }
}

package io.vestnik.platform.statistics.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.kernel.Way;
import io.vestnik.platform.pipeline.Feedback;
import io.vestnik.platform.pipeline.MessageFact;
import io.vestnik.platform.pipeline.Tally.Alike;
import io.vestnik.sms.Body;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChangesTests {
    private static final AccountId ACCOUNT = new AccountId(3);
    /** A quarter past midnight in India, in the hour that began half an hour before it. */
    private static final Instant BEHIND_MIDNIGHT = Instant.parse("2026-11-20T18:45:00Z");

    private final Changes changes = new Changes(_ -> ZoneId.of("Asia/Kolkata"));

    private static MessageFact fact(@Nullable MessageState from, MessageState to, @Nullable String error) {
        return new MessageFact(
                new MessageId(MessageId.floorOf(BEHIND_MIDNIGHT)),
                ACCOUNT,
                null,
                Way.API,
                "VESTNIK",
                "79161230001",
                "25001",
                from,
                to,
                error,
                1,
                Money.of("2"),
                Money.ZERO,
                Feedback.NONE,
                BEHIND_MIDNIGHT,
                null,
                Body.Kind.TEXT);
    }

    @Test
    void countsAMessageAndItsFailureWithTheSameDayWhereHoursBeginAtHalfPast() {
        changes.add(fact(null, MessageState.QUEUED, null), "Москва");
        changes.add(fact(MessageState.QUEUED, MessageState.REJECTED, "11"), "Москва");
        Instant day = LocalDate.of(2026, 11, 20).atStartOfDay(ZoneOffset.UTC).toInstant();
        assertThat(changes.daily().keySet()).extracting(Alike::from).containsExactly(day);
        assertThat(changes.failed().keySet()).extracting(Failure::day).containsExactly(LocalDate.of(2026, 11, 20));
    }

    @Test
    void tellsRegionsOfDaysOnly() {
        changes.add(fact(null, MessageState.QUEUED, null), "Москва");
        changes.add(fact(null, MessageState.QUEUED, null), "Тверь");
        assertThat(changes.daily()).hasSize(2);
        assertThat(changes.hourly().entrySet())
                .singleElement()
                .satisfies(row -> assertThat(row.getKey().region()).isEmpty())
                .extracting(Map.Entry::getValue)
                .satisfies(change -> assertThat(change.of(MessageState.QUEUED)).isEqualTo(2));
    }
}

package io.vestnik.platform.smsc.domain;

import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.campaigns.Campaigns.Draft;
import io.vestnik.platform.campaigns.Campaigns.Timing;
import io.vestnik.platform.campaigns.Spread;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.plans.Plans.Outline;
import io.vestnik.platform.smsc.domain.JobPlans.Job;
import io.vestnik.platform.smsc.wire.Item;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is said of a mailing. */
@Component
class JobRecords {
    private static final BigDecimal HOUR = BigDecimal.valueOf(60);

    private final Accounts accounts;
    private final MessageRecords records;

    JobRecords(Accounts accounts, MessageRecords records) {
        this.accounts = accounts;
        this.records = records;
    }

    /** Whether it goes next on one of these days by the account's clock. */
    boolean goes(AccountId account, Job job, AskedDays days) {
        Instant next = next(job);
        return days.any()
                || (next != null
                        && days.has(
                                LocalDate.ofInstant(next, accounts.get(account).zone())));
    }

    private static @Nullable Instant next(Job job) {
        return job.plans().stream()
                .map(Outline::nextRunAt)
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElse(null);
    }

    /** Where it stands, and when it goes next. */
    Item brief(AccountId account, Job job) {
        int status = status(job.first().state());
        Item item = Item.of(
                "id", job.id().value(), "name", job.name(), "status", status, "status_name", States.name(status));
        Instant next = next(job);
        return next == null
                ? item
                : item.with("time", records.time(account, next)).with("timestamp", next.getEpochSecond());
    }

    /** The same, with what it sends. */
    Item full(AccountId account, Job job) {
        Item item = brief(account, job);
        Draft message = job.first().message();
        if (message == null) {
            return item;
        }
        Timing timing = message.timing();
        if (timing.spread() instanceof Spread.Over(Duration period)) {
            item = item.with(
                    "period",
                    BigDecimal.valueOf(period.toMinutes())
                            .divide(HOUR, 2, RoundingMode.HALF_UP)
                            .stripTrailingZeros()
                            .toPlainString());
        }
        String reserve = message.manner().reserve();
        if (reserve != null) {
            item = item.with("sender2", reserve);
        }
        item = item.with(
                        "valid",
                        "%02d:%02d"
                                .formatted(
                                        timing.validity().toHours(),
                                        timing.validity().toMinutesPart()))
                .with("tinyurl", message.manner().shortLinks() ? 1 : 0);
        List<Item> letters = job.plans().stream()
                .map(Outline::message)
                .filter(Objects::nonNull)
                .map(JobRecords::letter)
                .toList();
        return item.with("list", letters);
    }

    private static Item letter(Draft letter) {
        String phones = Stream.concat(
                        letter.audience().groups().stream().map(group -> "G=" + group),
                        letter.audience().phones().stream())
                .collect(Collectors.joining(","));
        return Item.of("message", letter.text(), "sender_id", letter.sender(), "phones", phones);
    }

    /** In the numbers of messages: it waits, it is stopped, it is over. */
    private static int status(String state) {
        return switch (state) {
            case "active" -> -1;
            case "paused" -> -2;
            default -> 0;
        };
    }
}

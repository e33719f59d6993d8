package io.vestnik.platform.statistics.web;

import io.vestnik.platform.campaigns.Labels.Label;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.kernel.Way;
import io.vestnik.platform.shell.ListQuery;
import io.vestnik.platform.statistics.domain.Grouping;
import io.vestnik.platform.statistics.domain.Narrowing;
import io.vestnik.platform.statistics.domain.Statistics.Offer;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the address of a report asks for; what it does not understand it leaves out. */
final class Asked {
    /** Hours of a longer period nobody can read. */
    private static final long MOST_DAYS_OF_HOURS = 31;

    private static final long MOST_DAYS = 1_830;

    private final ListQuery query;
    private final LocalDate from;
    private final LocalDate to;

    /** @param today in the account's zone */
    Asked(ListQuery query, LocalDate today) {
        this.query = query;
        Period period = query.filter("period")
                .flatMap(code -> Arrays.stream(Period.values())
                        .filter(it -> it.code().equals(code))
                        .findFirst())
                .orElse(Period.THIRTY);
        LocalDate begin = day("from").orElse(period.from(today));
        LocalDate end = day("to").orElse(period.to(today));
        LocalDate last = end.isBefore(begin) ? begin : end;
        this.from = begin;
        this.to = ChronoUnit.DAYS.between(begin, last) > MOST_DAYS ? begin.plusDays(MOST_DAYS) : last;
    }

    private Optional<LocalDate> day(String name) {
        try {
            return query.filter(name)
                    .map(LocalDate::parse)
                    .filter(day -> day.getYear() >= 2025 && day.getYear() < 2100);
        } catch (DateTimeParseException e) {
            return Optional.empty(); // it is typed into an address: as if it were not there
        }
    }

    ListQuery query() {
        return query;
    }

    LocalDate from() {
        return from;
    }

    LocalDate to() {
        return to;
    }

    /** The period by its name; none where days were chosen. */
    @Nullable
    String period() {
        return day("from").isPresent() || day("to").isPresent()
                ? null
                : query.filter("period").orElse(Period.THIRTY.code());
    }

    Grouping by() {
        String code = query.filter("by").orElse("");
        Grouping by = Arrays.stream(Grouping.values())
                .filter(it -> it.code().equals(code))
                .findFirst()
                .orElse(Grouping.DAY);
        boolean tooLong = ChronoUnit.DAYS.between(from, to) >= MOST_DAYS_OF_HOURS;
        // hours are counted without regions
        return by == Grouping.HOUR && (tooLong || query.filter("region").isPresent()) ? Grouping.DAY : by;
    }

    /** The days of the week that are counted; none for all. */
    Set<DayOfWeek> weekdays() {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            if (query.filter("d" + day.getValue()).isPresent()) {
                days.add(day);
            }
        }
        return days;
    }

    Set<MessageState> states() {
        String code = query.filter("state").orElse("");
        return Arrays.stream(MessageState.values())
                .filter(it -> it.code().equals(code))
                .findFirst()
                .map(Set::of)
                .orElse(Set.of());
    }

    Optional<Way> way() {
        String code = query.filter("way").orElse("");
        return Arrays.stream(Way.values()).filter(it -> it.code().equals(code)).findFirst();
    }

    Narrowing narrowing(Offer offer) {
        return new Narrowing(
                from,
                to,
                weekdays(),
                way().orElse(null),
                query.filter("sender").orElse(null),
                query.filter("operator").orElse(null),
                query.filter("region").map(it -> it.equals("-") ? "" : it).orElse(null),
                campaigns(offer));
    }

    /** Everything of its days. */
    Narrowing days() {
        return Narrowing.of(from, to);
    }

    private @Nullable Set<CampaignId> campaigns(Offer offer) {
        Optional<String> mailing = query.filter("mailing");
        Optional<String> tag = query.filter("tag");
        Optional<String> user = query.filter("user");
        if (mailing.isEmpty() && tag.isEmpty() && user.isEmpty()) {
            return null;
        }
        return offer.those(label -> matches(mailing, label.id().toString())
                && tag.filter(it -> !label.tags().contains(it)).isEmpty()
                && matches(user, author(label)));
    }

    private static String author(Label label) {
        return label.author() == null ? "" : label.author().toString();
    }

    private static boolean matches(Optional<String> asked, String is) {
        return asked.filter(it -> !it.equals(is)).isEmpty();
    }
}

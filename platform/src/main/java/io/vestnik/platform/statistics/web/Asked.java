package io.vestnik.platform.statistics.web;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.kernel.UserId;
import io.vestnik.platform.kernel.Way;
import io.vestnik.platform.shell.ListQuery;
import io.vestnik.platform.statistics.Grouping;
import io.vestnik.platform.statistics.Question;
import io.vestnik.platform.statistics.Statistics;
import io.vestnik.platform.statistics.Statistics.Reason;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the address of a report asks for; what it does not understand it leaves out. */
final class Asked {
    /** The value of {@code account} that means everybody below too. */
    static final String EVERYBODY = "all";

    private final ListQuery query;
    private final LocalDate today;
    private final boolean below;
    private final LocalDate from;
    private final LocalDate to;

    /**
     * @param today in the account's zone
     * @param below whether accounts that the viewer's serves may be asked about
     */
    Asked(ListQuery query, LocalDate today, boolean below) {
        this.query = query;
        this.today = today;
        this.below = below;
        Period period = query.filter("period")
                .flatMap(code -> Arrays.stream(Period.values())
                        .filter(it -> it.code().equals(code))
                        .findFirst())
                .orElse(Period.THIRTY);
        LocalDate begin = day("from").orElse(period.from(today));
        LocalDate end = day("to").orElse(period.to(today));
        LocalDate last = end.isBefore(begin) ? begin : end;
        this.from = begin;
        LocalDate most = begin.plusDays(Statistics.MOST_DAYS - 1L);
        this.to = last.isAfter(most) ? most : last;
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
        return query.filter("by")
                .flatMap(Grouping::ofCode)
                .filter(it -> it != Grouping.ACCOUNT || below)
                .orElse(Grouping.DAY);
    }

    /** Whether accounts that the viewer's serves may be asked about. */
    boolean below() {
        return below;
    }

    /** Whether it is about the viewer's own account alone, so that what is told can be opened. */
    boolean own() {
        return whose() instanceof Question.Own;
    }

    /** Whether it is about several accounts together. */
    boolean ofSeveral() {
        return whose() instanceof Question.Everybody;
    }

    /** The account whose mailings and people lines may be of. */
    AccountId subject(AccountId viewer) {
        return whose() instanceof Question.One(AccountId one) ? one : viewer;
    }

    Question.Whose whose() {
        String account = query.filter("account").orElse("");
        if (below && account.equals(EVERYBODY)) {
            return new Question.Everybody();
        }
        return below && account.matches("[1-9]\\d{0,17}")
                ? new Question.One(new AccountId(Long.parseLong(account)))
                : new Question.Own();
    }

    /** The nearest to it that can be told. */
    Asked nearest(Reason reason) {
        Map<String, String> left = new LinkedHashMap<>(query.parameters());
        if (reason == Reason.MAILINGS_OF_SEVERAL) {
            left.keySet().removeAll(Set.of("mailing", "tag", "user"));
        }
        if (reason != Reason.MAILINGS_OF_SEVERAL || by().ofMailings()) {
            left.remove("by");
        }
        return new Asked(new ListQuery(query.path(), left), today, below);
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

    Question question() {
        Question.Filters filters = new Question.Filters(
                weekdays(),
                states(),
                way().orElse(null),
                query.filter("sender").orElse(null),
                query.filter("operator").orElse(null),
                query.filter("region").map(it -> it.equals("-") ? "" : it).orElse(null),
                id("mailing").map(CampaignId::new).orElse(null),
                query.filter("tag").orElse(null),
                id("user").map(UserId::new).orElse(null));
        return new Question(from, to, by(), whose(), filters);
    }

    private Optional<Long> id(String name) {
        return query.filter(name).filter(it -> it.matches("[1-9]\\d{0,17}")).map(Long::parseLong);
    }
}

package io.vestnik.platform.statistics.domain;

import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.campaigns.Labels;
import io.vestnik.platform.campaigns.Labels.Label;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.pipeline.MessageMark;
import io.vestnik.platform.pipeline.Tallies;
import io.vestnik.platform.statistics.domain.SumReader.Column;
import io.vestnik.platform.statistics.domain.SumReader.Lines;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Reports out of the counters: nothing is counted when they are asked for. */
@Service
public class Statistics {
    /** Lines that a report tells at most. */
    public static final int MOST_LINES = 10_000;

    private final SumReader reader;
    private final Labels labels;
    private final Accounts accounts;
    private final Tallies tallies;
    private final SumCounting counting;

    Statistics(SumReader reader, Labels labels, Accounts accounts, Tallies tallies, SumCounting counting) {
        this.reader = reader;
        this.labels = labels;
        this.accounts = accounts;
        this.tallies = tallies;
        this.counting = counting;
    }

    /**
     * Counts messages together.
     *
     * @param states only messages in these; all when there are none
     */
    public Report report(AccountId account, Narrowing narrowing, Grouping by, Set<MessageState> states) {
        Counted counted = counted(); // first, so that it promises no more than is read
        Lines read = reader.sum(account, accounts.get(account).zone(), narrowing, column(by), MOST_LINES + 1);
        Lines whole = switch (by) {
            case STATUS -> new Lines(byState(read.total()), read.total());
            case TAG -> new Lines(fold(account, read.lines(), Label::tags), read.total());
            case USER -> new Lines(fold(account, read.lines(), Statistics::author), read.total());
            case HOUR, DAY, WEEK, MONTH, SENDER, OPERATOR, REGION, WAY, MAILING -> read;
        };
        List<Line> lines = whole.lines().stream()
                .map(line -> states.isEmpty()
                        ? line
                        : new Line(line.key(), line.sums().only(states)))
                .filter(line -> line.sums().messages() != 0)
                .limit(MOST_LINES)
                .toList();
        Sums total = states.isEmpty() ? whole.total() : whole.total().only(states);
        return new Report(lines, total, read.lines().size() > MOST_LINES, counted);
    }

    private static Column column(Grouping by) {
        return switch (by) {
            case HOUR -> Column.HOUR;
            case DAY -> Column.DAY;
            case WEEK -> Column.WEEK;
            case MONTH -> Column.MONTH;
            case STATUS -> Column.NONE;
            case SENDER -> Column.SENDER;
            case OPERATOR -> Column.NETWORK;
            case REGION -> Column.REGION;
            case WAY -> Column.WAY;
            case MAILING, TAG, USER -> Column.CAMPAIGN;
        };
    }

    private static List<Line> byState(Sums total) {
        return total.states().keySet().stream()
                .sorted()
                .map(state -> new Line(state.code(), total.only(Set.of(state))))
                .toList();
    }

    private static List<String> author(Label label) {
        return label.author() == null ? List.of() : List.of(label.author().toString());
    }

    /** Lines of campaigns as lines of what is written on them; a message stands in each of them. */
    private List<Line> fold(AccountId account, List<Line> campaigns, Function<Label, List<String>> written) {
        Map<CampaignId, Label> known = labels.labels(
                account,
                campaigns.stream()
                        .filter(line -> !line.key().isEmpty())
                        .map(Statistics::campaign)
                        .toList());
        Map<String, Sums> folded = new LinkedHashMap<>();
        for (Line line : campaigns) {
            Label label = line.key().isEmpty() ? null : known.get(campaign(line));
            List<String> keys = label == null ? List.of() : written.apply(label);
            for (String key : keys.isEmpty() ? List.of("") : keys) {
                folded.merge(key, line.sums(), Sums::plus);
            }
        }
        return folded.entrySet().stream()
                .map(entry -> new Line(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingLong((Line line) -> line.sums().messages())
                        .reversed())
                .toList();
    }

    private static CampaignId campaign(Line line) {
        return new CampaignId(Long.parseLong(line.key()));
    }

    /** What may be chosen from within the days of a report. */
    public Offer offer(AccountId account, Narrowing narrowing) {
        SumReader.Choices choices = reader.choices(account, narrowing.from(), narrowing.to());
        return new Offer(choices, labels.labels(account, choices.campaigns()).values());
    }

    /** What may be chosen: of campaigns by what is written on them. */
    public record Offer(SumReader.Choices choices, Collection<Label> labels) {
        public Offer {
            labels = List.copyOf(labels);
        }

        /** Those campaigns on which this is written. */
        public Set<CampaignId> those(Predicate<Label> written) {
            return labels.stream().filter(written).map(Label::id).collect(Collectors.toSet());
        }
    }

    /** The sums of campaigns; one without messages has none. */
    public Map<CampaignId, Sums> campaigns(AccountId account, Collection<CampaignId> campaigns) {
        return reader.campaigns(account, campaigns);
    }

    /**
     * How much happened at which hour of which day of the week.
     *
     * @param mark what recipients did; none for deliveries
     */
    public HourMap hours(AccountId account, LocalDate from, LocalDate to, @Nullable MessageMark mark) {
        Counted counted = counted();
        ZoneId zone = accounts.get(account).zone();
        Map<Instant, Long> happened = reader.happened(
                account,
                null,
                mark,
                from.atStartOfDay(zone).toInstant(),
                to.plusDays(1).atStartOfDay(zone).toInstant());
        return new HourMap(happened, zone, counted);
    }

    /** How far the counters are. */
    public Counted counted() {
        return new Counted(tallies.asOf(counting), reader.complete());
    }
}

package io.vestnik.platform.statistics.domain;

import io.vestnik.platform.accounts.Account;
import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.campaigns.Labels;
import io.vestnik.platform.campaigns.Labels.Label;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.pipeline.MessageMark;
import io.vestnik.platform.pipeline.Tallies;
import io.vestnik.platform.statistics.Counted;
import io.vestnik.platform.statistics.Grouping;
import io.vestnik.platform.statistics.HourFigures;
import io.vestnik.platform.statistics.HourMap;
import io.vestnik.platform.statistics.Line;
import io.vestnik.platform.statistics.Question;
import io.vestnik.platform.statistics.Report;
import io.vestnik.platform.statistics.Statistics;
import io.vestnik.platform.statistics.Sums;
import io.vestnik.platform.statistics.domain.SumReader.Column;
import io.vestnik.platform.statistics.domain.SumReader.Lines;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Reports out of the counters: nothing is counted when they are asked for. */
@Service
public class StatisticsDesk implements Statistics, HourFigures {
    private static final Comparator<Line> MOST_FIRST =
            Comparator.comparingLong((Line line) -> line.sums().messages()).reversed();

    private final SumReader reader;
    private final Labels labels;
    private final Accounts accounts;
    private final Tallies tallies;
    private final SumCounting counting;

    StatisticsDesk(SumReader reader, Labels labels, Accounts accounts, Tallies tallies, SumCounting counting) {
        this.reader = reader;
        this.labels = labels;
        this.accounts = accounts;
        this.tallies = tallies;
        this.counting = counting;
    }

    @Override
    public Answer ask(AccountId account, Question question) {
        Set<AccountId> whose = whose(account, question.whose());
        Reason reason = reason(question, whose);
        return reason == null ? report(account, question, whose) : new Refused(reason);
    }

    /** The report of everything of the account's own; days that are refused are a fault of who asks. */
    public Report own(AccountId account, LocalDate from, LocalDate to, Grouping by) {
        return switch (ask(account, Question.of(from, to, by))) {
            case Report report -> report;
            case Refused(Reason reason) -> throw new IllegalArgumentException("There is no report of it: " + reason);
        };
    }

    private static @Nullable Reason reason(Question question, Set<AccountId> whose) {
        boolean hours = question.by() == Grouping.HOUR;
        long days = ChronoUnit.DAYS.between(question.from(), question.to()) + 1;
        if (whose.isEmpty()) {
            return Reason.NOT_BELOW;
        } else if (days > (hours ? MOST_DAYS_OF_HOURS : MOST_DAYS)) {
            return Reason.TOO_LONG;
        } else if (hours && question.filters().region() != null) {
            return Reason.HOURS_OF_A_REGION;
        }
        boolean ofMailings = question.by().ofMailings() || question.filters().ofMailings();
        return ofMailings && question.whose() instanceof Question.Everybody ? Reason.MAILINGS_OF_SEVERAL : null;
    }

    /** Whose messages the account may ask about, as it asks; nobody's where it may not. */
    private Set<AccountId> whose(AccountId account, Question.Whose whose) {
        return switch (whose) {
            case Question.Own() -> Set.of(account);
            case Question.Everybody() -> accounts.tree(account);
            case Question.One(AccountId one) -> accounts.tree(account).contains(one) ? Set.of(one) : Set.of();
        };
    }

    private Report report(AccountId account, Question question, Set<AccountId> whose) {
        Counted counted = counted(); // first, so that it promises no more than is read
        AccountId one = whose.size() == 1 ? whose.iterator().next() : account;
        Mailings mailings = question.filters().ofMailings() ? mailings(one, question) : null;
        Narrowing narrowing = narrowing(question, mailings == null ? null : mailings.ids());
        Grouping by = question.by();
        Lines read = reader.sum(whose, accounts.get(one).zone(), narrowing, column(by), MOST_LINES + 1);
        Lines whole = switch (by) {
            case STATUS -> new Lines(byState(read.total()), read.total());
            case TAG -> new Lines(fold(one, read.lines(), Label::tags), read.total());
            case USER -> new Lines(fold(one, read.lines(), StatisticsDesk::author), read.total());
            case HOUR, DAY, WEEK, MONTH, SENDER, OPERATOR, REGION, WAY, MAILING, ACCOUNT -> read;
        };
        String currency = currency(whose);
        UnaryOperator<Sums> told = told(question.filters().states(), currency != null);
        Stream<Line> lines = whole.lines().stream()
                .map(line -> new Line(line.key(), told.apply(line.sums())))
                .filter(line -> line.sums().messages() != 0);
        return new Report(
                (by.ofTime() ? lines : lines.sorted(MOST_FIRST))
                        .limit(MOST_LINES)
                        .toList(),
                told.apply(whole.total()),
                read.lines().size() > MOST_LINES || (mailings != null && mailings.cut()),
                currency,
                counted);
    }

    private static UnaryOperator<Sums> told(Set<MessageState> states, boolean money) {
        return sums -> {
            Sums some = states.isEmpty() ? sums : sums.only(states);
            return money ? some : some.withoutMoney();
        };
    }

    /** What all of them pay in; none where that is not the same. */
    private @Nullable String currency(Set<AccountId> whose) {
        Set<String> all = whose.stream().map(it -> accounts.get(it).currency()).collect(Collectors.toSet());
        return all.size() == 1 ? all.iterator().next() : null;
    }

    private static Narrowing narrowing(Question question, @Nullable Set<CampaignId> mailings) {
        Question.Filters filters = question.filters();
        return new Narrowing(
                question.from(),
                question.to(),
                filters.weekdays(),
                filters.way(),
                filters.sender(),
                filters.operator(),
                filters.region(),
                mailings);
    }

    /**
     * Mailings that are as a question wants them.
     *
     * @param cut whether there are more than {@link #MOST_LINES} in its days: then only the newest were looked at
     */
    public record Mailings(Set<CampaignId> ids, boolean cut) {
        public Mailings {
            ids = Set.copyOf(ids);
        }
    }

    /** The mailings of its days that are as the question wants them. */
    public Mailings mailings(AccountId account, Question question) {
        Question.Filters filters = question.filters();
        Set<CampaignId> known = filters.mailing() == null
                ? reader.campaigns(account, question.from(), question.to(), MOST_LINES + 1)
                : Set.of(filters.mailing());
        Set<CampaignId> wanted = labels.labels(account, known).values().stream()
                .filter(label -> filters.tag() == null || label.tags().contains(filters.tag()))
                .filter(label -> filters.author() == null || filters.author().equals(label.author()))
                .map(Label::id)
                .collect(Collectors.toSet());
        return new Mailings(wanted, known.size() > MOST_LINES);
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
            case ACCOUNT -> Column.ACCOUNT;
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
                        .map(StatisticsDesk::campaign)
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
                .toList();
    }

    private static CampaignId campaign(Line line) {
        return new CampaignId(Long.parseLong(line.key()));
    }

    /** What may be chosen from within the days of a question; nothing where the account may not ask. */
    public Offer offer(AccountId account, Question question) {
        Set<AccountId> whose = whose(account, question.whose());
        SumReader.Choices choices = reader.choices(whose, question.from(), question.to());
        Collection<Label> known = whose.size() == 1
                ? labels.labels(whose.iterator().next(), choices.campaigns()).values()
                : List.of();
        return new Offer(choices, known);
    }

    /** What may be chosen: of mailings, where they are those of one account, by what is written on them. */
    public record Offer(SumReader.Choices choices, Collection<Label> labels) {
        public Offer {
            labels = List.copyOf(labels);
        }
    }

    /** The accounts below that have sent within these days, at most a thousand; none where there are none below. */
    public List<Account> below(AccountId account, LocalDate from, LocalDate to) {
        Set<AccountId> tree = new LinkedHashSet<>(accounts.tree(account));
        tree.remove(account);
        return tree.isEmpty()
                ? List.of()
                : reader.sending(tree, from, to).stream()
                        .map(accounts::get)
                        .sorted(Comparator.comparing(Account::name))
                        .toList();
    }

    /** The sums of campaigns; one without messages has none. */
    public Map<CampaignId, Sums> campaigns(AccountId account, Collection<CampaignId> campaigns) {
        return reader.campaigns(account, campaigns);
    }

    @Override
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

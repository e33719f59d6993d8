package io.vestnik.platform.statistics.web;

import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.accounts.UserNames;
import io.vestnik.platform.campaigns.Labels;
import io.vestnik.platform.campaigns.Labels.Label;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.UserId;
import io.vestnik.platform.kernel.Way;
import io.vestnik.platform.numbering.Numbering;
import io.vestnik.platform.shell.Format;
import io.vestnik.platform.statistics.Grouping;
import io.vestnik.platform.statistics.Line;
import io.vestnik.platform.statistics.Statistics;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What lines of a report are called, and what is said where some are missing. */
@Component
class KeyWords {
    private final Numbering numbering;
    private final Labels labels;
    private final UserNames users;
    private final Accounts accounts;
    private final Format format;

    KeyWords(Numbering numbering, Labels labels, UserNames users, Accounts accounts, Format format) {
        this.numbering = numbering;
        this.labels = labels;
        this.users = users;
        this.accounts = accounts;
        this.format = format;
    }

    /** Names each of these lines. */
    UnaryOperator<String> names(AccountId account, Grouping by, List<Line> lines) {
        List<String> keys = lines.stream().map(Line::key).toList();
        return switch (by) {
            case HOUR -> key -> format.day(LocalDateTime.parse(key).toLocalDate()) + " " + key.substring(11);
            case DAY -> key -> format.day(LocalDate.parse(key));
            case WEEK ->
                key -> format.day(LocalDate.parse(key)) + " – "
                        + format.day(LocalDate.parse(key).plusDays(6));
            case MONTH ->
                key -> DateTimeFormatter.ofPattern("LLLL yyyy", LocaleContextHolder.getLocale())
                        .format(LocalDate.parse(key));
            case STATUS -> key -> format.text("shell.state." + key);
            case SENDER -> key -> key;
            case OPERATOR -> this::operator;
            case REGION -> key -> key.isEmpty() ? format.text("statistics.region.none") : key;
            case WAY -> key -> way(Way.ofNumber(Integer.parseInt(key)));
            case MAILING -> mailings(account, keys);
            case TAG -> key -> key.isEmpty() ? format.text("statistics.tag.none") : key;
            case USER -> people(account, keys);
            case ACCOUNT ->
                key -> accounts.get(new AccountId(Long.parseLong(key))).name();
        };
    }

    /** That a report is cut, and where. */
    String cut() {
        return format.text("statistics.cut", format.number(Statistics.MOST_LINES));
    }

    /** A point of a chart over time, short enough to stand below it. */
    String point(Grouping by, String key) {
        String pattern = switch (by) {
            case HOUR -> "dd.MM HH:mm";
            case MONTH -> "MM.yyyy";
            case DAY, WEEK, STATUS, SENDER, OPERATOR, REGION, WAY, MAILING, TAG, USER, ACCOUNT -> "dd.MM.yy";
        };
        LocalDateTime at = by == Grouping.HOUR
                ? LocalDateTime.parse(key)
                : LocalDate.parse(key).atStartOfDay();
        return DateTimeFormatter.ofPattern(pattern, LocaleContextHolder.getLocale())
                .format(at);
    }

    /** What the network is called; the country where the network is not known. */
    String operator(String mccMnc) {
        String name = numbering.operatorName(mccMnc);
        return name.equals(mccMnc) ? format.text("statistics.operator.code", mccMnc) : name;
    }

    String way(Way way) {
        return format.text("statistics.way." + way.code());
    }

    String mailing(Label label) {
        return label.name().isBlank()
                ? format.text("statistics.mailing.unnamed", label.id().toString())
                : label.name();
    }

    private UnaryOperator<String> mailings(AccountId account, List<String> keys) {
        Map<CampaignId, Label> known = labels.labels(
                account,
                keys.stream()
                        .filter(key -> !key.isEmpty())
                        .map(key -> new CampaignId(Long.parseLong(key)))
                        .toList());
        return key -> {
            if (key.isEmpty()) {
                return format.text("statistics.mailing.none");
            }
            Label label = known.get(new CampaignId(Long.parseLong(key)));
            return label == null ? format.text("statistics.mailing.unnamed", key) : mailing(label);
        };
    }

    private UnaryOperator<String> people(AccountId account, List<String> keys) {
        Map<UserId, String> known = names(
                account,
                keys.stream()
                        .filter(key -> !key.isEmpty())
                        .map(key -> new UserId(Long.parseLong(key)))
                        .toList());
        return key -> {
            if (key.isEmpty()) {
                return format.text("statistics.user.none");
            }
            String name = known.get(new UserId(Long.parseLong(key)));
            return name == null ? format.text("statistics.user.gone", key) : name;
        };
    }

    Map<UserId, String> names(AccountId account, Collection<UserId> people) {
        return users.names(account, people);
    }
}

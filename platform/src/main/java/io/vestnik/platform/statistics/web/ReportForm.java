package io.vestnik.platform.statistics.web;

import io.vestnik.platform.campaigns.Labels.Label;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.kernel.UserId;
import io.vestnik.platform.kernel.Way;
import io.vestnik.platform.shell.Format;
import io.vestnik.platform.shell.ListQuery;
import io.vestnik.platform.shell.Option;
import io.vestnik.platform.statistics.Grouping;
import io.vestnik.platform.statistics.domain.StatisticsDesk;
import io.vestnik.platform.statistics.domain.StatisticsDesk.Offer;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The form of a report: what may be chosen, what is chosen. */
@Component
class ReportForm {
    /** What several accounts have nothing of in common. */
    private static final Set<String> OF_MAILINGS = Set.of("mailing", "tag", "user");

    private final StatisticsDesk statistics;
    private final KeyWords words;
    private final Format format;

    ReportForm(StatisticsDesk statistics, KeyWords words, Format format) {
        this.statistics = statistics;
        this.words = words;
        this.format = format;
    }

    KeyWords words() {
        return words;
    }

    /** A day of the week that may be counted alone. */
    record Weekday(String name, String title, boolean chosen) {}

    /**
     * A choice of one of several values.
     *
     * @param chosen what is chosen now; empty for everything
     */
    record Choice(String name, String title, List<Option> options, String chosen) {}

    void fill(Model page, AccountId viewer, Asked asked) {
        Offer offer = statistics.offer(viewer, asked.question());
        if (asked.below()) {
            page.addAttribute("accounts", accounts(viewer, asked));
            page.addAttribute("account", asked.query().filter("account").orElse(""));
        }
        page.addAttribute("asked", asked);
        page.addAttribute("from", asked.from().toString());
        page.addAttribute("to", asked.to().toString());
        page.addAttribute("by", asked.by().code());
        page.addAttribute("byTitle", format.text("statistics.by." + asked.by().code()));
        page.addAttribute(
                "groupings",
                Arrays.stream(Grouping.values())
                        .filter(it -> it != Grouping.ACCOUNT || asked.below())
                        .filter(it -> !it.ofMailings() || !asked.ofSeveral())
                        .map(it -> new Option(it.code(), format.text("statistics.by." + it.code())))
                        .toList());
        page.addAttribute("weekdays", weekdays(asked));
        List<Choice> choices = choices(asked.subject(viewer), asked, offer).stream()
                .filter(choice -> !OF_MAILINGS.contains(choice.name()) || !asked.ofSeveral())
                .toList();
        page.addAttribute("choices", choices);
        page.addAttribute(
                "narrowed",
                !asked.weekdays().isEmpty()
                        || choices.stream().anyMatch(choice -> !choice.chosen().isEmpty()));
        page.addAttribute("reset", reset(asked));
        page.addAttribute("xlsx", asked.query().linkAt("/statistics/export?format=xlsx"));
        page.addAttribute("csv", asked.query().linkAt("/statistics/export?format=csv"));
    }

    private static String reset(Asked asked) {
        Map<String, String> kept = new LinkedHashMap<>(asked.query().parameters());
        kept.keySet().retainAll(Set.of("period", "from", "to", "by", "account"));
        return new ListQuery(asked.query().path(), kept).linkAt(asked.query().path());
    }

    private List<Option> accounts(AccountId viewer, Asked asked) {
        return Stream.concat(
                        Stream.of(new Option(Asked.EVERYBODY, format.text("statistics.account.everybody"))),
                        statistics.below(viewer, asked.from(), asked.to()).stream()
                                .map(it -> new Option(Long.toString(it.id().value()), it.name())))
                .toList();
    }

    private static List<Weekday> weekdays(Asked asked) {
        return Arrays.stream(DayOfWeek.values())
                .map(day -> new Weekday(
                        "d" + day.getValue(),
                        day.getDisplayName(TextStyle.SHORT_STANDALONE, LocaleContextHolder.getLocale()),
                        asked.weekdays().contains(day)))
                .toList();
    }

    private List<Choice> choices(AccountId account, Asked asked, Offer offer) {
        List<Label> labels = List.copyOf(offer.labels());
        return List.of(
                choice(asked, "way", Arrays.stream(Way.values()).map(way -> new Option(way.code(), words.way(way)))),
                choice(asked, "sender", offer.choices().senders().stream().map(it -> new Option(it, it))),
                choice(
                        asked,
                        "state",
                        Arrays.stream(MessageState.values())
                                .map(it -> new Option(it.code(), format.text("shell.state." + it.code())))),
                choice(
                        asked,
                        "operator",
                        offer.choices().networks().stream().map(it -> new Option(it, words.operator(it)))),
                choice(
                        asked,
                        "region",
                        Stream.concat(
                                Stream.of(new Option("-", format.text("statistics.region.none"))),
                                offer.choices().regions().stream().map(it -> new Option(it, it)))),
                choice(
                        asked,
                        "mailing",
                        labels.stream()
                                .sorted(Comparator.comparing(Label::id).reversed())
                                .map(it -> new Option(it.id().toString(), words.mailing(it)))),
                choice(
                        asked,
                        "tag",
                        labels.stream()
                                .flatMap(label -> label.tags().stream())
                                .distinct()
                                .sorted()
                                .map(it -> new Option(it, it))),
                choice(asked, "user", people(account, labels)));
    }

    private Stream<Option> people(AccountId account, List<Label> labels) {
        Set<UserId> authors = new TreeSet<>();
        for (Label label : labels) {
            if (label.author() != null) {
                authors.add(label.author());
            }
        }
        return words.names(account, authors).entrySet().stream()
                .map(entry -> new Option(entry.getKey().toString(), entry.getValue()))
                .sorted(Comparator.comparing(Option::label));
    }

    private Choice choice(Asked asked, String name, Stream<Option> options) {
        return new Choice(
                name,
                format.text("statistics.by." + (name.equals("state") ? "status" : name)),
                options.toList(),
                asked.query().filter(name).orElse(""));
    }
}

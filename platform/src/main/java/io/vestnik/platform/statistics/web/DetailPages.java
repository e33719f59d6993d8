package io.vestnik.platform.statistics.web;

import io.vestnik.platform.accounts.Account;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.Condition;
import io.vestnik.platform.pipeline.MessageFilter;
import io.vestnik.platform.pipeline.MessageView;
import io.vestnik.platform.pipeline.StepSearch;
import io.vestnik.platform.pipeline.StepSearch.Found;
import io.vestnik.platform.pipeline.StepSearch.Wanted;
import io.vestnik.platform.shell.Format;
import io.vestnik.platform.shell.ListQuery;
import io.vestnik.platform.shell.Tone;
import io.vestnik.platform.statistics.Question;
import io.vestnik.platform.statistics.domain.StatisticsDesk;
import io.vestnik.platform.statistics.domain.StatisticsDesk.Mailings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Single messages of a period by whatever they are, found in steps that say how far they looked. */
@Controller
@PreAuthorize(StatisticsRights.MAY_SEE_MESSAGES)
class DetailPages {
    private static final int ROWS = 50;
    private static final int LONGEST_CAMPAIGN = 18;

    private final StepSearch search;
    private final StatisticsDesk statistics;
    private final ReportForm form;
    private final Present present;
    private final Format format;

    DetailPages(StepSearch search, StatisticsDesk statistics, ReportForm form, Present present, Format format) {
        this.search = search;
        this.statistics = statistics;
        this.form = form;
        this.present = present;
        this.format = format;
    }

    /** A message that was found. */
    record Row(MessageView message, String phone, String operator) {}

    @GetMapping("/statistics/messages")
    String show(ListQuery query, @AuthenticationPrincipal Who who, Model page) {
        Asked asked = present.asked(query, who);
        Account account = present.account(who);
        Mailings mailings = mailings(asked, account);
        Wanted wanted = new Wanted(
                asked.from().atStartOfDay(account.zone()).toInstant(),
                asked.to().plusDays(1).atStartOfDay(account.zone()).toInstant(),
                filter(asked, account),
                mailings == null ? null : mailings.ids());
        Found found = search.look(who.account(), wanted, query.after().orElse(null), ROWS);
        form.fill(page, who.account(), asked);
        page.addAttribute(
                "rows", found.messages().stream().map(it -> row(it, who)).toList());
        page.addAttribute("presets", present.presets(asked));
        page.addAttribute("phone", query.filter("phone").orElse(""));
        page.addAttribute("text", query.filter("text").orElse(""));
        page.addAttribute("error", query.filter("error").orElse(""));
        page.addAttribute("looked", format.number(found.looked()));
        page.addAttribute("lookedTo", format.dateTime(found.lookedTo(), account.zone()));
        page.addAttribute("next", next(query, found));
        page.addAttribute(
                "cut", mailings != null && mailings.cut() ? form.words().cut() : null);
        page.addAttribute("waiting", Tone.WAITING);
        present.fill(page, who, statistics.counted(), "messages");
        return "statistics/messages";
    }

    private static @Nullable String next(ListQuery query, Found found) {
        if (found.next() == null) {
            return null;
        }
        Map<String, String> changed = new LinkedHashMap<>(query.parameters());
        changed.remove("after");
        String here = new ListQuery(query.path(), changed).linkAt(query.path());
        return here + (here.contains("?") ? "&" : "?") + "after=" + found.next();
    }

    private Row row(MessageView message, Who who) {
        return new Row(
                message,
                who.may("messages:full") ? format.phone(message.recipient()) : format.maskedPhone(message.recipient()),
                form.words().operator(message.mccMnc()));
    }

    /** By what is written on mailings; none where that does not matter. */
    private @Nullable Mailings mailings(Asked asked, Account account) {
        Question.Filters filters = asked.question().filters();
        return filters.tag() == null && filters.author() == null
                ? null
                : statistics.mailings(account.id(), asked.question());
    }

    private static MessageFilter filter(Asked asked, Account account) {
        ListQuery query = asked.query();
        List<Condition> conditions = new ArrayList<>();
        condition(query, "sender", "sender", Condition.Test.IS, conditions);
        condition(query, "operator", "network", Condition.Test.IS, conditions);
        condition(query, "region", "region", Condition.Test.IS, conditions);
        condition(query, "error", "error", Condition.Test.IS, conditions);
        condition(query, "text", "text", Condition.Test.HAS, conditions);
        if (!asked.weekdays().isEmpty()) {
            String days = asked.weekdays().stream()
                    .map(day -> " " + day.getValue())
                    .collect(Collectors.joining("", account.zone().getId(), ""));
            conditions.add(new Condition("weekdays", Condition.Test.IS, days));
        }
        asked.way()
                .ifPresent(
                        way -> conditions.add(new Condition("way", Condition.Test.IS, Integer.toString(way.number()))));
        String digits = query.filter("phone").orElse("").replaceAll("\\D", "");
        // People here begin their own numbers with 8; they are kept as beginning with 7.
        String phone = digits.startsWith("8") ? "7" + digits.substring(1) : digits;
        return new MessageFilter(
                query.filter("mailing")
                        .filter(it -> it.matches("[1-9]\\d{0," + (LONGEST_CAMPAIGN - 1) + "}"))
                        .map(it -> new CampaignId(Long.parseLong(it)))
                        .orElse(null),
                asked.states().stream().findFirst().orElse(null),
                phone.isEmpty() ? null : phone,
                conditions);
    }

    private static void condition(
            ListQuery query, String parameter, String field, Condition.Test test, List<Condition> conditions) {
        query.filter(parameter)
                .filter(it -> it.length() <= 200)
                .ifPresent(value -> conditions.add(
                        value.equals("-")
                                ? new Condition(field, Condition.Test.EMPTY, "")
                                : new Condition(field, test, value)));
    }
}

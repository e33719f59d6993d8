package io.vestnik.platform.statistics.web;

import io.vestnik.platform.accounts.Account;
import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.shell.Format;
import io.vestnik.platform.shell.ListQuery;
import io.vestnik.platform.shell.Tab;
import io.vestnik.platform.statistics.Counted;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What all pages of statistics have: tabs, the account's money and days, how fresh the counts are. */
@Component
class Present {
    private final Accounts accounts;
    private final Format format;
    private final Clock clock;

    Present(Accounts accounts, Format format, Clock clock) {
        this.accounts = accounts;
        this.format = format;
        this.clock = clock;
    }

    /** About the viewer's own account. Days are those of its zone, as they are counted. */
    Asked asked(ListQuery query, Who who) {
        return new Asked(query, today(who), false);
    }

    /** The same, and about the accounts that it serves, where there are any. */
    Asked askedOfAll(ListQuery query, Who who) {
        boolean serves =
                who.may(StatisticsRights.BELOW) && accounts.tree(who.account()).size() > 1;
        return new Asked(query, today(who), serves);
    }

    private LocalDate today(Who who) {
        return clock.instant().atZone(account(who).zone()).toLocalDate();
    }

    Account account(Who who) {
        return accounts.get(who.account());
    }

    /** A preset period. */
    record Preset(String title, String url, boolean current) {}

    /** Links of periods, one beside another. */
    List<Preset> presets(Asked asked) {
        return Arrays.stream(Period.values())
                .map(period -> {
                    Map<String, String> changed =
                            new LinkedHashMap<>(asked.query().parameters());
                    changed.remove("from");
                    changed.remove("to");
                    changed.put("period", period.code());
                    return new Preset(
                            format.text("statistics.period." + period.code()),
                            new ListQuery(asked.query().path(), changed)
                                    .linkAt(asked.query().path()),
                            period.code().equals(asked.period()));
                })
                .toList();
    }

    void fill(Model page, Who who, Counted counted, String tab) {
        Account account = account(who);
        page.addAttribute("currency", account.currency());
        page.addAttribute("counted", counted);
        page.addAttribute("asOf", format.dateTime(counted.asOf(), account.zone()));
        page.addAttribute("zone", account.zone().getId());
        page.addAttribute("tabs", tabs(who, tab));
    }

    private List<Tab> tabs(Who who, String current) {
        List<Tab> tabs = new ArrayList<>();
        tabs.add(tab("general", "/statistics", current));
        tabs.add(tab("hours", "/statistics/hours", current));
        tabs.add(tab("compare", "/statistics/compare", current));
        if (who.may("messages:view")) {
            tabs.add(tab("messages", "/statistics/messages", current));
        }
        tabs.add(tab("scheduled", "/statistics/scheduled", current));
        tabs.add(tab("unsubscribed", "/statistics/unsubscribed", current));
        return tabs;
    }

    private Tab tab(String name, String url, String current) {
        return Tab.of(format.text("statistics.tab." + name), url, name.equals(current));
    }
}

package io.vestnik.platform.promo.web;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.promo.domain.Action;
import io.vestnik.platform.promo.domain.ActionStore;
import io.vestnik.platform.promo.domain.Actions;
import io.vestnik.platform.promo.domain.Source;
import io.vestnik.platform.promo.domain.TillStore;
import io.vestnik.platform.promo.domain.TillStore.Taking;
import io.vestnik.platform.shell.Chart;
import io.vestnik.platform.shell.MessageStates;
import io.vestnik.platform.shell.Tab;
import io.vestnik.platform.shell.Tone;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What came of an action: messages by the counters that facts keep, redemptions by the sums that the till keeps. */
@Component
class ActionReport {
    private static final int MOST_DAYS = 366;

    private final ActionStore store;
    private final TillStore till;
    private final Actions actions;
    private final MessageStates states;
    private final PromoWords words;

    ActionReport(ActionStore store, TillStore till, Actions actions, MessageStates states, PromoWords words) {
        this.store = store;
        this.till = till;
        this.actions = actions;
        this.states = states;
        this.words = words;
    }

    /** What came in under one head, such as a day or a cashier. */
    record Sum(String head, long redeemed, Money revenue) {
        Sum and(Taking taking) {
            return new Sum(head, redeemed + taking.redeemed(), revenue.plus(taking.revenue()));
        }
    }

    void fill(Model model, Who who, Action action) {
        AccountId account = who.account();
        Map<MessageState, Long> counts = store.counts(account, action.id());
        List<Taking> takings = till.takings(account, action.id());
        long redeemed = takings.stream().mapToLong(Taking::redeemed).sum();
        model.addAttribute("action", action);
        model.addAttribute("words", words);
        model.addAttribute("state", action.state(actions.today(account)));
        model.addAttribute("mayEdit", who.may(PromoRights.EDIT));
        model.addAttribute("loaded", action.terms().codes().source() == Source.LOADED);
        model.addAttribute("tabs", tabs(action, true));
        model.addAttribute("delivered", sum(counts, Tone.SUCCESS));
        model.addAttribute(
                "sent", counts.values().stream().mapToLong(Long::longValue).sum());
        model.addAttribute("redeemed", redeemed);
        model.addAttribute(
                "revenue", Money.sum(takings.stream().map(Taking::revenue).toList()));
        model.addAttribute("currency", words.currency(account));
        model.addAttribute("cashiers", sums(takings, Taking::cashier));
        model.addAttribute("days", byDay(takings));
        model.addAttribute("chart", chart(byDay(takings)));
        model.addAttribute("success", Tone.SUCCESS);
        model.addAttribute("waiting", Tone.WAITING);
    }

    List<Tab> tabs(Action action, boolean first) {
        String url = "/promo/" + action.id();
        return List.of(
                Tab.of(words.of("promo.tab.report"), url, first),
                Tab.of(words.of("promo.tab.codes"), url + "/codes", !first));
    }

    private long sum(Map<MessageState, Long> counts, Tone tone) {
        return counts.entrySet().stream()
                .filter(it -> states.tone(it.getKey()) == tone)
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private static List<Sum> sums(List<Taking> takings, Function<Taking, String> head) {
        Map<String, Sum> sums = new TreeMap<>();
        takings.forEach(taking -> sums.merge(
                head.apply(taking),
                new Sum(head.apply(taking), 0, Money.ZERO).and(taking),
                (had, _) -> had.and(taking)));
        return List.copyOf(sums.values());
    }

    /** The last year of days on which something came in. */
    private List<Sum> byDay(List<Taking> takings) {
        List<Sum> days = sums(takings, taking -> taking.day().toString());
        return days.subList(Math.max(0, days.size() - MOST_DAYS), days.size()).stream()
                .map(day -> new Sum(words.format().day(LocalDate.parse(day.head())), day.redeemed(), day.revenue()))
                .toList();
    }

    private Chart chart(List<Sum> days) {
        return new Chart(
                Chart.Kind.BAR,
                words.of("promo.chart"),
                days.stream().map(Sum::head).toList(),
                List.of(new Chart.Series(
                        words.of("promo.redeemed"),
                        Tone.SUCCESS,
                        days.stream().map(day -> (double) day.redeemed()).toList())));
    }
}

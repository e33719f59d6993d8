package io.vestnik.platform.plans.web;

import io.vestnik.platform.contacts.Anniversaries;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.plans.domain.Occasion;
import io.vestnik.platform.shell.Option;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the form of a greeting shows, and a greeting in words. */
@Component
class GreetingModel {
    private final Anniversaries anniversaries;
    private final PlanWords words;

    GreetingModel(Anniversaries anniversaries, PlanWords words) {
        this.anniversaries = anniversaries;
        this.words = words;
    }

    PlanWords words() {
        return words;
    }

    void fill(Model page, AccountId account) {
        page.addAttribute("dateFields", fields(account));
        page.addAttribute(
                "sides",
                List.of(
                        new Option("on", words.of("plans.side.on")),
                        new Option("before", words.of("plans.side.before")),
                        new Option("after", words.of("plans.side.after"))));
        page.addAttribute(
                "leaps",
                List.of(
                        new Option("february", words.of("plans.leap.february")),
                        new Option("march", words.of("plans.leap.march"))));
        page.addAttribute("late", words.late());
    }

    private List<Option> fields(AccountId account) {
        return anniversaries.fields(account).stream()
                .map(field -> new Option(field.key(), words.of(field.titleKey())))
                .toList();
    }

    /** «День рождения, за 3 дня, в 10:00 по часам получателя». */
    public String said(AccountId account, Occasion.Anniversary occasion) {
        String field = fields(account).stream()
                .filter(one -> one.value().equals(occasion.field()))
                .map(Option::label)
                .findFirst()
                .orElseGet(() -> words.of("plans.say.field-gone"));
        String day = occasion.offset() == 0
                ? words.of("plans.say.same-day")
                : words.of(
                        occasion.offset() < 0 ? "plans.say.before" : "plans.say.after-day",
                        words.format().count(Math.abs(occasion.offset()), "plans.say.days"));
        return words.of("plans.say.greeting", field, day, occasion.time().toString());
    }
}

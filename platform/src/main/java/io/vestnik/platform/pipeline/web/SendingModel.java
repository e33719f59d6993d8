package io.vestnik.platform.pipeline.web;

import io.vestnik.platform.accounts.AccountKind;
import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.pipeline.SendingTerms.Outside;
import io.vestnik.platform.senders.Senders;
import io.vestnik.platform.shell.Option;
import io.vestnik.platform.shell.ZoneNames;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the page of the settings of sending shows besides what was chosen. */
@Component
class SendingModel {
    private static final List<Integer> HOURS = List.of(1, 3, 6, 12, 24, 48, 72);

    private final Accounts accounts;
    private final Senders senders;
    private final ZoneNames zones;
    private final SendingWords words;

    SendingModel(Accounts accounts, Senders senders, ZoneNames zones, SendingWords words) {
        this.accounts = accounts;
        this.senders = senders;
        this.zones = zones;
        this.words = words;
    }

    /** A day of the week to choose. */
    record Day(int number, String name, boolean chosen) {}

    ZoneId zone(Who who) {
        return accounts.get(who.account()).zone();
    }

    /** Whether there may be accounts below that go by the same. */
    boolean mayHandDown(Who who) {
        return accounts.get(who.account()).kind() != AccountKind.CLIENT;
    }

    void fill(Model model, Who who, SendingForm form) {
        model.addAttribute("form", form);
        model.addAttribute(
                "days",
                Arrays.stream(DayOfWeek.values())
                        .map(day -> new Day(day.getValue(), SendingWords.name(day), form.on(day.getValue())))
                        .toList());
        model.addAttribute(
                "outsides",
                Arrays.stream(Outside.values())
                        .map(SendingForm::code)
                        .map(code -> new Option(code, words.text("pipeline.sending.outside." + code)))
                        .toList());
        model.addAttribute("zones", zones.options(Objects.requireNonNullElse(form.zone(), "")));
        model.addAttribute(
                "senders",
                senders.names(who.account()).stream()
                        .map(name -> new Option(name, name))
                        .toList());
        model.addAttribute(
                "terms",
                HOURS.stream()
                        .map(hours -> new Option(hours.toString(), words.hours(hours)))
                        .toList());
        model.addAttribute("mayHandDown", mayHandDown(who));
        String country = accounts.get(who.account()).country();
        model.addAttribute("country", Locale.of("", country).getDisplayCountry(LocaleContextHolder.getLocale()));
    }
}

package io.vestnik.platform.pipeline.web;

import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.pipeline.SendingSettings;
import io.vestnik.platform.pipeline.SendingTerms.Outside;
import io.vestnik.platform.senders.Senders;
import io.vestnik.platform.shell.Option;
import io.vestnik.platform.shell.ZoneNames;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the page of the settings of sending shows besides what was chosen. */
@Component
class SendingModel {
    private static final List<Integer> HOURS = List.of(1, 3, 6, 12, 24, 48, 72);

    private final SendingSettings settings;
    private final Accounts accounts;
    private final Senders senders;
    private final ZoneNames zones;
    private final SendingWords words;

    SendingModel(SendingSettings settings, Accounts accounts, Senders senders, ZoneNames zones, SendingWords words) {
        this.settings = settings;
        this.accounts = accounts;
        this.senders = senders;
        this.zones = zones;
        this.words = words;
    }

    /** A day of the week to choose. */
    record Day(int number, String name, boolean chosen) {}

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
                Stream.concat(HOURS.stream(), Stream.ofNullable(form.validity()))
                        .distinct()
                        .sorted()
                        .map(hours -> new Option(hours.toString(), words.hours(hours)))
                        .toList());
        model.addAttribute("mayHandDown", settings.mayHandDown(who.account()));
        String country = accounts.get(who.account()).country();
        model.addAttribute("country", Locale.of("", country).getDisplayCountry(LocaleContextHolder.getLocale()));
    }
}

package io.vestnik.platform.campaigns.web;

import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.campaigns.Allowed;
import io.vestnik.platform.campaigns.Campaigns.Campaign;
import io.vestnik.platform.campaigns.Campaigns.Timing;
import io.vestnik.platform.campaigns.Spread;
import io.vestnik.platform.campaigns.Start;
import io.vestnik.platform.campaigns.Whose;
import io.vestnik.platform.campaigns.domain.Agenda;
import io.vestnik.platform.campaigns.domain.FrozenPreview;
import io.vestnik.platform.campaigns.domain.PreviewStore;
import io.vestnik.platform.campaigns.domain.Tally;
import io.vestnik.platform.campaigns.domain.Wave;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.pipeline.Windows;
import io.vestnik.platform.shell.Option;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What pages say of when a campaign is sent. */
@Component
class WhenModel {
    private static final int MOST_ZONES = 30;

    private final Accounts accounts;
    private final PreviewStore previews;
    private final CampaignTexts texts;
    private final Clock clock;

    WhenModel(Accounts accounts, PreviewStore previews, CampaignTexts texts, Clock clock) {
        this.accounts = accounts;
        this.previews = previews;
        this.texts = texts;
        this.clock = clock;
    }

    /**
     * What the timing of a draft comes to.
     *
     * @param said in whole sentences
     * @param warned what the person may not have thought of
     */
    record Words(List<String> said, List<String> warned) {}

    /**
     * The people of one clock.
     *
     * @param at when they begin, by the clock of the account
     * @param local the same by their own
     */
    record Zone(String name, long people, Instant at, String local) {}

    /** A day of the week to choose. */
    record Day(int number, String name, boolean chosen) {}

    void form(Model model, AccountId account, WhenForm form, Timing timing) {
        model.addAttribute("when", form);
        model.addAttribute("starts", options("campaigns.when.start.", "now", "at"));
        model.addAttribute("clocks", options("campaigns.when.clock.", "account", "recipient"));
        model.addAttribute("spreads", options("campaigns.when.spread.", "once", "over", "rate"));
        model.addAttribute(
                "days",
                Arrays.stream(DayOfWeek.values())
                        .map(day -> new Day(
                                day.getValue(),
                                day.getDisplayName(TextStyle.SHORT_STANDALONE, texts.locale()),
                                form.on(day.getValue())))
                        .toList());
        model.addAttribute("whenWords", words(account, timing));
    }

    private List<Option> options(String key, String... values) {
        return Arrays.stream(values)
                .map(value -> new Option(value, texts.text(key + value)))
                .toList();
    }

    Words words(AccountId account, Timing timing) {
        ZoneId home = accounts.get(account).zone();
        Agenda agenda = new Agenda(timing, home);
        Instant now = clock.instant();
        List<String> said = new ArrayList<>();
        List<String> warned = new ArrayList<>();
        Instant begins = now;
        switch (timing.start()) {
            case Start.Now _ -> said.add(texts.text("campaigns.when.now"));
            case Start.At at -> {
                if (at.local() == null) {
                    return new Words(List.of(), List.of(texts.text("campaigns.fault.start.empty")));
                }
                begins = at.in(home).orElse(now);
                said.add(texts.text(
                        "campaigns.when.at." + at.clock().code(),
                        texts.format().dateTime(begins, home),
                        zoneName(home)));
            }
        }
        Windows windows = agenda.windows("", home);
        windows(timing, windows, begins.isBefore(now) ? now : begins, home, said, warned);
        switch (timing.spread()) {
            case Spread.AtOnce _ -> {}
            case Spread.Over(Duration period) ->
                windows.opens(begins.isBefore(now) ? now : begins)
                        .ifPresent(first -> said.add(
                                texts.text("campaigns.when.over", texts.format().dateTime(first.plus(period), home))));
            case Spread.PerHour(int messages) ->
                said.add(texts.text("campaigns.when.rate", texts.format().number(messages)));
        }
        if (timing.quiet()) {
            said.add(texts.text("campaigns.when.quiet.said"));
        }
        return new Words(said, warned);
    }

    private void windows(
            Timing timing, Windows windows, Instant begins, ZoneId home, List<String> said, List<String> warned) {
        Allowed allowed = timing.allowed();
        if (allowed == null) {
            return;
        }
        if (allowed.hours() == null) {
            warned.add(texts.text("campaigns.fault.hours.empty"));
            return;
        }
        Windows.Opening opening = windows.next(begins).orElse(null);
        if (opening == null) {
            warned.add(texts.text("campaigns.fault.hours.never_open", ""));
            return;
        }
        boolean closed = opening.from().isAfter(begins);
        if (closed && allowed.clock() == Whose.ACCOUNT) {
            said.add(texts.text("campaigns.when.closed", texts.format().dateTime(opening.from(), home)));
        }
        Duration night = windows.opens(opening.to())
                .map(next -> Duration.between(opening.to(), next))
                .orElse(Duration.ZERO);
        if (night.compareTo(timing.validity()) > 0) {
            warned.add(texts.text(
                    "campaigns.when.short-life",
                    texts.format().count(night.toHours(), "campaigns.hours"),
                    texts.format().count(timing.validity().toHours(), "campaigns.hours")));
        }
    }

    private String zoneName(ZoneId zone) {
        return zone.getDisplayName(TextStyle.FULL, texts.locale());
    }

    /** When the people of a preview begin to get it, each by their clock. */
    void preview(Model model, Campaign campaign) {
        Timing timing = campaign.draft().timing();
        Tally tally = previews.find(campaign.account(), campaign.id(), campaign.preview())
                .map(FrozenPreview::tally)
                .orElse(null);
        model.addAttribute("whenWords", timing.plain() ? null : words(campaign, timing, tally));
        model.addAttribute(
                "zones", tally == null || !timing.byRecipient() ? List.of() : zones(campaign, timing, tally));
    }

    private Words words(Campaign campaign, Timing timing, @Nullable Tally tally) {
        Words words = words(campaign.account(), timing);
        ZoneId home = accounts.get(campaign.account()).zone();
        if (tally != null && tally.recipients() > 0) {
            new Agenda(timing, home)
                    .ends(tally, clock.instant())
                    .map(last ->
                            texts.text("campaigns.when.ends", texts.format().dateTime(last, home)))
                    .ifPresent(words.said()::add);
        }
        return words;
    }

    private List<Zone> zones(Campaign campaign, Timing timing, Tally tally) {
        return new Agenda(timing, accounts.get(campaign.account()).zone())
                .waves(tally, clock.instant()).stream()
                        .filter(wave -> wave.people() > 0 && !wave.waits())
                        .sorted(Comparator.comparing(Wave::startsAt).thenComparingInt(Wave::number))
                        .limit(MOST_ZONES)
                        .map(wave -> new Zone(
                                name(wave),
                                wave.people(),
                                wave.startsAt(),
                                texts.format().dateTime(wave.startsAt(), wave.zone())))
                        .toList();
    }

    private String name(Wave wave) {
        String country = Locale.of("", wave.country()).getDisplayCountry(texts.locale());
        return country + ", " + zoneName(wave.zone());
    }
}

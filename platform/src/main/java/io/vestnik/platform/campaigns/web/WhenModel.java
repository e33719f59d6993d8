package io.vestnik.platform.campaigns.web;

import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.campaigns.Allowed;
import io.vestnik.platform.campaigns.Campaigns.Campaign;
import io.vestnik.platform.campaigns.Campaigns.Preview;
import io.vestnik.platform.campaigns.Campaigns.Timing;
import io.vestnik.platform.campaigns.Spread;
import io.vestnik.platform.campaigns.Start;
import io.vestnik.platform.campaigns.domain.Agenda;
import io.vestnik.platform.campaigns.domain.FrozenPreview;
import io.vestnik.platform.campaigns.domain.PreviewStore;
import io.vestnik.platform.campaigns.domain.StoredCampaign;
import io.vestnik.platform.campaigns.domain.Tally;
import io.vestnik.platform.campaigns.domain.Wave;
import io.vestnik.platform.campaigns.domain.WaveStore;
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
import java.util.Optional;
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
    private final WaveStore waves;
    private final Clock clock;

    WhenModel(Accounts accounts, PreviewStore previews, CampaignTexts texts, WaveStore waves, Clock clock) {
        this.accounts = accounts;
        this.previews = previews;
        this.texts = texts;
        this.waves = waves;
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
     * @param at when they begin, by the clock of the account; none where they may never be written to
     * @param local the same by their own
     */
    record Zone(String name, long people, @Nullable Instant at, String local) {}

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

    /** What the timing of a draft comes to. */
    Words words(AccountId account, Timing timing) {
        return words(account, timing, Stage.DRAFT, null);
    }

    /** How far a campaign has come: of one that is confirmed nobody says any more that it begins when it is. */
    private enum Stage {
        DRAFT,
        PREVIEW,
        CONFIRMED
    }

    private Words words(AccountId account, Timing timing, Stage stage, @Nullable Tally tally) {
        ZoneId home = accounts.get(account).zone();
        Agenda agenda = new Agenda(timing, home);
        Instant now = clock.instant();
        List<String> said = new ArrayList<>();
        List<String> warned = new ArrayList<>();
        Instant begins = now;
        switch (timing.start()) {
            case Start.Now _ -> {}
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
        Instant from = begins.isBefore(now) ? now : begins;
        Optional<Instant> first = tally == null
                ? agenda.windows("", home).opens(from)
                : agenda.waves(tally, now).stream()
                        .filter(wave -> wave.people() > 0 && agenda.everOpens(wave))
                        .map(Wave::startsAt)
                        .min(Comparator.naturalOrder());
        if (stage != Stage.CONFIRMED) {
            begin(timing, tally != null, from, first.orElse(null), home, said);
        }
        String hours = new HourWords(texts).of(timing.allowed());
        if (hours != null) {
            said.add(hours);
        }
        shortLife(timing, agenda.windows("", home), from, warned);
        spread(timing, first.orElse(null), home, said);
        if (timing.quiet()) {
            said.add(texts.text("campaigns.when.quiet.said"));
        }
        return new Words(said, warned);
    }

    /** When the first leaves; nothing is said where nobody may ever be written to. */
    private void begin(
            Timing timing, boolean counted, Instant from, @Nullable Instant first, ZoneId home, List<String> said) {
        boolean now = timing.start() instanceof Start.Now;
        if (first == null) {
            return;
        }
        if (!counted && timing.byRecipient()) {
            if (now) {
                said.add(texts.text("campaigns.when.now.recipient"));
            }
        } else if (first.isAfter(from)) {
            said.add(texts.text("campaigns.when.closed", texts.format().dateTime(first, home)));
        } else if (now) {
            said.add(texts.text("campaigns.when.now"));
        }
    }

    private void spread(Timing timing, @Nullable Instant first, ZoneId home, List<String> said) {
        switch (timing.spread()) {
            case Spread.AtOnce _ -> {}
            case Spread.Over(Duration period) -> {
                if (first != null) {
                    said.add(texts.text("campaigns.when.over", texts.format().dateTime(first.plus(period), home)));
                }
            }
            case Spread.PerHour(int messages) ->
                said.add(texts.text("campaigns.when.rate", texts.format().number(messages)));
        }
    }

    /** Warns where what is queued when the hours end does not live until they begin again. */
    private void shortLife(Timing timing, Windows windows, Instant begins, List<String> warned) {
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
            warned.add(texts.text("campaigns.fault.hours.never_come"));
            return;
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

    /** What the button of a preview does: sends now, or puts it off until a time that the form says. */
    String verb(Campaign campaign, Preview preview) {
        AccountId account = campaign.account();
        String messages = texts.format().count(preview.recipients(), "campaigns.messages");
        String cost = texts.format().money(preview.cost(), accounts.get(account).currency());
        ZoneId home = accounts.get(account).zone();
        return campaign.draft().timing().start() instanceof Start.At at
                ? at.in(home)
                        .filter(begins -> begins.isAfter(clock.instant()))
                        .map(begins -> texts.text(
                                "campaigns.schedule", messages, texts.format().dateTime(begins, home), cost))
                        .orElseGet(() -> texts.text("campaigns.send", messages, cost))
                : texts.text("campaigns.send", messages, cost);
    }

    private Words words(Campaign campaign, Timing timing, @Nullable Tally tally) {
        Words words = words(campaign.account(), timing, Stage.PREVIEW, tally);
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
        Agenda agenda = new Agenda(timing, accounts.get(campaign.account()).zone());
        return zones(agenda, agenda.waves(tally, clock.instant()));
    }

    private List<Zone> zones(Agenda agenda, List<Wave> waves) {
        return waves.stream()
                .filter(wave -> wave.people() > 0 && !wave.waits())
                .sorted(Comparator.comparing(Wave::startsAt).thenComparingInt(Wave::number))
                .limit(MOST_ZONES)
                .map(wave -> new Zone(
                        name(wave),
                        wave.people(),
                        agenda.everOpens(wave) ? wave.startsAt() : null,
                        texts.format().dateTime(wave.startsAt(), wave.zone())))
                .toList();
    }

    /** When a confirmed campaign leaves: the words, none where it left at once, and when the people of each clock begin. */
    void confirmed(Model model, StoredCampaign campaign) {
        Timing timing = campaign.draft().timing();
        Agenda agenda = new Agenda(timing, accounts.get(campaign.account()).zone());
        model.addAttribute(
                "whenWords", timing.plain() ? null : words(campaign.account(), timing, Stage.CONFIRMED, null));
        model.addAttribute(
                "zones", timing.byRecipient() ? zones(agenda, waves.of(campaign.account(), campaign.id())) : List.of());
    }

    private String name(Wave wave) {
        return texts.country(wave.country()) + ", " + zoneName(wave.zone());
    }
}

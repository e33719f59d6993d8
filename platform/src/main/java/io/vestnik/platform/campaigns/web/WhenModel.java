package io.vestnik.platform.campaigns.web;

import io.vestnik.platform.accounts.Account;
import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.campaigns.Allowed;
import io.vestnik.platform.campaigns.Campaigns.Campaign;
import io.vestnik.platform.campaigns.Campaigns.Preview;
import io.vestnik.platform.campaigns.Campaigns.Timing;
import io.vestnik.platform.campaigns.Spread;
import io.vestnik.platform.campaigns.Start;
import io.vestnik.platform.campaigns.domain.Agenda;
import io.vestnik.platform.campaigns.domain.Agendas;
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

    private final Agendas agendas;
    private final Kept kept;
    private final HolidayWords holidays;
    private final CampaignTexts texts;
    private final Clock clock;

    WhenModel(Agendas agendas, Kept kept, HolidayWords holidays, CampaignTexts texts, Clock clock) {
        this.agendas = agendas;
        this.kept = kept;
        this.holidays = holidays;
        this.texts = texts;
        this.clock = clock;
    }

    /** What is known of accounts and of the people of their campaigns. */
    @Component
    record Kept(Accounts accounts, PreviewStore previews, WaveStore waves) {}

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
        model.addAttribute("holidays", options("campaigns.when.holidays.", "send", "account", "recipient"));
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
        return words(agendas.of(account, timing), Stage.DRAFT, null);
    }

    /** How far a campaign has come: of one that is confirmed nobody says any more that it begins when it is. */
    private enum Stage {
        DRAFT,
        PREVIEW,
        CONFIRMED
    }

    private Words words(Agenda agenda, Stage stage, @Nullable Tally tally) {
        Timing timing = agenda.timing();
        ZoneId home = agenda.home();
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
        Optional<First> first = first(agenda, tally, from, now);
        if (stage != Stage.CONFIRMED) {
            begin(timing, tally != null, from, first.orElse(null), home, said);
        }
        String hours = new HourWords(texts).of(timing.allowed());
        if (hours != null) {
            said.add(hours);
        }
        shortLife(agenda, from, warned);
        if (stage == Stage.CONFIRMED) {
            holidays.sayWhose(agenda, said);
        } else {
            holidays.say(agenda, tally, now, new Words(said, warned));
        }
        spread(timing, first.orElse(null), home, said);
        if (timing.quiet()) {
            said.add(texts.text("campaigns.when.quiet.said"));
        }
        return new Words(said, warned);
    }

    /**
     * Who begins before all others.
     *
     * @param festive whether a holiday lets them wait, not the hours
     */
    private record First(Instant at, boolean festive) {}

    /** When the first leaves; none where nobody may ever be written to. */
    private static Optional<First> first(Agenda agenda, @Nullable Tally tally, Instant from, Instant now) {
        ZoneId home = agenda.home();
        return tally == null
                ? agenda.windows("", home).opens(from).map(at -> new First(at, agenda.holidayAt("", home, now) != null))
                : agenda.waves(tally, now).stream()
                        .filter(wave -> wave.people() > 0 && agenda.everOpens(wave))
                        .min(Comparator.comparing(Wave::startsAt))
                        .map(wave ->
                                new First(wave.startsAt(), agenda.holidayAt(wave.country(), wave.zone(), now) != null));
    }

    /** When the first leaves; of who waits for the end of a holiday other sentences tell. */
    private void begin(
            Timing timing, boolean counted, Instant from, @Nullable First first, ZoneId home, List<String> said) {
        boolean now = timing.start() instanceof Start.Now;
        if (first == null) {
            return;
        }
        if (!counted && timing.byRecipient()) {
            if (now) {
                said.add(texts.text("campaigns.when.now.recipient"));
            }
        } else if (first.at().isAfter(from)) {
            if (!first.festive()) {
                said.add(texts.text("campaigns.when.closed", texts.format().dateTime(first.at(), home)));
            }
        } else if (now) {
            said.add(texts.text("campaigns.when.now"));
        }
    }

    private void spread(Timing timing, @Nullable First first, ZoneId home, List<String> said) {
        switch (timing.spread()) {
            case Spread.AtOnce _ -> {}
            case Spread.Over(Duration period) -> {
                if (first != null) {
                    Instant last = first.at().plus(period);
                    said.add(texts.text("campaigns.when.over", texts.format().dateTime(last, home)));
                }
            }
            case Spread.PerHour(int messages) ->
                said.add(texts.text("campaigns.when.rate", texts.format().number(messages)));
        }
    }

    /** Warns where what is queued when the hours end, or a holiday begins, does not live until they begin again. */
    private void shortLife(Agenda agenda, Instant begins, List<String> warned) {
        Timing timing = agenda.timing();
        Allowed allowed = timing.allowed();
        if (allowed != null && allowed.hours() == null) {
            warned.add(texts.text("campaigns.fault.hours.empty"));
            return;
        }
        Windows.Opening opening = agenda.windows("", agenda.home()).next(begins).orElse(null);
        if (opening == null) {
            boolean byHours = agenda.hours("", agenda.home()).opens(begins).isEmpty();
            warned.add(
                    byHours
                            ? texts.text("campaigns.fault.hours.never_come")
                            : texts.text("campaigns.fault.holidays.never_open", texts.country(agenda.country())));
            return;
        }
        if (allowed != null || opening.to().isBefore(opening.from().plus(reach(timing.spread())))) {
            life(agenda, opening.to(), warned);
        }
    }

    /** For how long messages leave, about, where hours set no end. */
    private static Duration reach(Spread spread) {
        return spread instanceof Spread.Over(Duration period) ? period : Duration.ofDays(1);
    }

    /** What has not left when it closes may wait longer than it lives. */
    private void life(Agenda agenda, Instant closes, List<String> warned) {
        Instant next = agenda.windows("", agenda.home()).opens(closes).orElse(closes);
        Duration night = Duration.between(closes, next);
        Duration validity = agenda.timing().validity();
        if (night.compareTo(validity) > 0) {
            boolean festive = !agenda.hours("", agenda.home())
                    .opens(closes)
                    .filter(next::equals)
                    .isPresent();
            warned.add(texts.text(
                    festive ? "campaigns.when.short-life.holiday" : "campaigns.when.short-life",
                    texts.format().count(night.toHours(), "campaigns.hours"),
                    texts.format().count(validity.toHours(), "campaigns.hours")));
        }
    }

    private String zoneName(ZoneId zone) {
        return zone.getDisplayName(TextStyle.FULL, texts.locale());
    }

    /** When the people of a preview begin to get it, each by their clock. */
    void preview(Model model, Campaign campaign) {
        Timing timing = campaign.draft().timing();
        Tally tally = kept.previews()
                .find(campaign.account(), campaign.id(), campaign.preview())
                .map(FrozenPreview::tally)
                .orElse(null);
        model.addAttribute("whenWords", timing.plain() ? null : words(campaign, timing, tally));
        model.addAttribute(
                "zones", tally == null || !timing.byRecipient() ? List.of() : zones(campaign, timing, tally));
    }

    /** What the button of a preview does: sends now, or puts it off until a time that the form says. */
    String verb(Campaign campaign, Preview preview) {
        Account account = kept.accounts().get(campaign.account());
        String messages = texts.format().count(preview.recipients(), "campaigns.messages");
        String cost = texts.format().money(preview.cost(), account.currency());
        ZoneId home = account.zone();
        return campaign.draft().timing().start() instanceof Start.At at
                ? at.in(home)
                        .filter(begins -> begins.isAfter(clock.instant()))
                        .map(begins -> texts.text(
                                "campaigns.schedule", messages, texts.format().dateTime(begins, home), cost))
                        .orElseGet(() -> texts.text("campaigns.send", messages, cost))
                : texts.text("campaigns.send", messages, cost);
    }

    private Words words(Campaign campaign, Timing timing, @Nullable Tally tally) {
        Agenda agenda = agendas.of(campaign.account(), timing);
        Words words = words(agenda, Stage.PREVIEW, tally);
        if (tally != null && tally.recipients() > 0) {
            agenda.ends(tally, clock.instant())
                    .map(last ->
                            texts.text("campaigns.when.ends", texts.format().dateTime(last, agenda.home())))
                    .ifPresent(words.said()::add);
        }
        return words;
    }

    private List<Zone> zones(Campaign campaign, Timing timing, Tally tally) {
        Agenda agenda = agendas.of(campaign.account(), timing);
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
        Agenda agenda = agendas.of(campaign.account(), timing);
        model.addAttribute("whenWords", timing.plain() ? null : words(agenda, Stage.CONFIRMED, null));
        model.addAttribute(
                "zones",
                timing.byRecipient() ? zones(agenda, kept.waves().of(campaign.account(), campaign.id())) : List.of());
    }

    private String name(Wave wave) {
        return texts.country(wave.country()) + ", " + zoneName(wave.zone());
    }
}

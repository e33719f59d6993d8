package io.vestnik.platform.campaigns.web;

import io.vestnik.platform.campaigns.Whose;
import io.vestnik.platform.campaigns.domain.Agenda;
import io.vestnik.platform.campaigns.domain.Tally;
import io.vestnik.platform.campaigns.domain.Wave;
import io.vestnik.platform.campaigns.web.WhenModel.Words;
import io.vestnik.platform.holidays.ProductionCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What pages say of holidays on which a campaign does not leave. */
@Component
class HolidayWords {
    private static final int MOST_DAYS = 7;

    private final CampaignTexts texts;

    HolidayWords(CampaignTexts texts) {
        this.texts = texts;
    }

    /**
     * Adds it to what is said of the timing; nothing where holidays are days as others.
     *
     * @param tally whom it goes to; none before they are counted
     */
    void say(Agenda agenda, @Nullable Tally tally, Instant now, Words words) {
        if (agenda.timing().holidays() == null) {
            return;
        }
        sayWhose(agenda, words.said());
        if (tally == null) {
            LocalDate day = agenda.holidayAt("", agenda.home(), now);
            Instant opens = agenda.opens(now).orElse(null);
            if (day != null && opens != null) {
                words.said()
                        .add(texts.text(
                                "campaigns.when.holiday",
                                texts.format().day(day),
                                texts.format().dateTime(opens, agenda.home())));
            }
        } else {
            agenda.held(tally, now).stream()
                    .limit(MOST_DAYS)
                    .map(held -> texts.text(
                            "campaigns.when.holiday.held",
                            texts.format().day(held.day()),
                            texts.format().count(held.people(), "campaigns.messages"),
                            texts.format().dateTime(held.opens(), agenda.home())))
                    .forEach(words.said()::add);
        }
        unknown(agenda, tally, now, words);
    }

    /** Adds on whose holidays nothing leaves, whatever day it is; nothing where they are days as others. */
    void sayWhose(Agenda agenda, List<String> said) {
        Whose whose = agenda.timing().holidays();
        if (whose != null) {
            said.add(texts.text("campaigns.when.holidays.said." + whose.code(), texts.country(agenda.country())));
        }
    }

    /** Of which countries there is no calendar, and of which it is not known yet which days off are moved. */
    private void unknown(Agenda agenda, @Nullable Tally tally, Instant now, Words words) {
        List<Wave> waves = tally == null
                ? List.of()
                : agenda.waves(tally, now).stream()
                        .filter(wave -> wave.people() > 0)
                        .toList();
        Stream<String> theirs =
                waves.isEmpty() ? Stream.of(agenda.country()) : waves.stream().map(it -> agenda.calendar(it.country()));
        TreeSet<String> countries = theirs.collect(Collectors.toCollection(TreeSet::new));
        String without = countries.stream()
                .filter(country -> !ProductionCalendar.has(country))
                .map(texts::country)
                .collect(Collectors.joining(", "));
        if (!without.isEmpty()) {
            words.warned().add(texts.text("campaigns.when.holidays.without", without));
        }
        Instant first = waves.stream()
                .map(Wave::startsAt)
                .min(Instant::compareTo)
                .orElseGet(() -> agenda.opens(now).orElse(now));
        int year = first.atZone(agenda.home()).getYear();
        String unknown = countries.stream()
                .filter(ProductionCalendar::has)
                .filter(country -> !ProductionCalendar.of(country).knows(year))
                .map(texts::country)
                .collect(Collectors.joining(", "));
        if (!unknown.isEmpty()) {
            words.said().add(texts.text("campaigns.when.holidays.unknown", Integer.toString(year), unknown));
        }
    }
}

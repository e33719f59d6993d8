package io.vestnik.platform.campaigns.domain;

import io.vestnik.platform.campaigns.Allowed;
import io.vestnik.platform.campaigns.Campaigns.Fault;
import io.vestnik.platform.campaigns.Campaigns.Timing;
import io.vestnik.platform.campaigns.Spread;
import io.vestnik.platform.campaigns.Start;
import io.vestnik.platform.campaigns.Whose;
import io.vestnik.platform.holidays.Holidays;
import io.vestnik.platform.holidays.ProductionCalendar;
import io.vestnik.platform.pipeline.CampaignChunk;
import io.vestnik.platform.pipeline.QuietHours;
import io.vestnik.platform.pipeline.Windows;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the timing of a campaign comes to by the clocks of those concerned.
 *
 * @param home the zone of the account
 * @param country where the account is
 * @param own days off that the account adds to the holidays of any country
 */
public record Agenda(Timing timing, ZoneId home, String country, Set<LocalDate> own) {
    public Agenda {
        own = Set.copyOf(own);
    }

    /** Of an account without days off of its own. */
    Agenda(Timing timing, ZoneId home, String country) {
        this(timing, home, country, Set.of());
    }

    /**
     * When people of this country and zone may be written to.
     *
     * @param country empty where nobody asks: then that of the account stands for it
     */
    public Windows windows(String country, ZoneId zone) {
        Windows hours = hours(country, zone);
        return timing.holidays() == null ? hours : hours.without(holidays(country)::isHoliday, clock(zone));
    }

    /** The same, on holidays too. */
    public Windows hours(String country, ZoneId zone) {
        List<Windows.Wall> walls = new ArrayList<>(2);
        Allowed allowed = timing.allowed();
        if (allowed != null && allowed.hours() != null) {
            walls.add(new Windows.Wall(allowed.hours(), allowed.clock() == Whose.ACCOUNT ? home : zone));
        }
        if (timing.quiet()) {
            QuietHours.of(country).ifPresent(hours -> walls.add(new Windows.Wall(hours, zone)));
        }
        return Windows.of(walls);
    }

    /** Whose clock shows the holidays. */
    private ZoneId clock(ZoneId zone) {
        return timing.holidays() == Whose.ACCOUNT ? home : zone;
    }

    /** The holidays that are kept for people of this country. */
    public Holidays holidays(String theirs) {
        return ProductionCalendar.of(calendar(theirs)).with(own);
    }

    /** Whose calendar that is. */
    public String calendar(String theirs) {
        return theirs.isEmpty() || timing.holidays() == Whose.ACCOUNT ? country : theirs;
    }

    /**
     * Who would have begun on a holiday.
     *
     * @param day the holiday, by the clock that shows it
     * @param opens when the first of them begin instead
     */
    public record Held(LocalDate day, long people, Instant opens) {}

    /** When people of the account's own zone begin, by hours and holidays; nothing where those never open. */
    public Optional<Instant> opens(Instant now) {
        return windows("", home).opens(begins(home, now));
    }

    /** Whom holidays hold back at the beginning, by the day; nobody where they are not kept. */
    public List<Held> held(Tally tally, Instant now) {
        Map<LocalDate, Held> held = new TreeMap<>();
        if (timing.holidays() != null) {
            for (Wave wave : waves(tally, now)) {
                LocalDate day = holidayAt(wave.country(), wave.zone(), now);
                if (day != null && wave.people() > 0) {
                    held.merge(
                            day,
                            new Held(day, wave.people(), wave.startsAt()),
                            (a, b) -> new Held(
                                    day,
                                    a.people() + b.people(),
                                    a.opens().isBefore(b.opens()) ? a.opens() : b.opens()));
                }
            }
        }
        return List.copyOf(held.values());
    }

    /** The holiday on which people would begin if it were none; null where they begin on another day. */
    public @Nullable LocalDate holidayAt(String theirs, ZoneId zone, Instant now) {
        if (timing.holidays() == null) {
            return null;
        }
        return hours(theirs, zone)
                .opens(begins(zone, now))
                .map(at -> at.atZone(clock(zone)).toLocalDate())
                .filter(holidays(theirs)::isHoliday)
                .orElse(null);
    }

    Windows windows(Wave wave) {
        return windows(wave.country(), wave.zone());
    }

    /** When it is for people of this zone to begin, hours left aside. */
    private Instant begins(ZoneId zone, Instant now) {
        return planned(zone)
                .filter(now::isBefore)
                .orElse(now); // where it has passed already, the rest need not wait longer
    }

    /** When people of this zone were to begin; none where it leaves as soon as it is confirmed. */
    private Optional<Instant> planned(ZoneId zone) {
        return switch (timing.start()) {
            case Start.Now _ -> Optional.empty();
            case Start.At at -> at.in(at.clock() == Whose.ACCOUNT ? home : zone);
        };
    }

    /** Whether the time to begin has passed for every one of a frozen audience; a moment ago does not count. */
    public boolean isLate(Tally tally, Instant now) {
        Instant lately = now.minus(TimingRules.PATIENCE);
        return tally.recipients() > 0
                && waves(tally, now).stream()
                        .filter(wave -> wave.people() > 0)
                        .allMatch(wave ->
                                planned(wave.zone()).filter(lately::isAfter).isPresent());
    }

    /** The waves in which a frozen audience leaves when it is confirmed now; {@link #everOpens} tells which of them never do. */
    public List<Wave> waves(Tally tally, Instant now) {
        List<Wave> waves = new ArrayList<>();
        if (timing.byRecipient() || !tally.zones().isEmpty()) {
            tally.zones().values().stream()
                    .sorted(Comparator.comparingInt(Tally.Zone::number))
                    .forEach(zone ->
                            waves.add(wave(zone.number(), zone.country(), ZoneId.of(zone.zone()), zone.people(), now)));
        } else {
            waves.add(wave(0, "", home, tally.recipients(), now));
        }
        return waves;
    }

    /**
     * About when the last of a frozen audience leaves when it is confirmed now. Nothing where only the way out limits the
     * speed, and where hours never open.
     */
    public Optional<Instant> ends(Tally tally, Instant now) {
        if (!(timing.spread() instanceof Spread.PerHour(int messages))) {
            return Optional.empty();
        }
        Instant free = now;
        Instant end = now;
        for (Wave wave : waves(tally, now).stream()
                .filter(wave -> wave.people() > 0)
                .sorted(Comparator.comparing(Wave::startsAt))
                .toList()) {
            Duration takes = Duration.ofHours(1).multipliedBy(wave.people() - 1).dividedBy(messages);
            Optional<Instant> last = windows(wave).after(later(free, wave.startsAt()), takes);
            if (last.isEmpty()) {
                return last;
            }
            end = last.get();
            free = end.plus(Duration.ofHours(1).dividedBy(messages));
        }
        return Optional.of(end);
    }

    /** Whether the campaign as a whole is held to a number an hour. */
    boolean paced() {
        return timing.spread() instanceof Spread.PerHour;
    }

    /** The wave whose turn is next, and when. */
    record Turn(Wave wave, Windows windows, Instant at) {}

    /**
     * Whose turn it is: of those that are due now the one that has waited longest, else the one that is due first. None where
     * none of their windows ever opens.
     *
     * @param gate before this moment none is due where the campaign is held to a number an hour
     */
    Optional<Turn> next(List<Wave> waves, @Nullable Instant gate, Instant now) {
        return waves.stream()
                .flatMap(wave -> {
                    Windows windows = windows(wave);
                    Instant first = later(later(now, wave.nextAt()), paced() && gate != null ? gate : now);
                    return windows.opens(first).map(at -> new Turn(wave, windows, at)).stream();
                })
                .min(Comparator.comparing(Turn::at)
                        .thenComparing(turn -> turn.wave().nextAt()));
    }

    /** Whether it is outside of the hours of everybody. */
    boolean closed(List<Wave> waves, Instant now) {
        return waves.stream().noneMatch(wave -> windows(wave).isOpen(now));
    }

    /**
     * Until when each of these waves may be written to; a gate that is closed already where it may not be now. What was queued by a
     * version that divided no queue into waves leaves as long as anybody may be written to.
     */
    List<CampaignChunk.Gate> gates(List<Wave> waves, Instant now) {
        List<CampaignChunk.Gate> gates = new ArrayList<>(waves.size() + 1);
        waves.forEach(wave -> gates.add(gate(wave, now)));
        if (waves.stream().noneMatch(wave -> wave.number() == 0)) {
            boolean ever = gates.stream().anyMatch(gate -> gate.closesAt() == null);
            gates.add(new CampaignChunk.Gate(
                    0,
                    ever
                            ? null
                            : gates.stream()
                                    .map(CampaignChunk.Gate::closesAt)
                                    .filter(Objects::nonNull)
                                    .max(Comparator.naturalOrder())
                                    .orElse(null)));
        }
        return gates;
    }

    CampaignChunk.Gate gate(Wave wave, Instant now) {
        Windows windows = windows(wave);
        Instant closesAt = windows.isOpen(now) ? windows.closes(now).orElse(null) : Instant.EPOCH;
        return new CampaignChunk.Gate(wave.number(), closesAt);
    }

    /** When the hours of some of them begin or end next; nothing where there are none. */
    Optional<Instant> change(List<Wave> waves, Instant now) {
        return waves.stream()
                .map(this::windows)
                .filter(windows -> !windows.always())
                .flatMap(windows -> windows.next(now).stream())
                .map(opening -> opening.from().isAfter(now) ? opening.from() : opening.to())
                .min(Comparator.naturalOrder());
    }

    /** How many of the wave whose turn it is may be queued now, and when more may follow. */
    Pacing.Portion portion(Turn turn, @Nullable Instant gate, Instant now) {
        Instant planned = later(
                turn.wave().nextAt(),
                paced() && gate != null ? gate : turn.wave().nextAt());
        return Pacing.next(timing.spread(), turn.wave(), turn.windows(), planned.isAfter(now) ? now : planned, now);
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    /**
     * Why a frozen audience cannot be sent to: of some of its people the hours never come, or the holidays leave nothing of them. Each
     * fault names all their countries; hours that are the account's own, none.
     */
    public List<Fault> neverOpens(Tally tally, Instant now) {
        Set<String> hours = new TreeSet<>();
        Set<String> holidays = new TreeSet<>();
        for (Wave wave : waves(tally, now)) {
            if (wave.people() > 0 && !everOpens(wave)) {
                if (hours(wave.country(), wave.zone()).opens(wave.startsAt()).isEmpty()) {
                    hours.add(wave.country());
                } else {
                    holidays.add(calendar(wave.country()));
                }
            }
        }
        List<Fault> faults = new ArrayList<>(2);
        if (!hours.isEmpty()) {
            faults.add(new Fault("hours", "never_open", String.join(", ", hours)));
        }
        if (!holidays.isEmpty()) {
            faults.add(new Fault("holidays", "never_open", String.join(", ", holidays)));
        }
        return faults;
    }

    /** Whether the people of a wave may be written to at any time after its start. */
    public boolean everOpens(Wave wave) {
        return windows(wave).opens(wave.startsAt()).isPresent();
    }

    private Wave wave(int number, String country, ZoneId zone, long people, Instant now) {
        Instant begins = begins(zone, now);
        Instant opens = windows(country, zone).opens(begins).orElse(begins);
        Instant deadline = timing.spread() instanceof Spread.Over over ? opens.plus(over.period()) : null;
        return Wave.first(number, country, zone, people, opens, deadline);
    }
}

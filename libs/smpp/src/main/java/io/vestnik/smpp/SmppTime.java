package io.vestnik.smpp;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** Times of SMPP 3.4 §7.1.1: sixteen characters, absolute ({@code YYMMDDhhmmsstnnp}) or relative ({@code YYMMDDhhmmss000R}). */
public sealed interface SmppTime {
    /** The moment meant, by the clock's now. */
    Instant after(Instant now);

    /** The sixteen characters. */
    String format();

    /**
     * A moment of the years 2000 to 2099, cut to tenths of a second.
     *
     * @param offset whole quarters of an hour, at most 12 hours either way
     */
    record Absolute(Instant at, ZoneOffset offset) implements SmppTime {
        public Absolute {
            int seconds = offset.getTotalSeconds();
            if (seconds % 900 != 0 || Math.abs(seconds) > 43_200) {
                throw new IllegalArgumentException("offset cannot be told in SMPP: " + offset);
            }
            int year = at.atOffset(offset).getYear();
            if (year < 2000 || year > 2099) {
                throw new IllegalArgumentException("year cannot be told in SMPP: " + year);
            }
            at = Instant.ofEpochMilli(at.toEpochMilli() / 100 * 100);
        }

        @Override
        public Instant after(Instant now) {
            return at;
        }

        @Override
        public String format() {
            OffsetDateTime time = at.atOffset(offset);
            int quarters = offset.getTotalSeconds() / 900;
            StringBuilder text = new StringBuilder(16);
            two(text, time.getYear() % 100);
            two(text, time.getMonthValue());
            two(text, time.getDayOfMonth());
            two(text, time.getHour());
            two(text, time.getMinute());
            two(text, time.getSecond());
            text.append(time.getNano() / 100_000_000);
            two(text, Math.abs(quarters));
            return text.append(quarters < 0 ? '-' : '+').toString();
        }
    }

    /** A time from now on, each part 0 to 99. */
    record Relative(int years, int months, int days, int hours, int minutes, int seconds) implements SmppTime {
        public Relative {
            for (int part : new int[] {years, months, days, hours, minutes, seconds}) {
                if (part < 0 || part > 99) {
                    throw new IllegalArgumentException("a part of a relative time is 0 to 99, not " + part);
                }
            }
        }

        @Override
        public Instant after(Instant now) {
            return now.atOffset(ZoneOffset.UTC)
                    .plusYears(years)
                    .plusMonths(months)
                    .plusDays(days)
                    .plusHours(hours)
                    .plusMinutes(minutes)
                    .plusSeconds(seconds)
                    .toInstant();
        }

        @Override
        public String format() {
            StringBuilder text = new StringBuilder(16);
            for (int part : new int[] {years, months, days, hours, minutes, seconds}) {
                two(text, part);
            }
            return text.append("000R").toString();
        }
    }

    /** What the field says; empty if it is no time (an empty field is none either). */
    static Optional<SmppTime> parse(String field) {
        if (field.length() != 16) {
            return Optional.empty();
        }
        int[] parts = new int[8];
        for (int i = 0, at = 0; i < parts.length; i++) {
            int digits = i == 6 ? 1 : 2;
            for (int end = at + digits; at < end; at++) {
                char c = field.charAt(at);
                if (c < '0' || c > '9') {
                    return Optional.empty();
                }
                parts[i] = parts[i] * 10 + c - '0';
            }
        }
        return switch (field.charAt(15)) {
            case 'R', 'r' -> Optional.of(new Relative(parts[0], parts[1], parts[2], parts[3], parts[4], parts[5]));
            case '+' -> absolute(parts, 1);
            case '-' -> absolute(parts, -1);
            default -> Optional.empty();
        };
    }

    private static Optional<SmppTime> absolute(int[] parts, int sign) {
        if (parts[7] > 48) {
            return Optional.empty();
        }
        try {
            ZoneOffset offset = ZoneOffset.ofTotalSeconds(sign * parts[7] * 900);
            LocalDateTime time = LocalDateTime.of(
                    2000 + parts[0], parts[1], parts[2], parts[3], parts[4], parts[5], parts[6] * 100_000_000);
            return Optional.of(new Absolute(time.toInstant(offset), offset));
        } catch (DateTimeException e) {
            // The thirteenth month, the 31st of April: no time, which is an answer here and no failure.
            return Optional.empty();
        }
    }

    /** A moment of the years 2000 to 2099 as UTC. */
    static SmppTime at(Instant moment) {
        return new Absolute(moment, ZoneOffset.UTC);
    }

    /** A time from now on, cut to whole seconds, 0 s to 99 days. */
    static SmppTime in(Duration time) {
        if (time.isNegative() || time.toDays() > 99) {
            throw new IllegalArgumentException("a relative time is 0 s to 99 days, not " + time);
        }
        return new Relative(0, 0, (int) time.toDays(), time.toHoursPart(), time.toMinutesPart(), time.toSecondsPart());
    }

    private static void two(StringBuilder text, int value) {
        text.append((char) ('0' + value / 10)).append((char) ('0' + value % 10));
    }
}

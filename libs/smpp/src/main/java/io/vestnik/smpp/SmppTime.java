package io.vestnik.smpp;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/** Times of SMPP 3.4 §7.1.1: sixteen characters, absolute ({@code YYMMDDhhmmsstnnp}) or relative ({@code YYMMDDhhmmss000R}). */
public sealed interface SmppTime {
    /** The moment meant, by the clock's now. */
    Instant after(Instant now);

    /** The sixteen characters. */
    String format();

    /** A moment of the years 2000 to 2099, in tenths of a second, told in an offset of whole quarters of an hour up to 12 hours. */
    record Absolute(Instant at, ZoneOffset offset) implements SmppTime {
        @Override
        public Instant after(Instant now) {
            return at;
        }

        @Override
        public String format() {
            return Fields.notYet();
        }
    }

    /** A time from now on, each part 0 to 99. */
    record Relative(int years, int months, int days, int hours, int minutes, int seconds) implements SmppTime {
        @Override
        public Instant after(Instant now) {
            return Fields.notYet();
        }

        @Override
        public String format() {
            return Fields.notYet();
        }
    }

    /** What the field says; empty if it is no time (an empty field is none either). */
    static Optional<SmppTime> parse(String field) {
        return Fields.notYet();
    }

    /** A moment as UTC. */
    static SmppTime at(Instant moment) {
        return new Absolute(moment, ZoneOffset.UTC);
    }

    /** A time from now on, in whole seconds, 1 s to 99 days. */
    static SmppTime in(Duration time) {
        long s = time.toSeconds();
        return new Relative(0, 0, (int) (s / 86_400), (int) (s / 3600 % 24), (int) (s / 60 % 60), (int) (s % 60));
    }
}

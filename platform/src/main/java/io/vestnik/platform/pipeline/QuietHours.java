package io.vestnik.platform.pipeline;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;

/**
 * When people of a country may be written to with advertising, where a sender keeps to it: from nine in the morning to nine in
 * the evening by the recipient's own clock, and where the country or its trade has a rule of its own, by that. A table made by
 * hand: it is courtesy, no advice on law. Rules of single regions are not in it.
 */
public final class QuietHours {
    private static final Hours USUAL = daily(9, 21);

    /** By ISO 3166 letters. */
    private static final Map<String, Hours> TABLE = Map.of(
            // 47 CFR 64.1200(c)(1): 8 a.m. to 9 p.m. local time at the called party's location.
            "US", daily(8, 21),
            // The charter of the operators and their association: 8 to 22, not on Sundays.
            "FR",
                    new Hours(
                            LocalTime.of(8, 0),
                            LocalTime.of(22, 0),
                            EnumSet.complementOf(EnumSet.of(DayOfWeek.SUNDAY))),
            // Telecom Commercial Communications Customer Preference Regulations, 2018: 10 to 21.
            "IN", daily(10, 21));

    private QuietHours() {}

    private static Hours daily(int from, int to) {
        return Hours.daily(LocalTime.of(from, 0), LocalTime.of(to, 0));
    }

    /** The hours in which people of this country may be written to; none where the country is not named. */
    public static Optional<Hours> of(String country) {
        return country.isEmpty() ? Optional.empty() : Optional.of(TABLE.getOrDefault(country, USUAL));
    }
}

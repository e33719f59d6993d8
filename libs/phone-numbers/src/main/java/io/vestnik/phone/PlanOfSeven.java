package io.vestnik.phone;

import org.jspecify.annotations.Nullable;

/**
 * Mobile numbers under +7, which Russia and Kazakhstan share, told from their digits alone.
 *
 * <p>Knows only what it is sure of; everything else under +7 is for {@link WorldPlan}, and a test keeps the two in accord.
 */
final class PlanOfSeven {
    private static final long COUNTRY = 70_000_000_000L;
    private static final long NATIONAL_END = 10_000_000_000L;
    private static final int SUBSCRIBERS = 10_000_000;

    private static final boolean[] KAZAKH = new boolean[1000];

    static {
        int[] codes = {
            700, 701, 702, 705, 706, 707, 708, 747, 760, 761, 762, 763, 764, 771, 775, 776, 777, 778, 785,
        };
        for (int code : codes) {
            KAZAKH[code] = true;
        }
    }

    private PlanOfSeven() {}

    /** Whether a country's own numbers are of this plan. */
    static boolean covers(Country country) {
        return country.equals(Country.RU) || country.equals(Country.KZ);
    }

    /**
     * The mobile number that these digits surely mean, or null.
     *
     * @param value the digits as a number, the first of them not zero
     * @param plus whether a plus, or 00, stood before them
     */
    static ParseResult.@Nullable Parsed mobile(long value, int digits, boolean plus, Country home) {
        boolean covered = covers(home);
        long national;
        if (digits == 11) {
            long first = value / NATIONAL_END;
            // "+8 916" is a slip for "8 916": no country code begins with 89.
            boolean trunk = first == 8 && covered && (!plus || value / 1_000_000_000L == 89);
            if (!trunk && (first != 7 || (!plus && !covered))) {
                return null;
            }
            national = value % NATIONAL_END;
            return numbered(national, home, true);
        }
        if (digits == 10 && !plus && covered) {
            return numbered(value, home, false);
        }
        return null;
    }

    /** What is wrong with the length of digits that are no number, when they were meant for this plan; null when nothing is. */
    static ParseResult.@Nullable Reason wrongLength(String digits, boolean plus, Country home) {
        if (plus ? digits.charAt(0) != '7' : !covers(home) || digits.startsWith("810")) {
            return null;
        }
        int length = digits.length();
        // Ten digits that begin as eleven do have lost one: 8 916 123-45-6.
        boolean beginsWithAll = plus || digits.startsWith("89") || digits.startsWith("79");
        if (length < (beginsWithAll ? 11 : 10)) {
            return ParseResult.Reason.TOO_SHORT;
        }
        return length > 11 ? ParseResult.Reason.TOO_LONG : null;
    }

    private static ParseResult.@Nullable Parsed numbered(long national, Country home, boolean shared) {
        int code = (int) (national / SUBSCRIBERS);
        if (code >= 900) {
            // Without 8 or +7 a number is of the home country only: ten digits may as well be a taxpayer's number.
            return shared || home.equals(Country.RU) ? parsed(national, Country.RU) : null;
        }
        return KAZAKH[code] && (shared || home.equals(Country.KZ)) ? parsed(national, Country.KZ) : null;
    }

    private static ParseResult.Parsed parsed(long national, Country country) {
        return new ParseResult.Parsed(new PhoneNumber(Long.toString(COUNTRY + national)), Kind.MOBILE, country);
    }
}

package io.vestnik.phone;

import io.vestnik.phone.Findings.Found;
import io.vestnik.phone.Findings.Leftover;
import io.vestnik.phone.ParseResult.Parsed;
import io.vestnik.phone.ParseResult.Reason;
import io.vestnik.phone.ParseResult.Refused;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Groups of digits that stand so near that they may be one number, or several.
 *
 * <p>"8 916 123 45 67 8 916 765 43 21" has spaces both inside and between. Numbers of the home country are looked for first,
 * since a foreign plan will find some sense in almost any digits.
 */
final class GroupRun {
    private static final Pattern DATE =
            Pattern.compile("\\(?(?:\\d{1,2}([.\\- ])\\d{1,2}\\1\\d{4}|\\d{4}([.\\-])\\d{2}\\2\\d{2})(?: \\d{1,2})?");
    /** A bracket, a date and an hour. */
    private static final int LONGEST_DATE = 14;
    /** Fewer digits make no number with a country code in front. */
    private static final int FEWEST_OF_FOREIGN = 11;

    private final CharSequence text;
    private final int begin;
    private final boolean plus;
    private final List<Group> groups = new ArrayList<>();
    private final BitSet taken = new BitSet();
    private final List<Found> found = new ArrayList<>();
    private int tries;

    /** A run that begins at {@code begin}, which is its plus or bracket when it has one. */
    GroupRun(CharSequence text, int begin, boolean plus) {
        this.text = text;
        this.begin = begin;
        this.plus = plus;
    }

    private record Group(int start, int end) {}

    /** One way to read digits as a number. */
    private interface Reading {
        @Nullable
        Parsed read(int first, String digits);
    }

    void add(int start, int end) {
        groups.add(new Group(start, end));
    }

    int size() {
        return groups.size();
    }

    List<Found> found() {
        return found;
    }

    /** Finds the numbers; returns how many readings it tried. */
    int divide(Country home) {
        take((first, digits) -> own(first, digits, home));
        take(this::foreign);
        return tries;
    }

    /** What no number took, joined as it stood. */
    List<Leftover> leftovers(Country home) {
        List<Leftover> leftovers = new ArrayList<>();
        int first = taken.nextClearBit(0);
        while (first < groups.size()) {
            int taken = this.taken.nextSetBit(first);
            int after = taken < 0 ? groups.size() : taken;
            Leftover leftover = leftover(first, after, home);
            if (leftover != null) {
                leftovers.add(leftover);
            }
            first = this.taken.nextClearBit(after);
        }
        return leftovers;
    }

    private void take(Reading reading) {
        int first = taken.nextClearBit(0);
        while (first < groups.size()) {
            first = taken.nextClearBit(Math.max(first + 1, takeFrom(first, reading)));
        }
    }

    /** Takes the longest number that begins with this group; returns the group after it. */
    private int takeFrom(int first, Reading reading) {
        StringBuilder digits = new StringBuilder();
        @Nullable Parsed longest = null;
        int after = first;
        for (int i = first; i < groups.size() && !taken.get(i); i++) {
            Group group = groups.get(i);
            if (digits.length() + group.end() - group.start() > Digits.LONGEST_DIALLED) {
                break;
            }
            append(group, digits);
            @Nullable
            Parsed parsed = digits.length() < PhoneNumber.FEWEST ? null : reading.read(first, digits.toString());
            if (parsed != null) {
                longest = parsed;
                after = i + 1;
            }
        }
        if (longest != null) {
            taken.set(first, after);
            int end = groups.get(after - 1).end();
            found.add(new Found(longest.number(), longest.kind(), longest.country(), start(first), end));
        }
        return after;
    }

    private @Nullable Parsed own(int first, String digits, Country home) {
        boolean signed = first == 0 && plus;
        boolean dialled = digits.startsWith("00");
        // The tail of a mistyped foreign number is nobody's number: +12 916 123-45-67.
        if (first == 1 && plus && !taken.get(0) && digits.length() < FEWEST_OF_FOREIGN) {
            return null;
        }
        if (!signed && !dialled && PlanOfSeven.covers(home) && !lengthOfSeven(digits)) {
            return null;
        }
        tries++;
        ParseResult result;
        if (signed || dialled) {
            result = new Digits(digits, signed).parse(home);
        } else if (digits.charAt(0) == '0') {
            result = WorldPlan.national(digits, home);
        } else {
            @Nullable Parsed mobile = PlanOfSeven.mobile(Long.parseLong(digits), digits.length(), false, home);
            result = mobile != null ? mobile : WorldPlan.national(digits, home);
        }
        return result instanceof Parsed parsed ? parsed : null;
    }

    /** Ten digits, eleven with 7 or 8, or dialled abroad by 8 10: nothing else can be of the plan of +7. */
    private static boolean lengthOfSeven(String digits) {
        char first = digits.charAt(0);
        return digits.length() == 10
                || (digits.length() == 11 && (first == '7' || first == '8'))
                || (digits.length() > 11 && digits.startsWith("810"));
    }

    private @Nullable Parsed foreign(int first, String digits) {
        if (digits.length() < FEWEST_OF_FOREIGN || digits.length() > PhoneNumber.MOST || (first == 0 && plus)) {
            return null;
        }
        tries++;
        return WorldPlan.international(digits) instanceof Parsed parsed ? parsed : null;
    }

    private @Nullable Leftover leftover(int first, int after, Country home) {
        StringBuilder digits = new StringBuilder();
        boolean signed = first == 0 && plus;
        for (int i = first; i < after && digits.length() <= Digits.LONGEST_DIALLED; i++) {
            append(groups.get(i), digits);
        }
        int start = start(first);
        int end = groups.get(after - 1).end();
        boolean likely = digits.length() >= PhoneNumber.FEWEST || signed;
        if (!likely
                || DATE.matcher(text.subSequence(start, Math.min(end, start + LONGEST_DATE + 1)))
                        .matches()) {
            return null;
        }
        tries++;
        return switch (new Digits(digits.toString(), signed).parse(home)) {
            case Refused(Reason reason) -> new Leftover(start, end, reason);
            // Some plan would take it, but too few digits without a plus are no reason to write to a foreigner.
            case Parsed _ -> new Leftover(start, end, Reason.NOT_VALID_FOR_COUNTRY);
        };
    }

    private int start(int group) {
        return group == 0 ? begin : groups.get(group).start();
    }

    private void append(Group group, StringBuilder digits) {
        // One beyond the limit is enough to know that it is too long.
        int end = Math.min(group.end(), group.start() + Digits.LONGEST_DIALLED + 1);
        for (int i = group.start(); i < end; i++) {
            digits.append((char) ('0' + Character.digit(text.charAt(i), 10)));
        }
    }
}

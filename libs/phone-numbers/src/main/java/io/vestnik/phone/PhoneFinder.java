package io.vestnik.phone;

import io.vestnik.phone.Findings.Found;
import io.vestnik.phone.Findings.Leftover;
import io.vestnik.phone.ParseResult.Parsed;
import io.vestnik.phone.ParseResult.Refused;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds phone numbers in a text that was pasted from anywhere, whatever stands between them and inside them.
 *
 * <p>Reads at most {@link #LONGEST} characters at once and tries at most 100,000 readings; where it stopped is in {@link
 * Findings#readTo}, and it always gets further than where it began.
 */
public final class PhoneFinder {
    /** Characters read at one call. */
    public static final int LONGEST = 1 << 20;

    static final int MOST_TRIES = 100_000;
    /** Characters between two groups of one number: ") - (" and the like. */
    private static final int WIDEST_GAP = 5;
    /** Groups looked at together; numbers have at most a dozen. */
    private static final int MOST_GROUPS = 256;

    private static final Pattern ROUNDED = Pattern.compile("\\d[.,]\\d{1,17}[eE]\\+?\\d{1,2}(?![\\p{L}\\d])");

    private final CharSequence text;
    private final Country home;
    private final Matcher rounded;
    private final List<Found> found = new ArrayList<>();
    private final List<Leftover> leftovers = new ArrayList<>();
    private int at;
    private int tries;

    private PhoneFinder(CharSequence text, Country home) {
        this.text = text;
        this.home = home;
        this.rounded = ROUNDED.matcher(text);
    }

    /**
     * Finds the numbers of a text.
     *
     * @param home whose numbers those without a country code are
     */
    public static Findings find(CharSequence text, Country home) {
        return new PhoneFinder(text, home).findAll();
    }

    private Findings findAll() {
        int end = Math.min(text.length(), LONGEST);
        while (at < end && tries < MOST_TRIES) {
            if (!digit(at)) {
                at++;
            } else if (!takeRounded()) {
                GroupRun run = nextRun();
                tries += run.divide(home);
                found.addAll(run.found());
                leftovers.addAll(run.leftovers(home));
            }
        }
        // A run divides its own numbers first and foreign ones second: only here they stand in the order of the text.
        found.sort(Comparator.comparingInt(Found::start));
        // A plus at the very end belongs to what will be read next.
        int readTo = at < text.length() ? Math.max(1, signBefore(at)) : at;
        return new Findings(found, leftovers, readTo);
    }

    /** Takes 7.9161234567E10 as a whole: its dot and its letter would otherwise cut it in three. */
    private boolean takeRounded() {
        if (at + 1 >= text.length() || (text.charAt(at + 1) != '.' && text.charAt(at + 1) != ',')) {
            return false;
        }
        rounded.region(at, text.length()).useTransparentBounds(true);
        if (!rounded.lookingAt()) {
            return false;
        }
        int end = rounded.end();
        switch (PhoneNumber.parse(text.subSequence(at, end).toString(), home)) {
            case Parsed(PhoneNumber number, Kind kind, Country country) ->
                found.add(new Found(number, kind, country, at, end));
            case Refused(ParseResult.Reason reason) -> leftovers.add(new Leftover(at, end, reason));
        }
        at = end;
        return true;
    }

    /** Gathers groups of digits with only marks between them, up to a plus, a letter or a line's end. */
    private GroupRun nextRun() {
        int sign = signBefore(at);
        GroupRun run = new GroupRun(text, sign, sign < at && plus(sign));
        while (true) {
            int start = at;
            while (at < text.length() && digit(at)) {
                at++;
            }
            run.add(start, at);
            int next = at;
            while (next < text.length() && next - at < WIDEST_GAP && gap(text.charAt(next))) {
                next++;
            }
            if (next == text.length() || !digit(next) || run.size() == MOST_GROUPS) {
                return run;
            }
            at = next;
        }
    }

    /** Where the number that begins with this digit begins: at its plus or bracket, if there is one. */
    private int signBefore(int first) {
        int i = first - 1;
        while (i >= 0 && first - i < WIDEST_GAP && gap(text.charAt(i))) {
            i--;
        }
        if (i >= 0 && plus(i)) {
            return i;
        }
        return first > 0 && text.charAt(first - 1) == '(' ? first - 1 : first;
    }

    private boolean plus(int i) {
        return text.charAt(i) == '+' || text.charAt(i) == '＋';
    }

    private boolean digit(int i) {
        return Character.digit(text.charAt(i), 10) >= 0;
    }

    /** A tab stands between the cells of a table, and so between numbers. */
    private static boolean gap(char c) {
        return c != '\t' && Digits.mark(c);
    }
}

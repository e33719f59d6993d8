package io.vestnik.platform.numbering;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds the longest prefix of a number: prefixes are laid out as ranges of 15-digit numbers that do not overlap, so that
 * one binary search over longs tells all.
 *
 * @param <T> what a prefix means
 */
final class PrefixTable<T> {
    /** The length of the longest number of E.164. */
    private static final int DIGITS = 15;

    private final long[] starts;
    private final List<T> meanings;

    private PrefixTable(long[] starts, List<T> meanings) {
        this.starts = starts;
        this.meanings = meanings;
    }

    /**
     * Lays the prefixes out.
     *
     * @param prefixes 1 to 15 digits each
     * @param nowhere the meaning of what no prefix covers
     */
    static <T> PrefixTable<T> of(Map<String, T> prefixes, T nowhere) {
        List<Long> starts = new ArrayList<>();
        List<T> meanings = new ArrayList<>();
        starts.add(0L);
        meanings.add(nowhere);
        Deque<Range<T>> open = new ArrayDeque<>();
        // In the order of text a prefix comes right before those that begin with it.
        for (Map.Entry<String, T> entry : new TreeMap<>(prefixes).entrySet()) {
            Range<T> range = Range.of(entry.getKey(), entry.getValue());
            closeBefore(range.start, open, starts, meanings, nowhere);
            mark(range.start, range.meaning, starts, meanings);
            open.push(range);
        }
        closeBefore(Long.MAX_VALUE, open, starts, meanings, nowhere);
        return new PrefixTable<>(starts.stream().mapToLong(Long::longValue).toArray(), List.copyOf(meanings));
    }

    private static <T> void closeBefore(
            long start, Deque<Range<T>> open, List<Long> starts, List<T> meanings, T nowhere) {
        while (!open.isEmpty() && open.peek().end <= start) {
            Range<T> closed = open.pop();
            mark(closed.end, open.isEmpty() ? nowhere : open.peek().meaning, starts, meanings);
        }
    }

    /** From here on; what was said of the same place before no longer holds. */
    private static <T> void mark(long from, T meaning, List<Long> starts, List<T> meanings) {
        if (starts.getLast() == from) {
            meanings.set(meanings.size() - 1, meaning);
        } else {
            starts.add(from);
            meanings.add(meaning);
        }
    }

    /** The meaning of the longest prefix of these digits, at most 15 of them; anything else in them is refused. */
    T find(String digits) {
        return meanings.get(floor(leftAligned(digits)));
    }

    private int floor(long number) {
        int low = 0;
        int high = starts.length - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (starts[middle] <= number) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    private static long leftAligned(String digits) {
        int length = digits.length();
        if (length > DIGITS) {
            throw new IllegalArgumentException("More than " + DIGITS + " digits");
        }
        long number = 0;
        for (int i = 0; i < DIGITS; i++) {
            int digit = i < length ? digits.charAt(i) - '0' : 0;
            if (digit < 0 || digit > 9) {
                throw new IllegalArgumentException("Not a digit at " + i);
            }
            number = number * 10 + digit;
        }
        return number;
    }

    private record Range<T>(long start, long end, T meaning) {
        static <T> Range<T> of(String prefix, T meaning) {
            long size = 1;
            for (int i = prefix.length(); i < DIGITS; i++) {
                size *= 10;
            }
            long start = leftAligned(prefix);
            return new Range<>(start, start + size, meaning);
        }
    }
}

package io.vestnik.platform.numbering.domain;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What each number means: ranges of 15-digit numbers that do not overlap and leave nothing out, so that one binary search
 * over longs tells all; an index of a million places leaves it a few steps. A table lies over another one where it has a meaning.
 *
 * @param <T> what a range means; null where it says nothing
 */
final class RangeTable<T extends @Nullable Object> {
    /** The first digits of a number, in binary: 2^30 numbers have a place in the index together. */
    private static final int SHIFT = 30;

    private final long[] starts;
    private final List<T> meanings;
    /** The range of the first number of each place. */
    private final int[] index;

    private RangeTable(long[] starts, List<T> meanings) {
        this.starts = starts;
        this.meanings = meanings;
        this.index = new int[(int) (Digits.leftAligned(1, 0) >>> SHIFT) + 2];
        for (int place = 0, range = 0; place < index.length; place++) {
            while (range + 1 < starts.length && starts[range + 1] <= (long) place << SHIFT) {
                range++;
            }
            index[place] = range;
        }
    }

    /**
     * Lays prefixes out; a longer one wins over a shorter one.
     *
     * @param prefixes 1 to 15 digits each
     * @param nowhere the meaning of what no prefix covers
     */
    static <T> RangeTable<T> ofPrefixes(Map<String, T> prefixes, T nowhere) {
        Builder<T> table = new Builder<>(nowhere);
        Deque<Range<T>> open = new ArrayDeque<>();
        // In the order of text a prefix comes right before those that begin with it.
        for (Map.Entry<String, T> entry : new TreeMap<>(prefixes).entrySet()) {
            Range<T> range = Range.of(entry.getKey(), entry.getValue());
            closeBefore(range.start, open, table, nowhere);
            table.from(range.start, range.meaning);
            open.push(range);
        }
        closeBefore(Long.MAX_VALUE, open, table, nowhere);
        return table.build();
    }

    private static <T> void closeBefore(long start, Deque<Range<T>> open, Builder<T> table, T nowhere) {
        while (!open.isEmpty() && open.peek().end <= start) {
            Range<T> closed = open.pop();
            table.from(closed.end, open.isEmpty() ? nowhere : open.peek().meaning);
        }
    }

    /** This table where the other one says nothing, and the other one elsewhere. */
    RangeTable<T> under(RangeTable<? extends @Nullable T> over) {
        Builder<T> table = new Builder<>(meanings.getFirst());
        int below = 0;
        int above = 0;
        while (below < starts.length || above < over.starts.length) {
            long at = Math.min(start(below), over.start(above));
            below += start(below) == at ? 1 : 0;
            above += over.start(above) == at ? 1 : 0;
            @Nullable T said = over.meanings.get(above - 1);
            table.from(at, said == null ? meanings.get(below - 1) : said);
        }
        return table.build();
    }

    private long start(int index) {
        return index < starts.length ? starts[index] : Long.MAX_VALUE;
    }

    /** What this number means, its digits aligned to the left as {@link Digits#leftAligned} does. */
    T find(long number) {
        int place = (int) (number >>> SHIFT);
        int low = index[place];
        int high = index[place + 1];
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (starts[middle] <= number) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return meanings.get(low);
    }

    /** How many ranges there are. */
    int size() {
        return starts.length;
    }

    /** Takes ranges in their order, the first of all numbers included. */
    static final class Builder<T extends @Nullable Object> {
        private final List<T> meanings = new ArrayList<>();
        private long[] starts = new long[256];

        /** Everything means this, until something else is said. */
        Builder(T first) {
            meanings.add(first);
        }

        /** From here on; what was said of the same place before no longer holds. */
        void from(long start, T meaning) {
            int last = meanings.size() - 1;
            if (start < starts[last]) {
                throw new IllegalArgumentException("Ranges come in their order");
            }
            if (start == starts[last]) {
                meanings.set(last, meaning);
            } else if (!Objects.equals(meanings.get(last), meaning)) {
                if (last + 1 == starts.length) {
                    starts = Arrays.copyOf(starts, starts.length * 2);
                }
                starts[last + 1] = start;
                meanings.add(meaning);
            }
        }

        RangeTable<T> build() {
            List<T> all = new ArrayList<>(meanings);
            return new RangeTable<>(Arrays.copyOf(starts, all.size()), all);
        }
    }

    private record Range<T>(long start, long end, T meaning) {
        static <T> Range<T> of(String prefix, T meaning) {
            long value = Digits.value(prefix);
            return new Range<>(
                    Digits.leftAligned(value, prefix.length()),
                    Digits.leftAligned(value + 1, prefix.length()),
                    meaning);
        }
    }
}

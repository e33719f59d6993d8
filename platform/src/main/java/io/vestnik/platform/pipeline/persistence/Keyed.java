package io.vestnik.platform.pipeline.persistence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Rows by their ids, in order and each once, as arrays: a statement finds them by {@code id = ANY(:ids)} and what belongs to an
 * id by {@code (:column)[width_bucket(id, :ids)]}. A join with the arrays would leave the planner free to walk the table
 * and compare each of its rows with each of ours, which it does where it takes the table for empty.
 */
final class Keyed<T> {
    private final List<T> rows;
    private final List<Long> ids;

    private Keyed(List<T> rows, List<Long> ids) {
        this.rows = rows;
        this.ids = ids;
    }

    /** Of several rows with one id the first stays. */
    static <T> Keyed<T> by(List<T> rows, ToLongFunction<T> id) {
        List<T> sorted = rows.stream().sorted(Comparator.comparingLong(id)).toList();
        List<T> once = new ArrayList<>(sorted.size());
        List<Long> ids = new ArrayList<>(sorted.size());
        for (T row : sorted) {
            long key = id.applyAsLong(row);
            if (ids.isEmpty() || ids.getLast() != key) {
                once.add(row);
                ids.add(key);
            }
        }
        return new Keyed<>(once, ids);
    }

    List<Long> ids() {
        return ids;
    }

    long[] array() {
        return ids.stream().mapToLong(Long::longValue).toArray();
    }

    /** The ids of those rows that are meant. */
    long[] idsWhere(Predicate<T> meant) {
        return IntStream.range(0, ids.size())
                .filter(i -> meant.test(rows.get(i)))
                .mapToLong(ids::get)
                .toArray();
    }

    /**
     * The same of small numbers, for {@code smallint[]}: an array that has to be cast on the way is cast whole again for
     * each row that looks into it.
     */
    Short[] smalls(ToIntFunction<T> value) {
        return rows.stream().map(row -> small(value.applyAsInt(row))).toArray(Short[]::new);
    }

    private static short small(int number) {
        if (number != (short) number) {
            throw new ArithmeticException("No small number: " + number);
        }
        return (short) number;
    }

    /** What belongs to the ids, in their order. */
    <C> Stream<C> column(Function<T, C> value) {
        return rows.stream().map(value);
    }
}

package io.vestnik.platform.kernel;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list walked by key.
 *
 * @param items what is on it, in order
 * @param next the opaque cursor that asks for what follows; none at the end
 */
public record Slice<T>(List<T> items, @Nullable String next) {
    public Slice {
        items = List.copyOf(items);
    }

    /**
     * Makes a slice of rows read with a limit of one more than asked.
     *
     * @param rows at most {@code limit + 1} rows
     * @param key the cursor of a row: what follows it comes next
     */
    public static <T> Slice<T> of(List<T> rows, int limit, Function<T, String> key) {
        return rows.size() > limit
                ? new Slice<>(rows.subList(0, limit), key.apply(rows.get(limit - 1)))
                : new Slice<>(rows, null);
    }

    /**
     * Every item of a list, page after page as they are asked for.
     *
     * @param pages the page behind a cursor; the first behind none
     */
    public static <T> Iterable<T> all(Function<@Nullable String, Slice<T>> pages) {
        return () -> new Iterator<>() {
            private Slice<T> page = pages.apply(null);
            private Iterator<T> here = page.items().iterator();

            @Override
            public boolean hasNext() {
                while (!here.hasNext() && page.next() != null) {
                    page = pages.apply(page.next());
                    here = page.items().iterator();
                }
                return here.hasNext();
            }

            @Override
            public T next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                return here.next();
            }
        };
    }

    public <R> Slice<R> map(Function<T, R> change) {
        return new Slice<>(items.stream().map(change).toList(), next);
    }

    public Optional<String> nextCursor() {
        return Optional.ofNullable(next);
    }
}

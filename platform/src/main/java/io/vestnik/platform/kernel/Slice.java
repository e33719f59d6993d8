package io.vestnik.platform.kernel;

import java.util.List;
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

    public <R> Slice<R> map(Function<T, R> change) {
        return new Slice<>(items.stream().map(change).toList(), next);
    }

    public Optional<String> nextCursor() {
        return Optional.ofNullable(next);
    }
}

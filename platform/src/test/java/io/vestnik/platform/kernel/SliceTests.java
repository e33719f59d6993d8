package io.vestnik.platform.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SliceTests {
    private final List<String> asked = new ArrayList<>();

    /** Numbers below seven, three a page. */
    private Slice<Integer> page(@Nullable String after) {
        asked.add(String.valueOf(after));
        int from = after == null ? 0 : Integer.parseInt(after) + 1;
        return Slice.of(IntStream.range(from, Math.min(7, from + 4)).boxed().toList(), 3, Object::toString);
    }

    @Test
    void walksThroughAllPagesAndAsksForEachWhenItIsReached() {
        Iterator<Integer> numbers = Slice.all(this::page).iterator();
        IntStream.range(0, 3).forEach(number -> assertThat(numbers.next()).isEqualTo(number));
        assertThat(asked).containsExactly("null");
        IntStream.range(3, 7).forEach(number -> assertThat(numbers.next()).isEqualTo(number));
        assertThat(asked).containsExactly("null", "2", "5");
        assertThat(numbers.hasNext()).isFalse();
        assertThatThrownBy(numbers::next).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void goesOnBehindAPageThatHasNothing() {
        Iterable<String> all =
                Slice.all(after -> after == null ? new Slice<>(List.of(), "on") : new Slice<>(List.of("last"), null));
        assertThat(all).containsExactly("last");
    }
}

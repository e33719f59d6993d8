package io.vestnik.bench.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EarlierTests {

    @Test
    void countsAMessageToTheRoundThoughAnotherServersIdsWereAheadBeforeIt() {
        Row before = row(250_289_621_964_555L);
        Row since = row(250_289_617_638_300L);

        assertThat(new Earlier(Set.of(before.id())).since(List.of(before, since)))
                .containsExactly(since);
    }

    private static Row row(long id) {
        return new Row(
                id,
                "79160000001",
                null,
                Row.DELIVERED,
                null,
                true,
                false,
                new Row.Terms(1, BigDecimal.ONE, false, List.of()),
                new Row.Told(0, Row.DELIVERED, BigDecimal.ONE));
    }
}

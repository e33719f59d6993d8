package io.vestnik.platform.webhooks.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.webhooks.domain.CallbackStore.Waiting;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RotaTests {
    private final Rota rota = new Rota();

    @Test
    void endpointsComeRoundHoweverManyThereAre() {
        List<Long> waiting = LongStream.range(0, 1_200).boxed().toList();
        Set<Long> seen = new HashSet<>();
        for (int i = 0; i < 6; i++) {
            Set<Long> next = rota.next(waiting).keySet();
            assertThat(next).hasSize(Rota.MOST_ENDPOINTS);
            seen.addAll(next);
        }
        assertThat(seen).hasSize(1_200);
    }

    @Test
    void outletsOfAnEndpointGoOnWhereTheyEndedAndBeginAnew() {
        assertThat(rota.next(List.of(1L, 2L))).isEqualTo(Map.of(1L, "", 2L, ""));
        rota.found(Map.of(1L, "", 2L, ""), outlets(1, Rota.MOST_OUTLETS));
        assertThat(rota.next(List.of(1L, 2L))).isEqualTo(Map.of(1L, "m1 h199", 2L, ""));
        rota.found(Map.of(1L, "m1 h199", 2L, ""), outlets(1, 7));
        assertThat(rota.next(List.of(1L, 2L))).isEqualTo(Map.of(1L, "", 2L, ""));
    }

    @Test
    void nobodyWaits() {
        assertThat(rota.next(List.of())).isEmpty();
    }

    private static List<Waiting> outlets(long endpoint, int count) {
        return IntStream.range(100, 100 + count)
                .mapToObj(i -> new Waiting(endpoint, "m" + endpoint + " h" + i, true))
                .toList();
    }
}

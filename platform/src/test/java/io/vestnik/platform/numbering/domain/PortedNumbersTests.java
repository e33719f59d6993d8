package io.vestnik.platform.numbering.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PortedNumbersTests {
    @Test
    void findsWhatWasPutAndNothingElse() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        PortedNumbers ported = new PortedNumbers(5_000);
        Map<Long, String> expected = new HashMap<>();
        while (expected.size() < 5_000) {
            long number = 79_000_000_000L + random.nextInt(20_000);
            String network = "250" + (10 + random.nextInt(90));
            assertThat(ported.put(number, network)).isEqualTo(expected.putIfAbsent(number, network) == null);
        }
        for (long number = 78_999_999_000L; number < 79_000_021_000L; number++) {
            int place = ported.find(number);
            assertThat(place < 0 ? null : ported.network(place))
                    .as("%d, seed %d", number, seed)
                    .isEqualTo(expected.get(number));
        }
        assertThat(ported.size()).isEqualTo(5_000);
    }

    @Test
    void keepsNumbersOfAnyLength() {
        PortedNumbers ported = new PortedNumbers(10);
        ported.put(999_999_999_999_999L, "longest");
        ported.put(1_000_000, "shortest");
        assertThat(ported.network(ported.find(999_999_999_999_999L))).isEqualTo("longest");
        assertThat(ported.network(ported.find(1_000_000))).isEqualTo("shortest");
        assertThat(ported.find(0)).isNegative();
    }

    @Test
    void handsOutEverythingInPieces() {
        PortedNumbers ported = new PortedNumbers(1_000);
        for (int i = 0; i < 1_000; i++) {
            ported.put(79_000_000_000L + i, "2500" + i % 7);
        }
        Map<Long, String> all = new HashMap<>();
        for (int from = 0; from < ported.places(); from += 100) {
            PortedNumbers.Piece piece = ported.piece(from, Math.min(ported.places(), from + 100));
            for (int i = 0; i < piece.numbers().length; i++) {
                all.put(piece.numbers()[i], piece.networks()[i]);
            }
        }
        assertThat(all).hasSize(1_000).containsEntry(79_000_000_008L, "25001");
    }

    @Test
    void refusesMoreThanItPromisesToHold() {
        assertThatThrownBy(() -> new PortedNumbers(PortedNumbers.MOST + 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void readsRowsAsPeopleWriteThem() {
        Network mts = new Network("25001", "МТС");
        PortedRows rows = new PortedRows(name -> name.equals("МТС") ? Optional.of(mts) : Optional.empty());
        PortedRows.Reading expected = new PortedRows.Reading.Ported(79161234567L, mts);
        assertThat(rows.read(List.of("+7 (916) 123-45-67", " МТС "))).isEqualTo(expected);
        assertThat(rows.read(List.of("79161234567", "МТС", "2026-01-01"))).isEqualTo(expected);
        assertThat(rows.read(List.of("телефон", "МТС"))).isEqualTo(refused(RowRefusal.NOT_A_PHONE));
        assertThat(rows.read(List.of("79161234567"))).isEqualTo(refused(RowRefusal.NO_OPERATOR));
        assertThat(rows.read(List.of("79161234567", "Никто"))).isEqualTo(refused(RowRefusal.UNKNOWN_OPERATOR));
        assertThat(PortedRows.isHeader(List.of("Номер", "Оператор"))).isTrue();
        assertThat(PortedRows.isHeader(List.of("79161234567", "МТС"))).isFalse();
    }

    private static PortedRows.Reading refused(RowRefusal reason) {
        return new PortedRows.Reading.Refused(reason);
    }
}

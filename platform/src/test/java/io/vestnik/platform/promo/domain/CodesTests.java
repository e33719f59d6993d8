package io.vestnik.platform.promo.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CodesTests {
    @Test
    void makesCodesOfTheAlphabetNoTwoAlike() {
        List<String> codes = new CodeMaking().make(Alphabet.CLEAR, 8, 10_000);
        assertThat(codes)
                .hasSize(10_000)
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("[ACDEFGHJKMNPQRTUVWXY34679]{8}"));
    }

    @Test
    void usesEverySignOfTheAlphabetInEveryPlace() {
        List<String> codes = new CodeMaking().make(Alphabet.DIGITS, 6, 5_000);
        for (int place = 0; place < 6; place++) {
            int at = place;
            assertThat(codes.stream().map(code -> code.charAt(at)).collect(Collectors.toSet()))
                    .hasSize(10);
        }
    }

    @Test
    void leavesCodesOfDigitsTheRoomOfDigits() {
        assertThat(Room.around("12345678")).isEqualTo(100);
        assertThat(Room.around("1234-5678")).isEqualTo(100);
        assertThat(Room.around("1234567A")).isEqualTo(2_821_109);
    }

    @Test
    void refusesSoManyCodesThatOneIsHitWithinAMillionTries() {
        assertThat(Room.most(Alphabet.DIGITS, 6)).isEqualTo(1);
        assertThat(Room.most(Alphabet.DIGITS, 9)).isEqualTo(1_000);
        assertThat(Room.most(Alphabet.CLEAR, 8)).isEqualTo(152_587);
        assertThat(Room.most(Alphabet.CLEAR, 20)).isEqualTo(Terms.MOST_CODES);
        List<Integer> shortest = new ArrayList<>();
        for (long codes : new long[] {1, 100_000, 1_000_000, Terms.MOST_CODES}) {
            shortest.add(Room.shortest(Alphabet.CLEAR, codes));
        }
        assertThat(shortest).containsExactly(6, 8, 9, 10);
    }
}

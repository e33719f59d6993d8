package io.vestnik.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TlvsTests {
    @Test
    void keepsUnknownOnesInOrder() {
        Tlvs tlvs = Tlvs.NONE.withOctet(0x3FFF, 1).withShort(0x1400, 2).withOctet(0x3FFF, 3);
        List<String> seen = new ArrayList<>();
        tlvs.forEach((tag, value) -> seen.add(tag + ":" + value.length));
        assertThat(seen).containsExactly("16383:1", "5120:2", "16383:1");
        assertThat(tlvs.get(0x3FFF)).containsExactly(1);
    }

    @Test
    void readsNumbersOfOneToFourOctets() {
        assertThat(Tlvs.NONE.withOctet(1, 255).integer(1)).hasValue(255);
        assertThat(Tlvs.NONE.withShort(1, 65535).integer(1)).hasValue(65535);
        assertThat(Tlvs.NONE.with(1, (byte) 1, (byte) 2, (byte) 3).integer(1)).hasValue(0x010203);
        assertThat(Tlvs.NONE.withInt(1, 0x7FFFFFFF).integer(1)).hasValue(0x7FFFFFFF);
        assertThat(Tlvs.NONE.withInt(1, -1).integer(1)).isEmpty();
        assertThat(Tlvs.NONE.with(1).integer(1)).isEmpty();
        assertThat(Tlvs.NONE.integer(1)).isEmpty();
    }

    @Test
    void readsTextWithAndWithoutItsNul() {
        assertThat(Tlvs.NONE.withText(1, "abc").text(1)).contains("abc");
        assertThat(Tlvs.NONE.with(1, (byte) 'a').text(1)).contains("a");
        assertThat(Tlvs.NONE.with(1).text(1)).contains("");
        assertThat(Tlvs.NONE.text(1)).isEmpty();
    }

    @Test
    void areEqualByContent() {
        assertThat(Tlvs.NONE.withOctet(1, 2))
                .isEqualTo(Tlvs.NONE.withOctet(1, 2))
                .hasSameHashCodeAs(Tlvs.NONE.withOctet(1, 2));
        assertThat(Tlvs.NONE.withOctet(1, 2)).isNotEqualTo(Tlvs.NONE.withOctet(1, 3));
        assertThat(Tlvs.NONE.withOctet(1, 2).toString()).isEqualTo("{0001:1}");
    }
}

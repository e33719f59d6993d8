package io.vestnik.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DemoOptionsTests {

    @Test
    void takesAThousandRecipientsUnlessTold() {
        assertThat(DemoOptions.parse(List.of(), 1_000))
                .isEqualTo(new DemoOptions.Understood(new DemoOptions(1_000, false)));
    }

    @Test
    void readsOptionsInAnyOrder() {
        DemoOptions.Parsed expected = new DemoOptions.Understood(new DemoOptions(20_000, true));
        assertThat(DemoOptions.parse(List.of("--json", "--recipients", "20000"), 1_000))
                .isEqualTo(expected);
        assertThat(DemoOptions.parse(List.of("--recipients", "20000", "--json"), 1_000))
                .isEqualTo(expected);
    }

    @Test
    void refusesNumbersThatMakeNoSense() {
        for (String number : List.of("0", "-5", "many", "2000000", "99999999999")) {
            assertThat(DemoOptions.parse(List.of("--recipients", number), 1_000))
                    .as(number)
                    .isInstanceOf(DemoOptions.Refused.class);
        }
        assertThat(DemoOptions.parse(List.of("--recipients"), 1_000)).isInstanceOf(DemoOptions.Refused.class);
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThat(DemoOptions.parse(List.of("--fast"), 1_000))
                .isEqualTo(new DemoOptions.Refused("there is no option '--fast'; see 'vestnik help'."));
    }
}

package io.vestnik.platform.channels.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.channels.Outcome;
import io.vestnik.platform.channels.Outgoing;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlightTests {

    private static final Outgoing MESSAGE = Routes.message("text");

    /** Fates of parts by letter: accepted, refused, delayed, doubted, unsent. */
    @ParameterizedTest
    @CsvSource({
        "a,Accepted",
        "r,Refused",
        "l,Later",
        "d,InDoubt",
        "n,NotSent",
        "aa,Accepted",
        "ar,Refused",
        "al,InDoubt",
        "ad,InDoubt",
        "an,InDoubt",
        "rr,Refused",
        "rl,Refused",
        "rd,Refused",
        "rn,Refused",
        "ll,Later",
        "ld,InDoubt",
        "ln,Later",
        "dd,InDoubt",
        "dn,InDoubt",
        "nn,NotSent",
        "aln,InDoubt",
        "lnn,Later",
        "aaaaan,InDoubt",
        "aarda,Refused"
    })
    void makesOneOutcomeOfTheFatesOfItsParts(String fates, String outcome) {
        for (String order : List.of(fates, new StringBuilder(fates).reverse().toString())) {
            assertThat(flown(order).getClass().getSimpleName()).as(order).isEqualTo(outcome);
        }
    }

    @Test
    void remembersTheIdsThatItHasWhenTheRestIsInDoubt() {
        assertThat(flown("ada")).isEqualTo(new Outcome.InDoubt(MESSAGE, List.of("id0", "", "id2")));
        assertThat(flown("dd")).isEqualTo(new Outcome.InDoubt(MESSAGE));
    }

    @Test
    void remembersTheIdsThatItHasWhenAnotherPartIsRefused() {
        assertThat(flown("ara")).isEqualTo(new Outcome.Refused(MESSAGE, "11", List.of("id0", "", "id2")));
        assertThat(flown("rr")).isEqualTo(new Outcome.Refused(MESSAGE, "11"));
    }

    private static Outcome flown(String fates) {
        Flight flight = new Flight(MESSAGE, fates.length(), 0, _ -> {}, 0);
        for (int i = 0; i < fates.length(); i++) {
            boolean last = switch (fates.charAt(i)) {
                case 'a' -> flight.accepted(new Flight.Part(flight, i), "id" + i);
                case 'r' -> flight.refused(11);
                case 'l' -> flight.delayed(8, Duration.ofSeconds(i));
                case 'd' -> flight.doubted();
                case 'n' -> flight.unsent();
                default -> throw new IllegalArgumentException(fates);
            };
            assertThat(last).isEqualTo(i == fates.length() - 1);
        }
        return flight.outcome();
    }
}

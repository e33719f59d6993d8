package io.vestnik.platform.channels.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.channels.Connector;
import io.vestnik.platform.channels.Described;
import io.vestnik.platform.channels.Gathered;
import io.vestnik.platform.channels.Octets;
import io.vestnik.platform.channels.Outgoing;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;

class DescribingTests {
    private final ScriptedSmsc smsc = new ScriptedSmsc();

    @Test
    void describesAMessageByTheSubmitsItWouldBe() {
        try (smsc;
                Connector route = Routes.open(smsc.port(), "", new Gathered())) {
            Outgoing message = Routes.message("Не поместится в одну часть. ".repeat(5));
            List<Described> units = route.describe(message, Clock.systemUTC().instant());

            assertThat(units).hasSize(3).allMatch(unit -> unit.name().equals("submit_sm"));
            assertThat(units.get(1).fields())
                    .anyMatch(field -> field.name().equals("UDH")
                            && String.valueOf(field.meaning()).endsWith("part 2 of 3"))
                    .anyMatch(field -> field.name().equals("short_message")
                            && field.value().contains("поместится"));
            assertThat(route.describe(units.get(1).octets()).orElseThrow().fields())
                    .isEqualTo(units.get(1).fields());
        }
    }

    @Test
    void saysNothingOfWhatIsNoPdu() {
        try (smsc;
                Connector route = Routes.open(smsc.port(), "", new Gathered())) {
            assertThat(route.describe(Octets.of(new byte[] {1, 2, 3}))).isEmpty();
            assertThat(route.describe(Octets.of(new byte[64]))).isEmpty();
        }
    }
}

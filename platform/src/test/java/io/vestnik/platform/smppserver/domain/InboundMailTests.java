package io.vestnik.platform.smppserver.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vestnik.platform.accounts.SignIns;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.channels.InboundMessages;
import io.vestnik.platform.channels.InboundPart;
import io.vestnik.platform.kernel.RouteId;
import io.vestnik.platform.pipeline.inbound.domain.Lending;
import io.vestnik.platform.pipeline.inbound.domain.NumberDesk;
import io.vestnik.smpp.BindMode;
import io.vestnik.smpp.DataCoding;
import io.vestnik.smpp.DeliverSm;
import io.vestnik.smpp.EsmClass;
import io.vestnik.smpp.Tlv;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What people write reaches the programs of whoever has the number, over real sockets. */
class InboundMailTests extends OpenDoor {
    @Autowired
    InboundMessages network;

    @Autowired
    NumberDesk numbers;

    private void write(String text) {
        network.take(List.of(new InboundPart(new RouteId(1), "79165580001", "7737", text, null, Instant.EPOCH)))
                .join();
    }

    @Test
    void bringsWhatPeopleWriteAlsoToAProgramThatWasAway() throws Exception {
        Who partner = SignIns.who("partner", context);
        numbers.keep(partner, new Lending(0, "7737", null, "", partner.account(), LocalDate.EPOCH, null, 0));
        var given = (Systems.Answer.Given)
                systems.create(partner, "in-" + System.nanoTime() % 1_000_000, SystemTerms.USUAL);
        String shorter = "Да, " + given.id();
        write(shorter);
        String longer = given.id() + " раз " + "очень ".repeat(50);
        write(longer);

        try (Esme esme = bind(given, BindMode.RECEIVER)) {
            await().until(() -> esme.receipts().size() == 2);
            DeliverSm first = esme.receipts().getFirst();
            assertThat(first.source().digits()).isEqualTo("79165580001");
            assertThat(first.destination().digits()).isEqualTo("7737");
            assertThat(first.esmClass()).isEqualTo(EsmClass.DEFAULT);
            assertThat(first.dataCoding()).isEqualTo(DataCoding.UCS2);
            assertThat(new String(first.shortMessage(), StandardCharsets.UTF_16BE))
                    .isEqualTo(shorter);
            DeliverSm second = esme.receipts().getLast();
            assertThat(second.tlvs().has(Tlv.MESSAGE_PAYLOAD)).isTrue();
            assertThat(new String(second.content(), StandardCharsets.UTF_16BE)).isEqualTo(longer);
            await().until(() -> letters(given) == 0);
        }
    }
}

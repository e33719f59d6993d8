package io.vestnik.platform.channels.smpp;

import io.vestnik.platform.channels.InboundPart;
import io.vestnik.platform.kernel.RouteId;
import io.vestnik.smpp.Address;
import io.vestnik.smpp.DataSm;
import io.vestnik.smpp.DeliverSm;
import io.vestnik.smpp.EsmClass;
import io.vestnik.smpp.Sar;
import io.vestnik.smpp.Tlvs;
import io.vestnik.sms.PartPlace;
import io.vestnik.sms.Received;
import io.vestnik.sms.RouteAlphabet;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what people wrote, in any coding that is in use: a whole message, or a part by its header or its sar_ parameters. */
final class InboundReader {
    private final RouteId route;
    private final RouteAlphabet alphabet;

    /** Reads what comes over this route, whose data_coding 0 is that alphabet. */
    InboundReader(RouteId route, RouteAlphabet alphabet) {
        this.route = route;
        this.alphabet = alphabet;
    }

    /** What a delivery turned out to be. */
    sealed interface Written {
        /** A text. */
        record Text(InboundPart part) implements Written {}

        /** No text: octets for a program, or something that contradicts itself. It would be the same the next time. */
        record NoText() implements Written {}
    }

    Written read(DeliverSm deliver, Instant now) {
        return read(
                new Ends(deliver.source(), deliver.destination()),
                Received.read(deliver.content(), deliver.dataCoding(), EsmClass.hasUdh(deliver.esmClass()), alphabet),
                deliver.tlvs(),
                now);
    }

    Written read(DataSm data, Instant now) {
        return read(
                new Ends(data.source(), data.destination()),
                Received.read(data.content(), data.dataCoding(), EsmClass.hasUdh(data.esmClass()), alphabet),
                data.tlvs(),
                now);
    }

    private record Ends(Address from, Address to) {}

    private Written read(Ends ends, Received received, Tlvs tlvs, Instant now) {
        return switch (received) {
            case Received.Text(String text, boolean _, PartPlace place) ->
                new Written.Text(
                        new InboundPart(route, digits(ends.from()), digits(ends.to()), text, place(place, tlvs), now));
            case Received.Binary _, Received.Malformed _ -> new Written.NoText();
        };
    }

    /** The header says more than the parameters; a message of one part is whole, and so is one whose parameters are nonsense. */
    private static InboundPart.@Nullable Place place(@Nullable PartPlace header, Tlvs tlvs) {
        if (header != null) {
            return header.total() == 1
                    ? null
                    : new InboundPart.Place(header.reference(), header.total(), header.sequence());
        }
        Optional<Sar> sar = Sar.isIn(tlvs) ? Sar.of(tlvs) : Optional.empty();
        return sar.filter(it -> it.total() > 1)
                .map(it -> new InboundPart.Place(it.reference(), it.total(), it.sequence()))
                .orElse(null);
    }

    private static String digits(Address address) {
        String written = address.digits().strip();
        return written.startsWith("+") ? written.substring(1) : written;
    }
}

package io.vestnik.platform.channels.smpp;

import io.vestnik.platform.channels.DeliveryReport;
import io.vestnik.platform.channels.DeliveryReport.Status;
import io.vestnik.platform.channels.Octets;
import io.vestnik.platform.channels.Outcome;
import io.vestnik.platform.kernel.RouteId;
import io.vestnik.smpp.Address;
import io.vestnik.smpp.DataSm;
import io.vestnik.smpp.DeliverSm;
import io.vestnik.smpp.DeliveryReceipt;
import io.vestnik.smpp.MessageBuilder;
import io.vestnik.smpp.MessageState;
import io.vestnik.smpp.Tlv;
import io.vestnik.smpp.Tlvs;
import java.time.Instant;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Understands what a network delivers: a receipt by its TLVs or its text, or something else. */
final class ReceiptReader {
    private final RouteId route;
    private final ReceiptIds ids;

    ReceiptReader(RouteId route, ReceiptIds ids) {
        this.route = route;
        this.ids = ids;
    }

    /** What the network took of a message: its receipts will name these ids, in some form. */
    void answered(Outcome outcome) {
        for (String id : outcome.upstreamIds()) {
            ids.answered(id, outcome.message().recipient());
        }
    }

    /** What a delivery is. */
    sealed interface Delivery {
        /** A receipt that names its message. */
        record Receipt(DeliveryReport report) implements Delivery {}

        /** A receipt that names no message: nothing can be done with it. */
        record Nameless() implements Delivery {}

        /** Somebody wrote a message. */
        record Inbound() implements Delivery {}
    }

    Delivery read(DeliverSm deliver, Instant now) {
        return DeliveryReceipt.of(deliver)
                .map(receipt -> delivery(receipt, deliver.source(), PduWords.octets(deliver), now))
                .map(delivery -> withReference(delivery, deliver.tlvs()))
                .orElseGet(Delivery.Inbound::new);
    }

    /** A data_sm says the same in its TLVs, or as its payload. */
    Delivery read(DataSm data, Instant now) {
        DeliverSm alike = MessageBuilder.message(Address.NONE, Address.NONE)
                .esmClass(data.esmClass())
                .content(data.dataCoding(), new byte[0])
                .tlvs(data.tlvs())
                .deliverSm();
        return DeliveryReceipt.of(alike)
                .map(receipt -> delivery(receipt, data.source(), PduWords.octets(data), now))
                .map(delivery -> withReference(delivery, data.tlvs()))
                .orElseGet(Delivery.Inbound::new);
    }

    private Delivery delivery(DeliveryReceipt receipt, Address source, Octets raw, Instant now) {
        String id = receipt.messageId().strip();
        if (id.isEmpty()) {
            return new Delivery.Nameless();
        }
        String recipient = digits(source);
        String answered = ids.inAnswer(id, recipient);
        return new Delivery.Receipt(
                new DeliveryReport(route, answered, recipient, status(receipt.state()), code(receipt), now, raw, null));
    }

    /** Some networks send back what the submit gave the part. */
    private static Delivery withReference(Delivery delivery, Tlvs tlvs) {
        OptionalInt reference = tlvs.integer(Tlv.USER_MESSAGE_REFERENCE);
        return delivery instanceof Delivery.Receipt(DeliveryReport report) && reference.isPresent()
                ? new Delivery.Receipt(report.withReference(reference.getAsInt()))
                : delivery;
    }

    private static @Nullable String digits(Address source) {
        String digits = source.digits().startsWith("+") ? source.digits().substring(1) : source.digits();
        return !digits.isEmpty() && digits.chars().allMatch(c -> c >= '0' && c <= '9') ? digits : null;
    }

    private static Status status(@Nullable MessageState state) {
        if (state == null) {
            return Status.UNKNOWN;
        }
        return switch (state) {
            case ENROUTE -> Status.ENROUTE;
            case DELIVERED -> Status.DELIVERED;
            case EXPIRED -> Status.EXPIRED;
            case DELETED -> Status.DELETED;
            case UNDELIVERABLE -> Status.UNDELIVERABLE;
            case ACCEPTED -> Status.ACCEPTED;
            case UNKNOWN -> Status.UNKNOWN;
            case REJECTED -> Status.REJECTED;
        };
    }

    /** network_error_code is the type of network and two octets of its code (SMPP 3.4 §5.3.2.31); nothing where it is no error. */
    private static @Nullable String code(DeliveryReceipt receipt) {
        Integer network = receipt.networkErrorCode();
        if (network != null) {
            int code = network & 0xFFFF;
            return code == 0 ? null : Integer.toString(code);
        }
        String error = receipt.error().strip();
        return error.chars().allMatch(c -> c == '0') ? null : error;
    }
}

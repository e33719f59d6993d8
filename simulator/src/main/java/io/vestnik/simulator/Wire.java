package io.vestnik.simulator;

import io.vestnik.simulator.Behaviour.Ids;
import io.vestnik.smpp.Address;
import io.vestnik.smpp.DeliverSm;
import io.vestnik.smpp.DeliveryReceipt;
import io.vestnik.smpp.EsmClass;
import io.vestnik.smpp.MessageBuilder;
import io.vestnik.smpp.Tlv;
import io.vestnik.smpp.Tlvs;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Writes what the operator sends: ids, receipts by text and by TLVs, messages of people. */
final class Wire {
    private static final int GSM_NETWORK = 3;

    private Wire() {}

    /** The id as the answer to a submit tells it. */
    static String idInAnswer(long id, Ids ids) {
        return switch (ids) {
            case DECIMAL -> Long.toString(id);
            case HEX, MIXED -> Long.toHexString(id);
        };
    }

    /** The number behind an id of an answer; 0 for what is none. */
    static long numberOf(String id, Ids ids) {
        try {
            return Long.parseLong(id, ids == Ids.DECIMAL ? 10 : 16);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static String idInReceipt(long id, Ids ids) {
        return switch (ids) {
            case DECIMAL, MIXED -> Long.toString(id);
            case HEX -> Long.toHexString(id);
        };
    }

    static DeliverSm receipt(Letter.Receipt receipt, Ids ids) {
        String id = idInReceipt(receipt.id(), ids);
        String text = DeliveryReceipt.of(
                        id,
                        receipt.state(),
                        threeDigits(receipt.error()),
                        utc(receipt.submittedAt()),
                        utc(receipt.doneAt()))
                .format();
        Tlvs tlvs = Tlvs.NONE
                .withText(Tlv.RECEIPTED_MESSAGE_ID, id)
                .withOctet(Tlv.MESSAGE_STATE, receipt.state().code());
        Integer reference = receipt.reference();
        if (reference != null) {
            tlvs = tlvs.withShort(Tlv.USER_MESSAGE_REFERENCE, reference);
        }
        if (receipt.error() != 0) {
            tlvs = tlvs.with(
                    Tlv.NETWORK_ERROR_CODE, (byte) GSM_NETWORK, (byte) (receipt.error() >> 8), (byte) receipt.error());
        }
        return MessageBuilder.message(Address.international(receipt.destination()), sender(receipt.source()))
                .esmClass(EsmClass.RECEIPT)
                .content(0, text.getBytes(StandardCharsets.US_ASCII))
                .tlvs(tlvs)
                .deliverSm();
    }

    static DeliverSm inbound(Letter.Inbound inbound) {
        return MessageBuilder.message(Address.international(inbound.from()), sender(inbound.to()))
                .esmClass(inbound.part().udh() ? EsmClass.UDHI : EsmClass.DEFAULT)
                .content(inbound.part().dataCoding(), inbound.part().userData())
                .deliverSm();
    }

    private static Address sender(String sender) {
        return isNumber(sender) ? Address.international(sender) : Address.alphanumeric(sender);
    }

    static boolean isNumber(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static String threeDigits(int error) {
        String digits = Integer.toString(error);
        return "0".repeat(Math.max(0, 3 - digits.length())) + digits;
    }

    private static LocalDateTime utc(long epochMillis) {
        return LocalDateTime.ofEpochSecond(Math.floorDiv(epochMillis, 1000), 0, ZoneOffset.UTC);
    }
}

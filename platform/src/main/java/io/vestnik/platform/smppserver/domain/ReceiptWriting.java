package io.vestnik.platform.smppserver.domain;

import io.vestnik.platform.accounts.Accounts;
import io.vestnik.smpp.Address;
import io.vestnik.smpp.DataCoding;
import io.vestnik.smpp.DeliverSm;
import io.vestnik.smpp.DeliveryReceipt;
import io.vestnik.smpp.EsmClass;
import io.vestnik.smpp.MessageBuilder;
import io.vestnik.smpp.MessageState;
import io.vestnik.smpp.Npi;
import io.vestnik.smpp.Tlv;
import io.vestnik.smpp.Tlvs;
import io.vestnik.smpp.Ton;
import io.vestnik.sms.Body;
import io.vestnik.sms.Concatenation;
import io.vestnik.sms.Part;
import io.vestnik.sms.TextSplitter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes what goes to programs: receipts, by text (SMPP 3.4 Appendix B) and by TLVs at once, with dates in the account's zone; and inbound messages. */
@Component
class ReceiptWriting {
    /** What the text says of a failure that has no number of the network. */
    private static final String UNNAMED = "255";

    private static final String FINE = "000";
    private static final int GSM = 3;
    private static final int LONGEST_CODE = 3;
    /** More letters no single part has. */
    private static final int ONE_PART = 160;
    /** Two octets each, of the 65,535 of a parameter. */
    private static final int MOST_OF_A_PAYLOAD = 32_767;

    private final Accounts accounts;

    ReceiptWriting(Accounts accounts) {
        this.accounts = accounts;
    }

    DeliverSm write(Letter letter, SmppSystem system) {
        return letter.said() == null ? receipt(letter, system) : inbound(letter, letter.said(), system);
    }

    /** One short message where it is one; what is longer goes whole, as message_payload (SMPP 3.4 §5.3.2.32). */
    private static DeliverSm inbound(Letter letter, String said, SmppSystem system) {
        MessageBuilder message = MessageBuilder.message(person(letter.recipient()), sender(letter.sender()));
        if (said.length() <= ONE_PART) {
            List<Part> parts = new TextSplitter(system.terms().alphabet(), Concatenation.UDH_8).split(said, 0);
            if (parts.size() == 1) {
                Part only = parts.getFirst();
                return message.content(only.dataCoding(), only.userData()).deliverSm();
            }
        }
        byte[] octets =
                said.substring(0, Math.min(said.length(), MOST_OF_A_PAYLOAD)).getBytes(StandardCharsets.UTF_16BE);
        return message.content(DataCoding.UCS2, new byte[0])
                .tlvs(Tlvs.NONE.with(Tlv.MESSAGE_PAYLOAD, octets))
                .deliverSm();
    }

    private static Address person(String phone) {
        return phone.matches("\\d{7,15}") ? Address.international(phone) : sender(phone);
    }

    private DeliverSm receipt(Letter letter, SmppSystem system) {
        ZoneId zone = accounts.get(system.account()).zone();
        String id = Long.toString(letter.receipted());
        String error = error(letter);
        String text = DeliveryReceipt.of(
                        id,
                        letter.state(),
                        error,
                        LocalDateTime.ofInstant(letter.submittedAt(), zone),
                        LocalDateTime.ofInstant(letter.doneAt(), zone))
                .format();
        Tlvs tlvs = Tlvs.NONE
                .withText(Tlv.RECEIPTED_MESSAGE_ID, id)
                .withOctet(Tlv.MESSAGE_STATE, letter.state().code());
        if (!error.equals(FINE)) {
            int code = Integer.parseInt(error);
            tlvs = tlvs.with(Tlv.NETWORK_ERROR_CODE, (byte) GSM, (byte) (code >> 8), (byte) code);
        }
        Letter.Bill bill = letter.bill();
        if (bill != null) {
            tlvs = tlvs.withText(Parameter.COST.tag(), bill.cost().toString())
                    .withShort(Parameter.FLAGS.tag(), flags(bill.kind()))
                    .withShort(Parameter.PARTS.tag(), bill.parts())
                    .with(Parameter.MCC_MNC.tag(), bill.network().getBytes(StandardCharsets.US_ASCII));
        }
        return MessageBuilder.message(Address.international(letter.recipient()), sender(letter.sender()))
                .esmClass(letter.state() == MessageState.ENROUTE ? EsmClass.INTERMEDIATE : EsmClass.RECEIPT)
                .content(0, text.getBytes(StandardCharsets.US_ASCII))
                .tlvs(tlvs)
                .deliverSm();
    }

    /** The word of flags: what kind of message it was. Its template is not known where receipts are made. */
    private static int flags(Body.Kind kind) {
        return switch (kind) {
            case TEXT -> 0;
            case FLASH -> 1;
            case BINARY -> 2;
        };
    }

    private static Address sender(String sender) {
        for (int i = 0; i < sender.length(); i++) {
            char c = sender.charAt(i);
            if (c < '0' || c > '9') {
                return Address.alphanumeric(sender);
            }
        }
        return new Address(Ton.UNKNOWN, Npi.ISDN, sender);
    }

    /** Three digits: the network's where it gave a number. */
    private static String error(Letter letter) {
        return switch (letter.state()) {
            case DELIVERED, ENROUTE, ACCEPTED -> FINE;
            case EXPIRED, DELETED, UNDELIVERABLE, UNKNOWN, REJECTED -> digits(letter.error());
        };
    }

    private static String digits(@Nullable String code) {
        if (code == null || code.isEmpty() || code.length() > LONGEST_CODE) {
            return UNNAMED;
        }
        for (int i = 0; i < code.length(); i++) {
            if (code.charAt(i) < '0' || code.charAt(i) > '9') {
                return UNNAMED;
            }
        }
        return "0".repeat(LONGEST_CODE - code.length()) + code;
    }
}

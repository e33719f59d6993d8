package io.vestnik.smpp;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a receipt says: its TLVs where there are any, else its text (SMPP 3.4 Appendix B).
 *
 * @param messageId as the network wrote it, at most 64 characters, empty where it is nowhere
 * @param state null where neither the TLV nor {@code stat:} is known
 * @param stat the word of {@code stat:} as it stood, empty where it was missing
 * @param error the word of {@code err:} as it stood, empty where it was missing
 * @param networkErrorCode the TLV: network type in the third octet from below, error in the lower two; null where it was missing
 * @param submitted {@code sub:}, null where it was missing or no number
 * @param delivered {@code dlvrd:}, null where it was missing or no number
 * @param submitDate in the network's own zone, null where it was missing or no date
 * @param doneDate in the network's own zone, null where it was missing or no date
 * @param text the beginning of the message, as the network quoted it; may be empty
 */
public record DeliveryReceipt(
        String messageId,
        @Nullable MessageState state,
        String stat,
        String error,
        @Nullable Integer networkErrorCode,
        @Nullable Integer submitted,
        @Nullable Integer delivered,
        @Nullable LocalDateTime submitDate,
        @Nullable LocalDateTime doneDate,
        String text) {

    private static final int QUOTED = 20;

    /** A receipt to be written: one message, in one state. */
    public static DeliveryReceipt of(
            String messageId, MessageState state, String error, LocalDateTime submitted, LocalDateTime done) {
        int arrived = state == MessageState.DELIVERED ? 1 : 0;
        return new DeliveryReceipt(messageId, state, state.word(), error, null, 1, arrived, submitted, done, "");
    }

    /**
     * Reads the receipt of a deliver_sm. It is one if esm_class says so, or if receipted_message_id is there, or, where
     * esm_class says nothing, if the text has both {@code id:} and {@code stat:}.
     */
    public static Optional<DeliveryReceipt> of(DeliverSm deliver) {
        Tlvs tlvs = deliver.tlvs();
        String id = tlvs.text(Tlv.RECEIPTED_MESSAGE_ID).orElse("").strip();
        ReceiptText text = EsmClass.hasUdh(deliver.esmClass())
                ? new ReceiptText("")
                : new ReceiptText(characters(deliver.content(), deliver.dataCoding()));
        boolean told = EsmClass.isReceipt(deliver.esmClass()) || !id.isEmpty();
        if (!told && !(text.hasId() && text.hasStat())) {
            return Optional.empty();
        }
        return Optional.of(read(text, id, tlvs));
    }

    /** Reads a receipt's text alone: fields in any order and case, any may be missing; empty without both {@code id:} and {@code stat:}. */
    public static Optional<DeliveryReceipt> parse(String text) {
        ReceiptText fields = new ReceiptText(text);
        return fields.hasId() || fields.hasStat() ? Optional.of(read(fields, "", Tlvs.NONE)) : Optional.empty();
    }

    private static DeliveryReceipt read(ReceiptText text, String id, Tlvs tlvs) {
        MessageState told = tlvs.integer(Tlv.MESSAGE_STATE).isPresent()
                ? MessageState.of(tlvs.integer(Tlv.MESSAGE_STATE).getAsInt()).orElse(null)
                : null;
        byte[] network = tlvs.get(Tlv.NETWORK_ERROR_CODE);
        return new DeliveryReceipt(
                id.isEmpty() ? text.id() : id,
                told != null ? told : MessageState.ofWord(text.stat()).orElse(null),
                text.stat(),
                text.error(),
                network != null && network.length == 3
                        ? tlvs.integer(Tlv.NETWORK_ERROR_CODE).orElse(0)
                        : null,
                text.submitted(),
                text.delivered(),
                text.submitDate(),
                text.doneDate(),
                text.text());
    }

    // A receipt's fields are ASCII; only the quoted text can suffer from an alphabet we do not know.
    private static String characters(byte[] content, int dataCoding) {
        boolean wide = dataCoding == DataCoding.UCS2 && content.length > 1 && content.length % 2 == 0;
        return new String(content, wide ? StandardCharsets.UTF_16BE : StandardCharsets.ISO_8859_1);
    }

    /** The text in the order and widths of Appendix B, dates to the minute; the quoted text is cut to 20 characters. */
    public String format() {
        StringBuilder out = new StringBuilder(128);
        out.append("id:").append(messageId);
        out.append(" sub:").append(three(submitted));
        out.append(" dlvrd:").append(three(delivered));
        out.append(" submit date:").append(date(submitDate));
        out.append(" done date:").append(date(doneDate));
        out.append(" stat:").append(state != null ? state.word() : stat);
        out.append(" err:").append(error.isEmpty() ? "000" : error);
        out.append(" text:").append(text, 0, Math.min(QUOTED, text.length()));
        return out.toString();
    }

    private static String three(@Nullable Integer count) {
        int value = count == null ? 0 : Math.clamp(count, 0, 999);
        return (value < 100 ? value < 10 ? "00" : "0" : "") + value;
    }

    // By hand: a receipt is written for every message.
    private static String date(@Nullable LocalDateTime time) {
        if (time == null) {
            return "0000000000";
        }
        StringBuilder digits = new StringBuilder(10);
        int[] parts = {
            time.getYear() % 100, time.getMonthValue(), time.getDayOfMonth(), time.getHour(), time.getMinute()
        };
        for (int part : parts) {
            digits.append((char) ('0' + part / 10)).append((char) ('0' + part % 10));
        }
        return digits.toString();
    }
}

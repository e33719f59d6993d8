package io.vestnik.smpp;

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
 * @param networkErrorCode the three octets of the TLV (network type, then code), null where it was missing
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
        byte @Nullable [] networkErrorCode,
        @Nullable Integer submitted,
        @Nullable Integer delivered,
        @Nullable LocalDateTime submitDate,
        @Nullable LocalDateTime doneDate,
        String text) {

    /** Reads the receipt of a deliver_sm; empty if esm_class, TLVs and text all say that it is none. */
    public static Optional<DeliveryReceipt> of(DeliverSm deliver) {
        return Fields.notYet();
    }

    /** Reads a receipt's text alone: fields in any order, any case, any may be missing; empty without an {@code id:} and without a {@code stat:}. */
    public static Optional<DeliveryReceipt> parse(String text) {
        return Fields.notYet();
    }

    /** The text in the order and widths of Appendix B, dates to the minute; the quoted text is cut to 20 characters. */
    public String format() {
        return Fields.notYet();
    }
}

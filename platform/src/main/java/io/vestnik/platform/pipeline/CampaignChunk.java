package io.vestnik.platform.pipeline;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.TrafficType;
import io.vestnik.platform.kernel.UserId;
import io.vestnik.platform.tariffs.Tariffs;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some thousands of a campaign's messages, rendered, counted and priced; one hold paid for all of them at confirm.
 *
 * @param holdTransaction the ledger transaction of that hold
 * @param test whether it was confirmed in test mode: it is sent to nobody, whatever the account has settled since
 * @param gate through which all of these messages leave
 */
public record CampaignChunk(
        AccountId account,
        @Nullable UserId user,
        CampaignId campaign,
        TrafficType type,
        String sender,
        Instant validUntil,
        long holdTransaction,
        boolean test,
        Gate gate,
        List<Item> items) {
    public CampaignChunk {
        items = List.copyOf(items);
    }

    /**
     * Through what the messages of one wave of a campaign leave.
     *
     * @param closesAt from this moment on none of them leaves; none where it stays open
     */
    public record Gate(int wave, @Nullable Instant closesAt) {
        /** Of a campaign that is not divided. */
        public static final Gate OPEN = new Gate(0, null);
    }

    /**
     * One message: its price is the quote's times its parts.
     *
     * @param reserve the sender in place of the chunk's; none where that is the one
     */
    public record Item(
            String recipient,
            String text,
            int parts,
            String mccMnc,
            Tariffs.Quote quote,
            @Nullable String reserve) {
        /** Under the chunk's own sender. */
        public Item(String recipient, String text, int parts, String mccMnc, Tariffs.Quote quote) {
            this(recipient, text, parts, mccMnc, quote, null);
        }
    }
}

package io.vestnik.platform.campaigns.domain;

import io.vestnik.platform.kernel.CampaignId;

/**
 * Who takes part in a trial, and with which text. The phone and the campaign alone tell, so nobody has to keep it, it is the same
 * after a restart, and it is not the same people each time.
 *
 * @param texts how many texts there are
 * @param share percent of the audience
 */
public record Split(CampaignId campaign, int texts, int share) {
    /** Of whom only the winner's text will be sent. */
    static final int REST = -1;

    private static final int BUCKETS = 10_000;
    private static final int PERCENT = BUCKETS / 100;

    /** The place of the text that this one gets, or {@link #REST}. */
    int of(String phone) {
        long hash = campaign.value() * 0x9E3779B97F4A7C15L;
        for (int i = 0; i < phone.length(); i++) {
            hash = (hash ^ phone.charAt(i)) * 0x100000001B3L; // FNV-1a, its ends mixed below
        }
        hash = (hash ^ (hash >>> 32)) * 0xD6E8FEB86659FD93L;
        int bucket = (int) Long.remainderUnsigned(hash ^ (hash >>> 32), BUCKETS);
        return bucket < share * PERCENT ? bucket % texts : REST;
    }
}

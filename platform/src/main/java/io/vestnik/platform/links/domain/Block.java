package io.vestnik.platform.links.domain;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.links.Target;
import java.time.Instant;

/**
 * The numbers of one link of one campaign, one for each of its recipients; or a page of numbers that single messages of an account share,
 * whose target says nothing.
 *
 * @param first a multiple of {@link #PAGE}
 * @param size how many of them there are
 * @param warn whether people are told where they go before they go
 */
public record Block(
        long first,
        long size,
        AccountId account,
        CampaignId campaign,
        int place,
        Target target,
        boolean warn,
        Instant expiresAt) {
    /** Blocks begin at multiples of this, so that a number tells where to look for its block. */
    public static final long PAGE = 1L << 16;

    /** Campaigns have smaller numbers: from here on they stand for pages that single messages share. */
    public static final long SHARED = 1L << 62;

    /** What stands in the place of a campaign where single messages share the page that begins with this number. */
    static CampaignId shared(long first) {
        return new CampaignId(SHARED + first / PAGE);
    }

    /** Whether each of its numbers leads elsewhere. */
    boolean isShared() {
        return campaign.value() >= SHARED;
    }

    Block leadingTo(Target other) {
        return new Block(first, size, account, campaign, place, other, warn, expiresAt);
    }

    boolean has(long number) {
        return number >= first && number < first + size;
    }

    /** The place after the last one of a block of so many that begins at the start of a page. */
    static long span(long size) {
        return (size + PAGE - 1) / PAGE * PAGE;
    }
}

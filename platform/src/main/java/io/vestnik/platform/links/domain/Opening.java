package io.vestnik.platform.links.domain;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.links.Target;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import org.springframework.stereotype.Component;

/** Takes numbers for new blocks, and says how long and in what way they lead somewhere. */
@Component
class Opening {
    /** The links of a page that is shared for so long live no shorter by more than this. */
    private static final Duration SHARED_FOR = Duration.ofDays(1);

    private final LinkStore store;
    private final Blocks blocks;
    private final Domains domains;
    private final LinkSettings settings;
    private final Clock clock;

    Opening(LinkStore store, Blocks blocks, Domains domains, LinkSettings settings, Clock clock) {
        this.store = store;
        this.blocks = blocks;
        this.domains = domains;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Opens a block for each of the targets.
     *
     * @param campaign whose they are, by the first of their numbers
     * @param size how many numbers each has
     */
    List<Block> open(AccountId account, LongFunction<CampaignId> campaign, List<Target> targets, long size) {
        Instant now = clock.instant();
        Instant expires = now.plus(settings.lifetime());
        boolean warn = domains.warns(account);
        long span = Block.span(size);
        long first = store.take(account, span * targets.size());
        blocks.given(first + span * targets.size());
        CampaignId owner = campaign.apply(first);
        List<Block> opened = new ArrayList<>(targets.size());
        for (int place = 0; place < targets.size(); place++) {
            opened.add(new Block(first + place * span, size, account, owner, place, targets.get(place), warn, expires));
        }
        store.add(account, opened, now);
        return opened;
    }

    /** Whether what is given of this page today is what would be given of a new one. */
    boolean isOfToday(Block page) {
        return page.warn() == domains.warns(page.account())
                && page.expiresAt()
                        .isAfter(clock.instant().plus(settings.lifetime()).minus(SHARED_FOR));
    }
}

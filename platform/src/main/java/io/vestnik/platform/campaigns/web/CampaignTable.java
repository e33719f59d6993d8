package io.vestnik.platform.campaigns.web;

import io.vestnik.platform.campaigns.CampaignState;
import io.vestnik.platform.campaigns.Campaigns;
import io.vestnik.platform.campaigns.Campaigns.Campaign;
import io.vestnik.platform.campaigns.Campaigns.Listing;
import io.vestnik.platform.campaigns.domain.CampaignStore;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.shell.Tone;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Campaigns as rows, for the lists of them and for what is taken along. */
@Component
class CampaignTable {
    private static final int PAGE = 500;

    private final Campaigns campaigns;
    private final CampaignStore store;
    private final CampaignTexts texts;

    CampaignTable(Campaigns campaigns, CampaignStore store, CampaignTexts texts) {
        this.campaigns = campaigns;
        this.store = store;
        this.texts = texts;
    }

    /**
     * A campaign in a list.
     *
     * @param words the first line of its text
     * @param delivered the share of its recipients; none before it was confirmed
     */
    record Row(
            long id,
            String name,
            String words,
            String sender,
            String state,
            Tone tone,
            long recipients,
            @Nullable String delivered,
            Money cost,
            Instant at,
            String tags) {}

    Slice<Row> page(AccountId account, Listing listing, @Nullable String after, int rows) {
        return campaigns.list(account, listing, after, rows).map(this::row);
    }

    /** Every row that matches, page by page as they are asked for. */
    Iterable<Row> all(AccountId account, Listing listing) {
        return Slice.all(after -> page(account, listing, after, PAGE));
    }

    long matching(AccountId account, Listing listing) {
        return store.sum(account, listing).campaigns();
    }

    private Row row(Campaign campaign) {
        long delivered = campaign.counts().getOrDefault(MessageState.DELIVERED, 0L)
                + campaign.counts().getOrDefault(MessageState.READ, 0L);
        return new Row(
                campaign.id().value(),
                texts.name(campaign.draft().name()),
                campaign.draft().text().strip().lines().findFirst().orElse(""),
                campaign.draft().sender(),
                campaign.state().code(),
                CampaignTexts.tone(campaign.state()),
                campaign.recipients(),
                campaign.confirmedAt() == null ? null : texts.format().percent(delivered, campaign.recipients()),
                campaign.cost(),
                at(campaign),
                String.join(", ", campaign.draft().manner().tags()));
    }

    private static Instant at(Campaign campaign) {
        if (campaign.state() == CampaignState.SCHEDULED && campaign.nextAt() != null) {
            return campaign.nextAt();
        }
        return campaign.confirmedAt() == null ? campaign.createdAt() : campaign.confirmedAt();
    }
}

package io.vestnik.platform.campaigns.domain;

import io.vestnik.platform.campaigns.Campaigns.Cap;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** A preview and its recipients, together. */
@Component
class FrozenAudience {
    private final CampaignStore campaigns;
    private final PreviewStore previews;
    private final AudienceStore recipients;
    private final WaveStore waves;
    private final Clock clock;

    FrozenAudience(
            CampaignStore campaigns, PreviewStore previews, AudienceStore recipients, WaveStore waves, Clock clock) {
        this.campaigns = campaigns;
        this.previews = previews;
        this.recipients = recipients;
        this.waves = waves;
        this.clock = clock;
    }

    PreviewStore previews() {
        return previews;
    }

    AudienceStore recipients() {
        return recipients;
    }

    WaveStore waves() {
        return waves;
    }

    /** Who of these was written to by others as often as the campaign bears. */
    Set<String> often(StoredCampaign campaign, Cap cap, List<String> phones) {
        return often(campaign, cap, false, phones);
    }

    /** Who of these has been written to by others as often as it bears, whatever is still to come; nobody where it bears anything. */
    Set<String> written(StoredCampaign campaign, List<String> phones) {
        Cap cap = campaign.draft().timing().cap();
        return cap == null ? Set.of() : often(campaign, cap, true, phones);
    }

    private Set<String> often(StoredCampaign campaign, Cap cap, boolean queued, List<String> phones) {
        Instant now = clock.instant();
        Duration span = Duration.ofDays(cap.days());
        return recipients.oftenWritten(
                campaign.account(), campaign.id(), now.minus(span), now.plus(span), cap.messages(), queued, phones);
    }

    /** The audience is complete; a preview that is not wanted any more stays open and is cleaned away by the next. */
    void close(FrozenPreview preview, Tally tally) {
        if (campaigns.endPreview(preview.account(), preview.campaign(), preview.number(), tally)) {
            previews.close(preview.account(), preview.campaign(), preview.number(), tally, clock.instant());
        }
    }
}

package io.vestnik.platform.campaigns.domain;

import io.vestnik.platform.campaigns.CampaignState;
import io.vestnik.platform.campaigns.domain.AudienceLines.Chunk;
import io.vestnik.platform.jobs.JobKind;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Freezes an audience: walks it in chunks of some thousands, renders, counts and prices each recipient and keeps them.
 * What is sent later is what this wrote.
 */
@Component
class PreviewJob implements JobKind {
    static final String NAME = "campaigns.preview";

    private static final int CHUNK = 10_000;
    /** How long a step goes on to the next chunk. */
    private static final long LONGEST = TimeUnit.MILLISECONDS.toNanos(250);

    private static final int CLEANING_STEP = 20_000;

    private final CampaignStore campaigns;
    private final FrozenAudience audience;
    private final AudienceLines lines;
    private final Ahead ahead;
    private final JsonMapper json;

    PreviewJob(CampaignStore campaigns, FrozenAudience audience, AudienceLines lines, Ahead ahead, JsonMapper json) {
        this.campaigns = campaigns;
        this.audience = audience;
        this.lines = lines;
        this.ahead = ahead;
        this.json = json;
    }

    /** What a preview is started with. */
    record Input(long campaign, int preview) {}

    /** Where it is: first what earlier previews left is cleaned away, then those typed, then the groups by phone. */
    private record Place(Phase phase, String after, Tally tally) {
        static final Place START = new Place(Phase.CLEANING, "", Tally.NOTHING);
    }

    private enum Phase {
        CLEANING,
        TYPED,
        GROUPS
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Step step(Context context) {
        Input input = json.readValue(context.input(), Input.class);
        CampaignId id = new CampaignId(input.campaign());
        // Under a lock: what a step freezes belongs to a campaign that is still there and still wants it.
        StoredCampaign campaign = campaigns.lock(context.account(), id).orElse(null);
        if (campaign == null || stale(campaign, input)) {
            return new Step.Done("{}", context.done());
        }
        Place place = place(context.checkpoint());
        return switch (place.phase()) {
            case CLEANING -> clean(context, campaign, place);
            case TYPED -> typed(context, campaign, place);
            case GROUPS -> groups(context, campaign, place);
        };
    }

    /** The draft was changed, or another preview begun. */
    private static boolean stale(StoredCampaign campaign, Input input) {
        return campaign.state() != CampaignState.PREVIEWING || campaign.preview() != input.preview();
    }

    private Place place(@Nullable String checkpoint) {
        return checkpoint == null ? Place.START : json.readValue(checkpoint, Place.class);
    }

    private Step clean(Context context, StoredCampaign campaign, Place place) {
        int deleted = audience.recipients().deleteBefore(campaign.id(), campaign.preview(), CLEANING_STEP);
        if (deleted == CLEANING_STEP) {
            return more(place, 0, 0);
        }
        audience.previews().deleteBefore(context.account(), campaign.id(), campaign.preview());
        long total = lines.estimate(campaign);
        return more(new Place(Phase.TYPED, "", place.tally()), 0, total);
    }

    private Step typed(Context context, StoredCampaign campaign, Place place) {
        if (campaign.draft().audience().phones().isEmpty()) {
            return groups(context, campaign, place);
        }
        FrozenPreview preview = preview(context.account(), campaign);
        Counting counting = new Counting(place.tally(), preview.personal());
        List<AudienceLine> typed = lines.typed(campaign, preview, counting);
        audience.recipients().add(context.account(), campaign.id(), campaign.preview(), typed);
        return more(new Place(Phase.GROUPS, "", counting.tally()), typed.size(), context.total());
    }

    /** Chunk after chunk for a moment: the next one is made while the database takes the one before. */
    private Step groups(Context context, StoredCampaign campaign, Place place) {
        long begun = System.nanoTime();
        FrozenPreview preview = preview(context.account(), campaign);
        Counting counting = new Counting(place.tally(), preview.personal());
        Supplier<Chunk> next = () -> lines.members(campaign, preview, counting, place.after(), CHUNK);
        long done = context.done();
        while (true) {
            Chunk chunk = next.get();
            boolean goesOn = !chunk.last().isEmpty() && System.nanoTime() - begun < LONGEST;
            if (goesOn) {
                next = ahead.begin(() -> lines.members(campaign, preview, counting, chunk.last(), CHUNK));
            }
            audience.recipients().add(context.account(), campaign.id(), campaign.preview(), chunk.lines());
            done += chunk.lines().size();
            if (chunk.last().isEmpty()) {
                audience.close(preview, counting.tally());
                return new Step.Done("{}", done);
            }
            if (!goesOn) {
                return more(new Place(Phase.GROUPS, chunk.last(), counting.tally()), done, context.total());
            }
        }
    }

    private FrozenPreview preview(AccountId account, StoredCampaign campaign) {
        return audience.previews()
                .find(account, campaign.id(), campaign.preview())
                .orElseThrow(() -> new IllegalStateException("No preview " + campaign.preview()));
    }

    private Step more(Place place, long done, long total) {
        return new Step.More(json.writeValueAsString(place), done, total);
    }

    @Override
    public void abandoned(Context context) {
        Input input = json.readValue(context.input(), Input.class);
        campaigns.abandonPreview(
                context.account(), new CampaignId(input.campaign()), input.preview(), "preview_failed");
    }
}

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

    private static final int TIDYING_STEP = 20_000;

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

    /** Where it is: first those typed, then the groups by phone; when the price is told, what earlier previews left is cleaned away. */
    private record Place(Phase phase, String after, Tally tally) {
        static final Place START = new Place(Phase.TYPED, "", Tally.NOTHING);
        static final Place END = new Place(Phase.TIDYING, "", Tally.NOTHING);
    }

    private enum Phase {
        TYPED,
        GROUPS,
        TIDYING,
        /** What earlier versions began with: a job that one of them left there has frozen nobody yet. */
        CLEANING
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String right() {
        return "campaigns:view";
    }

    @Override
    public String rightToCancel() {
        return "campaigns:edit";
    }

    @Override
    public Step step(Context context) {
        Input input = json.readValue(context.input(), Input.class);
        Place place = place(context.checkpoint());
        return switch (place.phase()) {
            case TYPED, GROUPS -> freeze(context, input, place);
            case CLEANING -> freeze(context, input, Place.START);
            case TIDYING -> tidy(context, input);
        };
    }

    private Step freeze(Context context, Input input, Place place) {
        // Under a lock: what a step freezes belongs to a campaign that is still there and still wants it.
        StoredCampaign campaign = campaigns
                .lock(context.account(), new CampaignId(input.campaign()))
                .filter(it -> it.state() == CampaignState.PREVIEWING && it.preview() == input.preview())
                .orElse(null);
        if (campaign == null) {
            return new Step.Done("{}", context.done());
        }
        return place.phase() == Phase.TYPED
                ? typed(context, campaign, place)
                : groups(context, campaign, place, context.total());
    }

    private Place place(@Nullable String checkpoint) {
        return checkpoint == null ? Place.START : json.readValue(checkpoint, Place.class);
    }

    private Step typed(Context context, StoredCampaign campaign, Place place) {
        long total = lines.estimate(campaign);
        if (campaign.draft().audience().phones().isEmpty()) {
            return groups(context, campaign, place, total);
        }
        FrozenPreview preview = preview(context.account(), campaign);
        Counting counting = new Counting(place.tally(), preview.personal());
        List<AudienceLine> typed = lines.typed(campaign, preview, counting);
        audience.recipients().add(context.account(), campaign.id(), campaign.preview(), typed);
        return more(new Place(Phase.GROUPS, "", counting.tally()), typed.size(), total);
    }

    /** Chunk after chunk for a moment: the next one is made while the database takes the one before. */
    private Step groups(Context context, StoredCampaign campaign, Place place, long total) {
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
                return more(Place.END, done, done);
            }
            if (!goesOn) {
                return more(new Place(Phase.GROUPS, chunk.last(), counting.tally()), done, total);
            }
        }
    }

    /** Nobody waits for this any more, and a preview begun since does not either: it cleans at its own end. */
    private Step tidy(Context context, Input input) {
        CampaignId id = new CampaignId(input.campaign());
        boolean newest = campaigns
                .find(context.account(), id)
                .filter(campaign -> campaign.preview() == input.preview())
                .isPresent();
        if (!newest) {
            return new Step.Done("{}", context.done());
        }
        int deleted = audience.recipients().deleteBefore(id, input.preview(), TIDYING_STEP);
        if (deleted == TIDYING_STEP) {
            return more(Place.END, context.done(), context.total());
        }
        audience.previews().deleteBefore(context.account(), id, input.preview());
        return new Step.Done("{}", context.done());
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
